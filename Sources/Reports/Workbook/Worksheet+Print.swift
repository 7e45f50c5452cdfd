import CXLSXWriter

extension UnsafeMutablePointer<lxw_worksheet> {
  /// Sets up printing: A4 lying, all columns on one page or some, the header rows on every page.
  func setUpPrint(head: ClosedRange<UInt32>, pagesAcross: Int = 1) {
    worksheet_set_landscape(self)
    // 9 is A4.
    worksheet_set_paper(self, 9)
    worksheet_fit_to_pages(self, UInt16(pagesAcross), 0)
    worksheet_repeat_rows(self, head.lowerBound, head.upperBound)
    worksheet_set_margins(self, 0.5, 0.5, 0.6, 0.7)
  }
}

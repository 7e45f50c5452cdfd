import HybridWork

extension ServiceFault {
  var wording: Bilingual {
    switch self {
    case .separatorInName(let name):
      Bilingual(
        id: "\(Bilingual.quoted(name)) memuat tanda |, yang memisahkan beberapa layanan dalam data "
          + "pegawai. Pilih nama lain.",
        en: "\(Bilingual.quoted(name)) contains |, which parts several services in the register. "
          + "Choose another name.")
    case .noShapes(let file):
      Bilingual(
        id: "bentuk hari tidak diketahui dan berkas \(Bilingual.quoted(file)) tidak ada. "
          + "Tambahkan profile, atau sebut berkas bentuk hari: shapes: ….",
        en: "the shape of the day is not known and the file \(Bilingual.quoted(file)) does not "
          + "exist. Add a profile, or name a file of shapes: shapes: ….")
    case .shapeAssumed(let name):
      Bilingual(
        id: "bentuk hari diasumsikan: \(Bilingual.quoted(name)). Untuk bentuk yang sebenarnya, "
          + "tulis profile atau impor log antrean (arrivals).",
        en: "the shape of the day is assumed: \(Bilingual.quoted(name)). For the real one write "
          + "a profile, or import a log of tickets (arrivals).")
    default: ticketWording
    }
  }

  /// What is wrong with a log of tickets.
  private var ticketWording: Bilingual {
    switch self {
    case .notATicketTime(let text):
      Bilingual(
        id: "\(text.map { Bilingual.quoted($0) } ?? "isi sel ini") bukan tanggal dengan jam. "
          + "Tulis misalnya 2026-10-05 08:14:32.",
        en: "\(text.map { Bilingual.quoted($0) } ?? "this cell") is not a date with a time. "
          + "Write for example 2026-10-05 08:14:32.")
    case .ticketOutOfOrder(let moment, let earlier):
      Bilingual(
        id: "\(moment.rawValue) lebih awal daripada \(earlier.rawValue). Perbaiki waktunya, atau "
          + "hapus baris ini.",
        en: "\(moment.rawValue) is earlier than \(earlier.rawValue). Correct the time, or delete "
          + "this row.")
    case .ticketTooLong(let minutes):
      Bilingual(
        id: "pelayanan ini berlangsung \(NumberText.rounded(minutes)) menit, lebih dari delapan "
          + "jam. Perbaiki waktunya, atau kosongkan.",
        en: "this service takes \(NumberText.rounded(minutes)) minutes, more than eight hours. "
          + "Correct the time, or leave it blank.")
    case .noTickets(let days):
      noTickets(days)
    case .ticketsOutsideHours(let count):
      Bilingual(
        id: "\(count) nomor antrean diambil sesudah jam tutup atau pada hari tutup, dan tidak "
          + "dihitung. Periksa jam bukanya.",
        en: "\(count) tickets were taken after closing time or on closed days and are left out. "
          + "Check the opening hours.")
    case .fewTicketDays(let days):
      Bilingual(
        id: "log ini hanya memuat \(days) hari; bentuk minggunya kurang pasti. "
          + "Tambahkan hari jika ada.",
        en: "this log holds only \(days) days; its shape of the week is uncertain. "
          + "Add days if there are more.")
    default: Bilingual(id: "", en: "")
    }
  }

  private func noTickets(_ days: [String]) -> Bilingual {
    guard !days.isEmpty else {
      return Bilingual(
        id: "log ini tidak memuat nomor antrean dalam jam buka. Periksa jam buka dan kolomnya.",
        en: "this log has no ticket within the opening hours. Check the hours and the columns.")
    }
    let list = days.joined(separator: ", ")
    return Bilingual(
      id: "log ini tidak memuat nomor antrean pada \(list). Hapus hari itu dari days, atau pakai "
        + "log yang lebih lengkap.",
      en: "this log has no ticket on \(list). Take these days out of days, or use a fuller log.")
  }
}

import HybridWork
import PilotAssessment

extension PanelFault {
  var wording: Bilingual {
    switch self {
    case .notATime(let text):
      Bilingual(
        id: "ditemukan \(Bilingual.quoted(text)); seharusnya waktu yang sejenis di semua baris: "
          + "bilangan bulat (2023), bulan (2023-07) atau tanggal (2023-07-19).",
        en: "found \(Bilingual.quoted(text)); expected a time of one kind in every row: a whole "
          + "number (2023), a month (2023-07) or a day (2023-07-19).")
    case .notATreatment(let text):
      Bilingual(
        id: "ditemukan \(Bilingual.quoted(text)); seharusnya 0 atau 1 di semua baris, atau waktu "
          + "perlakuan dimulai (kosong atau 0 bila tidak pernah).",
        en: "found \(Bilingual.quoted(text)); expected 0 or 1 in every row, or the time treatment "
          + "begins (blank or 0 for never).")
    case .columnTwice(let name):
      Bilingual(
        id: "kolom \(Bilingual.quoted(name)) dipakai untuk dua hal. Sebut kolom lain.",
        en: "the column \(Bilingual.quoted(name)) is used for two things. Name another column.")
    case .defect(let defect, let line): Self.wording(of: defect, otherLine: line ?? 0)
    }
  }

  /// Defects that lie in a row.
  private static func wording(of defect: PanelDefect, otherLine line: Int) -> Bilingual {
    switch defect {
    case .duplicate:
      Bilingual(
        id: "unit ini sudah punya baris untuk waktu yang sama (baris \(line)). Hapus salah satu.",
        en: "this unit already has a row for the same time (line \(line)). Delete one of them.")
    case .reversal:
      Bilingual(
        id: "unit ini diperlakukan sejak baris \(line) tetapi tidak lagi di sini. Perlakuan harus "
          + "menetap; perbaiki, atau hapus baris sesudah perlakuan berakhir.",
        en: "this unit is treated from line \(line) on but not here. Treatment must last; correct "
          + "it, or leave out the rows after treatment ends.")
    case .firstTreatedDiffers:
      Bilingual(
        id: "waktu mulai perlakuan berbeda dari baris \(line) untuk unit yang sama. Samakan.",
        en: "the time treatment begins differs from line \(line) of the same unit. Make them equal."
      )
    case .clusterDiffers:
      Bilingual(
        id: "klaster berbeda dari baris \(line) untuk unit yang sama. Satu unit, satu klaster.",
        en: "the cluster differs from line \(line) of the same unit. A unit has one cluster.")
    case .notFinite:
      Bilingual(id: "bukan bilangan berhingga. Perbaiki.", en: "not a finite number. Correct it.")
    case .weightNotPositive:
      Bilingual(
        id: "bobot harus di atas 0. Perbaiki, atau hapus barisnya.",
        en: "a weight must be above 0. Correct it, or leave out the row.")
    default: wordingOfWhole(defect)
    }
  }

  /// Defects of the panel as a whole.
  private static func wordingOfWhole(_ defect: PanelDefect) -> Bilingual {
    switch defect {
    case .onePeriod(let label):
      Bilingual(
        id: "hanya ada satu waktu (\(label)): tanpa sebelum dan sesudah, pengaruh tidak dapat "
          + "ditaksir. Tambahkan waktu lain.",
        en: "there is one time only (\(label)): without before and after no effect can be "
          + "estimated. Add other times.")
    case .noneTreated:
      Bilingual(
        id: "tidak ada unit yang diperlakukan: tidak ada pengaruh untuk ditaksir. Periksa kolom "
          + "perlakuan.",
        en: "no unit is ever treated: there is no effect to estimate. Check the column of "
          + "treatment.")
    case .allTreatedFromStart:
      Bilingual(
        id: "semua unit diperlakukan sejak waktu pertama: tidak ada keadaan sebelumnya untuk "
          + "dibandingkan. Tambahkan waktu sebelum perlakuan.",
        en: "every unit is treated from the first time on: there is nothing before it to compare "
          + "with. Add times before treatment.")
    case .nobodyBecomesTreated:
      Bilingual(
        id: "semua unit yang diperlakukan sudah diperlakukan sejak waktu pertamanya: perubahan "
          + "tidak terlihat. Tambahkan waktu sebelum perlakuan.",
        en: "every treated unit is treated from its first time on: no change can be seen. Add "
          + "times before treatment.")
    default:
      Bilingual(id: "tabel ini tidak berisi baris.", en: "the table has no rows.")
    }
  }
}

import HybridWork

extension StudyFault {
  var wording: Bilingual {
    switch self {
    case .noSuchFile(let name, let nearest):
      Bilingual(
        id: "berkas \(Bilingual.quoted(name)) tidak ada. Periksa nama dan foldernya.",
        en: "the file \(Bilingual.quoted(name)) does not exist. Check its name and folder."
      ).followed(by: .nearest(nearest))
    case .noHolidays(let years):
      Bilingual(
        id: "berkas hari libur tidak memuat tahun \(texts(years)). Tambahkan hari liburnya.",
        en: "the holiday files have no entry for \(texts(years)). Add the holidays.")
    case .noWorkingDay(let from, let through):
      Bilingual(
        id: "tidak ada hari kerja dari \(from.iso) sampai \(through.iso). Perbaiki tanggalnya.",
        en: "there is no working day from \(from.iso) to \(through.iso). Correct the dates.")
    case .noWorkingHours(let date):
      Bilingual(
        id: "jam kerja pada \(date.iso) tidak diketahui. Tambahkan aturan yang berlaku saat itu.",
        en: "the working hours on \(date.iso) are not known. Add the rule in force then.")
    case .serviceNotListed(let name, let people, let nearest):
      Bilingual(
        id: "data pegawai menyebut layanan \(Bilingual.quoted(name)) (\(people) pegawai), "
          + "yang tidak ada di sini: mereka tidak dihitung di layanan mana pun.",
        en: "the staff name the service \(Bilingual.quoted(name)) (\(people) people), "
          + "which is not here: they count for no service."
      ).followed(by: .nearest(nearest))
    case .servicesNotListed(let values, let people):
      Bilingual(
        id: "kolom service dalam data pegawai memuat \(values) nilai (\(people) pegawai) yang "
          + "tidak ada di sini: mereka tidak dihitung di layanan mana pun. "
          + "Periksa apakah kolomnya benar.",
        en: "the column service of the staff holds \(values) values (\(people) people) which are "
          + "not here: they count for no service. Check whether it is the right column.")
    case .implausibleAges(let people, let ages):
      Bilingual(
        id: "\(people) pegawai berumur di bawah \(ages.lowerBound) atau di atas "
          + "\(ages.upperBound) tahun pada awal studi. Periksa kolom birth_date.",
        en: "\(people) people are below \(ages.lowerBound) or above \(ages.upperBound) years old "
          + "when the study begins. Check the column birth_date.")
    case .serviceWithoutStaff(let name):
      Bilingual(
        id: "tidak ada pegawai di layanan \(Bilingual.quoted(name)): "
          + "layanan itu selalu kekurangan petugas. Periksa kolom service.",
        en: "nobody serves \(Bilingual.quoted(name)): it will always lack staff. "
          + "Check the column service.")
    default: openingWording
    }
  }

  private var openingWording: Bilingual {
    switch self {
    case .notAHalfHour(let text):
      Bilingual(
        id: "\(Bilingual.quoted(text)) bukan awal setengah jam. Tulis misalnya \"08:00\" atau "
          + "\"08:30\".",
        en: "\(Bilingual.quoted(text)) does not begin a half hour. Write for example \"08:00\" or "
          + "\"08:30\".")
    case .closesBeforeOpening:
      Bilingual(
        id: "jam akhir tidak sesudah jam awal. Perbaiki salah satu.",
        en: "the end is not after the beginning. Correct one of the two.")
    case .breakOutsideOpening:
      Bilingual(
        id: "jam tutup ini tidak berada di dalam jam buka. Perbaiki.",
        en: "this break is not within the opening hours. Correct it.")
    case .halfHourCount(let found, let expected):
      Bilingual(
        id: "ada \(found) angka, padahal layanan buka \(expected) kali setengah jam. "
          + "Tulis satu angka untuk setiap setengah jam.",
        en: "there are \(found) numbers, but the service is open for \(expected) half hours. "
          + "Give one number for each half hour.")
    case .noWeight:
      Bilingual(
        id: "semua angka nol. Sedikitnya satu harus lebih dari 0.",
        en: "all numbers are zero. At least one must be above 0.")
    case .closedWeekday(let name):
      Bilingual(
        id: "layanan tidak buka pada hari \(name). Hapus angka ini, atau tambahkan harinya.",
        en: "the service is closed on \(name). Delete this number, or open it on that day.")
    case .notAWorkingDay(let name):
      Bilingual(
        id: "\(Bilingual.quoted(name)) bukan hari kerja; minggu kerja di sini Senin sampai Jumat. "
          + "Hapus hari itu.",
        en: "\(Bilingual.quoted(name)) is not a working day; weeks run from Monday to Friday here. "
          + "Delete that day.")
    default: judgingWording
    }
  }

  /// What is wrong with thresholds, groups and norms.
  private var judgingWording: Bilingual {
    switch self {
    case .outcomeWithoutDirection(let outcome):
      Bilingual(
        id: "\(outcome.rawValue) hanya keterangan: lebih besar belum tentu lebih baik. "
          + "Pilih ukuran lain.",
        en: "\(outcome.rawValue) is for information: more of it is neither better nor worse. "
          + "Choose another outcome.")
    case .safeWorseThanWatch(let safe, let watch, let outcome):
      safeWorseThanWatch(safe, watch, outcome)
    case .notAGrouping(let column, let allowed):
      Bilingual(
        id: "nilai kolom \(column.rawValue) tidak membentuk kelompok.",
        en: "the values of \(column.rawValue) form no groups."
      ).followed(by: .allowed(allowed))
    case .groupNotInRegister(let column):
      Bilingual(
        id: "data pegawai tidak memuat \(column.rawValue). Tambahkan kolomnya, "
          + "atau hapus dari daftar.",
        en: "the staff have no \(column.rawValue). Add the column, or take it out of the list.")
    case .normNotAssessable(let column):
      Bilingual(
        id: "norma ini membaca kolom \(column.rawValue), yang tidak ada dalam data pegawai: "
          + "kebijakan tidak dapat diperiksa terhadapnya.",
        en: "this norm reads the column \(column.rawValue), which the staff lack: "
          + "policies cannot be checked against it.")
    case .sixDaysAndShifts(let unit):
      Bilingual(
        id: "unit \(Bilingual.quoted(unit)) sudah bergiliran menurut shifts. "
          + "Hapus dari salah satu.",
        en: "the unit \(Bilingual.quoted(unit)) works in turns by shifts already. "
          + "Take it out of one of the two.")
    case .ownBudgetOfFew(let unit, let smallest):
      Bilingual(
        id: "unit \(Bilingual.quoted(unit)) kurang dari \(smallest) orang (smallest_group): "
          + "anggarannya tidak dapat ditampilkan terpisah. Hapus dari blud_units.",
        en: "the unit \(Bilingual.quoted(unit)) has fewer than \(smallest) people "
          + "(smallest_group): its budget can't be shown apart. Take it out of blud_units.")
    case .appraisalWithoutCash:
      Bilingual(
        id: "nilai kini menghitung pembelian pada tanggal bayarnya, jadi tidak boleh sekaligus "
          + "sebagai biaya tahunan. Tulis one_off_costs: cash, atau hapus appraisal_years.",
        en: "a present value counts purchases when they are paid, so that they can't be a yearly "
          + "cost too. Write one_off_costs: cash, or take appraisal_years out.")
    case .noOutage:
      Bilingual(
        id: "false tidak menguji apa-apa. Tulis true, atau hapus baris ini.",
        en: "false tests nothing. Write true, or take the strain out.")
    case .stressTwice(let id, let otherFile):
      Bilingual(
        id: "uji \(Bilingual.quoted(id)) sudah ada di \(otherFile). Beri nama lain.",
        en: "the test \(Bilingual.quoted(id)) already stands in \(otherFile). Rename one.")
    case .strainsOutsideCalendar(let id, let strains):
      Bilingual(
        id: "beban ke-\(texts(strains)) dari uji \(Bilingual.quoted(id)) tidak mengenai satu "
          + "hari pun dalam kalender studi ini; sisanya tetap diuji.",
        en: "of the test \(Bilingual.quoted(id)), strains \(texts(strains)) fall on no day of "
          + "this study's calendar; the others are tested.")
    case .stressOutsideCalendar(let id):
      Bilingual(
        id: "uji \(Bilingual.quoted(id)) tidak mengenai satu hari pun dalam kalender studi ini "
          + "dan dilewati.",
        en: "the test \(Bilingual.quoted(id)) falls on no day of this study's calendar and is "
          + "left out.")
    case .stressOfUnlistedService(let name, let nearest):
      Bilingual(
        id: "layanan \(Bilingual.quoted(name)) tidak ada dalam daftar layanan studi ini.",
        en: "this study lists no service \(Bilingual.quoted(name))."
      ).followed(by: .nearest(nearest))
    default: Bilingual(id: "", en: "")
    }
  }

  private func safeWorseThanWatch(
    _ safe: Double, _ watch: Double, _ outcome: Outcome
  ) -> Bilingual {
    let (better, worse) = (NumberText.plain(safe), NumberText.plain(watch))
    let isMore = outcome.direction == .maximise
    return Bilingual(
      id: "untuk \(outcome.rawValue) lebih \(isMore ? "besar" : "kecil") lebih baik, tetapi safe "
        + "(\(better)) lebih buruk daripada watch (\(worse)). Tukar keduanya.",
      en: "\(isMore ? "more" : "less") of \(outcome.rawValue) is better, but safe (\(better)) "
        + "is worse than watch (\(worse)). Exchange the two.")
  }

  private func texts(_ years: [Int]) -> String {
    years.map(String.init).joined(separator: ", ")
  }
}

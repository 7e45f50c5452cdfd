import HybridWork

extension PolicyFault {
  var wording: Bilingual {
    switch self {
    case .daysDoNotSum(let office, let flexible):
      Bilingual(
        id: "\(office) hari kantor dan \(flexible) hari fleksibel bukan \(DaySplit.workingDays) "
          + "hari kerja seminggu. Perbaiki salah satu.",
        en: "\(office) office days and \(flexible) flexible days are not the "
          + "\(DaySplit.workingDays) working days of a week. Correct one of the two.")
    case .severalConditions(let keys):
      Bilingual(
        id: "ada beberapa syarat berdampingan: \(keys.joined(separator: ", ")). "
          + "Tulis all: [{…}, {…}] bila semua wajib, any: [{…}, {…}] bila satu cukup.",
        en: "there are several conditions side by side: \(keys.joined(separator: ", ")). "
          + "Write all: [{…}, {…}] if each must hold, any: [{…}, {…}] if one is enough.")
    case .columnNotInConditions(let name):
      Bilingual(
        id: "kolom \(name) tidak dapat dipakai dalam syarat. Pakai kolom lain.",
        en: "the column \(name) cannot be used in a condition. Use another column.")
    case .emptyRange(let lower, let upper):
      Bilingual(
        id: "tidak ada angka di atas \(NumberText.plain(lower)) "
          + "yang juga di bawah \(NumberText.plain(upper)). Perbaiki salah satu batas.",
        en: "no number is above \(NumberText.plain(lower)) "
          + "and also below \(NumberText.plain(upper)). Correct one of the bounds.")
    case .tooManyRules(let count, let limit):
      Bilingual(
        id: "ada \(count) syarat, paling banyak \(limit). Gabungkan dengan all atau any.",
        en: "there are \(count) rules, at most \(limit) are possible. Join some by all or any.")
    case .orderWithoutQuota, .impossibleOrder, .oddsUnderAnOrder: placesWording
    default: studyWording
    }
  }

  /// What is wrong with the places or the way to them.
  private var placesWording: Bilingual {
    switch self {
    case .orderWithoutQuota:
      Bilingual(
        id: "urutan ini tidak berguna tanpa quota. Tambahkan quota, atau hapus order.",
        en: "this order is of no use without a quota. Add quota, or take order out.")
    case .impossibleOrder(let order):
      Bilingual(
        id: "urutan \(order.joined(separator: ", ")) tidak mungkin. Tulis rotation paling depan, "
          + "lottery paling belakang, masing-masing sekali.",
        en: "the order \(order.joined(separator: ", ")) is impossible. Write rotation first, "
          + "lottery last, each once.")
    case .oddsUnderAnOrder:
      Bilingual(
        id: "di bawah perintah tidak ada yang mengajukan. Hapus odds, atau tulis kind: voluntary.",
        en: "nobody applies under an order. Take odds out, or write kind: voluntary.")
    default: Bilingual(id: "", en: "")
    }
  }

  /// What is wrong with the policy in this study.
  private var studyWording: Bilingual {
    switch self {
    case .columnNotInRegister(let column):
      Bilingual(
        id: "syarat ini membaca kolom \(column.rawValue), yang tidak ada dalam data pegawai studi "
          + "ini. Tambahkan kolom itu, atau hapus kebijakan ini dari studi.",
        en: "this rule reads the column \(column.rawValue), which the staff of this study lack. "
          + "Add the column, or take the policy out of the study.")
    case .incompleteBaseline(let missing):
      Bilingual(
        id: "kondisi saat ini harus lengkap, tetapi berkasnya tidak menyebut "
          + "\(missing.joined(separator: ", ")). Tambahkan di sana.",
        en: "the baseline must be complete, but its file does not state "
          + "\(missing.joined(separator: ", ")). Add it there.")
    case .changesNothing(let baseline):
      Bilingual(
        id: "kebijakan ini sama dengan kondisi saat ini, \(Bilingual.quoted(baseline)). "
          + "Hapus dari daftar, atau ubah isinya.",
        en: "this policy changes nothing against the baseline, \(Bilingual.quoted(baseline)). "
          + "Take it out of the list, or change it.")
    case .actsLike(let other):
      Bilingual(
        id: "kebijakan ini berisi sama dengan \(Bilingual.quoted(other)): hasilnya akan sama.",
        en: "this policy says the same as \(Bilingual.quoted(other)): their results will be equal.")
    case .stackedDiffer(let name, let levers):
      Bilingual(
        id: "kebijakan dalam \(Bilingual.quoted(name)) mengatur hal yang sama secara berbeda: "
          + "\(levers.joined(separator: ", ")). Gabungkan kebijakan yang mengatur hal lain.",
        en: "the policies in \(Bilingual.quoted(name)) set the same things differently: "
          + "\(levers.joined(separator: ", ")). Stack policies that set other things.")
    case .stackedNeverTogether(let name):
      Bilingual(
        id: "kebijakan dalam \(Bilingual.quoted(name)) tidak pernah berlaku pada hari yang sama. "
          + "Pilih yang masa berlakunya bertemu.",
        en: "the policies in \(Bilingual.quoted(name)) are in force on no common day. Choose some "
          + "whose periods meet.")
    default: ruleWording
    }
  }

  /// What is wrong with an exception, a unit or a period.
  private var ruleWording: Bilingual {
    switch self {
    case .valueNotInRegister(let column, let value, let nearest) where column != .unit:
      Bilingual(
        id: "tidak seorang pun pegawai studi ini punya \(column.rawValue) "
          + "\(Bilingual.quoted(value)).",
        en: "none of this study's staff has the \(column.rawValue) \(Bilingual.quoted(value))."
      ).followed(by: .nearest(nearest))
    case .valueNotInRegister(_, let name, let nearest):
      Bilingual(
        id: "unit \(Bilingual.quoted(name)) tidak ada dalam data pegawai studi ini.",
        en: "the staff of this study have no unit \(Bilingual.quoted(name))."
      ).followed(by: .nearest(nearest))
    case .safeguardOfUnlistedService(let name, let nearest):
      Bilingual(
        id: "layanan \(Bilingual.quoted(name)) tidak ada dalam daftar layanan studi ini; "
          + "pengaman ini tidak menjaga apa-apa di sana.",
        en: "this study lists no service \(Bilingual.quoted(name)); "
          + "the safeguard protects nothing there."
      ).followed(by: .nearest(nearest))
    case .emptyPeriod(let from, let before):
      Bilingual(
        id: "tidak ada hari sejak \(from.iso) yang juga sebelum \(before.iso). "
          + "Perbaiki salah satu.",
        en: "no day is from \(from.iso) on and also before \(before.iso). Correct one of the two.")
    case .tooManyExceptions(let count, let limit):
      Bilingual(
        id: "ada \(count) pengecualian, paling banyak \(limit). Gabungkan dengan any.",
        en: "there are \(count) exceptions, at most \(limit) are possible. Join some by any.")
    case .notAnEntry(let text):
      Bilingual(
        id: "\(Bilingual.quoted(text)) bukan kolom=nilai. Tulis misalnya \"talent_box=5, "
          + "bandwidth_mbps=8.5\", dengan titik desimal.",
        en: "\(Bilingual.quoted(text)) is not column=value. Write for example \"talent_box=5, "
          + "bandwidth_mbps=8.5\", with a decimal point.")
    default: Bilingual(id: "", en: "")
    }
  }
}

import HybridWork
import Populations

extension PopulationsError {
  /// The column the error is about, if it is about one.
  var column: String? {
    switch self {
    case .columnMadeTwice(let column), .noDistribution(let column), .numberTooLarge(let column),
      .invalidShares(let column, _, _), .impossibleDistribution(let column, _, _),
      .decimalsOutOfRange(let column, _), .unknownColumn(_, let column),
      .unknownValue(_, _, let column), .valueListedTwice(_, let column),
      .nothingForValue(_, _, let column):
      column
    default: nil
    }
  }

  var wording: Bilingual {
    switch self {
    case .contradictoryMargins(let contradiction): contradiction.wording
    case .impossibleCell(let margin, let values, let count, let others):
      Bilingual(
        id: "margin \(list(margin)) memuat \(number(count)) orang di \(list(values)), tetapi "
          + "margin \(others.map(list).joined(separator: " dan ")) tidak memungkinkannya. "
          + "Samakan keduanya.",
        en: "the margin of \(list(margin)) has \(number(count)) people in \(list(values)), which "
          + "the margin of \(others.map(list).joined(separator: " and ")) rules out. "
          + "Make them agree.")
    case .fitDoesNotConverge(let misfit, let iterations):
      Bilingual(
        id: "margin tidak dapat dipenuhi bersama: setelah \(iterations) putaran, "
          + "\(list(misfit.values)) di margin \(list(misfit.margin)) masih "
          + "\(number(misfit.fitted)) orang, bukan \(number(misfit.demanded)). Periksa marginnya.",
        en: "the margins cannot all hold: after \(iterations) rounds \(list(misfit.values)) in "
          + "the margin of \(list(misfit.margin)) still has \(number(misfit.fitted)) people "
          + "instead of \(number(misfit.demanded)). Check the margins.")
    case .tooManyCells(let columns, let most):
      Bilingual(
        id: "tabel gabungan kolom \(list(columns)) melebihi \(most) sel. "
          + "Ganti salah satu margin dengan given.",
        en: "a joint table of \(list(columns)) has more than \(most) cells. "
          + "Replace one of the margins by a rule of given.")
    case .nothingForValue(let value, let column, _):
      Bilingual(
        id: "tidak ada bagian untuk \(Bilingual.quoted(value)) dari kolom \(column). "
          + "Tambahkan nilai itu, atau other.",
        en: "there is nothing for \(Bilingual.quoted(value)) of the column \(column). "
          + "Add that value, or other.")
    default: marginWording
    }
  }

  private var marginWording: Bilingual {
    switch self {
    case .noPeople(let population):
      Bilingual(
        id: "population \(population), padahal sedikitnya 1. Perbaiki.",
        en: "population is \(population), but must be at least 1. Correct it.")
    case .cellDoesNotMatchColumns(let margin, let values):
      Bilingual(
        id: "\(list(values)) tidak cocok dengan kolom \(list(margin)). "
          + "Tulis satu nilai untuk setiap kolom.",
        en: "\(list(values)) does not fit the columns \(list(margin)). "
          + "Give one value for each column.")
    case .cellListedTwice(let margin, let values):
      Bilingual(
        id: "\(list(values)) disebut dua kali di margin \(list(margin)). Hapus salah satu.",
        en: "\(list(values)) stands twice in the margin of \(list(margin)). Delete one of them.")
    case .invalidCount(let margin, let values, let count):
      Bilingual(
        id: "\(number(count)) orang untuk \(list(values)) di margin \(list(margin)) tidak mungkin. "
          + "Perbaiki.",
        en: "\(number(count)) people for \(list(values)) in the margin of \(list(margin)) are "
          + "impossible. Correct it.")
    case .totalIsNotPopulation(let margin, let total, let population):
      Bilingual(
        id: "jumlah margin \(list(margin)) \(number(total)) orang, padahal population "
          + "\(population). Samakan keduanya.",
        en: "the margin of \(list(margin)) sums to \(number(total)) people, but population is "
          + "\(population). Make them equal.")
    default: ruleWording
    }
  }

  private var ruleWording: Bilingual {
    switch self {
    case .columnMadeTwice(let column):
      Bilingual(
        id: "kolom \(column) diatur dua kali. Hapus salah satu.",
        en: "the column \(column) is made twice. Delete one of them.")
    case .unknownColumn(let name, _):
      Bilingual(
        id: "kolom \(Bilingual.quoted(name)) belum diatur sebelumnya. Sebut kolom lain.",
        en: "the column \(Bilingual.quoted(name)) is not made before. Name another column.")
    case .unknownValue(let value, let column, _):
      Bilingual(
        id: "kolom \(column) tidak pernah bernilai \(Bilingual.quoted(value)). Perbaiki.",
        en: "the column \(column) never has the value \(Bilingual.quoted(value)). Correct it.")
    case .valueListedTwice(let value, _):
      Bilingual(
        id: "nilai \(Bilingual.quoted(value)) disebut dua kali. Hapus salah satu.",
        en: "the value \(Bilingual.quoted(value)) stands twice. Delete one of them.")
    case .invalidShares(_, _, let sum): MarginsFault.sharesDoNotSum(sum: sum).wording
    case .impossibleDistribution(_, _, let defect): defect.wording
    default: numberWording
    }
  }

  private var numberWording: Bilingual {
    switch self {
    case .noDistribution:
      Bilingual(
        id: "kolom ini tidak punya sebaran. Tambahkan distribution.",
        en: "this column has no distribution. Add one.")
    case .numberTooLarge:
      Bilingual(
        id: "sebaran ini menghasilkan angka yang terlalu besar. Tambahkan bounds.",
        en: "this distribution gives numbers that are too large. Add bounds.")
    case .decimalsOutOfRange(_, let decimals):
      Bilingual(
        id: "decimals \(decimals), padahal hanya 0 sampai 6. Perbaiki.",
        en: "decimals is \(decimals), but must be 0 to 6. Correct it.")
    default: Bilingual(id: "", en: "")
    }
  }

  private func list(_ names: [String]) -> String { names.joined(separator: " × ") }

  private func number(_ value: Double) -> String { NumberText.rounded(value) }
}

extension PopulationsError.Contradiction {
  fileprivate var wording: Bilingual {
    let place = zip(sharedColumns, values).map { "\($0) \($1)" }.joined(separator: ", ")
    let (left, right) = (first.joined(separator: " × "), second.joined(separator: " × "))
    let (one, other) = (NumberText.rounded(firstTotal), NumberText.rounded(secondTotal))
    return Bilingual(
      id: "dua margin bertentangan: untuk \(place) margin \(left) memuat \(one) orang, "
        + "margin \(right) \(other). Samakan keduanya.",
      en: "two margins contradict each other: for \(place) the margin of \(left) has \(one) "
        + "people, that of \(right) \(other). Make them agree.")
  }
}

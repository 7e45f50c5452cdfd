import HybridWork
import Simulation
import Statistics

extension AssumptionFault {
  var wording: Bilingual {
    switch self {
    case .missing(let ids):
      Bilingual(
        id: "asumsi berikut tidak ada dalam satu berkas pun: \(names(ids)). "
          + "Tambahkan di salah satunya.",
        en: "no file states these assumptions: \(names(ids)). Add them to one of the files.")
    case .impossibleDistribution(let defect):
      defect.wording
    case .reachesOutside(let lowest, let highest, let range):
      reachesOutside(lowest, highest, range)
    case .noValueBefore(let date, let firstDay):
      Bilingual(
        id: "nilai pertama berlaku mulai \(date.iso), padahal studi dimulai \(firstDay.iso). "
          + "Tambahkan nilai yang berlaku sebelumnya.",
        en: "the first value holds from \(date.iso), but the study begins on \(firstDay.iso). "
          + "Add the value that held before.")
    default: correlationWording
    }
  }

  private var correlationWording: Bilingual {
    switch self {
    case .correlatedWithItself(let id):
      Bilingual(
        id: "\(id.rawValue) dikorelasikan dengan dirinya sendiri. Sebut asumsi lain.",
        en: "\(id.rawValue) is correlated with itself. Name another assumption.")
    case .notAPair(let count):
      Bilingual(
        id: "korelasi menghubungkan dua asumsi, di sini ada \(count). Tulis dua.",
        en: "a correlation joins two assumptions, here are \(count). Name two.")
    case .pairTwice(let firstLine):
      Bilingual(
        id: "pasangan ini sudah ada di baris \(firstLine). Hapus salah satu.",
        en: "this pair already stands in line \(firstLine). Delete one of them.")
    case .notDistributed(let id, false):
      Bilingual(
        id: "\(id.rawValue) adalah angka tetap, sehingga tidak dapat berkorelasi. "
          + "Beri sebaran (distribution), atau hapus korelasi ini.",
        en: "\(id.rawValue) is a fixed number and cannot be correlated. "
          + "Give it a distribution, or delete this correlation.")
    case .notDistributed(let id, true):
      Bilingual(
        id: "dalam studi ini \(id.rawValue) angka tetap, sehingga korelasi ini tidak berlaku.",
        en: "\(id.rawValue) is a fixed number in this study, so this correlation has no effect.")
    case .correlationsAdjusted(let change):
      adjusted(change)
    default: Bilingual(id: "", en: "")
    }
  }

  private func adjusted(_ change: CorrelationMatrix.Change) -> Bilingual {
    let pair = names([change.first, change.second])
    let (asked, taken) = (NumberText.plain(change.asked), NumberText.rounded(change.taken))
    return Bilingual(
      id: "korelasi-korelasi ini mustahil bersama; dipakai yang terdekat. Paling berubah: "
        + "\(pair), dari \(asked) menjadi \(taken). Perkecil salah satunya.",
      en: "these correlations are impossible together; the nearest possible ones are taken. "
        + "Changed most: \(pair), from \(asked) to \(taken). Make one of them weaker.")
  }

  private func reachesOutside(
    _ lowest: Double, _ highest: Double, _ range: ClosedRange<Double>
  ) -> Bilingual {
    var bounds: [String] = []
    if lowest < range.lowerBound {
      bounds.append("at_least: \(NumberText.plain(range.lowerBound))")
    }
    if highest > range.upperBound {
      bounds.append("at_most: \(NumberText.plain(range.upperBound))")
    }
    let (low, high) = (NumberText.plain(range.lowerBound), NumberText.plain(range.upperBound))
    let (least, most) = (NumberText.rounded(lowest), NumberText.rounded(highest))
    let remedy = "bounds: {\(bounds.joined(separator: ", "))}"
    return Bilingual(
      id: "sebaran ini mencapai \(least) sampai \(most), padahal hanya \(low) sampai \(high) "
        + "dapat dipakai. Tambahkan \(remedy).",
      en: "this distribution reaches from \(least) to \(most), but only \(low) to \(high) "
        + "can be used. Add \(remedy).")
  }

  private func names(_ ids: [AssumptionID]) -> String {
    ids.map(\.rawValue).joined(separator: ", ")
  }
}

extension DistributionDefect {
  var wording: Bilingual {
    switch self {
    case .notFinite(let parameter, _):
      Bilingual(
        id: "\(parameter.rawValue) bukan angka yang dapat dihitung. Perbaiki.",
        en: "\(parameter.rawValue) is not a number to reckon with. Correct it.")
    case .negative(let parameter, let value):
      Bilingual(
        id: "\(parameter.rawValue) tidak boleh negatif (\(NumberText.plain(value))). Perbaiki.",
        en: "\(parameter.rawValue) may not be negative (\(NumberText.plain(value))). Correct it.")
    case .notPositive(let parameter, let value):
      Bilingual(
        id: "\(parameter.rawValue) harus lebih dari 0 (\(NumberText.plain(value))). Perbaiki.",
        en: "\(parameter.rawValue) must be above 0 (\(NumberText.plain(value))). Correct it.")
    case .lowAboveHigh(let low, let high):
      crossed("low", low, "high", high)
    case .boundsCrossed(let lower, let upper):
      crossed("at_least", lower, "at_most", upper)
    case .modeOutsideRange(let low, let mode, let high):
      Bilingual(
        id: "mode \(NumberText.plain(mode)) di luar \(NumberText.plain(low)) sampai "
          + "\(NumberText.plain(high)). Perbaiki.",
        en: "the mode \(NumberText.plain(mode)) is outside \(NumberText.plain(low)) to "
          + "\(NumberText.plain(high)). Correct it.")
    case .unequalCounts(let values, let weights):
      Bilingual(
        id: "ada \(values) nilai dan \(weights) bobot. Beri satu bobot untuk tiap nilai.",
        en: "there are \(values) values and \(weights) weights. Give each value one weight.")
    case .notAscending(let value):
      Bilingual(
        id: "nilai \(NumberText.plain(value)) tidak lebih besar daripada yang sebelumnya. "
          + "Urutkan nilai dari kecil ke besar, masing-masing sekali.",
        en: "the value \(NumberText.plain(value)) is not above the one before it. "
          + "Order the values from low to high, each once.")
    case .noWeight:
      Bilingual(
        id: "semua bobot nol. Beri setidaknya satu bobot di atas 0.",
        en: "all weights are zero. Give at least one weight above 0.")
    case .nothingWithinBounds:
      Bilingual(
        id: "tidak ada bagian sebaran di dalam batas ini. Perbaiki batas atau sebarannya.",
        en: "nothing of the distribution lies within these bounds. "
          + "Correct the bounds or the distribution.")
    }
  }

  private func crossed(
    _ lowName: String, _ low: Double, _ highName: String, _ high: Double
  )
    -> Bilingual
  {
    let (least, most) = (NumberText.plain(low), NumberText.plain(high))
    return Bilingual(
      id: "\(lowName) (\(least)) lebih besar daripada \(highName) (\(most)). Tukar keduanya.",
      en: "\(lowName) (\(least)) is above \(highName) (\(most)). Exchange the two.")
  }
}

import HybridWork
import Simulation

/// What the numbers allow to propose; never more than a trial, and never what they speak against.
struct Recommendation {
  let context: DocumentContext

  /// Sentences in order; at least one.
  var sentences: [HTML] {
    guard let subject = context.subject else {
      return [
        context.say(
          "Tidak ada kebijakan yang dapat diusulkan atas dasar angka ini; kondisi saat ini "
            + "dipertahankan.",
          "No policy can be proposed on these numbers; things stay as they are.")
      ]
    }
    let title = context.title(subject)
    let findings = PolicyFindings(context: context, scenario: subject)
    let obstacles = context.shortlist.obstacles(subject)
    if obstacles.contains(.refused) || obstacles.contains(.beyondLaw) {
      let reasons = obstacles.map { $0.text[context.language] }.joined(separator: ", ")
      return [
        context.say(
          "{0} tidak diusulkan: {1}.", "{0} is not proposed: {1}.", title, HTML(reasons))
      ]
    }
    if context.shortlist.passing.contains(subject) {
      return [
        context.say(
          "{0} dapat diusulkan untuk uji coba terbatas dengan pengukuran yang ditetapkan sebelum mulai.",
          "{0} can be proposed for a limited trial with measures fixed before it starts.", title)
      ]
    }
    guard context.shortlist.isJudged else {
      return [
        context.say(
          "Tetapkan ambang lebih dahulu; tanpa ambang angka ini tidak mendukung atau menolak {0}.",
          "Set thresholds first; without them these numbers neither support nor refuse {0}.", title)
      ]
    }
    var sentences = findings.unsafe
    if obstacles.contains(.extrapolated), let beyond = findings.extrapolation {
      sentences.append(beyond)
    }
    return sentences + [
      context.say(
        "{0} belum diusulkan; perbaiki hal di atas atau uji lebih dahulu.",
        "{0} is not proposed yet; mend the above or test it first.", title)
    ]
  }
}

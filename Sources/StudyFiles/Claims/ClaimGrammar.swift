import HybridWork
public import Simulation

/// Reads a claim typed in: a word and a signed percentage, such as `electricity -75%`.
public enum ClaimGrammar {
  /// What is wrong with a claim typed in.
  public enum Fault: Error, Equatable {
    /// Neither a word and a percentage nor a word alone for what is not modelled.
    case form(String)
    case unknownSubject(String, nearest: String?)
    /// Not a number, or beyond −100…100.
    case percentage(String)
  }

  /// The words for subjects, in both languages.
  public static let words: [(word: String, subject: ClaimSubject)] = [
    ("listrik", .electricity), ("electricity", .electricity), ("air", .water), ("water", .water),
    ("kantor", .officeRunning), ("office", .officeRunning), ("bbm", .fuel), ("fuel", .fuel),
    ("uang-makan", .mealAllowance), ("meal-allowance", .mealAllowance), ("makan-siang", .lunch),
    ("lunch", .lunch), ("perjalanan", .travel), ("travel", .travel),
    ("operasional", .runningCosts), ("running-costs", .runningCosts), ("kinerja", .output),
    ("output", .output), ("generasi-z", .generationZ), ("generation-z", .generationZ),
    ("stres", .stress), ("stress", .stress), ("kepuasan", .satisfaction),
    ("satisfaction", .satisfaction), ("lincah", .agility), ("agility", .agility),
    ("penghargaan", .awards), ("awards", .awards), ("kemacetan", .congestion),
    ("congestion", .congestion), ("bensin-nasional", .nationalFuel),
    ("national-fuel", .nationalFuel),
  ]

  /// The claim of a text.
  ///
  /// - Throws: ``Fault`` when it is none.
  public static func claim(_ text: String) throws(Fault) -> Claim {
    let parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let word = parts.first?.lowercased(), parts.count <= 2 else { throw .form(text) }
    guard let subject = words.first(where: { $0.word == word })?.subject else {
      throw .unknownSubject(word, nearest: NearestName.find(word, in: words.map(\.word)))
    }
    guard subject.isModelled else { return claim(text, subject, 0) }
    guard parts.count == 2 else { throw .form(text) }
    return claim(text, subject, try share(parts[1]))
  }

  private static func claim(_ text: String, _ subject: ClaimSubject, _ change: Double) -> Claim {
    Claim(
      id: text, text: Bilingual(id: text, en: text), subject: subject, change: change,
      base: Bilingual(
        id: "dibanding kondisi pembanding studi, seluruh kalender, semua pegawai",
        en: "against the study's baseline, the whole calendar, all staff"), provenance: nil)
  }

  /// A percentage as a share; a decimal comma is as good as a point here.
  private static func share(_ text: String) throws(Fault) -> Double {
    guard text.hasSuffix("%") else { throw .percentage(text) }
    let digits = text.dropLast().replacing(",", with: ".").replacing("−", with: "-")
    guard let percent = Double(digits), (-100...100).contains(percent) else {
      throw .percentage(text)
    }
    return percent / 100
  }
}

import Foundation
import HybridWork

/// Numbers as planners read them: `Rp 1.250.000` and `12,5%` in Indonesian.
struct NumberText {
  let language: Language

  private var locale: Locale { Locale(identifier: language == .indonesian ? "id_ID" : "en_GB") }

  /// What stands for a value that is not defined.
  static let undefined = "–"

  /// A number with a fixed count of decimals and grouped thousands.
  func number(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return Self.undefined }
    // A rounded zero carries no sign.
    let scale = pow(10, Double(decimals))
    let shown = (value * scale).rounded() == 0 ? 0 : value
    return shown.formatted(
      .number.locale(locale).precision(.fractionLength(decimals)).grouping(.automatic))
  }

  /// A number of any size with about four significant digits.
  func significant(_ value: Double) -> String {
    let size = abs(value)
    return number(value, decimals: size >= 1000 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 4)
  }

  /// A share as a percentage.
  func percent(_ share: Double, decimals: Int = 1) -> String {
    guard share.isFinite else { return Self.undefined }
    return number(share * 100, decimals: decimals) + "%"
  }

  /// An amount of money, in millions or billions where it is large.
  func rupiah(_ amount: Double) -> String {
    guard amount.isFinite else { return Self.undefined }
    let sign = amount <= -0.5 ? "−" : ""
    let size = abs(amount)
    let (million, billion) = language == .indonesian ? ("juta", "miliar") : ("million", "billion")
    let text: String
    if size >= 1e9 {
      text = "\(number(size / 1e9, decimals: 2)) \(billion)"
    } else if size >= 1e6 {
      text = "\(number(size / 1e6, decimals: 1)) \(million)"
    } else {
      text = number(size, decimals: 0)
    }
    return "\(sign)Rp \(text)"
  }

  /// A value with its 90% range in brackets; the value alone when the range is a point.
  func ranged(_ middle: Double, _ low: Double, _ high: Double, _ show: (Double) -> String) -> String
  {
    let texts = (show(middle), show(low), show(high))
    guard texts.0 != texts.1 || texts.0 != texts.2 else { return texts.0 }
    return "\(texts.0) [\(texts.1) … \(texts.2)]"
  }
}

public import Foundation

/// `bundle.json`: what a bundle was made from and the hashes of everything in it.
public struct BundleManifest: Encodable {
  let luwes: String
  let study: String
  let madeFromRun: String
  let smallestGroup: Int
  let staff: String
  let relativeTolerance = BundleComparison.relativeTolerance
  let rangeTolerance = BundleComparison.rangeTolerance
  let differenceTolerance = BundleComparison.differenceTolerance
  let notice = Manifest.notice
  let files: [Manifest.Entry]

  enum CodingKeys: String, CodingKey {
    case luwes, study, staff, notice, files
    case madeFromRun = "made_from_run"
    case smallestGroup = "smallest_group"
    case relativeTolerance = "relative_tolerance"
    case rangeTolerance = "range_tolerance"
    case differenceTolerance = "difference_tolerance"
  }

  /// The manifest over the files of a bundle.
  ///
  /// - Parameters:
  ///   - version: Luwes' version.
  ///   - study: The study's identifier.
  ///   - runID: The run that the bundle was made from.
  ///   - smallestGroup: People that a value needs.
  ///   - replacesRegister: Whether made-up people stand for a real register.
  ///   - files: Names and contents of all else.
  public init(
    version: String, study: String, runID: String, smallestGroup: Int, replacesRegister: Bool,
    files: [(name: String, content: Data)]
  ) {
    luwes = version
    self.study = study
    madeFromRun = runID
    self.smallestGroup = smallestGroup
    staff = replacesRegister ? "stand-in" : "synthetic"
    self.files = files.map {
      Manifest.Entry(path: $0.name, hash: ContentHash($0.content), kept: .tracked)
    }
  }

  /// The manifest as JSON with keys in a fixed order.
  ///
  /// - Throws: An encoding error, which no manifest gives.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }
}

public import Foundation

/// What a part of a run was made from: enough to make sure that parts belong together.
public struct ShardManifest: Codable, Equatable, Sendable {
  /// Luwes' version.
  public let luwes: String
  /// The study as the command line named it, with the options that decide the results.
  public let arguments: [String]
  /// The part, such as `2/3`.
  public let shard: String
  /// What the run is asked to do.
  public let options: Manifest.Options
  /// Every file read, in order of first use.
  public let inputs: [Manifest.Entry]
  /// SHA-256 of ``samplesFile``.
  public let samples: String

  /// The file beside the manifest that holds the part's samples.
  public static let samplesFile = "samples.bin"
  private static let file = "manifest.json"

  /// The manifest of a part with known samples.
  public init(
    version: String, arguments: [String], shard: String, options: Manifest.Options,
    inputs: [Manifest.Entry], samples: [UInt8]
  ) {
    luwes = version
    self.arguments = arguments
    self.shard = shard
    self.options = options
    self.inputs = inputs
    self.samples = ContentHash(samples).digits
  }

  /// Why a folder is no part that can be merged.
  public enum Failure: Error, Equatable {
    /// There is no part in the folder.
    case notAPart(path: String)
    /// The samples are missing or are not those that were written.
    case damaged(path: String)
  }

  /// Reads the manifest of the part in a folder.
  ///
  /// - Throws: ``Failure/notAPart(path:)``.
  public static func read(folder path: String) throws(Failure) -> ShardManifest {
    guard
      let text = try? Data(
        contentsOf: URL(fileURLWithPath: path).appendingPathComponent(file)),
      let manifest = try? JSONDecoder().decode(ShardManifest.self, from: text)
    else { throw .notAPart(path: path) }
    return manifest
  }

  /// Reads the samples that lie beside the manifest.
  ///
  /// - Throws: ``Failure/damaged(path:)`` unless they have the hash that it names.
  public func samples(folder path: String) throws(Failure) -> [UInt8] {
    let url = URL(fileURLWithPath: path).appendingPathComponent(Self.samplesFile)
    guard let data = try? Data(contentsOf: url) else { throw .damaged(path: path) }
    let bytes = Array(data)
    guard ContentHash(bytes).digits == samples else { throw .damaged(path: path) }
    return bytes
  }

  /// The files of a part, to be written together.
  ///
  /// - Throws: An encoding error, which no manifest gives.
  public func files(samples: [UInt8]) throws -> [(name: String, content: Data)] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return [
      (Self.samplesFile, Data(samples)), (Self.file, try encoder.encode(self) + Data("\n".utf8)),
    ]
  }
}

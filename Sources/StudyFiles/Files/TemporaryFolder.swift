import Foundation

/// The folder for files on the way, which a workbook is read by way of.
enum TemporaryFolder {
  /// What keeps the folder from taking a small file; nil when it takes one.
  ///
  /// Asked after a failure, while what was written so far still stands there.
  static var fault: FileFault? {
    let folder = FileManager.default.temporaryDirectory
    let path = folder.appendingPathComponent("luwes-\(UUID().uuidString)").path
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { return fault(errno, folder.path) }
    defer {
      close(file)
      unlink(path)
    }
    let block = Array(repeating: UInt8(0), count: 1 << 16)
    let written = write(file, block, block.count)
    return written == block.count ? nil : fault(written < 0 ? errno : ENOSPC, folder.path)
  }

  private static func fault(_ code: Int32, _ path: String) -> FileFault {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: .temporaryFolderFull(path: path)
    default: .temporaryFolderClosed(path: path)
    }
  }
}

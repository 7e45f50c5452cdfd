import Foundation

/// Why the system refused to write.
public enum WritingRefusal: Error, Hashable {
  /// The disk, or the share of it that one may use, is full.
  case noSpace
  /// The file system may only be read.
  case readOnly
  /// The user may not write there.
  case notAllowed
  /// A file stands where a folder is needed.
  case notAFolder
  /// A folder stands where a file is needed.
  case isFolder
  /// Another program holds the file.
  case inUse
  /// The file would be larger than allowed.
  case tooLarge
  /// The folder it would lie in is not there.
  case noFolder
  /// The name is longer than the system takes.
  case nameTooLong
  /// The device fails, or says no more than that it can't be read or written.
  case deviceFails
  /// Another reason, in the system's words.
  case other(String)

  /// The meaning of a code of the system.
  public init(code: Int32) {
    switch code {
    case ENOSPC, EDQUOT: self = .noSpace
    case EROFS: self = .readOnly
    case EACCES, EPERM: self = .notAllowed
    case ENOTDIR, EEXIST: self = .notAFolder
    case EISDIR: self = .isFolder
    case EBUSY, ETXTBSY: self = .inUse
    case EFBIG: self = .tooLarge
    case ENOENT: self = .noFolder
    case ENAMETOOLONG: self = .nameTooLong
    case EIO, ENODEV, ENXIO: self = .deviceFails
    default: self = .other(String(cString: strerror(code)))
    }
  }

  /// The meaning of an error that was thrown.
  public init(_ error: any Error) {
    if let known = error as? WritingRefusal {
      self = known
      return
    }
    let cocoa = error as NSError
    if let inner = cocoa.userInfo[NSUnderlyingErrorKey] as? NSError,
      inner.domain == NSPOSIXErrorDomain
    {
      self.init(code: Int32(inner.code))
      return
    }
    if cocoa.domain == NSPOSIXErrorDomain {
      self.init(code: Int32(cocoa.code))
      return
    }
    guard cocoa.domain == NSCocoaErrorDomain else {
      self = .other(cocoa.localizedDescription)
      return
    }
    switch CocoaError.Code(rawValue: cocoa.code) {
    case .fileWriteOutOfSpace: self = .noSpace
    case .fileWriteVolumeReadOnly: self = .readOnly
    case .fileWriteNoPermission: self = .notAllowed
    case .fileWriteFileExists: self = .notAFolder
    case .fileNoSuchFile: self = .noFolder
    case .fileWriteInvalidFileName: self = .nameTooLong
    default: self = .other(cocoa.localizedDescription)
    }
  }
}

import Foundation
import RunArchive
import Testing

@Suite("why something is not written")
struct WritingRefusalTests {
  @Test(
    "codes of the system have a meaning",
    arguments: [
      (ENOSPC, WritingRefusal.noSpace), (EDQUOT, .noSpace), (EROFS, .readOnly),
      (EACCES, .notAllowed), (EPERM, .notAllowed), (ENOTDIR, .notAFolder), (EISDIR, .isFolder),
      (ETXTBSY, .inUse), (EBUSY, .inUse), (EFBIG, .tooLarge), (ENOENT, .noFolder),
      (ENAMETOOLONG, .nameTooLong), (EIO, .deviceFails),
      (ELOOP, .other(String(cString: strerror(ELOOP)))),
    ])
  func codes(_ code: Int32, _ refusal: WritingRefusal) {
    #expect(WritingRefusal(code: code) == refusal)
    let posix = NSError(domain: NSPOSIXErrorDomain, code: Int(code))
    #expect(WritingRefusal(posix) == WritingRefusal(code: code))
    let wrapped = NSError(
      domain: NSCocoaErrorDomain, code: 512, userInfo: [NSUnderlyingErrorKey: posix])
    #expect(WritingRefusal(wrapped) == refusal)
  }

  @Test("a full device is met as no space")
  func fullDevice() throws {
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
    do {
      try handle.write(contentsOf: Data("x".utf8))
      Issue.record("/dev/full took a byte")
    } catch {
      #expect(WritingRefusal(error) == .noSpace)
    }
  }
}

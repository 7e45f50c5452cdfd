import HybridWork
import RunArchive

extension WritingRefusal {
  /// The reason as part of a sentence.
  func text(_ language: Language) -> String {
    let wording: Bilingual =
      switch self {
      case .noSpace: Bilingual(id: "ruang penyimpanan penuh", en: "no space is left")
      case .readOnly:
        Bilingual(id: "penyimpanan ini hanya dapat dibaca", en: "this storage can only be read")
      case .notAllowed:
        Bilingual(id: "Anda tidak berhak menulis di sini", en: "you may not write here")
      case .notAFolder:
        Bilingual(
          id: "ada berkas di tempat yang memerlukan folder",
          en: "a file stands where a folder is needed")
      case .isFolder:
        Bilingual(
          id: "ada folder di tempat yang memerlukan berkas",
          en: "a folder stands where a file is needed")
      case .inUse:
        Bilingual(
          id: "sedang dipakai program lain; tutup dahulu", en: "another program uses it; close it")
      case .tooLarge:
        Bilingual(
          id: "berkas melebihi ukuran yang diizinkan", en: "the file is larger than allowed")
      case .noFolder: Bilingual(id: "foldernya tidak ada", en: "its folder is not there")
      case .nameTooLong:
        Bilingual(id: "namanya terlalu panjang", en: "its name is too long")
      case .deviceFails:
        Bilingual(
          id: "penyimpanan gagal dibaca atau ditulis", en: "the storage fails to be read or written"
        )
      case .other(let reason): Bilingual(id: reason, en: reason)
      }
    return wording[language]
  }

  /// The sentence for a file that was not written.
  func sentence(_ path: String, _ language: Language) -> String {
    language == .indonesian
      ? "\(path): tidak dapat ditulis (\(text(language)))."
      : "\(path): can't be written (\(text(language)))."
  }
}

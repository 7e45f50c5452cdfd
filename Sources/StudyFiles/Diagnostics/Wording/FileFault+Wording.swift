import HybridWork

extension FileFault {
  var wording: Bilingual {
    switch self {
    case .missing:
      Bilingual(
        id: "berkas ini tidak ada. Periksa nama dan foldernya.",
        en: "this file does not exist. Check its name and folder.")
    case .isFolder:
      Bilingual(
        id: "ini folder, padahal yang diperlukan berkas. Tulis nama berkas di dalamnya.",
        en: "this is a folder, but a file is needed. Give the name of a file in it.")
    case .unreadable(let reason):
      Bilingual(
        id: "berkas ini tidak dapat dibaca (\(reason)). Periksa hak akses dan tempatnya.",
        en: "this file cannot be read (\(reason)). Check its permissions and place.")
    case .tooLarge(let bytes, let limit):
      Bilingual(
        id:
          "berkas ini berukuran \(bytes) byte, paling besar \(limit). Bagi menjadi beberapa berkas.",
        en: "this file has \(bytes) bytes, at most \(limit) are read. Divide it into several files."
      )
    case .empty:
      Bilingual(
        id: "berkas ini kosong. Isi dahulu, atau hapus namanya dari studi.",
        en: "this file is empty. Fill it, or take its name out of the study.")
    case .isUTF16:
      Bilingual(
        id:
          "berkas ini disimpan sebagai UTF-16. Simpan lagi sebagai \"CSV UTF-8\" atau teks UTF-8.",
        en: "this file is saved as UTF-16. Save it again as \"CSV UTF-8\" or as UTF-8 text.")
    case .isWorkbook:
      Bilingual(
        id: "ini buku kerja Excel, bukan teks. Di Excel pilih Simpan Sebagai, \"CSV UTF-8\".",
        en: "this is an Excel workbook, not text. In Excel choose Save As, \"CSV UTF-8\".")
    case .brokenWorkbook:
      Bilingual(
        id:
          "buku kerja ini tidak dapat dibuka (rusak, berkata sandi, atau bukan .xlsx). Buka di Excel "
          + "dan simpan lagi sebagai .xlsx tanpa kata sandi.",
        en:
          "this workbook cannot be opened (damaged, with a password, or no .xlsx). Open it in Excel "
          + "and save it again as .xlsx without a password.")
    case .emptyWorkbook:
      Bilingual(
        id: "tidak ada lembar berisi yang terlihat dalam buku kerja ini. Isi lembar pertamanya.",
        en: "no visible sheet of this workbook holds anything. Fill its first sheet.")
    case .noWorkbookReader:
      Bilingual(
        id: "buku kerja Excel hanya dapat dibaca dengan python3-openpyxl (sudo apt-get install "
          + "python3-openpyxl). Pasang, atau simpan lembarnya sebagai \"CSV UTF-8\".",
        en:
          "an Excel workbook is read by python3-openpyxl only (sudo apt-get install python3-openpyxl)."
          + " Install it, or save the sheet as \"CSV UTF-8\".")
    case .temporaryFolderFull(let path):
      Bilingual(
        id:
          "folder sementara \(path) penuh, padahal buku kerja dibaca lewat folder itu. Kosongkan, "
          + "atau sebut folder lain dengan TMPDIR.",
        en:
          "the temporary folder \(path) is full, and workbooks are read by way of it. Make room in "
          + "it, or name another by TMPDIR.")
    case .temporaryFolderClosed(let path):
      Bilingual(
        id:
          "folder sementara \(path) tidak dapat ditulis, padahal buku kerja dibaca lewat folder itu. "
          + "Sebut folder lain dengan TMPDIR.",
        en:
          "the temporary folder \(path) can't be written, and workbooks are read by way of it. Name "
          + "another by TMPDIR.")
    case .notUTF8(let byte, let lines):
      Bilingual(
        id: "byte \(hexadecimal(UInt32(byte))) bukan teks UTF-8 (\(lines) baris terkena). "
          + "Simpan lagi berkas ini sebagai UTF-8.",
        en: "byte \(hexadecimal(UInt32(byte))) is not UTF-8 text (\(lines) lines affected). "
          + "Save the file again as UTF-8.")
    case .controlCharacter(let code, let lines):
      Bilingual(
        id:
          "tanda kendali \(hexadecimal(code)) tidak boleh ada dalam teks (\(lines) baris terkena). "
          + "Hapus tanda itu, atau ekspor lagi berkas ini.",
        en:
          "control character \(hexadecimal(code)) may not stand in text (\(lines) lines affected). "
          + "Delete it, or export the file again.")
    case .furtherFaults(let count):
      Bilingual(
        id: "ada \(count) masalah lagi dalam berkas ini. Perbaiki dahulu yang di atas.",
        en: "there are \(count) more problems in this file. Mend those above first.")
    }
  }

  private func hexadecimal(_ code: UInt32) -> String {
    "0x" + (code < 16 ? "0" : "") + String(code, radix: 16, uppercase: true)
  }
}

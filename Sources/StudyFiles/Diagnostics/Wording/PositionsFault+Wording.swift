import HybridWork

extension PositionsFault {
  var wording: Bilingual {
    switch self {
    case .positionTwice(let name, let line):
      Bilingual(
        id: "jabatan \(Bilingual.quoted(name)) sudah ada di baris \(line). Hapus salah satu.",
        en: "the position \(Bilingual.quoted(name)) already stands in line \(line). "
          + "Delete one of them.")
    case .taskTwice(let name, let line):
      Bilingual(
        id: "tugas \(Bilingual.quoted(name)) dari jabatan ini sudah ada di baris \(line). "
          + "Gabungkan porsinya, atau beri nama lain.",
        en: "the task \(Bilingual.quoted(name)) of this position already stands in line \(line). "
          + "Add up the shares, or choose another name.")
    case .sharesDoNotSum(let name, let sum):
      Bilingual(
        id: "porsi waktu jabatan \(Bilingual.quoted(name)) berjumlah \(NumberText.rounded(sum)), "
          + "seharusnya 1 (±0.005). Perbaiki porsinya.",
        en: "the shares of time of \(Bilingual.quoted(name)) sum to \(NumberText.rounded(sum)), "
          + "1 (±0.005) is expected. Correct the shares.")
    case .movableAboveShares(let movable, let limit):
      Bilingual(
        id: "movable_share \(NumberText.rounded(movable)) melebihi together_share + alone_share "
          + "(\(NumberText.rounded(limit))). Perbaiki, atau kosongkan agar dihitung.",
        en: "movable_share \(NumberText.rounded(movable)) is above together_share + alone_share "
          + "(\(NumberText.rounded(limit))). Correct it, or leave it blank to have it computed.")
    case .kindDiffers(let kind, let other, let line):
      Bilingual(
        id: "jenis jabatan \(kind.rawValue) bertentangan dengan \(other.rawValue) untuk jabatan "
          + "yang sama (mulai baris \(line)). Samakan.",
        en: "the kind \(kind.rawValue) contradicts \(other.rawValue) for the same position "
          + "(from line \(line)). Make them equal.")
    default: fitWording
    }
  }

  /// How the table and the staff do not fit.
  private var fitWording: Bilingual {
    switch self {
    case .positionsMissing(let names):
      Bilingual(
        id: "\(names.count) jabatan pegawai tidak ada dalam tabel ini (\(list(names))): "
          + "kolom jabatannya tidak diketahui. Tambahkan.",
        en: "\(names.count) position(s) of the staff are not in this table (\(list(names))): "
          + "their columns are unknown. Add them.")
    case .positionsUnused(let names):
      Bilingual(
        id: "\(names.count) jabatan dalam tabel ini tidak dipegang siapa pun (\(list(names))). "
          + "Periksa ejaannya.",
        en: "\(names.count) position(s) of this table are held by nobody (\(list(names))). "
          + "Check their spelling.")
    case .noPositionColumn:
      Bilingual(
        id: "data pegawai tidak memuat kolom position: tabel jabatan tidak dapat dipakai. "
          + "Tambahkan kolomnya.",
        en: "the staff have no column position: the table of positions can't be used. "
          + "Add the column.")
    default: Bilingual(id: "", en: "")
    }
  }

  /// The first three names, and a mark that there are more.
  private func list(_ names: [String]) -> String {
    names.prefix(3).map(Bilingual.quoted).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
  }
}

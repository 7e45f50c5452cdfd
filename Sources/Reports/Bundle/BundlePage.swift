import HybridWork
import Populations
import RunArchive
import Simulation

/// `README.md` of a bundle, in both languages.
public struct BundlePage {
  private let facts: BundleFacts

  /// The page of a bundle.
  public init(_ facts: BundleFacts) { self.facts = facts }

  /// The page as Markdown.
  public var markdown: String {
    "\(text(.indonesian))\n---\n\n\(text(.english))"
  }

  private func text(_ language: Language) -> String {
    let numbers = NumberText(language: language)
    func say(_ indonesian: String, _ english: String) -> String {
      language == .indonesian ? indonesian : english
    }
    let id = facts.study.header.id
    let percent = { (share: Double) in numbers.number(share * 100, decimals: 0) }
    let half = numbers.number(BundleComparison.differenceTolerance * 100, decimals: 1)
    let staff = staff(language)
    let verdict =
      facts.held == facts.compared
      ? say("Semuanya dalam toleransi.", "All are within the tolerance.")
      : say(
        "**\(facts.compared - facts.held) di luar toleransi**: lihat kolom `holds`.",
        "**\(facts.compared - facts.held) are beyond the tolerance**: see the column `holds`.")
    let held = held
    let least = facts.study.reporting.smallestGroup
    let merged = facts.merged.map { column, people in
      "\(column.rawValue) (\(people < least ? "< \(least)" : "\(people)"))"
    }.joined(separator: ", ")
    let mergedLine =
      merged.isEmpty
      ? ""
      : "\n"
        + say(
          "Pegawai yang nilainya jarang dan digabung, menurut kolom: \(merged).",
          "People whose value was rare and was merged, by column: \(merged).") + "\n"
    return """
      # \(facts.study.header.title[language].markdownEscaped)

      \(language[.simulationOnly]) \(facts.study.header.classificationLine[language])

      \(staff)
      \(mergedLine)
      ## \(say("Menjalankan", "Running it"))

      ```sh
      luwes run scenarios/\(id)\(held)        # \(say("menulis", "writes")) results/\(id)/
      luwes verify results/\(id)
      ```

      \(say("Benih, jumlah dunia, dan ulangan ada di", "Seed, worlds and replications are in")) `scenarios/\(id)/study.yaml`. \(say("Laporan:", "The report:")) `results/\(id)/report.html`.

      ## \(say("Seberapa dekat dengan aslinya", "How near it is to the original"))

      \(say(
        "`comparison.csv` memuat setiap ukuran setiap kebijakan: hasil asli, hasil bundel, selisih. Toleransi: \(percent(BundleComparison.relativeTolerance))% dari angka asli atau \(percent(BundleComparison.rangeTolerance))% dari lebar rentang 90%-nya, mana yang lebih besar; selisih terhadap pembanding juga boleh berbeda \(half)% dari rata-rata ukurannya.",
        "`comparison.csv` has every outcome of every policy: the original figure, the bundle's, how far apart. The tolerance is \(percent(BundleComparison.relativeTolerance))% of the original figure or \(percent(BundleComparison.rangeTolerance))% of the width of its 90% range, whichever is larger; differences from the baseline may also be apart by \(half)% of the outcome's mean."))
      \(say(
        "Dibandingkan \(facts.compared) angka, \(facts.held) dalam toleransi.",
        "\(facts.compared) figures were compared, \(facts.held) are within it.")) \(verdict)

      \(say("Simulasi asal", "Made from run")): `\(facts.runID)`

      """
  }

  /// The options that hold assumptions as the run did, which no file says.
  private var held: String {
    let held = facts.study.heldAssumptions
    return (held.choice.map { " --assumption-set \($0)" } ?? "")
      + held.fixed.map { " --set \($0.id.rawValue)=\($0.value)" }.joined()
  }

  /// Who the staff in the bundle are.
  private func staff(_ language: Language) -> String {
    let id = facts.study.header.id
    let smallest = NumberText(language: language).number(
      Double(facts.study.reporting.smallestGroup), decimals: 0)
    func say(_ indonesian: String, _ english: String) -> String {
      language == .indonesian ? indonesian : english
    }
    return facts.replacesRegister
      ? say(
        "`scenarios/\(id)/staff.csv` berisi pegawai **buatan** yang menggantikan daftar pegawai: tanpa NIP, nama, dan tanggal lahir."
          + " Nilai yang dimiliki kurang dari \(smallest) pegawai digabung lebih dahulu; nilai dibagikan di dalam kelompok yang beranggota paling sedikit \(smallest) pegawai asli. Ini mempersulit pengenalan orang, bukan jaminan matematis."
          + " Unit, jabatan, dan pendidikan diberi nomor acak. Jumlah petugas sebuah layanan dibiarkan apa adanya mulai \(StandInTerms.smallestService) orang.",
        "`scenarios/\(id)/staff.csv` holds **made-up** staff in place of the register: no employee numbers, names or dates of birth."
          + " Values held by fewer than \(smallest) people are merged first; values are dealt within groups of at least \(smallest) real people. That makes it hard to tell who somebody is; it is no mathematical guarantee."
          + " Units, positions and education have random numbers. The staff of a service is left as it is from \(StandInTerms.smallestService) people on."
      )
      : say(
        "Pegawai studi ini sudah buatan; berkasnya sama dengan aslinya, tanpa komentar.",
        "The staff of this study are made up already; its files say the same as the original, without comments."
      )
  }
}

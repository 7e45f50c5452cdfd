public import HybridWork
import Populations
import RunArchive
import Simulation

/// A template for the assessment of the impact on personal data (UU 27/2022), half filled in.
///
/// Luwes states what it knows: which data, what for, what leaves the agency and how it is protected.
/// What only the agency can say is left open as dots; what the law asks in detail was not read and
/// says so.
public struct ImpactAssessment {
  private let facts: BundleFacts
  private let language: Language

  /// The template about a bundle in one language.
  public init(_ facts: BundleFacts, language: Language) {
    self.facts = facts
    self.language = language
  }

  /// The name of its file, without the ending.
  public var name: String {
    choose("penilaian-dampak-pelindungan-data-pribadi", "personal-data-impact-assessment")
  }

  /// The template as HTML with every text escaped.
  public var html: String {
    let title = choose(
      "Penilaian Dampak Pelindungan Data Pribadi (templat)",
      "Personal data protection impact assessment (template)")
    let body =
      [stamp, .element("h1", [:], [HTML(title)]), basis] + who + what + leaves + risks + decision
      + [stamp]
    return HTML.documentType.followed(
      by: .element(
        "html", ["lang": language.rawValue],
        [
          .element("head", [:], [.void("meta", ["charset": "utf-8"])]),
          .element("body", [:], body.flatMap { [$0, HTML.newline] }),
        ])
    ).markup
  }

  private func choose(_ indonesian: String, _ english: String) -> String {
    language == .indonesian ? indonesian : english
  }

  private func paragraph(_ indonesian: String, _ english: String) -> HTML {
    .element("p", [:], [HTML(choose(indonesian, english))])
  }

  private func heading(_ indonesian: String, _ english: String) -> HTML {
    .element("h2", [:], [HTML(choose(indonesian, english))])
  }

  private func list(_ items: [String]) -> HTML {
    .element("ul", [:], items.map { .element("li", [:], [.element("p", [:], [HTML($0)])]) })
  }

  /// Questions of which only the agency knows the answer.
  private func open(_ questions: [(String, String)]) -> HTML {
    let rows = questions.map { indonesian, english in
      HTML.element(
        "tr", [:],
        [
          .element("td", [:], [HTML(choose(indonesian, english))]),
          .element("td", [:], [DocumentContext.blank]),
        ])
    }
    return .element(
      "table", [:],
      [
        .element(
          "colgroup", [:], [40, 60].map { .void("col", ["style": "width: \($0)%"]) }),
        .element("tbody", [:], rows),
      ])
  }

  private var stamp: HTML {
    let header = facts.study.header
    return .element(
      "div", ["custom-style": "Stamp"],
      [
        .element(
          "p", [:],
          [
            .element("strong", [:], [HTML(language[.simulationOnly])]), " ",
            HTML(header.classificationLine[language]), " ",
            HTML("\(language[.runID]): \(facts.runID)"),
          ])
      ])
  }

  private var basis: HTML {
    paragraph(
      "Dasar: UU 27/2022 tentang Pelindungan Data Pribadi. Naskah undang-undang tidak dibaca oleh pembuat templat ini: kapan penilaian wajib (Pasal 34), isi minimumnya, dan data mana yang bersifat spesifik perlu diperiksa dengan naskah resminya.",
      "Basis: UU 27/2022 on the protection of personal data. Whoever made this template has not read the text of the law: when an assessment is due (article 34), what it must hold at least, and which data are of a specific kind are to be checked against the official text."
    )
  }

  private var who: [HTML] {
    [
      heading("1. Pengendali dan tujuan", "1. Controller and purpose"),
      open([
        ("Pengendali data (instansi, pejabat)", "Controller (agency, official)"),
        ("Pejabat pelindungan data, bila ada", "Data protection officer, if there is one"),
        ("Pengolah data dan perjanjiannya", "Processor, and the contract"),
        ("Dasar pemrosesan (diperiksa bagian hukum)", "Legal basis (checked by the legal office)"),
        ("Penerima bundel dan keperluannya", "Who gets the bundle, and what for"),
      ]),
      .element(
        "p", [:],
        [
          HTML(choose("Tujuan menurut studi: ", "Purpose as the study states it: ")),
          HTML(facts.study.header.title[language]), " – ",
          HTML(facts.study.header.description[language]),
        ]),
      paragraph(
        "Luwes mensimulasikan akibat kebijakan bagi seluruh pegawai; tidak ada keputusan tentang perseorangan.",
        "Luwes simulates what policies do to the staff as a whole; nothing is decided about a person."
      ),
    ]
  }

  private var what: [HTML] {
    let people = NumberText(language: language)
      .number(Double(facts.study.population.count), decimals: 0)
    let intro =
      facts.replacesRegister
      ? choose(
        "Studi membaca daftar \(people) pegawai dengan kolom berikut (nama kolom Luwes). Kolom lain tidak dipakai.",
        "The study read a register of \(people) staff with these columns (as Luwes names them). Other columns were not used."
      )
      : choose(
        "Studi tidak memakai daftar pegawai: \(people) pegawainya buatan, dari jumlah yang diumumkan, dengan kolom berikut.",
        "The study uses no register: its \(people) staff are made up from published totals, with these columns."
      )
    let careful = facts.columns.filter {
      [.birthDate, .disability, .pregnant, .caring, .discipline, .disciplineDate].contains($0)
    }
    return [
      heading("2. Data yang diproses", "2. Data that are processed"),
      .element("p", [:], [HTML(intro)]),
      list([facts.columns.map(\.rawValue).joined(separator: ", ")]),
    ]
      + (careful.isEmpty
        ? []
        : [
          .element(
            "p", [:],
            [
              HTML(
                choose(
                  "Perlu diperiksa apakah termasuk data pribadi yang bersifat spesifik: ",
                  "To be checked, whether these are personal data of a specific kind: ")
                  + careful.map(\.rawValue).joined(separator: ", ") + ".")
            ])
        ]) + [
        open([
          ("Asal data dan tanggalnya", "Where the data come from, and when"),
          ("Disimpan di mana, sampai kapan", "Where they are kept, and until when"),
          ("Siapa yang boleh membuka", "Who may open them"),
          ("Pemberitahuan kepada pegawai", "How staff were told"),
        ])
      ]
  }

  private var leaves: [HTML] {
    let smallest = "\(facts.study.reporting.smallestGroup)"
    let staff =
      facts.replacesRegister
      ? choose(
        "Daftar pegawai buatan: tanpa NIP, nama, dan tanggal lahir; unit, jabatan, dan pendidikan bernomor acak; nilai yang dimiliki kurang dari \(smallest) pegawai digabung, dan nilai dibagikan di dalam kelompok paling sedikit \(smallest) pegawai asli.",
        "A made-up register: no employee numbers, names or dates of birth; units, positions and education by random numbers; values held by fewer than \(smallest) people are merged, and values are dealt within groups of at least \(smallest) real people."
      )
      : choose("Berkas studi dengan pegawai buatan.", "The study's files with made-up staff.")
    return [
      heading("3. Yang keluar dari instansi", "3. What leaves the agency"),
      list([
        staff,
        choose(
          "Kebijakan, layanan, asumsi, dan kalender seperti ditulis perencana, tanpa komentar.",
          "Policies, services, assumptions and calendars as planners wrote them, without comments."
        ),
        choose(
          "Hasil dari pegawai buatan; kelompok di bawah \(smallest) orang tidak ditampilkan.",
          "Results from the made-up staff; groups of fewer than \(smallest) people are not shown."
        ),
        choose(
          "Perbandingan hasil asli dan bundel untuk seluruh pegawai: \(facts.held) dari \(facts.compared) angka dalam toleransi.",
          "A comparison of the original results and the bundle's for all staff: \(facts.held) of \(facts.compared) figures are within the tolerance."
        ),
      ]),
      paragraph(
        "Daftar pegawai, alasan per orang, dan nama berkas asli tidak ada di dalamnya. Jumlah petugas sebuah layanan dibiarkan mulai \(StandInTerms.smallestService) orang.",
        "The register, reasons by person and the names of original files are not in it. The staff of a service is left as it is from \(StandInTerms.smallestService) people on."
      ),
    ]
  }

  private var risks: [HTML] {
    [
      heading("4. Risiko dan penanganannya", "4. Risks and what is done about them"),
      list([
        choose(
          "Seseorang dikenali dari gabungan unit, jabatan, jenis kelamin, dan kotak talenta: nilai hanya dibagikan di dalam kelompok besar, yang mempersulit tetapi tidak meniadakannya; sisanya diperiksa instansi.",
          "Somebody is recognised by unit, position, sex and talent box together: values are dealt within large groups only, which makes it harder and does not rule it out; the agency checks what remains."
        ),
        choose(
          "Judul, teks, dan sumber yang ditulis perencana menyebut orang: Luwes menolak teks langka dari daftar pegawai; bacalah tetap.",
          "Titles, texts and sources that planners wrote name a person: Luwes refuses rare texts of the register; read them nevertheless."
        ),
        choose(
          "Bundel bukan jaminan matematis anonimitas (bukan differential privacy).",
          "The bundle is no mathematical guarantee of anonymity (not differential privacy)."),
      ]),
      open([
        ("Risiko lain bagi pegawai", "Other risks for staff"),
        ("Kemungkinan dan akibatnya", "How likely, and what would follow"),
        ("Tindakan dan penanggung jawab", "What is done, and by whom"),
        ("Rencana bila terjadi kebocoran", "What happens after a breach"),
      ]),
    ]
  }

  private var decision: [HTML] {
    [
      heading("5. Kesimpulan", "5. Conclusion"),
      open([
        ("Pemrosesan perlu dan sepadan? Alasan", "Needed and proportionate? Reasons"),
        ("Bundel boleh dibagikan kepada", "The bundle may be given to"),
        ("Ditinjau kembali pada", "To be reviewed on"),
        ("Jabatan, nama, tanda tangan, tanggal", "Post, name, signature, date"),
      ]),
    ]
  }
}

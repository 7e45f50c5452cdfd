import HybridWork
import Simulation

/// How the numbers came about, in plain words, and what they can't say.
struct MethodSection {
  let context: ReportContext

  var html: HTML { method.followed(by: limits).followed(by: origin) }

  private var method: HTML {
    ReportContext.section(
      "metode", Bilingual(id: "Cara menghitung", en: "How it was computed"),
      [.element("ol", [:], Self.steps.map { .element("li", [:], [.both($0)]) })])
  }

  private static let steps = [
    Bilingual(
      id:
        "Persyaratan tiap kebijakan diperiksa pada setiap pegawai; yang datanya belum ada disebut "
        + "belum dapat dinilai, bukan ditolak diam-diam.",
      en:
        "The rules of each policy are checked on every employee; where data are missing the answer "
        + "is “cannot be assessed yet”, not a silent refusal."),
    Bilingual(
      id:
        "Pegawai yang memenuhi syarat mengajukan, disetujui, dan memakai sebagian harinya; pada hari "
        + "yang diperintahkan hampir semua mematuhi.",
      en:
        "Eligible people apply, are approved, and use some of their days; on ordered days nearly all "
        + "comply."),
    Bilingual(
      id:
        "Untuk setiap hari kalender ditentukan siapa di kantor, siapa di luar, siapa cuti, sakit, atau "
        + "dinas. Ketidakhadiran orang yang sama jatuh pada hari yang sama di semua kebijakan, maka "
        + "selisih antarkebijakan bukan kebetulan.",
      en: "For every day of the calendar it is drawn who is in the office, away, on leave, ill or "
        + "travelling. The same person is absent on the same days under every policy, so differences "
        + "between policies are no accident."),
    Bilingual(
      id:
        "Dari petugas di tempat dihitung apakah loket dan pos terpenuhi, dan berapa lama antre, sepanjang "
        + "hari, setengah jam demi setengah jam.",
      en:
        "From the staff on site it follows whether counters and posts are covered, and how long the "
        + "queue is, through the day, half hour by half hour."),
    Bilingual(
      id:
        "Uang dihitung sebagai jumlah kali harga, satu baris satu arus, menurut pembayarnya. Yang hanya "
        + "berpindah kantong tidak dihitung sebagai penghematan bersama.",
      en:
        "Money is quantity times price, one line a flow, by payer. What only changes pockets does not "
        + "count as a saving for everyone."),
    Bilingual(
      id:
        "Asumsi yang tidak pasti ditarik bersama-sama berkali-kali (dunia), dan untuk tiap dunia nasib "
        + "hari-hari ditarik ulang (ulangan). Rentang 90% memuat keduanya.",
      en:
        "Uncertain assumptions are drawn together many times (worlds), and in each world the luck of the "
        + "days is drawn anew (replications). The 90% range holds both."),
  ]

  private var limits: HTML {
    var items = [
      HTML.both { HTML($0[.simulationOnly]) },
      .both { HTML($0[.waitNote]) },
      .both(
        Bilingual(
          id:
            "Bukti tentang hasil kerja berasal dari satu atau dua hari fleksibel seminggu, sebagian "
            + "besar dari luar Indonesia; selebihnya diekstrapolasi dan diberi tanda.",
          en:
            "Evidence on output is about one or two flexible days a week, most of it from outside "
            + "Indonesia; beyond that it is extrapolated and marked so.")),
      .both(
        Bilingual(
          id: "Status hukum dibaca dari ketentuan yang dimasukkan ke studi, sebagian hanya dari "
            + "kutipan; mintalah pendapat biro hukum sebelum menetapkan.",
          en: "The legal status is read from the norms put into the study, some known only from "
            + "excerpts; ask the legal bureau before deciding.")),
      .both(
        Bilingual(
          id:
            "Yang tidak dihitung: kepuasan dan kesehatan pegawai, mutu pelayanan selain waktu, keamanan "
            + "informasi, dan dampak jangka panjang pada karier.",
          en:
            "Not computed: satisfaction and health of staff, quality of service beyond time, security "
            + "of information, and long-run effects on careers.")),
    ]
    let counters = context.study.services.compactMap(\.counter)
    let assumed = counters.count { $0.terms.isShapeAssumed }
    if assumed > 0 {
      items.append(
        Sentence(
          id:
            "Bentuk kedatangan sepanjang hari diandaikan pada {0} dari {1} loket: datanya belum ada.",
          en:
            "The shape of arrivals over the day is assumed at {0} of {1} counters: there are no data.",
          .given(String(assumed)), .given(String(counters.count))
        ).html)
    }
    return ReportContext.section(
      "batas", Bilingual(id: "Batas", en: "Limits"),
      [.element("ul", [:], items.map { .element("li", [:], [$0]) })])
  }

  private var origin: HTML {
    let study = context.study
    let run = study.run
    let facts: [(Bilingual, HTML)] = [
      (Phrase.runID.text, .element("code", ["data-given": ""], [HTML(context.run.id)])),
      (Bilingual(id: "Versi Luwes", en: "Luwes version"), .given(context.run.version)),
      (
        Phrase.calendar.text,
        .given(study.calendar.text)
      ),
      (
        Bilingual(id: "Dunia × ulangan; benih", en: "Worlds × replications; seed"),
        .given("\(run.worlds) × \(run.replications); \(run.seed)")
      ),
      (
        Bilingual(id: "Dasar hukum studi", en: "Legal basis of the study"),
        .given(study.header.legalReference)
      ),
      (
        Bilingual(id: "Sumber studi", en: "Sources of the study"),
        .given(study.header.sources.joined(separator: "; "))
      ),
    ]
    let inputs = context.run.inputs.map { input in
      HTML.element(
        "tr", [:],
        [
          .element("th", ["scope": "row"], [.given(input.name)]),
          .element(
            "td", [:], [.element("code", ["data-given": ""], [HTML(String(input.hash.prefix(16)))])]
          ),
        ])
    }
    return ReportContext.section(
      "asal", Bilingual(id: "Asal-usul", en: "Provenance"),
      [
        .element(
          "dl", [:],
          facts.map { name, value in
            HTML.element("dt", [:], [.both(name)]).followed(by: .element("dd", [:], [value]))
          }),
        ReportContext.paragraph(
          Bilingual(
            id: "Setiap angka hasil pada halaman ini ada di berkas CSV di sampingnya; arahkan "
              + "penunjuk pada angka untuk melihat berkas, baris, dan kolomnya.",
            en:
              "Every result on this page stands in a CSV file beside it; point at a number to see "
              + "file, line and column.")),
        .element(
          "details", [:],
          [
            .element(
              "summary", [:],
              [.both(Bilingual(id: "Berkas masukan (SHA-256)", en: "Input files (SHA-256)"))]),
            .element("table", [:], [.element("tbody", [:], inputs)]),
          ]),
      ])
  }
}

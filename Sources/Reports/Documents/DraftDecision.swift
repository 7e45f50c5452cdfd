import HybridWork
import Simulation

/// The draft annex to a *surat edaran* or *keputusan*: the policy's rules in words, marked DRAF.
struct DraftDecision {
  let context: DocumentContext

  var paper: OfficeDocuments.Paper {
    context.paper(
      "draf-lampiran-keputusan", "DRAF – Lampiran Surat Edaran/Keputusan",
      "DRAFT – Annex to a Circular or Decision", [warning] + content)
  }

  private var warning: HTML {
    context.paragraph(
      .element(
        "strong", [:],
        [
          HTML(
            context.choose(
              "DRAF. Bukan naskah dinas; belum diperiksa biro hukum; tidak berlaku sebelum ditetapkan "
                + "pejabat yang berwenang.",
              "DRAFT. No official text; not checked by the legal bureau; without force until an "
                + "authorised official has signed it."))
        ]))
  }

  private var content: [HTML] {
    guard let subject = context.subject else {
      return [
        context.paragraph(
          HTML(
            context.choose(
              "Tidak ada kebijakan yang dibahas.", "No policy is under discussion.")))
      ]
    }
    let policy = context.results.policy(subject)
    return [
      context.paragraph(
        HTML(context.choose("Nomor: ", "Number: ")), DocumentContext.blank,
        HTML(context.choose("; tanggal: ", "; date: ")), DocumentContext.blank),
      context.paragraph(
        HTML(context.choose("Tentang: ", "About: ")), context.title(subject)),
      context.heading("A. Pegawai yang memenuhi syarat", "A. Who is eligible"), rules(policy),
      context.heading("B. Pengaturan", "B. Arrangements"),
      context.list(
        PolicyWords(policy: policy, services: context.study.services).sentences
          .map { context.given($0) }),
      context.heading("C. Catatan bagi penyusun", "C. Notes for the drafter"),
      context.list(notes(subject)), context.signature,
    ]
  }

  private func rules(_ policy: Policy) -> HTML {
    guard !policy.levers.eligibility.isEmpty else {
      return context.paragraph(
        HTML(context.choose("Tidak ada syarat.", "There are no rules.")))
    }
    return .element(
      "ol", [:],
      policy.levers.eligibility.map { rule in
        .element(
          "li", [:],
          [
            .element(
              "p", [:],
              [context.given(rule.text), rule.reference.isEmpty ? .nothing : " ["]
                + (rule.reference.isEmpty ? [] : [.given(rule.reference), "]"]))
          ])
      })
  }

  private func notes(_ subject: Int) -> [HTML] {
    let findings = PolicyFindings(context: context, scenario: subject)
    let policy = context.results.policy(subject)
    return [
      findings.law,
      context.say(
        "Rujukan kebijakan ini dalam studi: {0}.", "What the study refers to for this policy: {0}.",
        .given(policy.reference)),
    ] + [findings.unassessed].compactMap { $0 }
      + Recommendation(context: context).sentences
  }
}

import HybridWork

/// Every wording of the audit, in both languages.
enum AuditPhrase: CaseIterable {
  case title, people, outside, eligible, notShown, unknown, group, reference
  case rate, difference, ratio, officeDays, counterDays, below, notBelow, withinPosts, byPosts
  case offSupport, gap, flips, ratesRange, rule, share, change, dropped, movedTo, admitted
  case noChange, doublePenalty, sameFact, boxAndDiscipline, hitByBoth, noDoublePenalty
  case headingAccess, headingPosts, headingRules, headingDouble, headingPairs, headingNotes
  case lowestPairs, theil, exceptions, commuteHours, extraDays
  case headingBurden, mean, burdenKind
  case censusNote, fourFifthsNote, postsNote, burdenNote, commuteNote, loadNote, exceptionsNote,
    rulesNote,
    boundaryNote, districtNote
  case suppressedNote, differencesNote

  /// The wording in both languages.
  var text: Bilingual {
    label ?? heading ?? note
  }

  private var label: Bilingual? {
    switch self {
    case .people: Bilingual(id: "Pegawai ASN", en: "Civil servants")
    case .outside: Bilingual(id: "bukan ASN, tidak diaudit", en: "not civil servants, left out")
    case .eligible: Bilingual(id: "Memenuhi syarat", en: "Eligible")
    case .notShown: Bilingual(id: "disembunyikan", en: "suppressed")
    case .unknown: Bilingual(id: "tidak diketahui", en: "not known")
    case .group: Bilingual(id: "Kelompok", en: "Group")
    case .reference: Bilingual(id: "acuan", en: "reference")
    case .rate: Bilingual(id: "Persentase memenuhi syarat", en: "Selection rate")
    case .difference: Bilingual(id: "Selisih (poin persen)", en: "Difference (points)")
    case .ratio: Bilingual(id: "Rasio", en: "Ratio")
    case .officeDays: Bilingual(id: "Hari di kantor per minggu", en: "Office days a week")
    case .counterDays: Bilingual(id: "di antaranya petugas layanan", en: "of those who serve")
    case .commuteHours:
      Bilingual(id: "Jam perjalanan per minggu", en: "Commute hours a week")
    case .extraDays:
      Bilingual(
        id: "Hari layanan tambahan per minggu bagi petugas yang tetap di kantor",
        en: "Extra counter days a week for those who stay")
    case .mean: Bilingual(id: "Rata-rata", en: "Mean")
    case .burdenKind: Bilingual(id: "Beban", en: "Burden")
    case .below: Bilingual(id: "di bawah 4/5", en: "below 4/5")
    case .notBelow: Bilingual(id: "4/5 atau lebih", en: "4/5 or more")
    case .withinPosts: Bilingual(id: "Dalam jabatan sebanding", en: "Within comparable posts")
    case .byPosts: Bilingual(id: "Mengikuti jabatan", en: "Goes with posts")
    case .offSupport: Bilingual(id: "Tanpa pembanding", en: "Without counterpart")
    case .gap: Bilingual(id: "Selisih (jabatan bersama)", en: "Gap (shared posts)")
    case .flips: Bilingual(id: "Berubah bila dinilai ulang", en: "Flips if rated again")
    case .ratesRange:
      Bilingual(id: "Persentase bila dinilai ulang (90%)", en: "Rate if rated again (90%)")
    case .rule: Bilingual(id: "Syarat", en: "Rule")
    case .share: Bilingual(id: "Bagian selisih (poin persen)", en: "Part of the gap (points)")
    case .change: Bilingual(id: "Perubahan termurah", en: "Cheapest change")
    case .dropped: Bilingual(id: "hapus syarat", en: "drop the rule")
    case .movedTo: Bilingual(id: "geser batas ke", en: "move the bound to")
    case .admitted: Bilingual(id: "orang tambahan", en: "more people")
    case .noChange:
      Bilingual(
        id: "tidak ada perubahan satu syarat yang cukup", en: "no change of one rule suffices")
    default: nil
    }
  }

  private var heading: Bilingual? {
    switch self {
    case .title: Bilingual(id: "Audit keadilan", en: "Fairness audit")
    case .doublePenalty: Bilingual(id: "Hukuman ganda", en: "Double penalty")
    case .sameFact: Bilingual(id: "memakai fakta yang sama", en: "use the same fact")
    case .boxAndDiscipline:
      Bilingual(
        id: "kotak talenta dianggap sudah menimbang disiplin (dinyatakan, bukan dari data)",
        en: "the talent box is taken to weigh discipline already (declared, not in the data)")
    case .hitByBoth: Bilingual(id: "terkena keduanya", en: "hit by both")
    case .noDoublePenalty:
      Bilingual(
        id: "Tidak ada dua syarat yang memakai fakta yang sama.",
        en: "No two rules use the same fact.")
    case .headingAccess: Bilingual(id: "Kesempatan per kelompok", en: "Access by group")
    case .headingPosts: Bilingual(id: "Jabatan yang sebanding", en: "Comparable posts")
    case .headingRules:
      Bilingual(id: "Syarat di balik setiap selisih", en: "The rules behind each gap")
    case .headingDouble: Bilingual(id: "Fakta yang dihitung dua kali", en: "Facts counted twice")
    case .headingPairs: Bilingual(id: "Pasangan kelompok", en: "Pairs of groups")
    case .headingBurden:
      Bilingual(id: "Beban bagi yang tetap di kantor", en: "The burden of those who stay")
    case .headingNotes: Bilingual(id: "Cara membaca", en: "How to read this")
    case .lowestPairs: Bilingual(id: "Rasio terendah", en: "Lowest ratios")
    case .exceptions:
      Bilingual(id: "Pengecualian yang menolak", en: "Exceptions that refuse")
    case .theil: Bilingual(id: "Theil", en: "Theil")
    default: nil
    }
  }

  private var note: Bilingual {
    switch self {
    case .censusNote:
      Bilingual(
        id:
          "Data pegawai adalah sensus: angka kesempatan adalah hitungan, tanpa selang penarikan contoh. Keberuntungan dalam pemakaian hari fleksibel tidak dihitung di sini, dan belum ada superpopulasi yang dinyatakan.",
        en:
          "The register is a census: figures of access are counts, without sampling intervals. Luck in take-up is not part of this audit, and no superpopulation is declared yet."
      )
    case .fourFifthsNote:
      Bilingual(
        id:
          "Empat per lima adalah kebiasaan penyaringan dari Amerika Serikat, tanpa kekuatan hukum di Indonesia. Di bawahnya bukan bukti diskriminasi; di atasnya bukan bukti keadilan.",
        en:
          "Four fifths is a screening convention from the United States, without legal force in Indonesia. Below it nothing is proved unfair; above it nothing is proved fair."
      )
    case .postsNote:
      Bilingual(
        id:
          "Bagian yang mengikuti jabatan menggambarkan, bukan membenarkan: pembagian jabatan dapat pula tidak adil. Yang tidak punya pembanding dalam jabatan yang sama disebut tersendiri.",
        en:
          "What goes with posts is described, not justified: who gets which post may itself be unfair. People without a counterpart in the same post are given apart."
      )
    case .burdenNote:
      Bilingual(
        id:
          "Hari di kantor: bila yang memenuhi syarat memakai semua hari yang boleh; tanpa batas unit dan tanpa absensi.",
        en:
          "Office days: if the eligible use every day allowed; without a unit's cap and without absence."
      )
    case .commuteNote:
      Bilingual(
        id:
          "Jam perjalanan: jarak pergi dan pulang pada hari di kantor, dibagi kecepatan tengah pagi dan sore untuk semua moda.",
        en:
          "Commute hours: the way there and back on office days, at the central morning and evening speeds for all modes."
      )
    case .loadNote:
      Bilingual(
        id:
          "Hari layanan tambahan: hari yang ditinggalkan petugas, melebihi kebijakan dasar, dibagi rata pada petugas layanan yang sama yang selalu di kantor. Gini dan Theil menghitung hari layanan semua petugas, tambahan itu termasuk.",
        en:
          "Extra counter days: the days that servers are away, beyond the baseline's, shared equally by the servers of the same service who are always in the office. Gini and Theil are of the counter days of all servers, the extra ones included."
      )
    case .rulesNote:
      Bilingual(
        id:
          "Kehilangan seseorang dibagi rata pada syarat yang tidak dipenuhinya (nilai Shapley); bagian-bagian itu berjumlah sama dengan selisih, dan urutan syarat tidak berpengaruh.",
        en:
          "A person's loss is shared equally by the rules that block the person (the Shapley value); the parts sum to the gap, and the order of rules does not matter."
      )
    case .exceptionsNote:
      Bilingual(
        id:
          "Yang ditolak oleh pengecualian hilang karena pengecualian saja, yang diterima tidak hilang; perubahan termurah tidak mengubah pengecualian.",
        en:
          "Those whom an exception refuses are lost to the exceptions alone, those admitted to nothing; no cheapest change moves an exception."
      )
    case .boundaryNote:
      Bilingual(
        id: "Penilaian ulang: peluang pindah satu tingkat naik, dan sama turun, pada tiap sumbu",
        en: "Rated again: the chance to move one level up, and as much down, on each axis")
    case .districtNote:
      Bilingual(
        id:
          "Waktu tunggu masyarakat per wilayah ditulis oleh luwes run di waiting-by-district.csv bila layanan menyebut district.",
        en:
          "Citizens' waiting by district is written by luwes run to waiting-by-district.csv when services name a district."
      )
    case .suppressedNote:
      Bilingual(
        id: "Hitungan kecil, dan yang dapat dipakai untuk menghitungnya, disembunyikan; batas",
        en: "Small counts, and those they could be worked out from, are suppressed; the limit is")
    default:
      Bilingual(
        id: "Selisih dan rasio terhadap kelompok acuan: yang terbesar bila tidak disebut.",
        en: "Differences and ratios are to the reference group: the largest unless named.")
    }
  }
}

extension Language {
  /// A phrase of the audit in this language.
  subscript(audit phrase: AuditPhrase) -> String { phrase.text[self] }
}

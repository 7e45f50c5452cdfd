import HybridWork
import Simulation

/// Every wording of the tables, in both languages: the one table of strings.
enum Phrase: CaseIterable {
  case policy, legalStatus, staffEligible, worstServiceHour, p90Wait, cashableSaving
  case outputChange, accessRatio, verdict
  case conforms, conformsSpecially, exceeds, noNorm
  case verdictSafe, verdictWatch, verdictRefuse, baselineVerdict
  case noServices, noneEligible
  case sameResults, sameDigits, simulationOnly, rangeNote, comparedNote, waitNote, doseNote,
    assumedNote, shapeNote, samplesNote
  case guarantee, guaranteeKept, guaranteeBroken, guaranteeWorst, stressNote, stressVerdictNote
  case study, calendar, staff, baseline, runID, workingDays, people
  case rule, passed, failed, notAssessable, countsAsFailed, countsAsPassed, unknownValue
  case position, unit, service, movability, movableShare, margin, reasons, shareAway
  case movableAway, movablePartly, movablePlaceBound, movableDoubtful
  case inventoryByUnit, inventoryByPosition, inventoryByService, withoutPosition
  case inventoryThresholds, inventoryDerived, hiddenNote
  case nearThreshold, derivedProfile, needsPeopleOnSite, staffCouldBeAway, noKnownStaff
  case movableTime, unanswered, notDoableElsewhere, needsRoom, notByICT, needsMeeting
  case needsSupervision
  case eligible, notEligible, noFlexibleDays, unitTooSmall, notCivilServant
  case notInForce, toPass, and, or, oneOf, noneOf, within, notWithin, months, passesFrom
  case hypotheticalPerson, onlyThisRule
  case admittedByException, refusedByException, levelGeneral, levelUnit, levelPerson
  case tooFewToShow, perFlexibleDay, runningTotal, flexibleDaysPerWeek, nobodyToUnlock
  case assumedPrice, noPrice, takeUpNote, unlockNote, prices
  case attributionTitle, policyWithoutRules, outcome, withoutRules, withAllRules, method
  case exactMethod, sampledMethod, removalHeading, gapHeading, groupGap, gap, costsMost
  case protectsMost, dropped, shapleyNote, pointsNote, sampledNote, suppressedNote
  case yes, no
  case whoGains, netOfBudget, netOfStaff, netOfVendors, netOfCitizens, netOfSociety, bothMeals
  case mealsNow, budgetIfMealsPaid, budgetIfMealsNotPaid, mealsAtStake, allowancePaid
  case allowanceNotPaid, allowanceNotApplicable, daysAndMeetings, cashOfDays, cashOfMeetings
  case ledgerNote, transferNote, mealsNote, extrapolated
  case applies, alternative, about, judgement, since
  case claimBase, pilotMustMeasure, claimProbability, claimChange, claimBound, farthestReach
  case smallestStep, noStepReaches, wouldHaveToHold, inAllWorlds, withinNoise
  case assumption, switchesAt, middleValue, triedRange, gainAtEnds, gainAtMiddle
  case nothingSwitches, neverSwitches, withoutRange, switchingNote

  /// The wording in both languages.
  var text: Bilingual {
    switch self {
    case .policy: Bilingual(id: "Kebijakan", en: "Policy")
    case .legalStatus: Bilingual(id: "Status hukum", en: "Legal status")
    case .staffEligible: Bilingual(id: "Pegawai memenuhi syarat", en: "Staff eligible")
    case .worstServiceHour:
      Bilingual(id: "Layanan dan jam terlemah", en: "Worst service and hour")
    case .p90Wait: Bilingual(id: "Batas tunggu 90% pemohon", en: "P90 wait")
    case .cashableSaving:
      Bilingual(id: "Penghematan riil anggaran", en: "Cashable budget saving")
    case .outputChange: Bilingual(id: "Perubahan hasil kerja", en: "Output change")
    case .accessRatio: Bilingual(id: "Rasio kesempatan terendah", en: "Lowest access ratio")
    case .verdict: Bilingual(id: "Penilaian", en: "Verdict")
    case .conforms: Bilingual(id: "sesuai", en: "conforms")
    case .conformsSpecially:
      Bilingual(id: "sesuai (keadaan khusus)", en: "conforms (special circumstances)")
    case .exceeds: Bilingual(id: "melampaui ketentuan", en: "beyond the rules")
    case .noNorm: Bilingual(id: "sesuai (belum ada batas)", en: "conforms (no limit yet)")
    case .verdictSafe: Bilingual(id: "aman", en: "safe")
    case .verdictWatch: Bilingual(id: "waspada", en: "watch")
    case .verdictRefuse: Bilingual(id: "tidak", en: "no")
    case .baselineVerdict: Bilingual(id: "pembanding", en: "baseline")
    case .noServices: Bilingual(id: "tanpa layanan", en: "no services")
    case .noneEligible: Bilingual(id: "tidak ada", en: "none")
    case .sameResults:
      Bilingual(
        id: "Sama hasilnya di setiap kalender (bedanya tidak pernah berlaku)",
        en: "The same in every calendar (the difference never takes effect)")
    case .sameDigits:
      Bilingual(
        id: "Sama sampai angka yang ditampilkan (bedanya hampir tidak pernah berlaku)",
        en: "Alike to the digits shown (the difference hardly ever takes effect)")
    case .simulationOnly:
      Bilingual(
        id: "Simulasi, bukan keputusan kepegawaian.",
        en: "A simulation, not a personnel decision.")
    case .rangeNote:
      Bilingual(
        id: "Dalam kurung siku: rentang 90% hasil satu kalender (dunia dan keberuntungan bersama).",
        en: "In brackets: the 90% range of outcomes in one calendar (worlds and luck together).")
    case .comparedNote:
      Bilingual(
        id: "Penghematan dan perubahan hasil kerja dihitung terhadap pembanding, berpasangan.",
        en: "Savings and output change are differences from the baseline, paired.")
    case .waitNote:
      Bilingual(
        id:
          "Waktu tunggu dihitung dari antrean yang berjalan sepanjang hari; lama layanan dan kesabaran diandaikan eksponensial.",
        en:
          "Waits come from queues solved through the day; handling time and patience are taken as exponential."
      )
    case .guarantee:
      Bilingual(
        id: "janji cakupan terhadap dasar / bagian hari",
        en: "promised coverage of the baseline / share of days")
    case .stressNote:
      Bilingual(
        id: "Dalam kurung: perubahan karena uji ini, pada dunia dan kalender yang sama.",
        en: "In brackets: the change that the test makes, in the same worlds and calendars.")
    case .stressVerdictNote:
      Bilingual(
        id:
          "Penilaian membandingkan kebijakan dengan pembanding; panah: biasa → dalam uji yang sama.",
        en:
          "The verdict compares a policy with the baseline; an arrow: usually → in the same test.")
    case .guaranteeKept: Bilingual(id: "ditepati di semua layanan", en: "kept at every service")
    case .guaranteeBroken: Bilingual(id: "tidak ditepati di layanan", en: "not kept at services")
    case .guaranteeWorst: Bilingual(id: "paling turun", en: "falls most on")
    case .shapeNote:
      Bilingual(
        id: "loket: bentuk hari diasumsikan", en: "counters: the shape of the day is assumed")
    case .doseNote:
      Bilingual(
        id:
          "Lebih dari dua hari fleksibel per minggu: tidak ada bukti sebab-akibat; hasil kerja diekstrapolasi (persen: bagian hari fleksibel di minggu demikian).",
        en:
          "Beyond two flexible days a week: no causal evidence in this range; output is extrapolated (per cent: part of flexible days in such weeks)."
      )
    case .assumedNote:
      Bilingual(
        id: "bertumpu pada penilaian tanpa sumber", en: "rest on judgement without a source")
    case .samplesNote: Bilingual(id: "dunia × ulangan", en: "worlds × replications")
    case .study: Bilingual(id: "Studi", en: "Study")
    case .calendar: Bilingual(id: "Kalender", en: "Calendar")
    case .staff: Bilingual(id: "Pegawai", en: "Staff")
    case .baseline: Bilingual(id: "Kondisi pembanding", en: "Baseline")
    case .runID: Bilingual(id: "Nomor simulasi", en: "Run")
    case .workingDays: Bilingual(id: "hari kerja", en: "working days")
    case .people: Bilingual(id: "orang", en: "people")
    case .rule: Bilingual(id: "Syarat", en: "Rule")
    case .passed: Bilingual(id: "terpenuhi", en: "passed")
    case .failed: Bilingual(id: "tidak terpenuhi", en: "failed")
    case .notAssessable: Bilingual(id: "belum dapat dinilai", en: "cannot be assessed yet")
    case .countsAsFailed: Bilingual(id: "dianggap tidak terpenuhi", en: "counts as failed")
    case .countsAsPassed: Bilingual(id: "dianggap terpenuhi", en: "counts as passed")
    case .unknownValue: Bilingual(id: "tidak diketahui", en: "not known")
    case .notCivilServant:
      Bilingual(
        id: "bukan ASN: hanya dihitung untuk layanan",
        en: "not a civil servant: counts for coverage only")
    case .position, .unit, .service, .movability, .movableShare, .margin, .reasons, .shareAway,
      .movableAway, .movablePartly, .movablePlaceBound, .movableDoubtful, .inventoryByUnit,
      .inventoryByPosition, .inventoryByService, .withoutPosition, .inventoryThresholds,
      .inventoryDerived, .hiddenNote:
      inventoryText
    case .nearThreshold, .derivedProfile, .needsPeopleOnSite, .staffCouldBeAway, .noKnownStaff,
      .movableTime, .unanswered, .notDoableElsewhere, .needsRoom, .notByICT, .needsMeeting,
      .needsSupervision:
      movabilityText
    case .eligible: Bilingual(id: "memenuhi syarat", en: "eligible")
    case .notEligible: Bilingual(id: "tidak memenuhi syarat", en: "not eligible")
    case .noFlexibleDays:
      Bilingual(
        id: "kebijakan ini tidak memberi hari fleksibel",
        en: "this policy gives no flexible days")
    case .unitTooSmall:
      Bilingual(
        id: "unit terlalu kecil untuk ditampilkan tanpa mengenali orang; batas",
        en: "unit too small to be shown without recognising people; the limit is")
    case .attributionTitle:
      Bilingual(id: "Sumbangan tiap syarat", en: "What each rule is responsible for")
    case .policyWithoutRules:
      Bilingual(id: "Kebijakan ini tidak punya syarat.", en: "This policy has no rules.")
    case .outcome: Bilingual(id: "Hasil", en: "Outcome")
    case .withoutRules: Bilingual(id: "Tanpa syarat", en: "Without rules")
    case .withAllRules: Bilingual(id: "Semua syarat", en: "All rules")
    case .method: Bilingual(id: "Cara", en: "Method")
    case .exactMethod: Bilingual(id: "tepat", en: "exact")
    case .sampledMethod: Bilingual(id: "sampel", en: "sampled")
    case .removalHeading:
      Bilingual(id: "Bila hanya satu syarat dihapus", en: "If one rule alone is dropped")
    case .gapHeading:
      Bilingual(
        id: "Kesenjangan pegawai memenuhi syarat antarkelompok, dibagi menurut syarat",
        en: "Gaps in eligible staff between groups, divided among the rules")
    case .yes: Bilingual(id: "ya", en: "yes")
    case .no: Bilingual(id: "tidak", en: "no")
    case .groupGap: Bilingual(id: "Kelompok – pembanding", en: "Group – reference")
    case .gap: Bilingual(id: "Kesenjangan", en: "Gap")
    case .costsMost:
      Bilingual(
        id: "Syarat yang paling mengurangi pegawai memenuhi syarat",
        en: "The rule that costs most eligibility")
    case .protectsMost:
      Bilingual(
        id: "Syarat yang paling melindungi layanan", en: "The rule that protects the counters most")
    case .dropped: Bilingual(id: "bila dihapus", en: "if dropped")
    case .shapleyNote:
      Bilingual(
        id:
          "Bagian Shapley: rata-rata atas semua urutan syarat; jumlahnya sama dengan semua syarat dikurangi tanpa syarat.",
        en:
          "Shapley shares: the mean over every order of the rules; they sum to all rules less no rules."
      )
    case .pointsNote:
      Bilingual(
        id: "Perubahan persentase dalam poin persen.",
        en: "Changes of percentages are in percentage points.")
    case .sampledNote:
      Bilingual(
        id: "±: galat baku karena hanya sebagian urutan syarat yang dihitung.",
        en: "±: standard error, since only some orders of the rules were run.")
    case .suppressedNote:
      Bilingual(
        id: "disembunyikan: menyangkut terlalu sedikit orang, atau melindungi angka lain; batas",
        en: "suppressed: about too few people, or protects another number; the limit is")
    default: moneyText
    }
  }
}

extension Language {
  /// A phrase in this language.
  subscript(phrase: Phrase) -> String { phrase.text[self] }
}

import HybridWork

extension Phrase {
  /// The wording of the ledger's page and of the register of assumptions.
  var moneyText: Bilingual {
    switch self {
    case .whoGains: Bilingual(id: "Siapa untung, siapa membayar", en: "Who gains, who pays")
    case .netOfBudget: Bilingual(id: "Bersih anggaran", en: "Budget, net")
    case .netOfStaff: Bilingual(id: "Bersih pegawai dan keluarga", en: "Staff and homes, net")
    case .netOfVendors: Bilingual(id: "Penjual", en: "Sellers")
    case .netOfCitizens: Bilingual(id: "Waktu masyarakat", en: "Citizens' time")
    case .netOfSociety: Bilingual(id: "Bersih semua pihak", en: "Everyone, net")
    case .bothMeals:
      Bilingual(
        id: "Uang makan pada hari fleksibel: kedua keadaan",
        en: "The meal allowance on flexible days: both cases")
    case .mealsNow: Bilingual(id: "Dalam kebijakan", en: "In the policy")
    case .budgetIfMealsPaid:
      Bilingual(id: "Bersih anggaran bila dibayar", en: "Budget, net, if paid")
    case .budgetIfMealsNotPaid:
      Bilingual(id: "Bersih anggaran bila tidak dibayar", en: "Budget, net, if not paid")
    case .mealsAtStake: Bilingual(id: "Beban yang berpindah", en: "What changes pockets")
    case .allowancePaid: Bilingual(id: "dibayar", en: "paid")
    case .allowanceNotPaid: Bilingual(id: "tidak dibayar", en: "not paid")
    case .allowanceNotApplicable: Bilingual(id: "tidak ada", en: "there is none")
    case .daysAndMeetings:
      Bilingual(
        id: "Penghematan riil anggaran: hari fleksibel dan rapat daring terpisah",
        en: "Cashable budget saving: flexible days and meetings online apart")
    case .cashOfDays: Bilingual(id: "Hari fleksibel", en: "Flexible days")
    case .cashOfMeetings: Bilingual(id: "Rapat dan perjalanan daring", en: "Meetings online")
    case .ledgerNote:
      Bilingual(
        id: "Rupiah selama kalender studi, terhadap pembanding; tiap arus dicatat sekali di "
          + "ledger.csv dengan pembayar, penerima, kode rekening, jumlah dan harga.",
        en: "Rupiah over the study's calendar, against the baseline; each flow stands once in "
          + "ledger.csv with payer, payee, account, quantity and price.")
    case .transferNote:
      Bilingual(
        id: "Yang hanya berpindah kantong (uang makan, laba penjual) dihitung bagi pihaknya dan "
          + "tidak bagi semua pihak.",
        en:
          "What only changes pockets (meal allowance, sellers' margin) counts for its parties and "
          + "not for everyone.")
    case .mealsNote:
      Bilingual(
        id: "Praktik daerah tentang uang makan pada hari fleksibel tidak diketahui; bila daerah "
          + "tidak memberi uang makan, pakai kolom \"dibayar\".",
        en:
          "What regions do about the meal allowance on flexible days is not known; where a region "
          + "has none, read the column \"paid\".")
    case .extrapolated: Bilingual(id: "diekstrapolasi", en: "extrapolated")
    case .applies: Bilingual(id: "berlaku", en: "applies")
    case .alternative: Bilingual(id: "alternatif", en: "alternative")
    case .about: Bilingual(id: "tentang", en: "about")
    case .judgement: Bilingual(id: "penilaian tanpa sumber", en: "judgement without a source")
    case .since: Bilingual(id: "sejak", en: "from")
    default: claimText
    }
  }

  /// The wording of claims and switching values.
  var claimText: Bilingual {
    switch self {
    case .claimBase: Bilingual(id: "dasar", en: "base")
    case .pilotMustMeasure:
      Bilingual(id: "yang harus diukur uji coba", en: "what a pilot would have to measure")
    case .claimProbability: Bilingual(id: "Peluang", en: "Probability")
    case .claimChange: Bilingual(id: "Perubahan", en: "Change")
    case .claimBound: Bilingual(id: "Batas hitungan", en: "Bound")
    case .farthestReach:
      Bilingual(
        id: "Paling jauh (persentil ke-95 dunia)", en: "Farthest (95th percentile of worlds)")
    case .smallestStep:
      Bilingual(
        id: "Perubahan kebijakan terkecil yang mencapainya di separuh dunia",
        en: "Smallest change of policy that gets there in half of the worlds")
    case .noStepReaches:
      Bilingual(id: "tidak ada dalam kisi yang dicoba", en: "none of those tried")
    case .wouldHaveToHold: Bilingual(id: "Yang harus benar", en: "What would have to hold")
    case .inAllWorlds: Bilingual(id: "di semua dunia", en: "in all worlds")
    case .withinNoise:
      Bilingual(
        id: "Sebesar ini tidak dapat dibedakan dari perubahan biasa antarbulan",
        en: "A saving of this size can't be told from the ordinary change between months")
    case .assumption: Bilingual(id: "Asumsi", en: "Assumption")
    case .switchesAt: Bilingual(id: "Berbalik pada", en: "Switches at")
    case .middleValue: Bilingual(id: "Nilai tengah", en: "Middle")
    case .triedRange: Bilingual(id: "Rentang dicoba", en: "Range tried")
    case .gainAtEnds: Bilingual(id: "Perubahan di kedua ujung", en: "Change at both ends")
    case .gainAtMiddle:
      Bilingual(
        id: "perubahan bila semua asumsi di tengah",
        en: "change with every assumption at its middle")
    case .nothingSwitches:
      Bilingual(
        id: "Tidak satu pun asumsi, sendirian dalam rentangnya, membalikkan penilaian.",
        en: "No assumption by itself turns the policy's standing within its range.")
    case .neverSwitches:
      Bilingual(id: "Asumsi yang tidak membalikkan", en: "Assumptions that never turn it")
    case .withoutRange: Bilingual(id: "Tanpa rentang", en: "Without a range")
    case .switchingNote:
      Bilingual(
        id: "Satu asumsi digeser dari persentil ke-1 sampai ke-99, yang lain tetap di tengah; "
          + "gabungan asumsi tidak diuji.",
        en: "One assumption moves from its 1st to its 99th percentile, the others stay; "
          + "combinations are not tried.")
    default: explanationText
    }
  }
}

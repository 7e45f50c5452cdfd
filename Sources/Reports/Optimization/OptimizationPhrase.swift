import HybridWork

/// The wordings of a search for days.
enum OptimizationPhrase: CaseIterable {
  case title, keptFrom, maximised, promise, promiseOfToday, fairness, days
  case promisedDays, state, accepted, infeasible, notAccepted, dayRatio, gap, rounds
  case asked, knee, noKnee, chosen, weekdays, servers, cap, units, serversStay, serversToo, noCap
  case split, chosenByStaff, byUnit, byPosition, byPositionKind, weekdaysOrChosen, onlyWeekdays
  case onlyChosen, positions, positionKinds, together, nobodyAway, remedy, noRemedy, attainable
  case contradiction, moreClerks
  case prices, order, perDay, keeps, hiddenUnits, moreInFile
  case noteFront, noteChosen, notePrices

  var text: Bilingual {
    switch self {
    case .title: Bilingual(id: "Pencarian hari terbaik", en: "Search for the best days")
    case .keptFrom:
      Bilingual(
        id: "Syarat, pengajuan dan tunjangan dari",
        en: "Eligibility, take-up and allowances from")
    case .maximised: Bilingual(id: "Dimaksimalkan", en: "Maximised")
    case .promise:
      Bilingual(
        id: "Janji setiap layanan: petugas terpenuhi sedikitnya",
        en: "Promise of every service: coverage at least")
    case .promiseOfToday:
      Bilingual(
        id: "Janji setiap layanan: keterpenuhan hari itu sedikitnya sekian dari kondisi saat ini:",
        en: "Promise of every service: the day's coverage is at least this part of today's:")
    case .fairness:
      Bilingual(
        id: "hari fleksibel kelompok terendah sedikitnya sekian dari yang tertinggi:",
        en: "days of the group with fewest are at least this part of those with most:")
    case .days: Bilingual(id: "hari seminggu", en: "days a week")
    case .promisedDays: Bilingual(id: "Janji: bagian hari", en: "Promise: share of days")
    case .state: Bilingual(id: "Hasil", en: "Result")
    case .accepted: Bilingual(id: "diterima", en: "accepted")
    case .infeasible: Bilingual(id: "mustahil", en: "impossible")
    case .notAccepted: Bilingual(id: "tidak terbukti", en: "not shown")
    case .dayRatio: Bilingual(id: "Rasio hari antarkelompok", en: "Days, lowest ratio")
    case .gap: Bilingual(id: "Jarak ke optimum", en: "Optimality gap")
    case .rounds: Bilingual(id: "Putaran uji", en: "Rounds judged")
    case .asked: Bilingual(id: "diminta", en: "asked")
    case .knee: Bilingual(id: "Titik belok", en: "Knee")
    case .noKnee:
      Bilingual(
        id: "Tidak ada titik belok: hasil berubah rata, atau tidak berubah, dengan janji.",
        en: "There is no knee: the gain changes evenly with the promise, or not at all.")
    case .chosen: Bilingual(id: "Hari terpilih untuk janji", en: "Days chosen for the promise of")
    case .weekdays: Bilingual(id: "Hari fleksibel", en: "Flexible on")
    case .servers: Bilingual(id: "Petugas layanan", en: "Service staff")
    case .cap: Bilingual(id: "Paling banyak sehari", en: "At most a day")
    case .units: Bilingual(id: "Unit", en: "Units")
    case .split: Bilingual(id: "Pola (kantor-fleksibel)", en: "Split (office-flexible)")
    case .chosenByStaff: Bilingual(id: "dipilih pegawai", en: "chosen by the employee")
    case .byUnit: Bilingual(id: "menurut unit", en: "by unit")
    case .byPosition: Bilingual(id: "menurut jabatan", en: "by position")
    case .byPositionKind: Bilingual(id: "menurut jenis jabatan", en: "by kind of position")
    case .weekdaysOrChosen:
      Bilingual(
        id: "hari ditetapkan atau dipilih pegawai", en: "weekdays set or chosen by the employee")
    case .onlyWeekdays: Bilingual(id: "hari ditetapkan", en: "weekdays set")
    case .onlyChosen: Bilingual(id: "hari dipilih pegawai", en: "weekdays chosen by the employee")
    case .positions: Bilingual(id: "Jabatan", en: "Positions")
    case .positionKinds: Bilingual(id: "Jenis jabatan", en: "Kinds of position")
    case .together:
      Bilingual(
        id: "Jabatan berbagi gedung: pada undian pencarian, jumlah bagian-bagiannya dan hasil "
          + "semuanya bersama berbeda. Jarak ke optimum tidak mencakup selisih ini:",
        en: "Positions share buildings: on the draws of the search the sum of the parts and what "
          + "all bring together differ. The optimality gap does not cover this:")
    case .serversStay: Bilingual(id: "tetap di kantor", en: "stay in")
    case .serversToo: Bilingual(id: "ikut", en: "too")
    case .noCap: Bilingual(id: "semua", en: "all")
    case .nobodyAway: Bilingual(id: "tidak ada", en: "none")
    case .remedy: Bilingual(id: "Yang membuatnya mungkin", en: "What would make it possible")
    case .noRemedy:
      Bilingual(
        id: "sampai 20 petugas lagi sehari tidak cukup; loket atau janji harus berubah",
        en: "up to 20 people more a day do not do; counters or the promise must change")
    case .attainable:
      Bilingual(
        id: "dengan pilihan yang paling sedikit di luar kantor, janji dapat dipenuhi pada",
        en: "with the fewest away it keeps the promise on")
    case .contradiction:
      Bilingual(
        id:
          "Batas keadilan dan jumlah hari paling sedikit saling meniadakan: turunkan salah satunya.",
        en: "The fairness bound and the fewest days exclude each other: lower one of them.")
    case .moreClerks: Bilingual(id: "petugas lagi di tempat pada", en: "more people on site on")
    case .prices:
      Bilingual(
        id: "Harga satu hari fleksibel lagi (unit lain tetap seperti saat ini)",
        en: "The price of one more flexible day (other units as today)")
    case .order: Bilingual(id: "Urutan hari", en: "Order of days")
    case .perDay: Bilingual(id: "Tambahan hari ke-1 … ke-5", en: "Gain of day 1 … 5")
    case .keeps: Bilingual(id: "Janji tetap sampai hari", en: "Promise kept up to day")
    case .hiddenUnits:
      Bilingual(id: "Unit kecil yang disembunyikan:", en: "Small units that are hidden:")
    case .moreInFile:
      Bilingual(
        id: "Unit lain ada di optimization-prices.csv (--out).",
        en: "Other units stand in optimization-prices.csv (--out).")
    case .noteFront:
      Bilingual(
        id:
          "Angka dihitung pada undian yang tidak dipakai untuk memilih maupun menguji; kurung siku: "
          + "rentang 90% hasil satu kalender. Diterima: batas 95% satu sisi memenuhi janji pada "
          + "undian yang tidak dipakai untuk memilih. Jarak ke optimum menyangkut undian pencarian.",
        en: "Figures are of draws that neither chose nor judged; square brackets: 90% range of "
          + "outcomes in one calendar. Accepted: the one-sided 95% bound meets the promise on draws "
          + "not used to choose. The gap to the optimum is on the draws of the search.")
    case .noteChosen:
      Bilingual(
        id: "Hari yang hampir sama nilainya dapat dipertukarkan; lihat harga hari per unit.",
        en: "Weekdays worth nearly the same can be exchanged; see the prices of days by unit.")
    case .notePrices:
      Bilingual(
        id: "Semua pegawai unit yang boleh dan mau, petugas layanan termasuk, tanpa batas sehari. "
          + "Asumsi hasil kerja di atas dua hari adalah ekstrapolasi.",
        en: "Everybody of the unit who may and would, service staff included, without a cap. "
          + "Output beyond two days is extrapolated.")
    }
  }
}

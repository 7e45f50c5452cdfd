import HybridWork
import Simulation

/// What the tables say of one policy, in sentences; each stands only when its numbers support it.
///
/// A range decides, not the mean: that something rises or falls is said when both ends of the 90% range
/// lie on one side of zero, and otherwise that its direction is not known.
struct PolicyFindings {
  let context: DocumentContext
  let scenario: Int

  private var results: WrittenStudy { context.results }

  var levers: PolicyLevers { results.policy(scenario).levers }

  /// Where a 90% range lies.
  enum Direction {
    case up, down, unknown, none

    init(_ range: FigureRange) {
      let (low, high) = (range.low.value, range.high.value)
      if low == 0, high == 0 {
        self = .none
      } else if low > 0 {
        self = .up
      } else if high < 0 {
        self = .down
      } else {
        self = .unknown
      }
    }
  }

  /// The pattern of days and who is eligible.
  var who: HTML? {
    guard levers.schedule.offersFlexibleDays,
      let share = results.figure(scenario, "eligible_share")
    else { return nil }
    let pattern = PolicyWords(
      policy: results.policy(scenario), services: context.study.services
    ).pattern
    return context.say(
      "{0} {1} pegawai memenuhi syarat.", "{0} {1} of staff are eligible.",
      context.given(pattern), context.show(share, .percent(decimals: 1)))
  }

  /// What the eligible share would be if everyone not assessed yet failed, or passed.
  var unassessed: HTML? {
    guard levers.schedule.offersFlexibleDays,
      let low = results.figure(scenario, "eligible_share_lower"),
      let high = results.figure(scenario, "eligible_share_upper"),
      high.value - low.value >= 0.0005
    else { return nil }
    return context.say(
      "Sebagian pegawai belum dapat dinilai: bagian yang memenuhi syarat terletak antara {0} dan {1}.",
      "Some staff cannot be assessed yet: the eligible share lies between {0} and {1}.",
      context.show(low, .percent(decimals: 1)), context.show(high, .percent(decimals: 1)))
  }

  /// How many are expected to work away in the end.
  var takers: HTML? {
    guard levers.schedule.offersFlexibleDays,
      let line = results.written.lines(.takeUp, of: results.id(scenario))
        .last(where: { $0[1] == "all" }),
      let people = results.written.range(.takeUp, line, "people_")
    else { return nil }
    return context.say(
      "Diperkirakan {0} pegawai benar-benar bekerja fleksibel.",
      "About {0} people are expected to work away in fact.",
      context.show(people, .number(decimals: 0)))
  }

  /// What the budget saves in cash, or that this is not known.
  var saving: HTML? {
    guard let range = results.range(scenario, "cashable_saving_rupiah_") else { return nil }
    let amount = context.show(range, .rupiah)
    switch Direction(range) {
    case .up:
      return context.say(
        "Kas anggaran berhemat {0} selama kalender studi.",
        "The budget saves {0} in cash over the study's calendar.", amount)
    case .down:
      return context.say(
        "Kas anggaran tidak berhemat melainkan bertambah pengeluarannya: {0}.",
        "The budget saves no cash but spends more: {0}.", amount)
    case .unknown:
      return context.say(
        "Belum dapat dipastikan apakah kas anggaran berhemat: {0}.",
        "Whether the budget saves cash can't be told: {0}.", amount)
    case .none:
      return context.say("Kas anggaran tidak berubah.", "The budget's cash does not change.")
    }
  }

  /// What of the saving is of meetings online, which would be saved without any flexible day.
  var meetings: HTML? {
    let id = results.id(scenario)
    func cash(_ measure: PartyGains.Measure) -> FigureRange? {
      results.written.range(.parties, [id, measure.rawValue])
    }
    guard levers.schedule.offersFlexibleDays, let meetings = cash(.cashOfMeetings),
      meetings.mean.value != 0, let days = cash(.cashOfDays)
    else { return nil }
    return context.say(
      "Dari jumlah itu {0} berasal dari rapat dan perjalanan daring, yang tidak memerlukan hari "
        + "fleksibel; dari hari fleksibel sendiri {1}.",
      "Of this {0} comes from meetings and travel online, which need no flexible day; from flexible days "
        + "themselves {1}.", context.show(meetings, .rupiah), context.show(days, .rupiah))
  }

  /// That the saving hangs on whether the meal allowance is paid on flexible days.
  var meals: HTML? {
    let id = results.id(scenario)
    let isPaid = levers.allowances.meal == .paid
    guard levers.schedule.offersFlexibleDays, levers.allowances.meal != .notApplicable,
      let stake = results.written.figure(.parties, [id, "meals_at_stake"], "mean"),
      stake.value > 0,
      let net = results.written.range(
        .parties, [id, isPaid ? "net_budget_meals_not_paid" : "net_budget_meals_paid"])
    else { return nil }
    let (amount, atStake) = (context.show(net, .rupiah), context.show(stake, .rupiah))
    return isPaid
      ? context.say(
        "Angka itu menganggap uang makan tetap dibayar pada hari fleksibel; bila tidak dibayar, "
          + "pegawai menerima {0} lebih sedikit dan penghematan bersih anggaran menjadi {1}.",
        "This takes the meal allowance as paid on flexible days; if it is not, staff receive {0} less "
          + "and the net budget saving becomes {1}.", atStake, amount)
      : context.say(
        "Angka itu menganggap uang makan tidak dibayar pada hari fleksibel; bila dibayar, pegawai "
          + "menerima {0} lebih banyak dan penghematan bersih anggaran menjadi {1}.",
        "This takes the meal allowance as not paid on flexible days; if it is, staff receive {0} more "
          + "and the net budget saving becomes {1}.", atStake, amount)
  }

  /// What staff gain or pay in the end.
  var staffGain: HTML? {
    guard let range = results.written.range(.parties, [results.id(scenario), "net_staff"]) else {
      return nil
    }
    let amount = context.show(range, .rupiah)
    switch Direction(range) {
    case .up:
      return context.say("Pegawai beruntung bersih {0}.", "Staff gain {0} net.", amount)
    case .down:
      return context.say(
        "Pegawai rugi bersih: {0}.", "Staff are worse off on balance: {0}.", amount)
    case .unknown:
      return context.say(
        "Belum dapat dipastikan apakah pegawai beruntung: {0}.",
        "Whether staff gain can't be told: {0}.", amount)
    case .none: return nil
    }
  }
}

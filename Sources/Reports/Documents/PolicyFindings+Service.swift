import HybridWork
import Simulation

extension PolicyFindings {
  /// The place with the lowest coverage, beside today's.
  var coverage: HTML? {
    let (own, today) = (
      WorstPlace(results: context.results, scenario: scenario),
      WorstPlace(results: context.results, scenario: 0)
    )
    guard let place = own.name, let todayPlace = today.name,
      let level = context.results.figure(scenario, "worst_coverage_mean"),
      let before = context.results.figure(0, "worst_coverage_mean")
    else {
      return context.say(
        "Studi ini tidak memuat layanan yang memerlukan petugas di tempat; dampaknya pada pelayanan "
          + "tidak dinilai.",
        "This study has no service that needs staff on site; what happens to services is not judged."
      )
    }
    let (shown, shownBefore) = (
      context.show(level, .percent(decimals: 0)), context.show(before, .percent(decimals: 0))
    )
    if own.isAsToday {
      return context.say(
        "Titik layanan terlemah tetap {0} ({1} kebutuhan terpenuhi), seperti kondisi saat ini.",
        "The weakest point of service stays {0} ({1} of the need covered), as today.",
        context.given(place), shown)
    }
    let parts = (context.given(place), shown, context.given(todayPlace), shownBefore)
    return level.value < before.value
      ? context.say(
        "Titik layanan terlemah memburuk: {0} ({1} kebutuhan terpenuhi); saat ini {2} ({3}).",
        "The weakest point of service gets worse: {0} ({1} of the need covered); today {2} ({3}).",
        parts.0, parts.1, parts.2, parts.3)
      : context.say(
        "Titik layanan terlemah: {0} ({1} kebutuhan terpenuhi); saat ini {2} ({3}).",
        "The weakest point of service: {0} ({1} of the need covered); today {2} ({3}).",
        parts.0, parts.1, parts.2, parts.3)
  }

  /// What becomes of the wait that nine of ten citizens stay below.
  var wait: HTML? {
    guard let change = context.results.difference(.p90WaitMinutes, scenario),
      let level = context.results.level(.p90WaitMinutes, scenario)
    else { return nil }
    let now = context.show(level.mean, .number(decimals: 1))
    // Three seconds: less is shown as no change at all.
    if max(abs(change.low.value), abs(change.high.value)) < 0.05 {
      return context.say(
        "Waktu tunggu tidak berubah: sembilan dari sepuluh pemohon menunggu paling lama {0} menit.",
        "Waits do not change: nine of ten citizens wait {0} minutes at most.", now)
    }
    let shown = context.show(change, .signed(decimals: 1))
    switch Direction(change) {
    case .up:
      return context.say(
        "Waktu tunggu bertambah: batas 90% pemohon menjadi {0} menit, berubah {1} menit.",
        "Waits grow: the 90% limit becomes {0} minutes, a change of {1} minutes.", now, shown)
    case .down:
      return context.say(
        "Waktu tunggu berkurang: batas 90% pemohon menjadi {0} menit, berubah {1} menit.",
        "Waits shrink: the 90% limit becomes {0} minutes, a change of {1} minutes.", now, shown)
    case .unknown, .none:
      return context.say(
        "Belum dapat dipastikan apakah waktu tunggu bertambah: perubahan batas 90% pemohon {0} menit.",
        "Whether waits grow can't be told: the 90% limit changes by {0} minutes.", shown)
    }
  }

  /// Citizens who leave without being served, when it is certain that there are more.
  var lost: HTML? {
    guard let change = context.results.difference(.lostCitizens, scenario), change.low.value > 0,
      change.mean.value >= 0.5
    else { return nil }
    return context.say(
      "Pemohon tidak terlayani bertambah {0} selama kalender studi.",
      "Citizens not served grow by {0} over the study's calendar.",
      context.show(change, .number(decimals: 0)))
  }

  /// Whether output rises or falls, or that this is not known.
  var work: HTML? {
    guard scenario > 0, levers.schedule.offersFlexibleDays,
      let output = context.results.range(scenario, "output_change_")
    else { return nil }
    let shown = context.show(output, .change(decimals: 1))
    // Half a tenth of a per cent: less is shown as nothing at all.
    if max(abs(output.low.value), abs(output.high.value)) < 0.0005 {
      return context.say(
        "Perubahan hasil kerja terlalu kecil untuk terlihat: {0}.",
        "The change in output is too small to show: {0}.", shown)
    }
    switch Direction(output) {
    case .up:
      return context.say("Hasil kerja naik: {0}.", "Output rises: {0}.", shown)
    case .down:
      return context.say("Hasil kerja turun: {0}.", "Output falls: {0}.", shown)
    case .unknown, .none:
      return context.say(
        "Naik atau turunnya hasil kerja belum dapat dipastikan: {0}.",
        "Whether output rises or falls can't be told: {0}.", shown)
    }
  }

  /// How much of the flexible days lies beyond what evidence on output reaches.
  var extrapolation: HTML? {
    guard let share = context.results.figure(scenario, "output_extrapolated_share"),
      share.value > 0
    else { return nil }
    return context.say(
      "{0} hari fleksibelnya jatuh dalam minggu dengan lebih dari dua hari fleksibel, yang belum "
        + "dijangkau bukti tentang hasil kerja.",
      "{0} of its flexible days fall in weeks with more than two of them, which evidence on output "
        + "does not reach.", context.show(share, .percent(decimals: 0)))
  }

  /// The lowest ratio of access between groups, held against the four-fifths rule.
  var access: HTML? {
    guard let ratio = context.results.figure(scenario, "access_ratio_min") else { return nil }
    let shown = context.show(ratio, .number(decimals: 2))
    return ratio.value < 0.8
      ? context.say(
        "Kesempatan tidak merata: kelompok terendah mendapat {0} kali kesempatan kelompok tertinggi, di "
          + "bawah empat perlima (kebiasaan penyaringan, tanpa kekuatan hukum di Indonesia).",
        "Access is uneven: the lowest group has {0} times the access of the highest, below four fifths "
          + "(a screening convention without legal force in Indonesia).", shown)
      : context.say(
        "Kelompok dengan kesempatan terendah mendapat {0} kali kesempatan kelompok tertinggi.",
        "The group with the lowest access has {0} times that of the highest.", shown)
  }

  /// Petrol that is not burnt, when it is certain that there is some.
  var fuel: HTML? {
    guard let litres = context.results.difference(.fuelLitres, scenario), litres.low.value > 0,
      let carbon = context.results.difference(.carbonKilograms, scenario), carbon.low.value > 0
    else { return nil }
    return context.say(
      "BBM perjalanan pegawai berkurang {0} liter; emisi CO₂, termasuk perjalanan dinas, {1} kg.",
      "Staff's petrol for commuting falls by {0} litres; CO₂, official trips included, by {1} kg.",
      context.show(litres, .number(decimals: 0)), context.show(carbon, .number(decimals: 0)))
  }
}

import Exploration
import HybridWork
import Simulation

extension ClaimVerdict {
  /// The verdict in words.
  var text: Bilingual {
    switch self {
    case .likely:
      Bilingual(id: "MUNGKIN BENAR", en: "PLAUSIBLE")
    case .possible:
      Bilingual(id: "HANYA DI SEBAGIAN DUNIA", en: "ONLY IN SOME WORLDS")
    case .otherPolicy:
      Bilingual(
        id: "TIDAK DENGAN KEBIJAKAN DALAM STUDI INI", en: "NOT UNDER ANY POLICY OF THIS STUDY")
    case .outOfReach: Bilingual(id: "DI LUAR JANGKAUAN", en: "OUT OF REACH")
    case .impossible:

      Bilingual(
        id: "MELAMPAUI BATAS HITUNGAN kebijakan dalam studi ini",
        en: "BEYOND WHAT THE ACCOUNTS ALLOW under the policies of this study")
    case .untestable: Bilingual(id: "TIDAK DAPAT DIUJI", en: "CANNOT BE TESTED")
    case .noBase:
      Bilingual(
        id: "TIDAK DAPAT DIUJI PADA STUDI INI (datanya tidak ada)",
        en: "CANNOT BE TESTED ON THIS STUDY (it lacks the data)")
    }
  }
}

extension ClaimSubject {
  /// What a pilot would have to measure for a subject that is not modelled; nil for the others.
  var pilotMeasure: Bilingual? {
    switch self {
    case .stress:
      Bilingual(
        id: "kuesioner stres yang sudah divalidasi, orang yang sama sebelum dan sesudah, bersama "
          + "unit pembanding yang tidak berubah; laporkan jawaban yang tidak masuk",
        en: "a validated stress questionnaire, the same people before and after, beside units that "
          + "do not change; report who did not answer")
    case .satisfaction:
      Bilingual(
        id: "kepuasan pegawai dari sampel acak (bukan sukarelawan), sebelum dan sesudah, "
          + "bersama unit pembanding",
        en:
          "satisfaction from a random sample (no volunteers), before and after, beside units that "
          + "do not change")
    case .agility:
      Bilingual(
        id: "arti \"lincah\" sebagai ukuran: misalnya hari dari surat masuk sampai keputusan, "
          + "dari log surat elektronik, sebelum dan sesudah, bersama unit pembanding",
        en:
          "a meaning of agile that can be counted: days from a letter to its decision in the mail "
          + "log, before and after, beside units that do not change")
    case .awards:
      Bilingual(
        id: "penghargaan bukan ukuran hasil: jumlah lomba yang diikuti dan diadakan berubah. Ukur "
          + "waktu tunggu, berkas selesai dan IKM tiap unit tiap bulan, sebelum dan sesudah",
        en:
          "awards measure no output: how many contests were held and entered changes too. Measure "
          + "waits, finished cases and satisfaction of citizens by unit and month")
    case .congestion:
      Bilingual(
        id: "waktu tempuh pada ruas dan jam yang sama, hari fleksibel dibanding hari lain dan "
          + "tahun sebelumnya; pegawai hanyalah sebagian kecil pemakai jalan",
        en: "travel times on the same roads and hours, flexible days against others and the year "
          + "before; staff are a small part of traffic")
    case .nationalFuel:
      Bilingual(
        id: "penjualan bensin harian SPBU menurut wilayah, hari fleksibel dibanding hari lain; "
          + "perjalanan yang hanya berpindah jam ikut dihitung",
        en: "daily petrol sales by area, flexible days against others, with the trips that only "
          + "move to another hour")
    default: nil
    }
  }
}

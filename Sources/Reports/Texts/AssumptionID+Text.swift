public import HybridWork

extension AssumptionID {
  /// The assumption's name for planners.
  public var text: Bilingual { Self.texts[self] ?? Bilingual(id: rawValue, en: rawValue) }

  private static let texts: [AssumptionID: Bilingual] = [
    .optInVoluntary: Bilingual(
      id: "Pegawai memenuhi syarat yang mengajukan", en: "Eligible people who apply"),
    .approvalShare: Bilingual(id: "Pengajuan yang disetujui", en: "Applications approved"),
    .daysUsedShare: Bilingual(id: "Hari diizinkan yang dipakai", en: "Permitted days used"),
    .complianceOrdered: Bilingual(
      id: "Kepatuhan pada hari yang diperintahkan", en: "Compliance with ordered days"),
    .fridayShare: Bilingual(id: "Pilihan jatuh pada Jumat", en: "Friday preferred to another day"),
    .leaveEntitlementDays: Bilingual(id: "Hak cuti tahunan", en: "Annual leave entitlement"),
    .leaveShare: Bilingual(id: "Hari kerja yang dipakai cuti", en: "Working days on leave"),
    .leaveSpellDays: Bilingual(id: "Lama sekali cuti", en: "Length of a leave"),
    .leaveBridgeFactor: Bilingual(id: "Cuti menyambung hari libur", en: "Leave next to holidays"),
    .sickShare: Bilingual(id: "Hari kerja sakit", en: "Working days sick"),
    .sickSpellDays: Bilingual(id: "Lama sekali sakit", en: "Length of an illness"),
    .sickLongShare: Bilingual(id: "Sakit yang berlangsung lama", en: "Illnesses that are long"),
    .sickLongSpellDays: Bilingual(id: "Lama sakit yang panjang", en: "Length of a long illness"),
    .travelShare: Bilingual(
      id: "Hari kerja perjalanan dinas", en: "Working days on official travel"),
    .travelSpellDays: Bilingual(id: "Lama sekali perjalanan dinas", en: "Length of a trip"),
    .trainingShare: Bilingual(id: "Hari kerja pelatihan", en: "Working days in training"),
    .trainingSpellDays: Bilingual(id: "Lama sekali pelatihan", en: "Length of a course"),
    .epidemicWeeks: Bilingual(id: "Minggu wabah setahun", en: "Epidemic weeks a year"),
    .epidemicSickFactor: Bilingual(id: "Kelipatan sakit saat wabah", en: "Sickness in an epidemic"),
    .floodDays: Bilingual(id: "Hari banjir sekota", en: "Days of flood in the city"),
    .unitFloodDays: Bilingual(
      id: "Hari banjir di sekitar satu unit", en: "Days of flood around a unit"),
    .floodStaffShare: Bilingual(id: "Pegawai terhalang banjir", en: "Staff cut off by a flood"),
    .outageDays: Bilingual(id: "Hari jaringan padam", en: "Days of network outage"),
    .arrivalFactor: Bilingual(id: "Kedatangan nyata dibanding rencana", en: "Arrivals over plan"),
    .handlingTimeFactor: Bilingual(
      id: "Lama layanan nyata dibanding pusat", en: "Handling time over central"),
    .counterPatienceMinutes: Bilingual(
      id: "Kesabaran rata-rata di loket", en: "Mean patience at a counter"),
    .valueOfTime: Bilingual(id: "Nilai satu jam masyarakat", en: "Value of a citizen's hour"),
    .fuelPrice: Bilingual(id: "Harga Pertalite", en: "Price of Pertalite"),
    .motorcycleEconomy: Bilingual(
      id: "Jarak sepeda motor per liter", en: "Distance of a motorcycle on a litre"),
    .carEconomy: Bilingual(id: "Jarak mobil per liter", en: "Distance of a car on a litre"),
    .fuelCarbon: Bilingual(id: "CO₂ per liter bensin", en: "CO₂ of a litre of petrol"),
    .travelRebound: Bilingual(
      id: "Perjalanan pengganti saat hari fleksibel", en: "Other trips on flexible days"),
    .morningSpeed: Bilingual(id: "Kecepatan berangkat kerja", en: "Speed on the way to work"),
    .eveningSpeed: Bilingual(id: "Kecepatan pulang kerja", en: "Speed on the way home"),
    .mealAllowanceGradeI: Bilingual(id: "Uang makan golongan I", en: "Meal allowance, grade I"),
    .mealAllowanceGradeII: Bilingual(id: "Uang makan golongan II", en: "Meal allowance, grade II"),
    .mealAllowanceGradeIII: Bilingual(
      id: "Uang makan golongan III", en: "Meal allowance, grade III"),
    .mealAllowanceGradeIV: Bilingual(id: "Uang makan golongan IV", en: "Meal allowance, grade IV"),
    .lunchPrice: Bilingual(id: "Harga makan siang dekat kantor", en: "Lunch near the office"),
    .homeMealShare: Bilingual(
      id: "Biaya makan di rumah dibanding makan siang", en: "Meal at home over the price of lunch"),
    .officeElectricityUse: Bilingual(
      id: "Listrik kantor per pegawai", en: "Office electricity for one employee"),
    .officeElectricityPrice: Bilingual(
      id: "Tarif listrik kantor", en: "Tariff of office electricity"),
    .scatteredEnergyElasticity: Bilingual(
      id: "Listrik terhemat saat gedung tetap buka", en: "Electricity saved in a building kept open"
    ),
    .darkDayEnergyElasticity: Bilingual(
      id: "Listrik terhemat saat gedung tutup", en: "Electricity saved in a closed building"),
    .darkDayOnSiteShare: Bilingual(
      id: "Batas hadir agar gedung dianggap tutup", en: "Attendance at which a building is closed"),
    .homeEnergyUse: Bilingual(
      id: "Listrik rumah pada hari fleksibel", en: "Home electricity on a flexible day"),
    .homeEnergyPrice: Bilingual(id: "Tarif listrik rumah", en: "Tariff of home electricity"),
    .routineGain: Bilingual(id: "Tambahan hasil, tugas rutin", en: "Gain of output, routine work"),
    .routineCoordinationLoss: Bilingual(
      id: "Rugi koordinasi, tugas rutin", en: "Loss of coordination, routine work"),
    .professionalGain: Bilingual(
      id: "Tambahan hasil, tugas profesional", en: "Gain of output, professional work"),
    .professionalCoordinationLoss: Bilingual(
      id: "Rugi koordinasi, tugas profesional", en: "Loss of coordination, professional work"),
    .collaborativeGain: Bilingual(
      id: "Tambahan hasil, tugas bersama", en: "Gain of output, collaborative work"),
    .collaborativeCoordinationLoss: Bilingual(
      id: "Rugi koordinasi, tugas bersama", en: "Loss of coordination, collaborative work"),
    .coordinationExponent: Bilingual(
      id: "Lengkung rugi koordinasi", en: "Curvature of the coordination loss"),
    .agencyEffect: Bilingual(id: "Pengaruh khas instansi", en: "Effect of the agency itself"),
    .placeBoundLoss: Bilingual(
      id: "Tugas terikat tempat yang hilang", en: "Place-bound work that is lost"),
    .noviceEffect: Bilingual(id: "Pengaruh pada pegawai baru", en: "Effect on new staff"),
    .equipmentEffect: Bilingual(id: "Pengaruh kurangnya peralatan", en: "Effect of poor equipment"),
    .recallSuccess: Bilingual(
      id: "Pegawai dipanggil yang dapat datang", en: "People called in who come"),
    .preHolidayPull: Bilingual(
      id: "Tarikan hari sebelum libur", en: "Pull of days next to holidays"),
    .commuteDetour: Bilingual(
      id: "Perjalanan nyata dibanding jarak tercatat", en: "Real trips over the distance recorded"),
    .motorcycleOccupancy: Bilingual(id: "Penumpang sepeda motor", en: "People on a motorcycle"),
    .carOccupancy: Bilingual(id: "Penumpang mobil", en: "People in a car"),
    .premiumFuelPrice: Bilingual(id: "Harga Pertamax", en: "Price of Pertamax"),
    .motorcyclePremiumShare: Bilingual(
      id: "Sepeda motor yang memakai Pertamax", en: "Motorcycle fuel that is Pertamax"),
    .carPremiumShare: Bilingual(id: "Mobil yang memakai Pertamax", en: "Car fuel that is Pertamax"),
    .officialFuelUse: Bilingual(
      id: "BBM kendaraan dinas per pegawai", en: "Official fuel for one employee"),
    .officialFuelElasticity: Bilingual(
      id: "BBM dinas yang mengikuti kehadiran", en: "Official fuel that follows attendance"),
    .attendanceAllowance: Bilingual(id: "TPP menurut kehadiran", en: "Attendance part of TPP"),
    .dataAllowance: Bilingual(id: "Uang paket data", en: "Data allowance"),
    .lunchBoughtShare: Bilingual(id: "Pegawai yang membeli makan siang", en: "Staff who buy lunch"),
    .vendorMargin: Bilingual(id: "Laba penjual makanan", en: "Margin of food sellers"),
    .officeWaterUse: Bilingual(id: "Air kantor per pegawai", en: "Office water for one employee"),
    .officeWaterPrice: Bilingual(id: "Tarif air kantor", en: "Tariff of office water"),
    .waterElasticity: Bilingual(
      id: "Air yang mengikuti kehadiran", en: "Water that follows attendance"),
    .officeConsumables: Bilingual(
      id: "Barang habis pakai per hari hadir", en: "Consumables of a day attended"),
    .homeDataCost: Bilingual(id: "Biaya data di rumah per hari", en: "Data at home for a day"),
    .laptopPrice: Bilingual(id: "Harga laptop", en: "Price of a laptop"),
    .laptopLife: Bilingual(id: "Umur pakai laptop", en: "Life of a laptop"),
    .connectionPrice: Bilingual(
      id: "Sambungan aman dan lisensi", en: "Secure connection and licences"),
    .setUpCost: Bilingual(id: "Biaya penyiapan sistem", en: "Setting up of systems"),
    .setUpLife: Bilingual(id: "Umur pakai sistem", en: "Life of what is set up"),
    .realDiscountRate: Bilingual(id: "Tingkat diskonto riil", en: "Real rate of discount"),
    .meetingCountFactor: Bilingual(
      id: "Jumlah rapat nyata dibanding berkas", en: "Meetings over those of the file"),
    .onlineReplacement: Bilingual(
      id: "Rapat daring yang menggantikan perjalanan", en: "Online meetings that spare the trip"),
    .tripDailyAllowance: Bilingual(
      id: "Uang harian perjalanan dinas", en: "Daily allowance of travel"),
    .tripLodgingPrice: Bilingual(id: "Biaya penginapan dinas", en: "Lodging on official travel"),
    .meetingMealPrice: Bilingual(id: "Konsumsi rapat", en: "Catering of a meeting"),
    .onlineMeetingCost: Bilingual(id: "Biaya rapat daring", en: "Cost of an online meeting"),
    .urgentTeamShare: Bilingual(
      id: "Tugas bersama yang mendesak", en: "Collaborative work that is urgent"),
    .urgentApartLoss: Bilingual(
      id: "Rugi tugas mendesak saat berjauhan", en: "Loss of urgent work when apart"),
    .coPresenceLoss: Bilingual(
      id: "Rugi karena rekan tidak di kantor", en: "Loss when colleagues are not on site"),
    .ratingOutputGap: Bilingual(
      id: "Beda hasil antarpredikat kinerja", en: "Output between performance levels"),
  ]
}

"""Makes up three exports of other programs, from Kota Bandung's kecamatan of 2023: attendance, queue tickets, performance.

Run it from the project's folder (Python 3.11 or later; seed 2023). Nothing is real but the names and head-counts of units.
Headers are examples: no official form of K-MOB, TRK e-Kinerja or E-SAKIP was found. Two places are unlike the study on
purpose: Kecamatan Bandung Kulon has 12 points more official travel, and the counter of Kecamatan Andir runs three of its
four desks.
"""
import csv
import datetime as dt
import heapq
import random

rng = random.Random(2023)
FIRST, LAST = dt.date(2023, 7, 1), dt.date(2023, 12, 31)
CLOSED = {dt.date(2023, 7, 19), dt.date(2023, 8, 17), dt.date(2023, 9, 28), dt.date(2023, 12, 25), dt.date(2023, 12, 26)}
days = [FIRST + dt.timedelta(n) for n in range((LAST - FIRST).days + 1)]
days = [day for day in days if day.weekday() < 5 and day not in CLOSED]

people = {}
with open("notebooks-data/bandung-city-units.csv", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        if row["unit"].startswith("Kecamatan"):
            people[row["unit"]] = people.get(row["unit"], 0) + int(row["count"])
units = sorted(people)[:12]
SHARES = {"Sakit": 0.016, "Cuti": 0.04, "Dinas Luar": 0.035, "Diklat": 0.01, "Tanpa Keterangan": 0.001}


def write(name, header, rows):
    with open(f"notebooks-data/{name}", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


attendance = []
for unit in units:
    # Spells: whoever is away today is so tomorrow with chance 0.6.
    state = ["Hadir"] * people[unit]
    for day in days:
        shares = dict(SHARES)
        if unit == "Kecamatan Bandung Kulon":
            shares["Dinas Luar"] += 0.12
        for person, before in enumerate(state):
            if before != "Hadir" and rng.random() < 0.6:
                continue
            state[person] = "Hadir"
            roll = rng.random()
            for code, share in shares.items():
                # The chance of a new spell that keeps the share of days, spells lasting 2.5 days.
                if roll < share * 0.4 / (1 - share) * (1 + share):
                    state[person] = code
                    break
                roll -= share * 0.4 / (1 - share) * (1 + share)
        for code in ["Hadir", *shares]:
            count = state.count(code)
            if count:
                attendance.append([unit, day.strftime("%d/%m/%Y"), code, count])
write("attendance-example.csv", ["Perangkat Daerah", "Tanggal", "Status", "Jumlah Pegawai"], attendance)

# Half-hour weights from 8:00 to 15:00, as the study assumes them; three desks, twelve minutes a citizen.
WEIGHTS = [0.6, 1.3, 1.5, 1.5, 1.2, 1.0, 0.8, 0.9, 0.2, 0.2, 1.0, 0.8, 0.6, 0.5]
WEEK = [1.2, 1, 1, 0.9, 0.9]
tickets = []
for day in [day for day in days if day.month in (7, 8)]:
    count = sum(1 for _ in range(1000) if rng.random() < 0.042 * WEEK[day.weekday()])
    taken = sorted(
        (480 + 30 * rng.choices(range(14), WEIGHTS)[0] + rng.random() * 30) * 60 for _ in range(count))
    free = [480 * 60.0] * 3
    heapq.heapify(free)
    for number, moment in enumerate(taken):
        call = max(heapq.heappop(free), moment)
        if 720 * 60 <= call < 780 * 60:
            call = 780 * 60.0
        heapq.heappush(free, call + rng.expovariate(1 / 720))
        start = dt.datetime.combine(day, dt.time())
        stamps = [(start + dt.timedelta(seconds=int(value))).strftime("%Y-%m-%d %H:%M:%S") for value in (moment, call)]
        tickets.append(["Loket Kecamatan Andir", f"A{number + 1:03d}", *stamps])
write("tickets-example.csv", ["Layanan", "Nomor", "Waktu Ambil", "Waktu Panggil"], tickets)

months = ["Juli", "Agustus", "September", "Oktober", "November", "Desember"]
performance = []
for place, unit in enumerate(units):
    level = rng.gauss(96, 2)
    for number, month in enumerate(months):
        effect = 1.5 if place < 4 and number >= 3 else 0
        performance.append([unit, f"{month} 2023", f"{level + 0.2 * number + effect + rng.gauss(0, 0.6):.2f}",
                            rng.randrange(2, 9)])
write("performance-example.csv", ["Unit Organisasi", "Periode", "Capaian (%)", "Pengaduan"], performance)
print(len(attendance), len(tickets), len(performance))

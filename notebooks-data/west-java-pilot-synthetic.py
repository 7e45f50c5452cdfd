"""Makes west-java-pilot-synthetic.csv: a made-up pilot of MKD with a known effect.

The four units are those where the pilot of 2023 ran; every number is made up (seed 2023). Twelve
comparison units, 24 months from July 2022, treated from July 2023. What is true in it: output per
person (index, 100 = plan) rises by 1.5 in treated units; citizens' satisfaction (IKM) falls by 0.5;
complaints per 1,000 citizens do not change. Staff of treated units use 1.2 flexible days a week each, others
none, so a day brings 1.25 of output. Units share each month's luck of the whole government.
Run it from the project's folder (Python 3.11 or later).
"""
import csv
import random

SEED, FIRST_TREATED, TREATED = 2023, 12, 4
TRUTH = {"output_index": 1.5, "ikm": -0.5, "complaints": 0.0}
LEVEL = {"output_index": (100, 3), "ikm": (84, 2), "complaints": (6, 1.5)}
MONTH = {"output_index": 1.0, "ikm": 0.4, "complaints": 0.3}
NOISE = {"output_index": 1.2, "ikm": 0.6, "complaints": 0.5}
UNITS = [
    "Biro Organisasi", "Biro Administrasi Pimpinan", "Dinas Komunikasi dan Informatika",
    "Badan Kepegawaian Daerah", "Inspektorat", "Sekretariat DPRD", "Badan Kesatuan Bangsa dan Politik",
    "Badan Penelitian dan Pengembangan", "Badan Perencanaan Pembangunan Daerah",
    "Dinas Pemuda dan Olahraga", "Dinas Perumahan dan Permukiman", "Dinas Koperasi dan Usaha Kecil",
    "Dinas Pariwisata dan Kebudayaan", "Dinas Pemberdayaan Masyarakat dan Desa",
    "Dinas Ketahanan Pangan dan Peternakan", "Dinas Perindustrian dan Perdagangan",
]

rng = random.Random(SEED)
# Days have draws of their own, so that the other columns stay as they were made first.
days_rng = random.Random(SEED + 1)
DAYS, DAYS_NOISE = 1.2, 0.15
months = [f"{2022 + (6 + m) // 12}-{(6 + m) % 12 + 1:02}" for m in range(24)]
levels = [{k: rng.gauss(*LEVEL[k]) for k in TRUTH} for _ in UNITS]
shocks = [{k: rng.gauss(0, MONTH[k]) for k in TRUTH} for _ in months]
with open("notebooks-data/west-java-pilot-synthetic.csv", "w", newline="") as file:
    table = csv.writer(file)
    table.writerow(["unit", "month", "treated", *TRUTH, "flexible_days"])
    for place, unit in enumerate(UNITS):
        for number, month in enumerate(months):
            treated = int(place < TREATED and number >= FIRST_TREATED)
            table.writerow([unit, month, treated] + [
                round(levels[place][k] + shocks[number][k] + rng.gauss(0, NOISE[k])
                      + treated * TRUTH[k], 2) for k in TRUTH] + [
                round(treated * max(0, days_rng.gauss(DAYS, DAYS_NOISE)), 2)])

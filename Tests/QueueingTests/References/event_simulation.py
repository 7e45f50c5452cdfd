"""Queues simulated by Ciw, which shares no code with the program's event simulation.

Prints event_simulation.csv: each figure a day, its mean over the days and its standard error.
Ciw's servers who leave finish the citizen in front of them, and all are replaced at each change of
schedule, so that only breaks without servers compare. Versions in the first line.
"""

import csv
import sys

import ciw
import numpy as np

DAYS = 3000
CASES = {
    "exponential": dict(open=[(240, 3)], rate=0.28, service=("exponential", 10), patience=25),
    "lognormal": dict(open=[(240, 3)], rate=0.28, service=("lognormal", 10, 0.7), patience=25),
    "constant": dict(open=[(240, 3)], rate=0.25, service=("constant", 10), patience=None),
    "break": dict(open=[(90, 3), (30, 0), (90, 3)], rate=0.3, service=("exponential", 8),
                  patience=30),
    "before opening": dict(open=[(30, 0), (120, 2)], rate=0.2, service=("lognormal", 9, 1.2),
                           patience=45),
}
TARGET, EDGES = 5, [0, 15]


def distribution(kind, mean, cv=0.0):
    if kind == "exponential":
        return ciw.dists.Exponential(1 / mean)
    if kind == "constant":
        return ciw.dists.Deterministic(mean)
    variance = np.log(1 + cv * cv)
    return ciw.dists.Lognormal(np.log(mean) - variance / 2, np.sqrt(variance))


def day(case, seed):
    ciw.seed(seed)
    end = sum(m for m, _ in case["open"])
    ends = [float(x) for x in np.cumsum([m for m, _ in case["open"]])]
    schedule = ciw.Schedule(
        numbers_of_servers=[s for _, s in case["open"]] + [0],
        shift_end_dates=ends + [end + 5000.0], preemption=False)
    options = {}
    if case["patience"]:
        options["reneging_time_distributions"] = [ciw.dists.Exponential(1 / case["patience"])]
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(case["rate"])],
        service_distributions=[distribution(*case["service"])],
        number_of_servers=[schedule], **options)
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_time(end + 400)
    waits, served, left, in_time, beyond = 0.0, 0, 0, 0, [0] * len(EDGES)
    arrivals, seen = 0, 0
    for record in simulation.get_all_records():
        if record.arrival_date > end:
            continue
        seen += 1
        is_served = record.record_type == "service" and record.service_start_date <= end
        is_left = record.record_type == "renege" and record.exit_date <= end
        until = record.service_start_date if is_served else record.exit_date if is_left else end
        wait = until - record.arrival_date
        waits += wait
        served += is_served
        left += is_left
        in_time += is_served and wait <= TARGET
        for index, edge in enumerate(EDGES):
            beyond[index] += wait > edge + 1e-9
    for person in simulation.nodes[1].all_individuals:
        if person.arrival_date <= end:
            seen += 1
            wait = end - person.arrival_date
            waits += wait
            for index, edge in enumerate(EDGES):
                beyond[index] += wait > edge
    return [seen, served, left, waits, in_time, *beyond]


NAMES = ["arrivals", "served", "abandoned", "waitMinutes", "servedInTime"] + [
    f"beyond {edge}.0" for edge in EDGES]
print(f"# Ciw {ciw.__version__}, NumPy {np.__version__}, Python {sys.version.split()[0]}; "
      f"{DAYS} days")
writer = csv.writer(sys.stdout, lineterminator="\n")
writer.writerow(["case", "figure", "value"])
for name, case in CASES.items():
    days = np.array([day(case, seed) for seed in range(DAYS)])
    for figure, mean, error in zip(
            NAMES, days.mean(axis=0), days.std(axis=0, ddof=1) / np.sqrt(DAYS)):
        writer.writerow([name, figure, float(mean)])
        writer.writerow([name, "error of " + figure, float(error)])

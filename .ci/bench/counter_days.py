#!/usr/bin/env python3
"""Times days at one counter simulated by Luwes, Ciw and SimPy: the same queue, in one run, one thread each.

Needs `ciw` and `simpy` (PyPI) in the Python that runs it, and a built ./luwes:
  python3 -m venv .venv-bench && .venv-bench/bin/pip install ciw==3.2.7 simpy==4.1.2
  .venv-bench/bin/python .ci/bench/counter_days.py
"""
import json
import random
import statistics
import subprocess
import sys
import time
from importlib.metadata import version

import ciw
import simpy

ARRIVALS_PER_HOUR, SERVICE_MINUTES, SERVERS, MINUTES = 200, 3.0, 13, 480.0
ROUNDS, LUWES_DAYS, PEER_DAYS = 5, 4000, 8
RATE = ARRIVALS_PER_HOUR / 60


def of_luwes(seed):
    command = ["./luwes", "queue", "--arrivals-per-hour", str(ARRIVALS_PER_HOUR),
               "--service-minutes", str(SERVICE_MINUTES), "--servers", str(SERVERS), "--target-minutes", "1",
               "--simulate-days", str(LUWES_DAYS), "--seed", str(seed), "--json"]
    begun = time.perf_counter()
    answer = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return LUWES_DAYS, time.perf_counter() - begun, answer["simulated"]["mean_wait_minutes"]


def of_ciw(seed):
    waits, begun = [], time.perf_counter()
    for day in range(PEER_DAYS):
        ciw.seed(seed * 1000 + day)
        network = ciw.create_network(
            arrival_distributions=[ciw.dists.Exponential(RATE)],
            service_distributions=[ciw.dists.Exponential(1 / SERVICE_MINUTES)], number_of_servers=[SERVERS])
        simulation = ciw.Simulation(network)
        simulation.simulate_until_max_time(MINUTES)
        waits += [record.waiting_time for record in simulation.get_all_records()]
    return PEER_DAYS, time.perf_counter() - begun, statistics.fmean(waits)


def of_simpy(seed):
    random.seed(seed)
    waits, begun = [], time.perf_counter()

    def citizen(world, counter):
        arrived = world.now
        with counter.request() as turn:
            yield turn
            waits.append(world.now - arrived)
            yield world.timeout(random.expovariate(1 / SERVICE_MINUTES))

    def arrivals(world, counter):
        while True:
            yield world.timeout(random.expovariate(RATE))
            if world.now > MINUTES:
                return
            world.process(citizen(world, counter))

    for _ in range(PEER_DAYS):
        world = simpy.Environment()
        world.process(arrivals(world, simpy.Resource(world, SERVERS)))
        world.run()
    return PEER_DAYS, time.perf_counter() - begun, statistics.fmean(waits)


def main():
    programs = {"luwes": of_luwes, f"ciw {version('ciw')}": of_ciw, f"simpy {version('simpy')}": of_simpy}
    speeds, waits = {name: [] for name in programs}, {name: [] for name in programs}
    for number in range(ROUNDS):
        for name, program in programs.items():
            days, seconds, wait = program(number + 1)
            speeds[name].append(days * ARRIVALS_PER_HOUR * MINUTES / 60 / seconds)
            waits[name].append(wait)
    print(f"python {sys.version.split()[0]}, {ROUNDS} rounds, one thread each; citizens a second, min / median / max")
    for name, found in speeds.items():
        ratio = [own / other for own, other in zip(speeds["luwes"], found)]
        print(f"{name:14}{min(found):12,.0f}{statistics.median(found):12,.0f}{max(found):12,.0f}"
              f"   mean wait {statistics.fmean(waits[name]):.4f} min   luwes is {min(ratio):.0f} / "
              f"{statistics.median(ratio):.0f} / {max(ratio):.0f} times as fast")


main()

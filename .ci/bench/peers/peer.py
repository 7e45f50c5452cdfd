"""Runs one peer once and prints JSON: processor seconds of each round, work done, results. Called by .ci/bench/run."""
import json
import sys
import time

CLOCK = time.process_time


def timed(rounds, work):
    seconds, found = [], None
    for _ in range(rounds):
        begun = CLOCK()
        found = work()
        seconds.append(CLOCK() - begun)
    return seconds, found


def bare(program, portion, rounds, **model):
    import numpy_bare
    seconds, coverage = numpy_bare.run(program, portion, rounds, CLOCK, **model)
    work = model["people"] * model["days"] * model["policies"]
    return seconds, work, {f"coverage/{number}": list(found) for number, found in enumerate(coverage)}


def roster(people, portion, calendars, seed):
    import numpy_roster
    seconds, results, work = numpy_roster.run(people, calendars, seed, portion, CLOCK)
    return seconds, work, results


def mesa(people, calendars, seed):
    import mesa_roster
    seconds, results, work = mesa_roster.run(people, calendars, seed, CLOCK)
    return seconds, work, results


def sizing(cases, rounds):
    import sizing as peer
    seconds, servers = timed(rounds, lambda: peer.servers(cases))
    return seconds, len(cases), {"servers": servers}


def events(program, days, seed, queue):
    import queues
    seconds, wait = timed(1, lambda: getattr(queues, f"of_{program}")(days, seed, queue))
    work = days * queue["arrivals_per_hour"] * queue["minutes"] / 60
    return seconds, work, {"mean_wait_minutes": [wait]}


def rules(people, rounds):
    import rules as peer
    built = peer.simulation(people, [0, 1, 2])
    seconds, eligible = timed(rounds, lambda: peer.eligible(built))
    return seconds, people * 12, {"eligible": [eligible]}


def indices(points, factors, resamples, rounds, seed):
    import indices as peer
    results = peer.runs(points, factors, seed)
    seconds, total = timed(rounds, lambda: peer.total(results, factors, resamples))
    return seconds, points * factors * resamples, {"total": total, "known": peer.known(factors)}


def bootstrap(program, path, draws, rounds, seed):
    import pandas
    import panels as peer
    frame = pandas.read_csv(path)
    test = getattr(peer, f"of_{program}")
    test(frame, draws, seed)  # lets it compile
    seconds, p = timed(rounds, lambda: test(frame, draws, seed))
    return seconds, draws, {"p": [p]}


if __name__ == "__main__":
    case = {function.__name__: function for function in (bare, roster, mesa, sizing, events, rules, indices,
                                                        bootstrap)}[sys.argv[1]]
    seconds, work, results = case(**json.load(sys.stdin))
    json.dump({"processor_seconds": seconds, "work": work, "results": results}, sys.stdout)

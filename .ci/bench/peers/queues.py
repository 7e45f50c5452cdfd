"""Days at one counter in Ciw and SimPy: Poisson arrivals, exponential services, first come first served."""
import random
import statistics

import ciw
import simpy


def of_ciw(days, seed, queue):
    waits = []
    for day in range(days):
        ciw.seed(seed * 1000 + day)
        network = ciw.create_network(
            arrival_distributions=[ciw.dists.Exponential(queue["arrivals_per_hour"] / 60)],
            service_distributions=[ciw.dists.Exponential(1 / queue["service_minutes"])],
            number_of_servers=[queue["servers"]])
        simulation = ciw.Simulation(network)
        simulation.simulate_until_max_time(queue["minutes"])
        waits += [record.waiting_time for record in simulation.get_all_records()]
    return statistics.fmean(waits)


def of_simpy(days, seed, queue):
    luck, waits = random.Random(seed), []

    def citizen(world, counter):
        arrived = world.now
        with counter.request() as turn:
            yield turn
            waits.append(world.now - arrived)
            yield world.timeout(luck.expovariate(1 / queue["service_minutes"]))

    def arrivals(world, counter):
        while True:
            yield world.timeout(luck.expovariate(queue["arrivals_per_hour"] / 60))
            if world.now > queue["minutes"]:
                return
            world.process(citizen(world, counter))

    for _ in range(days):
        world = simpy.Environment()
        world.process(arrivals(world, simpy.Resource(world, queue["servers"])))
        world.run()
    return statistics.fmean(waits)

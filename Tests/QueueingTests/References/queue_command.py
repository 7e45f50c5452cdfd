# Exact figures of one queue by brute force: birth-death states, and a tagged arrival by matrix exponential.
# The figures stand in Tests/StudyTests/QueueCommandTests.swift.
import sys

import numpy
import scipy
import scipy.linalg


def figures(arrivals_per_hour, service_minutes, servers, patience_minutes, target_minutes, states=4000, queue=400):
    arrivals = arrivals_per_hour / 60
    serve = 1 / service_minutes
    leave = 1 / patience_minutes if patience_minutes else 0
    weights = [1.0]
    for inside in range(1, states):
        weights.append(weights[-1] * arrivals / (min(inside, servers) * serve + max(inside - servers, 0) * leave))
    total = sum(weights)
    shares = [weight / total for weight in weights]
    waiting = sum((inside - servers) * share for inside, share in enumerate(shares) if inside > servers)
    busy = sum(min(inside, servers) * share for inside, share in enumerate(shares))
    # The tagged arrival at place 1, 2, ... of the queue; 0 has left, queue + 1 is served.
    rates = numpy.zeros((queue + 2, queue + 2))
    for place in range(1, queue + 1):
        forward = servers * serve + (place - 1) * leave
        rates[place, queue + 1 if place == 1 else place - 1] += forward
        rates[place, 0] += leave
        rates[place, place] -= forward + leave
    reached = scipy.linalg.expm(rates * target_minutes)
    level = sum(shares[:servers])
    level += sum(shares[servers + place - 1] * reached[place, queue + 1] for place in range(1, queue + 1))
    return sum(shares[servers:]), waiting / arrivals, level, waiting * leave / arrivals, busy / servers


print("python", sys.version.split()[0], "numpy", numpy.__version__, "scipy", scipy.__version__)
print("with patience", figures(200, 3, 13, 5, 0.333))
print("without", figures(200, 3, 13, 0, 0.333))

"""Erlang A by numerical integration and, as a check on it, by sums of beta functions.

Writes erlang_a.csv. Made with Python 3.11.7, SciPy 1.17.1 and NumPy 2.4.6.

The virtual wait V is 0 with probability 1 - P(wait) and else has the density
lambda pi_(n-1) exp(lambda (1 - exp(-theta x)) / theta - n mu x). An arrival waits longer than t if V
and patience are both longer; it is served within t if V is at most t and shorter than patience.
"""

import csv

import numpy as np
from scipy import integrate, special


def states(rate, mu, servers, theta):
    """Logarithms of the stationary probabilities, from the balance equations."""
    logs, total, state = [0.0], 0.0, 0
    while True:
        state += 1
        out = min(state, servers) * mu + max(state - servers, 0) * theta
        total += np.log(rate / out)
        logs.append(total)
        if rate < out and total < max(logs) - 60:
            break
    logs = np.array(logs)
    return logs - special.logsumexp(logs)


def figures(per_hour, service, servers, patience, edge):
    rate, mu, theta = per_hour / 60, 1 / service, 1 / patience
    log_pi = states(rate, mu, servers, theta)
    pi = np.exp(log_pi)
    log_front = np.log(rate) + log_pi[servers - 1]

    def density(x):
        # Scaled by the front factor inside the exponent, so that neither over- nor underflows.
        return np.exp(log_front - rate / theta * np.expm1(-theta * x) - servers * mu * x)

    peak = max(0.0, np.log(max(rate / (servers * mu), 1e-300)) / theta)
    width = 1 / np.sqrt(rate * theta) + 1 / (servers * mu)
    far = peak + 60 * width + 60 / (servers * mu)

    def integral(f, low, high):
        marks = sorted({low, high, *(peak + k * width for k in range(-40, 61, 4))})
        marks = [m for m in marks if low <= m <= high]
        parts = [
            integrate.quad(f, a, b, epsabs=1e-16, epsrel=1e-13, limit=200)[0]
            for a, b in zip(marks, marks[1:])
        ]
        return sum(parts)

    beyond = integral(density, edge, max(far, edge)) if edge < far else 0.0
    tail = np.exp(-theta * edge) * beyond
    waiting = pi[servers:].sum()
    within = integral(lambda x: np.exp(-theta * x) * density(x), 0.0, min(edge, far))
    level = 1 - waiting + within

    ahead = np.arange(len(pi) - servers)
    longer = special.betainc(servers * mu / theta, ahead + 1, np.exp(-theta * edge))
    sums = (pi[servers:] * longer).sum()
    assert abs(sums - beyond) < 1e-10, (sums, beyond)

    queue = (ahead * pi[servers:]).sum()
    busy = (np.minimum(np.arange(len(pi)), servers) * pi).sum()
    return [waiting, queue / rate, theta * queue / rate, busy / servers, queue, tail, level]


with open("erlang_a.csv", "w", newline="") as file:
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(
        "arrivals_per_hour,service_minutes,servers,patience_minutes,edge_minutes,waiting,"
        "mean_wait,abandonment,occupancy,queue,tail,level".split(",")
    )
    for servers in (1, 3, 12, 80):
        for load in (0.3, 0.9, 1.0, 1.4, 6.0):
            for service, patience in ((10, 5), (10, 60), (4, 240)):
                per_hour = load * servers * 60 / service
                for edge in (0.5, 5.0, 30.0):
                    values = figures(per_hour, service, servers, patience, edge)
                    inputs = [repr(per_hour), service, servers, patience, edge]
                    rows.writerow([*inputs, *(repr(float(v)) for v in values)])

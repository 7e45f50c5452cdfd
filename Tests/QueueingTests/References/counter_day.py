"""Exact figures of queues on one day, by another method than the program's.

The number inside follows Kolmogorov's forward equations, which SciPy integrates (DOP853, relative
tolerance 1e-12). Waits follow a tagged arrival by the backward equations with the patience of
everybody, on a fine grid of arrival times. Prints counter_day.csv; versions in its first line.
"""

import csv
import sys

import numpy as np
import scipy
from scipy.integrate import solve_ivp

DAYS = {
    "village": dict(
        slots=[(30, a, s) for a, s in zip(
            [1, 4, 6, 5, 4, 3, 1, 1, 4, 5, 3, 2], [2, 3, 4, 4, 3, 2, 0, 0, 2, 4, 3, 1])],
        service=12, patience=40, closing="serveOut"),
    "constant": dict(slots=[(60, 14, 3)] * 4, service=10, patience=30, closing="sendAway"),
    "overload": dict(slots=[(60, 40, 2), (30, 0, 2)], service=6, patience=25, closing="sendAway"),
    "before opening": dict(
        slots=[(30, 8, 0), (60, 10, 3), (45, 4, 1)], service=9, patience=60, closing="serveOut"),
    "nobody leaves": dict(
        slots=[(60, 20, 2), (60, 3, 3)], service=8, patience=np.inf, closing="serveOut"),
    "no servers at the end": dict(
        slots=[(60, 9, 2), (20, 3, 0)], service=8, patience=50, closing="serveOut"),
}
TARGET = 10.0
EDGES = [0.0, 5.0, 15.0, 45.0]
STATES = 130


def forward(p, minutes, lam, s, mu, theta):
    n = np.arange(STATES)
    out = np.minimum(n, s) * mu + np.maximum(n - s, 0) * theta
    queue = np.maximum(n - s, 0)
    busy = np.minimum(n, s)

    def slope(_, y):
        q = y[:STATES]
        d = -(lam + out) * q
        d[1:] += lam * q[:-1]
        d[:-1] += out[1:] * q[1:]
        return np.concatenate([d, [queue @ q, busy @ q]])

    start = np.concatenate([p, [0, 0]])
    found = solve_ivp(slope, (0, minutes), start, method="DOP853", rtol=1e-12, atol=1e-15,
                      dense_output=True)
    return found


def release(p, old, new):
    after = np.zeros_like(p)
    served = 0.0
    for n, weight in enumerate(p):
        gone = max(min(n, old) - new, 0)
        after[n - gone] += weight
        served += gone * weight
    return after, served


def tagged(p, t, servers_now, changes, end, mu, theta):
    """Waiting beyond each edge and served within the target, for the state an arrival finds."""
    marks = sorted(set(EDGES + [TARGET]))
    line = np.zeros(STATES)
    line[:STATES - servers_now] = p[servers_now:]
    served = p[:servers_now].sum()
    s, clock, found = servers_now, t, {}
    stops = sorted([(t + m, "mark", m) for m in marks] + [(c, "change", k) for c, k in changes
                                                           if c > t], key=lambda x: x[:2])
    for stop, kind, what in stops:
        if stop > clock:
            k = np.arange(STATES)

            def slope(_, y):
                q = y[:-1]
                d = -(s * mu + (k + 1) * theta) * q
                d[:-1] += (s * mu + k[1:] * theta) * q[1:]
                return np.concatenate([d, [s * mu * q[0]]])

            y = solve_ivp(slope, (0, stop - clock), np.concatenate([line, [0]]),
                          rtol=1e-8, atol=1e-12).y[:, -1]
            line, served = y[:-1], served + y[-1]
            clock = stop
        if kind == "mark":
            found[what] = (line.sum(), served)
        elif what is None:
            line = np.zeros(STATES)
        else:
            rise = max(what - s, 0)
            served += line[:rise].sum()
            line = np.concatenate([line[rise:], np.zeros(rise)])
            s = what
    return [found[e][0] for e in EDGES], found[TARGET][1]


def solve(slots, service, patience, closing):
    mu, theta = 1 / service, 1 / patience
    p = np.zeros(STATES)
    p[0] = 1
    result = dict(arrivals=sum(a for _, a, _ in slots), served=0, abandoned=0, sentAway=0,
                  waitMinutes=0, servedInTime=0, busyMinutes=0, overtimeMinutes=0,
                  inSystemAtEnd=0)
    beyond = np.zeros(len(EDGES))
    ends = np.cumsum([m for m, _, _ in slots])
    changes = [(ends[i], slots[i + 1][2]) for i in range(len(slots) - 1)
               if slots[i + 1][2] != slots[i][2]]
    last = slots[-1][2]
    if closing == "sendAway" or last == 0:
        changes.append((ends[-1], None))
    nodes, weights = np.polynomial.legendre.leggauss(3)
    queues, before = [], slots[0][2]
    for (minutes, arrivals, s), end in zip(slots, ends):
        lam = arrivals / minutes
        if s < before:
            p, gone = release(p, before, s)
            result["served"] += gone
            result["busyMinutes"] += gone * service
        before = s
        found = forward(p, minutes, lam, s, mu, theta)
        start = end - minutes
        cuts = [c - m for c, _ in changes for m in EDGES + [TARGET] if start < c - m < end]
        cuts = np.unique(np.concatenate([np.linspace(start, end, 7), cuts]))
        for a, b in zip(cuts, cuts[1:]):
            for x, w in zip(nodes, weights):
                t = (a + b) / 2 + x * (b - a) / 2
                tails, in_time = tagged(found.sol(t - start)[:STATES], t, s, changes, ends[-1],
                                        mu, theta)
                beyond += lam * w * (b - a) / 2 * np.array(tails)
                result["servedInTime"] += lam * w * (b - a) / 2 * in_time
        y = found.y[:, -1]
        p, queue, busy = y[:STATES], y[-2], y[-1]
        result["waitMinutes"] += queue
        result["busyMinutes"] += busy
        result["served"] += busy * mu
        result["abandoned"] += queue * theta
        queues.append(queue / minutes)
    result["inSystemAtEnd"] = np.arange(STATES) @ p
    if closing == "sendAway" or last == 0:
        p, gone = release(p, last, 0)
        result["served"] += gone
        result["overtimeMinutes"] = gone * service
        result["sentAway"] = np.arange(STATES) @ p
    else:
        # 200 hours of the chain without arrivals are as good as all time.
        y = forward(p, 12000, 0, last, mu, theta).y[:, -1]
        result["waitMinutes"] += y[-2]
        result["abandoned"] += y[-2] * theta
        result["overtimeMinutes"] = y[-1]
        result["served"] += y[-1] * mu
    result["busyMinutes"] += result["overtimeMinutes"]
    for edge, value in zip(EDGES, beyond):
        result[f"beyond {edge}"] = value
    for index, queue in enumerate(queues):
        result[f"queue {index}"] = queue
    return result


print(f"# SciPy {scipy.__version__}, NumPy {np.__version__}, Python {sys.version.split()[0]}")
writer = csv.writer(sys.stdout, lineterminator="\n")
writer.writerow(["day", "figure", "value"])
for name, day in DAYS.items():
    for figure, value in solve(**day).items():
        writer.writerow([name, figure, repr(float(value))])

"""Quantiles, shares and means of distributions by SciPy.

SciPy's beta functions are Boost's, as ours are; the tests add closed forms for these.

Writes distributions.csv, bounded.csv and summaries.csv. Made with Python 3.11.7, SciPy 1.17.1 and
NumPy 2.4.6. Columns p1 to p3 are the parameters in the order of Swift's enumeration.
"""

import csv

import numpy as np
from scipy import stats

CASES = {
    "normal": [(0.06, 0.08), (-3, 2.5)],
    "lognormal": [(45, 0.3), (9, 0.6), (0.001, 2)],
    "beta": [(5.8, 3.9), (0.5, 0.5), (200, 40), (1, 8)],
    "gamma": [(1.6, 0.032), (0.2, 3), (80, 0.5)],
    "uniform": [(1.5, 2.5), (-1, 3)],
    "triangular": [(35, 45, 51), (0, 0, 1), (-2, 1, 1)],
}
PROBABILITIES = [1e-9, 1e-4, 0.025, 0.3, 0.5, 0.71, 0.975, 0.9999, 1 - 2**-30]


def frozen(name, p):
    if name == "normal":
        return stats.norm(p[0], p[1])
    if name == "lognormal":
        return stats.lognorm(p[1], scale=p[0])
    if name == "beta":
        return stats.beta(p[0], p[1])
    if name == "gamma":
        return stats.gamma(p[0], scale=p[1])
    if name == "uniform":
        return stats.uniform(p[0], p[1] - p[0])
    return stats.triang((p[1] - p[0]) / (p[2] - p[0]), p[0], p[2] - p[0])


def writer(name, *heading):
    rows = csv.writer(open(name, "w", newline=""), lineterminator="\n")
    rows.writerow(heading)
    return rows


rows = writer("distributions.csv", "name", "p1", "p2", "p3", "probability", "quantile", "mean")
for name, parameters in CASES.items():
    for p in parameters:
        law = frozen(name, p)
        padded = [float(x) for x in p] + [0.0] * (3 - len(p))
        for probability in PROBABILITIES:
            values = [float(law.ppf(probability)), float(law.mean())]
            rows.writerow([name, *padded, repr(probability), *map(repr, values)])

rows = writer(
    "bounded.csv", "name", "p1", "p2", "p3", "lower", "upper", "probability", "quantile"
)
for name, p, lower, upper in [
    ("normal", (0.06, 0.08), 0.0, 1.0),
    ("lognormal", (45, 0.3), 30.0, 60.0),
    ("beta", (5.8, 3.9), 0.2, 0.9),
    ("gamma", (1.6, 0.032), 0.0, 0.3),
    ("triangular", (35, 45, 51), 40.0, 60.0),
]:
    law = frozen(name, p)
    # SciPy's own root finder on the truncated distribution function, not our formula.
    from scipy.optimize import brentq

    below, within = law.cdf(lower), law.cdf(upper) - law.cdf(lower)
    top = min(upper, law.support()[1])
    for probability in (0.01, 0.25, 0.5, 0.9, 0.999):
        value = brentq(
            lambda x: (law.cdf(x) - below) / within - probability, lower, top, xtol=1e-15, rtol=1e-14
        )
        padded = [float(x) for x in p] + [0.0] * (3 - len(p))
        rows.writerow([name, *padded, lower, upper, probability, repr(float(value))])

rows = writer("summaries.csv", "count", "mean", "sd", "p05", "p50", "p95", "gini")
for count in (2, 3, 21, 1000):
    # The test makes the same sample: the fractional parts of multiples of an irrational, squared.
    sample = (np.arange(1, count + 1) * 0.6180339887498949 % 1) ** 2
    pairs = np.abs(sample[:, None] - sample[None, :]).mean()
    values = [sample.mean(), sample.std(ddof=1), *np.quantile(sample, [0.05, 0.5, 0.95])]
    values.append(pairs / (2 * sample.mean()))
    rows.writerow([count, *(repr(float(v)) for v in values)])

"""A one-way random effects split with Williams and Tukey's interval, by NumPy and SciPy.

Writes variances.csv. Made with Python 3.11.7, SciPy 1.17.1 and NumPy 2.4.6. The first column names the number,
the second holds it; the sample is 12 worlds of 3 replications.
"""

import csv

import numpy as np
from scipy import stats

rng = np.random.default_rng(7)
sample = np.round(10 + rng.normal(0, 2, (12, 1)) + rng.normal(0, 3, (12, 3)), 3)
worlds, replications = sample.shape
means = sample.mean(axis=1)
within = ((sample - means[:, None]) ** 2).sum() / (worlds * (replications - 1))
between_square = replications * means.var(ddof=1)
between = (between_square - within) / replications
ratio = between_square / within
freedom = (worlds - 1, worlds * (replications - 1))


def bound(probability):
    share = 1 - stats.f.ppf(probability, *freedom) / ratio
    sum_of_squares = between_square * freedom[0]
    return max(sum_of_squares * share / (replications * stats.chi2.ppf(probability, freedom[0])), 0)


with open("variances.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["name", "value"])
    for value in sample.reshape(-1):
        writer.writerow(["sample", value])
    writer.writerow(["within", repr(float(within))])
    writer.writerow(["between", repr(float(between))])
    writer.writerow(["low", repr(float(bound(0.95)))])
    writer.writerow(["high", repr(float(bound(0.05)))])

"""Sensitivity of the Ishigami function by SALib: Sobol' indices and PAWN.

Writes ishigami.csv (indices with their 90% half-widths) and pawn.csv (a sample of inputs and results, then
SALib's medians and greatest distances). Made with Python 3.11.7, SALib 1.6.0, NumPy 2.4.6.
"""

import csv

import numpy as np
from SALib.analyze import pawn, sobol
from SALib.sample import sobol as sampler

PROBLEM = {"num_vars": 3, "names": ["x1", "x2", "x3"], "bounds": [[-np.pi, np.pi]] * 3}


def ishigami(x):
    return np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


inputs = sampler.sample(PROBLEM, 4096, calc_second_order=False, seed=1)
found = sobol.analyze(
    PROBLEM, ishigami(inputs), calc_second_order=False, conf_level=0.9, seed=1
)
with open("ishigami.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["input", "first", "first_conf", "total", "total_conf"])
    for place in range(3):
        writer.writerow(
            [place + 1]
            + [repr(float(found[key][place])) for key in ("S1", "S1_conf", "ST", "ST_conf")]
        )

rng = np.random.default_rng(3)
x = np.round(rng.uniform(-np.pi, np.pi, (400, 3)), 6)
y = np.round(ishigami(x), 9)
distances = pawn.analyze(PROBLEM, x, y, S=10, seed=1)
with open("pawn.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["x1", "x2", "x3", "y"])
    for row, result in zip(x, y):
        writer.writerow([*row, result])
    writer.writerow([repr(float(v)) for v in distances["median"]] + ["median"])
    writer.writerow([repr(float(v)) for v in distances["maximum"]] + ["maximum"])

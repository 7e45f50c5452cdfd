"""Boxes of failure by the PRIM of the EMA Workbench, by data set.

With `make` writes prim-box.csv first: 1,000 points of five inputs, of which 95% fail where the first is above
0.6 and the second below 0.45, and 3% elsewhere. Any failure-worlds.csv of `luwes robust --out` for one policy can
stand beside it. Run as `prim.py prim-box make`.

Of the boxes on the peeling trajectory the one with the greatest harmonic mean of coverage and density is taken, as
Luwes does; peeling and pasting share 0.05, least mass 0.05, Luwes' own objective (gain in density by the mass lost,
"lenient1"). Writes prim.csv: one line a limit, and one without an input for each data set.
Made with Python 3.11.7, ema_workbench 2.5.3, NumPy 2.4.6, pandas 3.1.1.
"""

import csv
import sys

import numpy as np
import pandas as pd
from ema_workbench.analysis import prim


def made_box():
    draws = np.random.default_rng(20261127)
    points = draws.random((1000, 5)).round(6)
    inside = (points[:, 0] > 0.6) & (points[:, 1] < 0.45)
    fails = draws.random(1000) < np.where(inside, 0.95, 0.03)
    with open("prim-box.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["world", "made:fails"] + [f"x{place}" for place in range(1, 6)])
        for place in range(1000):
            writer.writerow([place, int(fails[place])] + [repr(float(x)) for x in points[place]])


def found(name, writer):
    table = pd.read_csv(f"{name}.csv")
    fails = table.iloc[:, 1].to_numpy().astype(bool)
    inputs = table.iloc[:, 2:].astype(float)
    box = prim.Prim(inputs, fails, threshold=0.5, peel_alpha=0.05, paste_alpha=0.05, mass_min=0.05).find_box()
    path = box.peeling_trajectory
    score = 2 * path["coverage"] * path["density"] / (path["coverage"] + path["density"])
    best = int(score.idxmax())
    limits = box.box_lims[best]
    chances = box.qp[best]
    row = path.loc[best]
    head = [name, repr(float(fails.mean())), repr(float(row["coverage"])), repr(float(row["density"])), repr(float(row["mass"]))]
    writer.writerow(head + ["", "", "", ""])
    for column in inputs.columns:
        least, greatest = float(limits[column].iloc[0]), float(limits[column].iloc[1])
        isLow = least > inputs[column].min()
        isHigh = greatest < inputs[column].max()
        if isLow or isHigh:
            chance = [x for x in chances.get(column, []) if x >= 0]
            writer.writerow(
                head + [column, repr(least) if isLow else "", repr(greatest) if isHigh else "",
                        repr(float(min(chance))) if chance else ""])


if "make" in sys.argv[1:]:
    made_box()
with open("prim.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(
        ["data", "failures", "coverage", "density", "mass", "input", "at_least", "at_most", "chance"])
    for name in sys.argv[1].split(","):
        found(name, writer)

#!/usr/bin/env python3
"""Makes trend-studies.csv and trend-sets.csv: event studies, and what honestdid makes of them.

Needs honestdid 0.1.1 (with torch 2.15.0), numpy 2.3.5 (not 2.4) and scipy 1.17.1 (PyPI). Run in this folder:
  python3 pre_trends.py

honestdid draws its least favourable critical value from 1,000 simulations, whose error is larger than
that of anything else. Here it is put in from 2,000,000 simulations over all basic solutions of the
dual program; everything else is honestdid's (columns low, high). Its own answer as it comes on a
grid of 200 stands beside it for two of them at the multiple 1 (shipped_low, shipped_high).

With one time after the start honestdid leaves out the first stage's upper bound when it makes the second
stage's critical value, which widens the set; with more it keeps it. Here it is kept always.
"""
import csv
import itertools
import warnings

import numpy as np
from honestdid import core

warnings.filterwarnings("ignore")
SIMULATIONS = 2_000_000
SHIPPED = "two-two", "three-two"


def study(seed, early, late, spread, effect):
    """Effects by time since the start, of a random walk of differences, and their covariance."""
    draw = np.random.default_rng(seed)
    times = list(range(-early - 1, -1)) + list(range(late))
    loose = draw.normal(size=(len(times), len(times) + 3)) * spread
    sigma = loose @ loose.T / loose.shape[1] + 0.5 * spread**2 * np.ones((len(times),) * 2)
    trend = draw.normal(size=len(times)) * spread
    beta = trend + effect * (np.array(times) >= 0)
    return times, beta, sigma


CASES = {
    "one-one": study(1, 1, 1, 0.3, 2.0), "two-two": study(2, 2, 2, 0.2, 2.0),
    "three-two": study(3, 3, 2, 0.15, 1.0), "two-three": study(4, 2, 3, 0.25, -2.0),
    "four-four": study(5, 4, 4, 0.2, 1.5), "noisy": study(6, 2, 2, 1.0, 0.5),
    "one-four": study(7, 1, 4, 0.3, 3.0),
}


def dual_corners(X, deviations):
    """All basic solutions of gamma >= 0, gamma'deviations = 1, gamma'X = 0."""
    equations = np.column_stack([deviations, X]).T
    wanted = np.zeros(len(equations))
    wanted[0] = 1
    corners = []
    for rows in itertools.combinations(range(len(deviations)), len(equations)):
        part = equations[:, rows]
        if abs(np.linalg.det(part)) < 1e-12:
            continue
        weights = np.linalg.solve(part, wanted)
        if (weights >= -1e-12).all():
            corner = np.zeros(len(deviations))
            corner[list(rows)] = weights
            corners.append(corner)
    return np.array(corners)


VALUES = {}


def critical_value(X, sigma, kappa, sims=1000, rowsForARP=None, seed=0):
    """The least favourable critical value from many simulations."""
    sigma = np.asarray(sigma)
    X = np.zeros((len(sigma), 0)) if X is None else np.asarray(X)
    if rowsForARP is not None:
        X, sigma = X[rowsForARP], sigma[np.ix_(rowsForARP, rowsForARP)]
    key = (sigma.tobytes(), X.tobytes())
    if key not in VALUES:
        corners = dual_corners(X, np.sqrt(np.diag(sigma)))
        root = np.linalg.eigh(corners @ sigma @ corners.T)
        root = root[1] * np.sqrt(np.maximum(root[0], 0))
        draw = np.random.default_rng(0)
        largest = np.concatenate([
            (draw.normal(size=(SIMULATIONS // 40, len(corners))) @ root.T).max(axis=1) for _ in range(40)])
        VALUES[key] = float(np.quantile(largest, 1 - kappa))
    return VALUES[key]


def bounded_second_stage(y, sigma, A, d, alpha, hybrid_list):
    """The test of one time after the start, the second stage bounded by the first."""
    deviations = np.sqrt(np.diag(A @ sigma @ A.T))
    moments = (A @ y - d) / deviations
    place = int(np.argmax(moments))
    if moments[place] > hybrid_list["lf_cv"]:
        return True
    rows = A / deviations[:, None]
    ratio = rows @ sigma @ rows[place]
    low, high = -np.inf, hybrid_list["lf_cv"]
    for other, slope in enumerate(ratio):
        if other != place and abs(1 - slope) > 1e-12:
            bound = (moments[other] - slope * moments[place]) / (1 - slope)
            low, high = (max(low, bound), high) if slope < 1 else (low, min(high, bound))
    size = (alpha - hybrid_list["hybrid_kappa"]) / (1 - hybrid_list["hybrid_kappa"])
    return bool(moments[place] > max(0, core._norminvp_generalized(1 - size, low, high)))


def confidence_set(times, beta, sigma, multiple, **grid):
    early, late = sum(t < -1 for t in times), sum(t >= 0 for t in times)
    table = core.computeConditionalCS_DeltaRM(
        beta, sigma, early, late, l_vec=np.ones(late) / late, Mbar=multiple, hybrid_flag="LF", **grid)
    return table["grid"].values, table["accept"].values == 1


def accepts(case, multiple, theta):
    return bool(confidence_set(*case, multiple, grid_lb=theta, grid_ub=theta, gridPoints=1)[1][0])


def end(case, multiple, inside, outside):
    for _ in range(20):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if accepts(case, multiple, middle) else (inside, middle)
    return inside


def main():
    shipped_value = core._compute_least_favorable_cv
    shipped_test = core._test_in_identified_set_LF_hybrid
    with open("trend-studies.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["case", "time", "effect"] + [f"with_{n}" for n in range(8)])
        for name, (times, beta, sigma) in CASES.items():
            for row, time in enumerate(times):
                covariances = ["%.17g" % v for v in sigma[row]] + [""] * (8 - len(times))
                out.writerow([name, time, "%.17g" % beta[row]] + covariances)
    with open("trend-sets.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["case", "multiple", "low", "high", "shipped_low", "shipped_high", "shipped_step"])
        for name, case in CASES.items():
            times, beta, sigma = case
            late = np.array(times) >= 0
            mean = beta[late].mean()
            for multiple in (0, 0.5, 1, 2):
                # Twice as far as the set can reach by point estimates, and the sampling errors.
                steps = np.abs(np.diff(np.append(beta[~late], 0))).max()
                reach = 2 * multiple * steps * (late.sum() + 1) / 2 + 12 * np.sqrt(np.diag(sigma).max()) * (1 + multiple)
                shipped = multiple == 1 and name in SHIPPED
                core._compute_least_favorable_cv = shipped_value if shipped else critical_value
                core._test_in_identified_set_LF_hybrid = shipped_test if shipped else bounded_second_stage
                grid, inside = confidence_set(
                    *case, multiple, grid_lb=mean - reach, grid_ub=mean + reach,
                    gridPoints=200 if shipped else 80)
                core._compute_least_favorable_cv = critical_value
                core._test_in_identified_set_LF_hybrid = bounded_second_stage
                step = grid[1] - grid[0]
                low, high = grid[inside][0], grid[inside][-1]
                assert inside[0] == 0 and inside[-1] == 0, (name, multiple)
                found = []
                for first, sign in ((low, -1), (high, 1)):
                    near = first
                    while not accepts(case, multiple, near):
                        near -= sign * step
                    far = near
                    while accepts(case, multiple, far):
                        far += sign * step
                    found.append(end(case, multiple, near, far))
                own = [low, high, step] if shipped else []
                out.writerow([name, multiple] + ["%.9g" % v for v in found + own] + [""] * (3 - len(own)))
                file.flush()


main()

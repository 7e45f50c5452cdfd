"""Synthetic control and synthetic difference-in-differences by other programs.

Run in this folder: python synthetic.py PATH-OF-california_prop99.csv (it comes with synthdid-py).
Made with Python 3.11, numpy 2.4.6, scipy 1.17.1, pysyncon 1.7.0, synthdid-py 0.1.0.

The weights of synthetic control are SciPy's non-negative least squares with a heavy row of ones:
pysyncon's solver stops short (its loss on prop99 is 1% larger, its effect 1.3% off), so only its
loss is kept, than which ours may not be worse.

Panels: `factors` (made here: two factors, 11 controls, 3 treated from time 9 of 12, effect 2) and
`prop99` (cigarette packs sold per head, 39 states, 1970-2000; California treated from 1989).
Placebo errors are over all sets of controls (the package draws some at random).
"""
import itertools
import sys

import numpy as np
import pandas as pd
from pysyncon import Synth
from scipy.optimize import nnls
from synthdid import jackknife_se, synthdid_estimate
from synthdid.estimate import refit
from synthdid.vcov import _weights_for_subset


def factors():
    rng = np.random.default_rng(20261127)
    units, times, treated, start = 14, 12, 3, 9
    loadings = rng.uniform(0.2, 1.2, (units, 2))
    paths = rng.normal(0, 2, (times, 2)).cumsum(axis=0)
    outcome = 20 + loadings @ paths.T + rng.normal(0, 0.5, (units, times))
    outcome[units - treated:, start - 1:] += 2
    return pd.DataFrame(np.round(outcome, 4), index=[f"u{i + 1:02}" for i in range(units)],
                        columns=range(1, times + 1)), units - treated, start - 1


def prop99(path):
    table = pd.read_csv(path, sep=";").pivot(index="State", columns="Year", values="PacksPerCapita")
    order = [s for s in table.index if s != "California"] + ["California"]
    return table.loc[order], 38, 19


def synthetic_control(table, before, unit, donors):
    """The gaps of a unit from its synthetic control."""
    columns = table.iloc[donors, :before].to_numpy().T
    heavy = 1e5
    weights, _ = nnls(np.vstack([columns, np.full(len(donors), heavy)]),
                      np.append(table.iloc[unit, :before].to_numpy(), heavy), maxiter=100_000)
    return table.iloc[unit].to_numpy() - table.iloc[donors].to_numpy().T @ weights


def pysyncon_loss(table, before, unit, donors):
    # The package divides each predictor by its deviation; this V takes that back.
    scales = table.iloc[donors + [unit], :before].var(axis=0, ddof=1).to_numpy()
    synth = Synth()
    synth.fit(X0=table.iloc[donors, :before].T, X1=table.iloc[unit, :before],
              Z0=table.iloc[donors, :before].T, Z1=table.iloc[unit, :before],
              custom_V=scales / scales.sum())
    gap = table.iloc[unit] - table.iloc[donors].T @ synth.W
    return float((gap.iloc[:before] ** 2).sum())


def rmspe_ratio(gap, before):
    return np.sqrt((gap[before:] ** 2).mean()) / np.sqrt((gap[:before] ** 2).mean())


rows = []
for name, (table, controls, before) in {"factors": factors(), "prop99": prop99(sys.argv[1])}.items():
    table.to_csv(f"synthetic-{name}.csv", lineterminator="\n")
    all_controls = list(range(controls))
    treated = range(controls, len(table))
    gaps = [synthetic_control(table, before, unit, all_controls) for unit in treated]
    losses = [pysyncon_loss(table, before, unit, all_controls) for unit in treated]
    rows.append((name, "sc_effect", np.mean([gap[before:].mean() for gap in gaps])))
    rows += [(name, f"sc_loss_{i}", loss) for i, loss in enumerate(losses)]
    ratio = rmspe_ratio(np.mean(gaps, axis=0), before)
    placebos = [synthetic_control(table, before, unit, [c for c in all_controls if c != unit])
                for unit in all_controls]
    sets = list(itertools.combinations(all_controls, len(table) - controls))
    beyond = sum(rmspe_ratio(np.mean([placebos[c] for c in s], axis=0), before) >= ratio for s in sets)
    rows += [(name, "sc_ratio", ratio), (name, "sc_p", (beyond + 1) / (len(sets) + 1))]

    values = table.to_numpy()
    options = dict(min_decrease=1e-6 * values.std(), max_iter=20_000)
    estimate = synthdid_estimate(values, controls, before, **options)
    rows.append((name, "sdid_effect", float(estimate)))
    weights = estimate.weights
    rows += [(name, "sdid_unit_objective", weights.omega_vals[-1]),
             (name, "sdid_time_objective", weights.lambda_vals[-1])]
    if len(table) - controls > 1:
        rows.append((name, "sdid_jackknife", jackknife_se(estimate)))
    effects = []
    for chosen in sets:
        rest = [c for c in all_controls if c not in chosen]
        order = rest + list(chosen)
        effects.append(float(refit(estimate, Y=values[order], N0=len(rest), T0=before,
                                   X=estimate.setup.X[order],
                                   weights=_weights_for_subset(weights, np.array(rest)))))
    rows.append((name, "sdid_placebo", np.std(effects)))
pd.DataFrame(rows, columns=["panel", "figure", "value"]).to_csv(
    "synthetic-figures.csv", index=False, lineterminator="\n")

#!/usr/bin/env python3
"""Makes two-way-*.csv: panels, and what pyfixest and clubSandwich make of them.

Needs pyfixest 0.60.0, statsmodels 0.15.0, causaldata 0.1.5 (PyPI) and Rscript with clubSandwich
0.5.8 (Debian r-cran-clubsandwich). Run in this folder:
  python3 two_way.py
"""
import itertools
import subprocess
import warnings
from math import comb

import numpy as np
import pandas as pd
import pyfixest as pf
import statsmodels.formula.api as smf

warnings.filterwarnings("ignore")
ROUND = "%.17g"


def generated(name, seed, units, periods, cohorts, per_cluster=1, drop=0.0, covariate=False, weights=False):
    """A panel with levels, an effect of 1.5 and noise that is larger for the treated."""
    draw = np.random.default_rng(seed)
    first = np.repeat([c for c, n in cohorts for _ in range(n)], 1)
    assert len(first) == units
    rows = []
    level, moment = draw.normal(size=units), draw.normal(size=periods + 1)
    for i in range(units):
        for t in range(1, periods + 1):
            x = draw.normal()
            d = int(first[i] > 0 and t >= first[i])
            y = level[i] + moment[t] + 1.5 * d + 0.7 * x * covariate + draw.normal() * (1 + (first[i] > 0))
            rows.append((f"u{i + 1:03d}", t, d, y, f"c{i // per_cluster + 1:03d}", x, draw.uniform(0.5, 2)))
    frame = pd.DataFrame(rows, columns=["unit", "time", "treated", "outcome", "cluster", "x", "weight"])
    if drop:
        frame = frame[draw.uniform(size=len(frame)) >= drop].reset_index(drop=True)
    frame.insert(0, "panel", name)
    frame["use_covariate"], frame["use_weight"] = int(covariate), int(weights)
    return frame


def castle():
    """Castle doctrine laws (Cheng & Hoekstra), log homicides, first treated year; causaldata."""
    from causaldata import castle
    frame = castle.load_pandas().data
    law = frame.loc[frame.post == 1].groupby("sid").year.min()
    first = frame.sid.map(law)
    out = pd.DataFrame({
        "panel": "castle", "unit": ["s%02d" % s for s in frame.sid], "time": frame.year.astype(int),
        "treated": (frame.year >= first).astype(int), "outcome": frame.l_homicide.astype(float),
        "cluster": ["s%02d" % s for s in frame.sid], "x": frame.l_police.astype(float), "weight": 1.0,
        "use_covariate": 1, "use_weight": 0})
    return out


PANELS = [
    generated("balanced", 1, 12, 8, [(5, 4), (0, 8)]),
    generated("staggered", 2, 20, 10, [(4, 5), (7, 6), (0, 9)], covariate=True),
    generated("unbalanced", 3, 24, 9, [(4, 6), (6, 6), (0, 12)], per_cluster=2, drop=0.15, covariate=True),
    generated("weighted", 4, 15, 7, [(3, 5), (0, 10)], covariate=True, weights=True),
    generated("few", 5, 6, 10, [(6, 2), (0, 4)]),
    castle(),
]


def fit(frame):
    formula = "outcome ~ treated" + (" + x" if frame.use_covariate.iloc[0] else "") + " | unit + time"
    kwargs = dict(vcov={"CRV1": "cluster"}, fixef_tol=1e-14, fixef_rm="none")
    if frame.use_weight.iloc[0]:
        kwargs["weights"] = "weight"
    return pf.feols(formula, frame, **kwargs), formula


def jackknife(frame):
    full = fit(frame)[0].coef()["treated"]
    groups = frame.cluster.unique()
    moves = [fit(frame[frame.cluster != g])[0].coef()["treated"] - full for g in groups]
    return ((len(groups) - 1) / len(groups) * np.sum(np.square(moves))) ** 0.5


def club_sandwich(frame):
    frame.to_csv("panel.tmp.csv", index=False)
    formula = "outcome ~ treated" + (" + x" if frame.use_covariate.iloc[0] else "") + " + factor(unit) + factor(time)"
    script = f"""
      suppressMessages(library(clubSandwich))
      d <- read.csv("panel.tmp.csv"); m <- lm({formula}, d)
      r <- coef_test(m, vcov = "CR2", cluster = d$cluster, test = "Satterthwaite", coefs = "treated")
      cat(sprintf("%.17g,%.17g,%.17g", r$SE, r$df_Satt, r$p_Satt))"""
    out = subprocess.run(["Rscript", "-e", script], capture_output=True, text=True, check=True)
    subprocess.run(["rm", "panel.tmp.csv"], check=True)
    return [float(v) for v in out.stdout.split(",")]


def event_study(frame):
    """Dummies of event time but -1, and the Wald F of the early ones, by pyfixest's covariance."""
    first = frame[frame.treated == 1].groupby("unit").time.min()
    frame = frame.assign(event=frame.time - frame.unit.map(first))
    events = sorted(e for e in frame.event.dropna().unique() if e != -1)
    names = []
    for e in events:
        name = f"e_{'m' if e < 0 else 'p'}{abs(int(e))}"
        frame[name] = (frame.event == e).astype(float)
        names.append(name)
    formula = "outcome ~ " + " + ".join(names) + (" + x" if frame.use_covariate.iloc[0] else "") + " | unit + time"
    model = pf.feols(formula, frame, vcov={"CRV1": "cluster"}, fixef_tol=1e-14, fixef_rm="none")
    rows = [(int(e), model.coef()[n], model.se()[n]) for e, n in zip(events, names)]
    early = [n for e, n in zip(events, names) if e < 0]
    index = [list(model.coef().index).index(n) for n in early]
    b, v = model.coef().to_numpy()[index], model._vcov[np.ix_(index, index)]
    clusters = frame.cluster.nunique()
    statistic = b @ np.linalg.solve(v, b) / len(early) if len(early) < clusters else float("nan")
    from scipy import stats
    return rows, (statistic, len(early), clusters - 1, stats.f.sf(statistic, len(early), clusters - 1))


def negative_weights(frame):
    formula = "treated ~ C(unit) + C(time)" + (" + x" if frame.use_covariate.iloc[0] else "")
    own = smf.ols(formula, frame).fit().resid
    weights = own[frame.treated == 1] / np.sum(own ** 2)
    return (weights < -1e-12).sum(), weights[weights < -1e-12].sum()


def permutation(frame):
    """All exchanges of units' treatment paths: the share with an effect at least as large."""
    wide_y = frame.pivot(index="unit", columns="time", values="outcome")
    wide_d = frame.pivot(index="unit", columns="time", values="treated").to_numpy(float)
    centre = lambda m: m - m.mean(0) - m.mean(1, keepdims=True) + m.mean()
    y = centre(wide_y.to_numpy())
    rows = {tuple(r) for r in wide_d}
    assert len(rows) == 2
    treated = int(wide_d.any(1).sum())
    path, effects = max(rows), []
    for chosen in itertools.combinations(range(len(y)), treated):
        d = np.zeros_like(y)
        d[list(chosen)] = path
        d = centre(d)
        effects.append((y * d).sum() / (d * d).sum())
    actual = (y * centre(wide_d)).sum() / (centre(wide_d) ** 2).sum()
    assert len(effects) == comb(len(y), treated)
    return np.mean(np.abs(effects) >= abs(actual) * (1 - 1e-10))


pd.concat(PANELS).to_csv("two-way-panels.csv", index=False, float_format=ROUND)
lines, events, tests = [], [], []
for frame in PANELS:
    name = frame.panel.iloc[0]
    model, _ = fit(frame)
    cr2 = club_sandwich(frame) if not frame.use_weight.iloc[0] else ["", "", ""]
    negative = negative_weights(frame) if not frame.use_weight.iloc[0] else ["", ""]
    shares = permutation(frame) if name in ("balanced", "few") else ""
    lines.append([name, model.coef()["treated"], model.se()["treated"], model.pvalue()["treated"], *cr2,
                  jackknife(frame), *negative, shares])
    if not frame.use_weight.iloc[0]:
        rows, test = event_study(frame)
        events += [(name, *row) for row in rows]
        tests.append((name, *test))
columns = ["panel", "effect", "cr1", "cr1_p", "cr2", "cr2_df", "cr2_p", "cr3", "negative_cells", "negative_sum",
           "permutation_p"]
pd.DataFrame(lines, columns=columns).to_csv("two-way-effects.csv", index=False, float_format=ROUND)
pd.DataFrame(events, columns=["panel", "event_time", "estimate", "std_error"]).to_csv(
    "two-way-events.csv", index=False, float_format=ROUND)
pd.DataFrame(tests, columns=["panel", "statistic", "numerator", "denominator", "p"]).to_csv(
    "two-way-pretrends.csv", index=False, float_format=ROUND)

#!/usr/bin/env python3
"""Makes group-time-*.csv: panels, and what the package `differences` makes of them (est_method="dr").

Needs differences 0.3.0, causaldata 0.1.5 (PyPI). Run in this folder: python3 group_time.py"""
import warnings

import numpy as np
import pandas as pd
import statsmodels.api as sm
from differences import ATTgt

warnings.filterwarnings("ignore")
# Its logit stops at a change of 1e-8, which would show; let it go on until nothing changes.
loose_fit = sm.GLM.fit
sm.GLM.fit = lambda self, *args, **kwargs: loose_fit(self, *args, **{"maxiter": 200, "tol": 1e-15, **kwargs})
ROUND = "%.17g"


def generated(name, seed, periods, cohorts, covariate):
    """A panel whose effect grows with time; the covariate sways both trend and treatment."""
    draw = np.random.default_rng(seed)
    rows, unit = [], 0
    for first, units in cohorts:
        for _ in range(units):
            x = draw.normal() + 0.4 * (first > 0)
            level = draw.normal()
            for t in range(1, periods + 1):
                d = int(first > 0 and t >= first)
                y = level + 0.3 * t + 0.2 * x * t * covariate + d * (1 + 0.25 * (t - first)) + draw.normal()
                rows.append((name, f"u{unit:03d}", t, d, y, f"u{unit:03d}", x, 1.0, int(covariate), 0, first))
            unit += 1
    return pd.DataFrame(rows, columns=["panel", "unit", "time", "treated", "outcome", "cluster", "x", "weight",
                                       "use_covariate", "use_weight", "first"])


def castle():
    """Castle doctrine laws (Cheng & Hoekstra), log homicides, first treated year; causaldata."""
    from causaldata import castle
    frame = castle.load_pandas().data
    first = frame.sid.map(frame.loc[frame.post == 1].groupby("sid").year.min()).fillna(0).astype(int)
    return pd.DataFrame({
        "panel": "castle", "unit": ["s%02d" % s for s in frame.sid], "time": frame.year.astype(int),
        "treated": ((frame.year >= first) & (first > 0)).astype(int), "outcome": frame.l_homicide.astype(float),
        "cluster": ["s%02d" % s for s in frame.sid], "x": 0.0, "weight": 1.0,
        "use_covariate": 0, "use_weight": 0, "first": first})


PANELS = [
    generated("plain", 11, 6, [(3, 8), (4, 7), (0, 15)], False),
    generated("covariate", 12, 6, [(3, 25), (5, 20), (0, 60)], True),
    generated("everyone", 13, 7, [(3, 8), (5, 9), (7, 10)], False),
    castle(),
]


def assess(frame, control):
    data = frame.set_index(["unit", "time"]).assign(first=lambda d: d["first"].where(d["first"] > 0))
    model = ATTgt(data=data[["outcome", "first", "x"]], cohort_column="first")
    formula = "outcome ~ x" if frame.use_covariate.iloc[0] else "outcome"
    model.fit(formula, est_method="dr", control_group=control, progress_bar=False)
    return model


pd.concat(PANELS).drop(columns="first").to_csv("group-time-panels.csv", index=False, float_format=ROUND)
lines = []
for frame in PANELS:
    name = frame.panel.iloc[0]
    for control in ("never_treated", "not_yet_treated"):
        if name == "everyone" and control == "never_treated":
            continue
        model = assess(frame, control)
        word = control.replace("_", "-")
        for kind, aggregation in (("simple", "simple"), ("cohort", "group"), ("time", "calendar"), ("event", "event")):
            table = model.aggregate(kind)
            for key, row in table.iterrows():
                lines.append([name, word, aggregation, "" if kind == "simple" else key, row.iloc[0], row.iloc[1]])
            if kind != "simple":
                row = model.aggregate(kind, overall=True).iloc[0]
                lines.append([name, word, aggregation, "", row.iloc[0], row.iloc[1]])
pd.DataFrame(lines, columns=["panel", "controls", "aggregation", "key", "estimate", "std_error"]).to_csv(
    "group-time-effects.csv", index=False, float_format=ROUND)

#!/usr/bin/env python3
"""Times 9,999 wild cluster bootstrap draws on 10,000 rows and 50 clusters: Luwes, wildboottest and pyfixest in one run.

Luwes is timed as a whole process: it reads the table, and gives every other estimate and the inverted interval too; the
peers are timed from data in memory, after one round that lets them compile. Needs a built ./luwes and:
  python3 -m venv .venv-bench && .venv-bench/bin/pip install wildboottest==0.3.2 pyfixest==0.60.0
  .venv-bench/bin/python .ci/bench/wild_bootstrap.py
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version

import numpy as np
import pandas as pd
import pyfixest as pf
from wildboottest.wildboottest import WildboottestCL

UNITS, PERIODS, CLUSTERS, DRAWS, ROUNDS = 1000, 10, 50, 9999, 5


def panel():
    draw = np.random.default_rng(1)
    unit, period = np.repeat(np.arange(UNITS), PERIODS), np.tile(np.arange(1, PERIODS + 1), UNITS)
    cluster = unit % CLUSTERS
    treated = ((cluster < CLUSTERS // 2) & (period > PERIODS // 2)).astype(int)
    shared = draw.normal(size=(CLUSTERS, PERIODS + 1))[cluster, period]
    outcome = draw.normal(size=UNITS)[unit] + shared + 0.3 * treated + draw.normal(size=UNITS * PERIODS)
    return pd.DataFrame({"unit": unit, "time": period, "treated": treated, "outcome": outcome, "cluster": cluster})


def of_luwes(path):
    command = [sys.argv[1] if len(sys.argv) > 1 else "./luwes", "assess", str(path), "--outcome", "outcome", "--unit",
               "unit", "--time", "time", "--treated", "treated", "--cluster", "cluster", "--draws", str(DRAWS), "--json"]
    begun = time.perf_counter()
    answer = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    seconds = time.perf_counter() - begun
    found = next(e for e in answer["estimates"] if e["inference"] == "wild_cluster_bootstrap")
    return seconds, found["p_value"]


def of_wildboottest(frame):
    begun = time.perf_counter()
    wide = frame.pivot(index="unit", columns="time")
    centre = lambda m: m - m.mean(0) - m.mean(1, keepdims=True) + m.mean()
    x, y = (centre(wide[c].to_numpy(float)).ravel() for c in ("treated", "outcome"))
    boot = WildboottestCL(X=x[:, None], Y=y, cluster=np.repeat(np.arange(UNITS) % CLUSTERS, PERIODS), R=np.ones(1), B=DRAWS,
                          seed=1, parallel=False)
    boot.get_scores(bootstrap_type="11", impose_null=True, adj=True, cluster_adj=True)
    boot.get_weights(weights_type="rademacher")
    for step in (boot.get_numer, boot.get_denom, boot.get_tboot, boot.get_vcov, boot.get_tstat, boot.get_pvalue):
        step()
    return time.perf_counter() - begun, float(boot.pvalue)


def of_pyfixest(frame):
    begun = time.perf_counter()
    model = pf.feols("outcome ~ treated | unit + time", frame, vcov={"CRV1": "cluster"})
    answer = model.wildboottest(param="treated", reps=DRAWS, cluster="cluster", seed=1)
    return time.perf_counter() - begun, float(answer["Pr(>|t|)"])


frame = panel()
with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder) / "panel.csv"
    frame.to_csv(path, index=False)
    peers = {"luwes": lambda: of_luwes(path), "wildboottest": lambda: of_wildboottest(frame),
             "pyfixest": lambda: of_pyfixest(frame)}
    taken = {name: [] for name in peers}
    for round_number in range(ROUNDS + 1):
        for name, run in peers.items():
            seconds, p = run()
            if round_number:
                taken[name].append((seconds, p))
for name, results in taken.items():
    seconds = sorted(s for s, _ in results)
    label = name if name == "luwes" else f"{name} {version(name)}"
    print(f"{label}: {seconds[0]:.3f} / {seconds[len(seconds) // 2]:.3f} / {seconds[-1]:.3f} s (least, median, most); p {results[0][1]:.4f}")

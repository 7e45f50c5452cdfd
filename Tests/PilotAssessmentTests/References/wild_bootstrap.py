#!/usr/bin/env python3
"""Makes wild-bootstrap.csv: p-values recomputed from wildboottest's own draws of t.

Needs wildboottest 0.3.2, numpy, pandas (PyPI) and two-way-panels.csv beside it. Run in this folder:
  python3 wild_bootstrap.py
wildboottest counts draws strictly above |t|, and so gives less than enumeration's least p-value;
here draws at least |t|·(1 - 1e-10) are counted. Levels of units and times enter as dummies.
"""
import numpy as np
import pandas as pd
from wildboottest.wildboottest import WildboottestCL

panels = pd.read_csv("two-way-panels.csv")
lines = []
for name in ("few", "balanced", "unbalanced"):
    frame = panels[panels.panel == name]
    dummies = pd.get_dummies(frame[["unit", "time"]].astype(str), drop_first=True).to_numpy(float)
    regressors = [frame.treated.to_numpy(float), np.ones(len(frame))]
    if frame.use_covariate.iloc[0]:
        regressors.append(frame.x.to_numpy())
    X = np.column_stack([*regressors, dummies])
    R = np.zeros(X.shape[1])
    R[0] = 1
    for tested in (0.0, 0.5, 2.0):
        y = frame.outcome.to_numpy() - tested * regressors[0]
        boot = WildboottestCL(X=X, Y=y, cluster=pd.Categorical(frame.cluster).codes, R=R, B=99999, seed=1, parallel=False)
        boot.get_scores(bootstrap_type="11", impose_null=True, adj=True, cluster_adj=True)
        boot.get_weights(weights_type="rademacher")
        boot.get_numer()
        boot.get_denom()
        boot.get_tboot()
        boot.get_vcov()
        boot.get_tstat()
        t = np.abs(np.asarray(boot.t_boot, float))
        count = len(t)
        # The first draw of its enumeration may leave out one of the all-equal draws' twins: count all.
        extreme = int(np.sum(t >= abs(float(np.ravel(boot.t_stat)[0])) * (1 - 1e-10)))
        lines.append([name, tested, count, extreme, extreme / count])
pd.DataFrame(lines, columns=["panel", "tested", "draws", "extreme", "p"]).to_csv("wild-bootstrap.csv", index=False, float_format="%.17g")

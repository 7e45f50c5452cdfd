"""Interrupted time series by statsmodels 0.15.0: python interrupted.py, in this folder.

A series of 36 months with autocorrelated noise and a step of 3 at month 25.
"""
import numpy as np
import pandas as pd
import statsmodels.api as sm

rng = np.random.default_rng(7)
times, start = np.arange(1, 37), 25
noise = np.zeros(36)
for t in range(1, 36):
    noise[t] = 0.5 * noise[t - 1] + rng.normal(0, 1)
series = np.round(50 + 0.2 * times + noise + np.where(times >= start, 3 + 0.1 * (times - start), 0), 4)
after = (times >= start).astype(float)
design = np.column_stack([np.ones(36), times - start, after, after * (times - start)])
rows = []
for lags in [int(4 * (36 / 100) ** (2 / 9)), 0, 5]:
    fit = sm.OLS(series, design).fit(
        cov_type="HAC", cov_kwds={"maxlags": lags, "use_correction": True}, use_t=True)
    for name, weights in {"overall": [0, 0, 1, np.mean(np.arange(12))], "first": [0, 0, 1, 0],
                          "last": [0, 0, 1, 11]}.items():
        test = fit.t_test(weights)
        low, high = np.ravel(test.conf_int())
        rows.append((lags, name, float(np.squeeze(test.effect)), float(np.squeeze(test.sd)), low, high,
                     float(np.squeeze(test.pvalue))))
pd.DataFrame({"time": times, "outcome": series}).to_csv("interrupted-series.csv", index=False)
pd.DataFrame(rows, columns=["lags", "effect", "estimate", "std_error", "low", "high", "p"]).to_csv(
    "interrupted-figures.csv", index=False, float_format="%.15g")

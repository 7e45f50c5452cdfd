"""Panels of units by times in clusters, and wild cluster bootstraps of their two-way effect by other programs.

Run as a program it writes one: panels.py FILE UNITS PERIODS CLUSTERS
"""
import sys

import numpy as np
import pandas as pd


def made(units, periods, clusters):
    """Half the clusters are treated from the middle on; effect 0.3, shocks shared by a cluster's month."""
    draw = np.random.default_rng(1)
    unit, period = np.repeat(np.arange(units), periods), np.tile(np.arange(1, periods + 1), units)
    cluster = unit % clusters
    treated = ((cluster < clusters // 2) & (period > periods // 2)).astype(int)
    shared = draw.normal(size=(clusters, periods + 1))[cluster, period]
    outcome = draw.normal(size=units)[unit] + shared + 0.3 * treated + draw.normal(size=units * periods)
    return pd.DataFrame({"unit": unit, "time": period, "treated": treated, "outcome": outcome.round(6), "cluster": cluster})


def of_wildboottest(frame, draws, seed):
    from wildboottest.wildboottest import WildboottestCL
    wide = frame.pivot(index="unit", columns="time")

    def centred(values):
        return values - values.mean(0) - values.mean(1, keepdims=True) + values.mean()

    x, y = (centred(wide[column].to_numpy(float)).ravel() for column in ("treated", "outcome"))
    boot = WildboottestCL(X=x[:, None], Y=y, cluster=wide["cluster"].to_numpy().ravel(), R=np.ones(1), B=draws, seed=seed,
                          parallel=False)
    boot.get_scores(bootstrap_type="11", impose_null=True, adj=True, cluster_adj=True)
    boot.get_weights(weights_type="rademacher")
    for step in (boot.get_numer, boot.get_denom, boot.get_tboot, boot.get_vcov, boot.get_tstat, boot.get_pvalue):
        step()
    return float(boot.pvalue)


def of_pyfixest(frame, draws, seed):
    import pyfixest
    model = pyfixest.feols("outcome ~ treated | unit + time", frame, vcov={"CRV1": "cluster"})
    return float(model.wildboottest(param="treated", reps=draws, cluster="cluster", seed=seed)["Pr(>|t|)"])


if __name__ == "__main__":
    made(*(int(word) for word in sys.argv[2:])).to_csv(sys.argv[1], index=False)

#!/usr/bin/env python3
"""Power, exaggeration and sign error of the t test of two groups of units, one time before and one after, normal noise.

With as many treated as control units CR2's t is the pooled t of the units' changes with 2n - 2 degrees of freedom, so the
power is that of the noncentral t; exaggeration and sign error are integrals over the estimate and the pooled variance.
The least effect is where the power is 80%. Run: python3 power.py > power.csv (SciPy 1.17.1)
"""
import numpy as np
from scipy import optimize, stats
from scipy.integrate import quad

SIGMA2 = 2.0  # the variance of a unit's change: two independent draws of variance 1


def figures(units, delta):
    n, df = units // 2, units - 2
    se = np.sqrt(SIGMA2 * 2 / n)
    critical = stats.t.ppf(0.975, df)

    def given(variance_ratio):
        """Probability, mean size and probability of the wrong sign of significant estimates, given s²/σ²."""
        cut = critical * se * np.sqrt(variance_ratio)
        low, high = (-cut - delta) / se, (cut - delta) / se
        up, down = stats.norm.sf(high), stats.norm.cdf(low)
        size = delta * up + se * stats.norm.pdf(high) - (delta * down - se * stats.norm.pdf(low))
        return up + down, size, down

    density = stats.chi2(df)
    ends = density.ppf(1e-12), density.ppf(1 - 1e-12)
    integral = lambda k: quad(lambda x: given(x / df)[k] * density.pdf(x), *ends, epsabs=1e-10, limit=400)[0]
    power, size, wrong = (integral(k) for k in range(3))
    exact = stats.nct.sf(critical, df, delta / se) + stats.nct.cdf(-critical, df, delta / se)
    assert abs(power - exact) < 1e-7, (power, exact)
    return power, size / power / delta, wrong / power


def least(units):
    df = units - 2
    se, critical = np.sqrt(SIGMA2 * 2 / (units // 2)), stats.t.ppf(0.975, df)
    power = lambda d: stats.nct.sf(critical, df, d / se) + stats.nct.cdf(-critical, df, d / se) - 0.8
    return optimize.brentq(power, 0.1, 6)


print("units,effect,power,exaggeration,sign_error,least_effect")
for units, delta in [(8, 0.5), (8, 2.0), (12, 1.0), (20, 0.3), (20, 2.0)]:
    print(",".join([str(units), str(delta)] + [f"{v:.8f}" for v in (*figures(units, delta), least(units))]))

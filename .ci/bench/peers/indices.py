"""Sobol' indices of a sum of independent inputs, by SALib, from runs that are made beforehand."""
import warnings

import numpy as np
from SALib.analyze import sobol


def weights(factors):
    """The inputs' coefficients: 1, 1/2, 1/3 …; an input's index is its share of their squares."""
    return 1 / np.arange(1, factors + 1)


def runs(points, factors, seed):
    """Results at A, at A with each input from B, and at B, base point by base point, as SALib takes them."""
    luck = np.random.default_rng(seed)
    a, b = luck.random((points, factors)), luck.random((points, factors))
    weight = weights(factors)
    results = np.empty((points, factors + 2))
    results[:, 0], results[:, -1] = a @ weight, b @ weight
    results[:, 1:-1] = results[:, :1] + (b - a) * weight
    return results.ravel()


def total(results, factors, resamples):
    problem = {"num_vars": factors, "names": [str(place) for place in range(factors)], "bounds": [[0, 1]] * factors}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = sobol.analyze(problem, results, calc_second_order=False, num_resamples=resamples, seed=1)
    return found["ST"].tolist()


def known(factors):
    squares = weights(factors) ** 2
    return (squares / squares.sum()).tolist()

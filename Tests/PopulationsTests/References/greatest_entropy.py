"""Tables of greatest entropy with given two-way margins, by Newton's method on the dual.

Independent of iterative proportional fitting: the table is exp(A^T x) for margins' multipliers x,
found by minimising sum(exp(A^T x)) - b.x. Writes greatest_entropy.csv beside this file.
Made with Python 3, NumPy and SciPy; versions are in the file's first line.
"""

import pathlib
import sys

import numpy
import scipy
import scipy.optimize

SIZES = (3, 4, 2)
rng = numpy.random.default_rng(20230619)
seen = rng.integers(1, 40, SIZES)
pairs = [(0, 1), (1, 2), (0, 2)]

rows, totals = [], []
for pair in pairs:
    for values in numpy.ndindex(*(SIZES[column] for column in pair)):
        member = numpy.ones(SIZES)
        for cell in numpy.ndindex(*SIZES):
            if any(cell[column] != value for column, value in zip(pair, values)):
                member[cell] = 0
        rows.append(member.ravel())
        totals.append((seen * member).sum())
A, b = numpy.array(rows), numpy.array(totals, dtype=float)


def dual(x):
    table = numpy.exp(A.T @ x)
    return table.sum() - b @ x


def gradient(x):
    return A @ numpy.exp(A.T @ x) - b


def hessian(x):
    return (A * numpy.exp(A.T @ x)) @ A.T


start = numpy.full(len(b), numpy.log(seen.mean()) / 3)
found = scipy.optimize.minimize(
    dual, start, jac=gradient, hess=hessian, method="trust-exact", options={"gtol": 1e-10})
table = numpy.exp(A.T @ found.x)
for _ in range(20):
    step = numpy.linalg.lstsq(hessian(found.x), gradient(found.x), rcond=None)[0]
    found.x -= step
table = numpy.exp(A.T @ found.x)
assert abs(A @ table - b).max() < 1e-9, abs(A @ table - b).max()

path = pathlib.Path(__file__).with_suffix(".csv")
with path.open("w") as file:
    file.write(f"# Python {sys.version.split()[0]}, NumPy {numpy.__version__}, SciPy {scipy.__version__}\n")
    file.write("first,second,third,seen,fitted\n")
    for cell, count, fitted in zip(numpy.ndindex(*SIZES), seen.ravel(), table):
        file.write(f"{cell[0]},{cell[1]},{cell[2]},{count},{fitted:.12f}\n")

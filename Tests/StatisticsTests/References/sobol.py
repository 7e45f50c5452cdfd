"""Sobol' points by SciPy, whose directions are Joe and Kuo's (new-joe-kuo-6.21201).

Writes sobol.csv. Made with Python 3.11.7, SciPy 1.17.1 and NumPy 2.4.6. Columns: point, dimension from 0,
numerator of the coordinate over 2^32.
"""

import csv

from scipy.stats import qmc

DIMENSIONS = [0, 1, 2, 3, 7, 20, 50, 109, 219]
POINTS = [0, 1, 2, 3, 4, 5, 8, 13, 100, 255]

points = qmc.Sobol(d=220, scramble=False, bits=32).random(256)
with open("sobol.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["point", "dimension", "numerator"])
    for point in POINTS:
        for dimension in DIMENSIONS:
            writer.writerow([point, dimension, int(points[point, dimension] * 2**32)])

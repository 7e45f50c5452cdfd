"""Sobol' indices by SALib of a Luwes study that was exported to it.

Reads exported-runs.csv, which is the sensitivity-runs.csv of

    luwes sensitivity scenarios/bandung-2027 --policy bandung-2027-thursday-half --base-points 256 --factors 6 --out OUT

and writes exported.csv. Made with Python 3.11.7, SALib 1.6.0, NumPy 2.4.6.
"""

import csv

import numpy as np
from SALib.analyze import sobol

with open("exported-runs.csv", newline="") as file:
    rows = list(csv.reader(file))
names = rows[0][2:-1]
table = np.array([[float(cell) for cell in row[1:]] for row in rows[1:]])
# SALib takes A, A with each input from B, and B, row by row.
results = table.reshape(-1)
problem = {"num_vars": len(names), "names": names, "bounds": [[0, 1]] * len(names)}
found = sobol.analyze(problem, results, calc_second_order=False, conf_level=0.9, seed=1)
with open("exported.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["factor", "first", "first_conf", "total", "total_conf"])
    for place, name in enumerate(names):
        writer.writerow(
            [name]
            + [repr(float(found[key][place])) for key in ("S1", "S1_conf", "ST", "ST_conf")]
        )

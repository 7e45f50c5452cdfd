"""Selection rates by Fairlearn's MetricFrame and a decomposition by pandas, on a made-up register.

Writes register.csv, metric_frame.csv and decomposition.csv. Made with Python 3.11.7, Fairlearn 0.15.0,
scikit-learn 1.9.1, NumPy 2.4.6 and pandas 3.1.1.

The register has 1,500 people whose post, tenure and laptop depend on sex and education, so that gaps
and posts are entangled. Blank means not known; a blank never passes. The difference and ratio of
MetricFrame are between the highest and the lowest group.
"""

import numpy as np
import pandas as pd
from fairlearn.metrics import MetricFrame, selection_rate

PEOPLE = 1500


def register():
    random = np.random.default_rng(20261122)
    sex = random.choice(["L", "P"], PEOPLE, p=[0.58, 0.42])
    education = random.choice(["SMA", "D3", "S1", "S2"], PEOPLE, p=[0.2, 0.15, 0.45, 0.2])
    posts = np.array([f"post-{n:02d}" for n in range(12)])
    lean = np.where(sex == "L", 0.0, 2.0) + np.where(education == "SMA", 0.0, 3.0)
    place = np.clip(np.floor(random.gamma(2.0, 1.5, PEOPLE) + lean), 0, 11).astype(int)
    tenure = np.floor(random.exponential(30, PEOPLE) + 6 * (sex == "L")).astype(int)
    laptop = np.where(random.random(PEOPLE) < 0.55 + 0.03 * place, "true", "false")
    laptop = np.where(random.random(PEOPLE) < 0.05, "", laptop)
    disability = random.choice(["true", "false", ""], PEOPLE, p=[0.05, 0.85, 0.1])
    direct = np.where(random.random(PEOPLE) < 0.5 - 0.03 * place, 0.5, 0.0)
    return pd.DataFrame({
        "identifier": [f"p{n:04d}" for n in range(PEOPLE)],
        "sex": sex, "education": education, "disability": disability, "position": posts[place],
        "tenure_months": tenure, "laptop": laptop, "direct_service_share": direct,
    })


def metric_frames(staff, eligible):
    rows = []
    for columns in [["sex"], ["education"], ["disability"], ["sex", "education"]]:
        features = staff[columns].replace("", "unknown")
        frame = MetricFrame(
            metrics=selection_rate, y_true=eligible, y_pred=eligible, sensitive_features=features)
        for group, rate in frame.by_group.items():
            name = group if isinstance(group, str) else " + ".join(group)
            rows.append(["+".join(columns), name, repr(float(rate))])
        rows.append(["+".join(columns), "DIFFERENCE", repr(float(frame.difference()))])
        rows.append(["+".join(columns), "RATIO", repr(float(frame.ratio()))])
    return pd.DataFrame(rows, columns=["grouping", "group", "value"])


def decomposition(staff, eligible, column, group, reference):
    """The gap over posts both hold, by joining two tables of posts."""
    table = staff.assign(eligible=eligible).groupby([column, "position"])["eligible"]
    table = table.agg(["size", "mean"]).reset_index()
    sides = [table[table[column] == value] for value in (group, reference)]
    both = sides[0].merge(sides[1], on="position", suffixes=("_a", "_b"))
    w_a, w_b = both["size_a"] / both["size_a"].sum(), both["size_b"] / both["size_b"].sum()
    by_posts = float(((w_a - w_b) * both["mean_b"]).sum())
    within = float((w_a * (both["mean_a"] - both["mean_b"])).sum())
    apart = [int(s["size"].sum() - both[k].sum()) for s, k in zip(sides, ["size_a", "size_b"])]
    return [column, group, reference, len(both), repr(by_posts), repr(within)] + apart


def main():
    staff = register()
    eligible = (
        (staff["tenure_months"] >= 12) & (staff["laptop"] == "true")
        & (staff["direct_service_share"] <= 0)
    ).astype(int)
    staff.to_csv("register.csv", index=False)
    metric_frames(staff, eligible).to_csv("metric_frame.csv", index=False)
    rows = [decomposition(staff, eligible, "sex", "P", "L")]
    rows += [decomposition(staff, eligible, "education", e, "S1") for e in ["SMA", "D3", "S2"]]
    columns = ["grouping", "group", "reference", "posts", "by_posts", "within", "apart", "ref_apart"]
    pd.DataFrame(rows, columns=columns).to_csv("decomposition.csv", index=False)


if __name__ == "__main__":
    main()

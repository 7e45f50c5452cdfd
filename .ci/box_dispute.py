#!/usr/bin/env python3
"""Writes the tables of docs/box-dispute.md anew: boxes 4,5,6,8,9 against 4,5,7,8,9.

Usage: .ci/box_dispute.py [options of `luwes run`, such as --worlds 20]

Runs each study under each numbering scheme with the first rule as the baseline, and replaces what
stands between the page's two marks. Needs the program (`make build`); results go to a temporary
folder.
"""

import csv
import pathlib
import subprocess
import sys
import tempfile

PAGE = pathlib.Path("docs/box-dispute.md")
MARKS = "<!-- tables: begin -->", "<!-- tables: end -->"
FIRST, SECOND = "mkd-boxes-45789", "mkd-boxes-45689"
STUDIES = {"bandung-city": "Bandung", "west-java-mkd": "West Java (MKD)"}
SCHEMES = {"": "PermenPANRB 3/2020", "-kemenkeu": "Ministry of Finance"}

# For each outcome: its name, what numbers are divided by, and their decimals.
SHOWN = {
    "eligible_share": ("eligible staff, %", 0.01, 1),
    "flexible_days_per_week": ("flexible days a week, per person", 1, 3),
    "office_share_mean": ("mean attendance, %", 0.01, 1),
    "office_share_peak": ("peak attendance, %", 0.01, 1),
    "coverage": ("service coverage, %", 0.01, 2),
    "coverage_citizens": ("service coverage by citizens, %", 0.01, 2),
    "turnaround_within_standard": ("cases finished in time, %", 0.01, 2),
    "desk_need": ("desks needed", 1, 0),
    "fully_covered_days": ("fully covered days, %", 0.01, 2),
    "mean_wait_minutes": ("mean wait, minutes", 1, 2),
    "p90_wait_minutes": ("P90 wait, minutes", 1, 2),
    "served_within_standard": ("served within standard, %", 0.01, 2),
    "lost_citizens": ("citizens not served", 1, 0),
    "citizen_time_rupiah": ("citizens' time, Rp million", 1e6, 1),
    "fuel_litres": ("fuel saved, thousand litres", 1e3, 1),
    "fuel_rupiah": ("fuel saved, Rp million", 1e6, 0),
    "co2_kg": ("CO₂ avoided, tonnes", 1e3, 1),
    "commute_hours": ("commute time saved, thousand hours", 1e3, 1),
    "meal_budget_rupiah": ("meals, budget, Rp million", 1e6, 0),
    "meal_private_rupiah": ("meals, staff, Rp million", 1e6, 0),
    "office_energy_rupiah": ("office energy and water, Rp million", 1e6, 0),
    "home_cost_rupiah": ("cost at home, Rp million", 1e6, 0),
    "budget_net_rupiah": ("net budget saving, Rp million", 1e6, 0),
    "staff_net_rupiah": ("net gain of staff, Rp million", 1e6, 0),
    "output_change": ("output change, %", 0.01, 2),
    "fte_equivalent": ("full-time equivalents", 1, 1),
    "access_ratio_min": ("lowest access ratio", 1, 2),
    "burden_gini": ("inequality of attendance (Gini)", 1, 4),
}


def rows(study, scheme, options):
    """Lines of outcomes.csv for everyone, by scenario and outcome."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["./luwes", "run", f"scenarios/{study}", "--quiet", "--baseline", FIRST + scheme,
             "--policies", SECOND + scheme, "--out", f"{folder}/out", *options], check=True)
        with open(f"{folder}/out/outcomes.csv", encoding="utf-8", newline="") as file:
            return {(line["scenario"], line["outcome"]): line
                    for line in csv.DictReader(file) if line["group"] == "all"}


def number(text, scale, decimals, sign=False):
    """A number for reading; an empty field is a dash, and no zero has a minus sign."""
    if not text:
        return "–"
    value = round(float(text) / scale, decimals) + 0.0
    return f"{value:{'+' if sign and value else ''},.{decimals}f}".replace("-", "−")


def cells(found, scheme, outcome):
    """Both means; the difference with its range; how often the second rule is better."""
    scale, decimals = SHOWN[outcome][1:]
    first, second = found[FIRST + scheme, outcome], found[SECOND + scheme, outcome]
    if second["probability_equal"] == "1":
        return [number(first["mean"], scale, decimals), "same", "same"]
    def shown(column, sign=True):
        return number(second[column], scale, decimals, sign)
    means = f"{number(first['mean'], scale, decimals)} → {shown('mean', False)}"
    middle = shown("difference_mean")
    bounds = shown("difference_p05"), shown("difference_p95")
    # A difference that luck does not touch has no range.
    if float(second["difference_p05"] or 0) != float(second["difference_p95"] or 0):
        middle += f" [{bounds[0]} … {bounds[1]}]"
    better = second["probability_better"]
    isRanked = better and second["direction"] != "info"
    return [means, middle, f"{float(better):.0%}" if isRanked else "–"]


def table(study, options):
    """One study's table: every outcome under both numbering schemes."""
    found = {scheme: rows(study, scheme, options) for scheme in SCHEMES}
    header = ["outcome"]
    for name in SCHEMES.values():
        header += [f"{name}: means", "difference", "better"]
    lines = [header, ["---"] * len(header)]
    for outcome, (label, _, _) in SHOWN.items():
        line = [label]
        for scheme in SCHEMES:
            line += cells(found[scheme], scheme, outcome)
        lines.append(line)
    known = {outcome for _, outcome in found[""]}
    if known != set(SHOWN):
        sys.exit(f"outcomes that this script does not know, or no more: {known ^ set(SHOWN)}")
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def main():
    before, rest = PAGE.read_text(encoding="utf-8").split(MARKS[0])
    after = rest.split(MARKS[1])[1]
    parts = [f"### {name}\n\n{table(study, sys.argv[1:])}" for study, name in STUDIES.items()]
    text = "\n\n".join(parts)
    PAGE.write_text(f"{before}{MARKS[0]}\n\n{text}\n\n{MARKS[1]}{after}", encoding="utf-8")


main()

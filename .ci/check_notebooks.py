#!/usr/bin/env python3
"""Checks a folder that `luwes export` wrote, with programs that know nothing of Luwes.

Always, with Python's own json, csv and hashlib: every resource is there with its hash, its columns are
those described, its fields have their types, keys are unique, and every bar of a chart is a number of
the scenario table. With frictionless and altair from PyPI, when they can be imported, the package is
validated by frictionless and the charts against the Vega-Lite schema.
Usage: check_notebooks.py FOLDER
"""

import csv
import hashlib
import json
import pathlib
import sys

SCALES = {"saving": ("cashable_saving_rupiah_mean", 1e-6), "output": ("output_change_mean", 100),
          "wait": ("p90_wait_minutes_mean", 1), "access": ("access_ratio_min", 1)}


def main():
    folder = pathlib.Path(sys.argv[1])
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    problems = []
    for resource in package["resources"]:
        problems += check_resource(folder, resource)
    problems += check_charts(folder)
    problems += check_with_frictionless(folder) + check_with_altair(folder)
    for problem in problems[:20]:
        print(problem)
    print(f"{len(package['resources'])} tables, {len(problems)} problem(s)")
    return 1 if problems or not package["resources"] else 0


def check_resource(folder, resource):
    path = folder / resource["path"]
    if "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest() != resource["hash"]:
        return [f"{path.name}: another hash"]
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    fields = resource["schema"]["fields"]
    if rows[0] != [field["name"] for field in fields]:
        return [f"{path.name}: other columns"]
    problems = []
    for number, row in enumerate(rows[1:], 2):
        for field, text in zip(fields, row):
            if text and not fits(field["type"], text):
                problems.append(f"{path.name}:{number}: {field['name']} is {text!r}")
    places = [rows[0].index(name) for name in resource["schema"]["primaryKey"]]
    keys = [tuple(row[place] for place in places) for row in rows[1:]]
    if len(set(keys)) != len(keys):
        problems.append(f"{path.name}: a key occurs twice")
    return problems


def fits(kind, text):
    try:
        if kind == "number":
            float(text)
        elif kind == "integer":
            int(text)
        elif kind == "boolean":
            return text in ("true", "false")
        elif kind == "date":
            year, month, day = map(int, text.split("-"))
            return 1900 < year < 2100 and 1 <= month <= 12 and 1 <= day <= 31
    except ValueError:
        return False
    return True


def check_charts(folder):
    with open(folder / "scenario-table.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    problems = []
    for chart, (column, scale) in SCALES.items():
        specification = json.loads(
            (folder / f"chart-{chart}.vl.json").read_text(encoding="utf-8"))
        drawn = [value["mean"] for value in specification["data"]["values"]]
        told = [float(row[column]) * scale for row in rows if row[column]]
        if len(drawn) != len(told) or any(abs(a - b) > 1e-9 * abs(b) for a, b in zip(drawn, told)):
            problems.append(f"chart-{chart}: other numbers than the scenario table")
    return problems


def check_with_frictionless(folder):
    try:
        import frictionless
    except ImportError:
        print("frictionless is not installed: not validated by it")
        return []
    report = frictionless.validate(str(folder / "datapackage.json"))
    print(f"frictionless {frictionless.__version__}: valid {report.valid}")
    return [] if report.valid else [str(error) for error in report.flatten(["name", "message"])[:9]]


def check_with_altair(folder):
    try:
        import altair
    except ImportError:
        print("altair is not installed: charts are not held against the Vega-Lite schema")
        return []
    problems = []
    for path in sorted(folder.glob("*.vl.json")):
        try:
            altair.Chart.from_dict(json.loads(path.read_text(encoding="utf-8")), validate=True)
        except Exception as error:
            problems.append(f"{path.name}: {str(error)[:200]}")
    print(f"altair {altair.__version__}: charts checked")
    return problems


if __name__ == "__main__":
    sys.exit(main())

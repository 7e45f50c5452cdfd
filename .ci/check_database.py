#!/usr/bin/env python3
"""Compares the last run of a database with the tables of a results folder, field by field.

Reads with Python's own sqlite3 and csv, which share no code with Luwes.
Usage: check_database.py DATABASE RESULTS
"""

import csv
import json
import pathlib
import sqlite3
import sys

TABLES = {
    "scenarios": "scenario-table.csv",
    "outcomes": "outcomes.csv",
    "ledger": "ledger.csv",
}


def main():
    database, results = sys.argv[1], pathlib.Path(sys.argv[2])
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    problems = []
    if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
        problems.append("the database is damaged")
    if connection.execute("PRAGMA foreign_key_check").fetchall():
        problems.append("a line belongs to no run")
    run = connection.execute("SELECT * FROM runs ORDER BY recorded_at DESC, id DESC").fetchone()
    manifest = json.loads((results / "manifest.json").read_text(encoding="utf-8"))
    if run["run_id"] != manifest["run_id"] or json.loads(run["manifest"]) != manifest:
        problems.append("the manifest is another")
    compared = 0
    for table, name in TABLES.items():
        with open(results / name, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        kept = connection.execute(
            f"SELECT * FROM {table} WHERE run = ? ORDER BY line", (run["id"],)).fetchall()
        if len(kept) != len(rows):
            problems.append(f"{name}: {len(rows)} lines, {len(kept)} kept")
            continue
        for number, (row, line) in enumerate(zip(rows, kept), 2):
            for column, text in row.items():
                name_there = "group_label" if column == "group" else column
                if name_there not in line.keys():
                    problems.append(f"{name}: the column {column} is not kept")
                    return report(problems, compared)
                if not equal(text, line[name_there]):
                    problems.append(f"{name}:{number}: {column} {text!r}, {line[name_there]!r} kept")
                compared += 1
    return report(problems, compared)


def equal(text, value):
    if isinstance(value, float):
        return text != "" and float(text) == value
    return text == ("" if value is None else value)


def report(problems, compared):
    for problem in problems[:20]:
        print(problem)
    print(f"{compared} fields compared, {len(problems)} problem(s)")
    return 1 if problems or compared == 0 else 0


if __name__ == "__main__":
    sys.exit(main())

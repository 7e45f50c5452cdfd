#!/usr/bin/env python3
"""Writes docs/claims.md anew: the claims of scenarios/claims/indonesia.yaml held against a study.

Usage: .ci/claims.py

Runs the command that stands on the page and replaces what stands between the page's two marks with what it
prints, and the date. Needs the program (`make build`). Tests/StudyTests/ClaimsPageTests.swift fails when the
page is not what the program prints.
"""

import datetime
import pathlib
import re
import subprocess
import sys

PAGE = pathlib.Path("docs/claims.md")
MARKS = "<!-- claims: begin -->", "<!-- claims: end -->"


def main():
    text = PAGE.read_text(encoding="utf-8")
    command = re.search(r"^luwes (claim all .*)$", text, re.M).group(1).split()
    done = subprocess.run(["./luwes", *command], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    today = datetime.date.today().isoformat()
    before, rest = text.split(MARKS[0], 1)
    after = rest.split(MARKS[1], 1)[1]
    block = f"{MARKS[0]}\nPrinted on {today}:\n\n```\n{done.stdout.rstrip()}\n```\n{MARKS[1]}"
    PAGE.write_text(before + block + after, encoding="utf-8")


if __name__ == "__main__":
    main()

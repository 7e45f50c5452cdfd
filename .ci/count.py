#!/usr/bin/env python3
"""Prints how many tests passed and failed in a folder of Swift Testing's xUnit reports.

The suite's own `failures` counts issues, several for one test, so test cases are counted here.
Skipped tests are neither.
"""

import pathlib
import sys
import xml.etree.ElementTree as tree

passed = failed = 0
for report in sorted(pathlib.Path(sys.argv[1]).glob("*.xml")):
    for case in tree.parse(report).iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            failed += 1
        elif case.find("skipped") is None:
            passed += 1
print(passed, failed)

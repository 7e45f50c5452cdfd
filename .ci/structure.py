#!/usr/bin/env python3
"""Checks the structure of the project: imports, sizes, names, leftovers and machine paths.

Prints every problem as file:line: text and exits with 1 if there is one; warnings do not fail.
With --self-test it breaks each rule in a scratch folder and fails unless every break is found.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.dont_write_bytecode = True
from swift_source import DECLARED_TYPE, IMPORT, functions, line_of, without_text  # noqa: E402

# What each room may import, system modules included. Arrows only point downwards.
ALLOWED_IMPORTS = {
    "Statistics": {"COpenBLAS", "CBoostMath", "RealModule"},
    "Queueing": {"RealModule"},
    "HybridWork": {"Queueing", "RealModule"},
    "Populations": {"HybridWork", "Statistics", "RealModule"},
    "Fairness": {"HybridWork", "Statistics", "RealModule"},
    "Simulation": {"HybridWork", "Queueing", "Statistics", "RealModule", "Dispatch"},
    "PilotAssessment": {"Statistics", "RealModule"},
    "Exploration": {
        "CCbc", "HybridWork", "PilotAssessment", "Simulation", "Statistics", "RealModule", "Dispatch",
        "Synchronization",
    },
    "StudyFiles": {
        "CLibCSV", "Exploration", "HybridWork", "PilotAssessment", "Populations", "Simulation", "Statistics",
        "Yams", "Foundation", "Glibc", "Dispatch", "Synchronization",
    },
    "RunArchive": {
        "CFileExchange", "CSodium", "GRDB", "HybridWork", "Simulation", "Statistics", "Foundation",
    },
    "Reports": {
        "CNumberText",
        "CXLSXWriter", "Exploration", "Fairness", "HybridWork", "PilotAssessment", "Populations",
        "RunArchive", "Simulation",
        "Statistics", "Foundation",
    },
    "luwes": {
        "Exploration", "Fairness", "HybridWork", "PilotAssessment", "Populations", "Reports",
        "RunArchive",
        "Queueing", "Simulation", "Statistics", "StudyFiles", "ArgumentParser", "Foundation",
    },
}
# A room's tests may import what the room may, the room itself, and these.
TEST_IMPORTS = {"Testing", "TestSupport", "Foundation", "RealModule"}
STUDY_TESTS = "StudyTests"
TEST_SUPPORT = "TestSupport"
# The program that `make bench` times; no product of the package.
BENCHMARKS = "Benchmarks"

LONGEST_FILE, LONG_FILE, LONGEST_FUNCTION = 500, 400, 60
SOURCE_SUFFIXES = {".swift", ".c", ".cpp", ".h", ".py", ".sh"}
EMPTY_NAME = re.compile(r"(?:Manager|Helper|Util|Utilitie|Utility|Common|Misc)s?$")
# Written in two parts so that this file does not find itself.
LEFTOVER = re.compile(r"\b(?:TO" r"DO|FIX" r"ME)\b")
MACHINE_PATH = re.compile(r"(?<![\w./:~*-])/(?:work|tmp|home|root|Users|mnt|opt)/\w")


def main():
    if "--self-test" in sys.argv[1:]:
        return self_test()
    root = pathlib.Path(__file__).resolve().parent.parent
    problems, warnings = check(root, listed_files(root))
    for warning in warnings:
        print(f"{warning} (warning)")
    for problem in problems:
        print(problem)
    if problems:
        print(f"structure: {len(problems)} problem(s)")
        return 1
    print("structure: sound")
    return 0


def listed_files(root):
    """The files of the project that Git tracks or would track, in order."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root, capture_output=True, check=True, text=True,
    )
    names = sorted(set(name for name in listing.stdout.split("\0") if name))
    return [name for name in names if (root / name).is_file()]


def check(root, names):
    """Returns the problems and the warnings of the named files below a root."""
    problems, warnings = [], []
    for name in names:
        data = (root / name).read_bytes()
        if b"\0" in data:
            continue
        text = data.decode("utf-8", errors="replace")
        problems += leftovers(name, text)
        if pathlib.PurePath(name).suffix in SOURCE_SUFFIXES:
            lines = text.count("\n")
            finding = f"{name}:{lines}: {lines} lines"
            if lines > LONGEST_FILE:
                problems.append(f"{finding}; the most is {LONGEST_FILE}")
            elif lines > LONG_FILE:
                warnings.append(f"{finding}; above {LONG_FILE} it is time to divide it")
        if name.endswith(".swift"):
            problems += swift_problems(name, text)
    return problems, warnings


def leftovers(name, text):
    problems = []
    for number, line in enumerate(text.splitlines(), 1):
        if LEFTOVER.search(line):
            problems.append(f"{name}:{number}: a leftover mark: do it or write it down elsewhere")
        if MACHINE_PATH.search(line):
            problems.append(f"{name}:{number}: a path of one machine")
    return problems


def swift_problems(name, text):
    code = without_text(text)
    problems = import_problems(name, code)
    stem = pathlib.PurePath(name).stem
    if EMPTY_NAME.search(stem):
        problems.append(f"{name}:1: the file's name says nothing: {stem}")
    for match in DECLARED_TYPE.finditer(code):
        if EMPTY_NAME.search(match.group(1)):
            line = line_of(code, match.start())
            problems.append(f"{name}:{line}: the name says nothing: {match.group(1)}")
    for function, line, length in functions(code):
        if length > LONGEST_FUNCTION:
            problems.append(
                f"{name}:{line}: {function} has {length} lines; the most is {LONGEST_FUNCTION}")
    return problems


def import_problems(name, code):
    parts = pathlib.PurePath(name).parts
    if len(parts) < 3 or parts[0] not in ("Sources", "Tests"):
        return []
    allowed = allowed_imports(parts[0], parts[1])
    if allowed is None:
        return [f"{name}:1: the target {parts[1]} is not in the table of .ci/structure.py"]
    problems = []
    for match in IMPORT.finditer(code):
        line, module = line_of(code, match.start("module")), match.group("module")
        if module not in allowed:
            problems.append(f"{name}:{line}: {parts[1]} may not import {module}")
        # Testable imports would keep the tests from being built in release.
        if "@" in match.group("attributes"):
            problems.append(f"{name}:{line}: import {module} without an attribute")
    return problems


def allowed_imports(folder, target):
    if folder == "Sources":
        return ALLOWED_IMPORTS.get(target)
    if target == STUDY_TESTS:
        return TEST_IMPORTS.union(ALLOWED_IMPORTS, *ALLOWED_IMPORTS.values())
    if target == TEST_SUPPORT:
        return {
            "Foundation", "HybridWork", "PilotAssessment", "Simulation", "Statistics", "RealModule",
            "Synchronization",
        }
    if target == BENCHMARKS:
        return {
            "Exploration", "HybridWork", "Queueing", "Simulation", "Statistics", "StudyFiles", "TestSupport",
            "ArgumentParser", "Foundation",
        }
    room = target.removesuffix("Tests")
    if room == target or room not in ALLOWED_IMPORTS:
        return None
    return TEST_IMPORTS | ALLOWED_IMPORTS[room] | {room}


def self_test():
    """Breaks every rule once; also offers lookalikes that must not be taken for a break."""
    body = "\n".join("  work()" for _ in range(LONGEST_FUNCTION))
    broken = {
        "Sources/Queueing/Clock.swift": ("import Foundation\n", "may not import Foundation"),
        "Sources/Queueing/Up.swift": ("public import struct HybridWork.Policy\n", "HybridWork"),
        "Sources/Unknown/Room.swift": ("import RealModule\n", "not in the table"),
        "Tests/QueueingTests/Peek.swift": ("@testable import Queueing\n", "attribute"),
        "Sources/Queueing/Long.swift": ("//\n" * (LONGEST_FILE + 1), "lines; the most is 500"),
        "Sources/Queueing/Big.swift": (f"func big() {{\n{body}\n}}\n", "big has 62 lines"),
        "Sources/Queueing/QueueHelper.swift": ("enum Queue {}\n", "file's name says nothing"),
        "Sources/Queueing/Name.swift": ("struct RunManager {}\n", "says nothing: RunManager"),
        "Sources/Queueing/Later.swift": ("// TO" "DO: later\n", "leftover mark"),
        "docs/where.md": ("see /ho" "me/someone/luwes\n", "path of one machine"),
    }
    sound = {
        "Sources/Simulation/Threads.swift": "import Dispatch\npublic import Statistics\n",
        "Sources/Queueing/Text.swift":
            '// import Foundation\nlet a = "\\(b("}")) import Yams"\nlet c = """\n'
            'import Yams\n"""\n/* struct AManager */\n',
        "Sources/Queueing/Short.swift":
            "protocol P {\n  func a()\n  var b: Int { get }\n}\n" + "//\n" * LONGEST_FUNCTION
            + "func c() -> [Int] { [1] }\n",
        "docs/links.md": "https://example.org/ho" "me/page and a/tm" "p/b\n",
    }
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in [(n, t) for n, (t, _) in broken.items()] + list(sound.items()):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text)
        wrong = []
        for name, (_, expected) in broken.items():
            problems, _ = check(root, [name])
            if len(problems) != 1 or expected not in problems[0]:
                wrong.append(f"{name}: expected one problem with '{expected}', found {problems}")
        for name in sound:
            problems, _ = check(root, [name])
            wrong += [f"{name}: expected none, found {problem}" for problem in problems]
    for line in wrong:
        print(f"structure self-test: {line}")
    if not wrong:
        print(f"structure self-test: {len(broken)} breaks found, {len(sound)} lookalikes passed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

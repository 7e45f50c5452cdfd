#!/usr/bin/env python3
"""Reads a run's report.html as a browser would and holds it against the tables beside it.

    .ci/check_report.py results/<study>

Checks that every number of the page stands in the table, line and column that it names and is shown
rounded and not changed; that no other digits are shown but those the study gave; that nothing is
fetched from anywhere; that the content policy knows the page's script; that both languages are
complete; and what a page must have to be read by keyboard and screen reader. Prints every problem and
exits with 1 if there is one.
"""

import base64
import csv
import hashlib
import html.parser
import pathlib
import re
import sys

VOID = {"meta", "input", "br", "hr", "link", "img", "source", "col"}
KEYS = {
    "scenario-table.csv": 1, "assumptions.csv": 1, "ledger.csv": 2, "ledger-parties.csv": 2,
    "eligibility-counts.csv": 2, "outcomes.csv": 3, "take-up.csv": 3, "coverage.csv": 4,
    "robustness.csv": 2, "failures.csv": 2, "ranking.csv": 3, "pawn.csv": 3, "uncertainty.csv": 4,
    "first-place.csv": 4, "sensitivity.csv": 4, "posterior.csv": 2, "ledger-by-group.csv": 4,
    "present-value.csv": 1, "output.csv": 1, "output-by-unit.csv": 2, "guarantee.csv": 2,
    "priority-waits.csv": 2, "waiting-by-district.csv": 3, "safeguards.csv": 2, "evaluation.csv": 2,
    "shocks.csv": 2,
}
# The page's own constant words that have digits.
CONSTANTS = re.compile(r"90\s?%|\bP\d{1,2}\b|SHA-256|\bV2\b")
LANGUAGES = ("id", "en")


class Node:
    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent = tag, attributes, parent
        self.children = []

    def walk(self):
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    def text(self, language=None):
        """The text that a reader of a language sees; of both languages without one."""
        if language and self.attributes.get("lang") in LANGUAGES and self.tag == "span":
            if self.attributes["lang"] != language:
                return ""
        return "".join(
            child.text(language) if isinstance(child, Node) else child for child in self.children)

    def has(self, *names):
        node = self
        while node:
            if any(name in node.attributes for name in names):
                return True
            node = node.parent
        return False


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.root = self.node = Node("", {}, None)
        self.problems = []
        self.feed(text)
        self.close()
        if self.node is not self.root:
            self.problems.append(f"<{self.node.tag}> is not closed")

    def handle_starttag(self, tag, attributes):
        node = Node(tag, {key: value or "" for key, value in attributes}, self.node)
        self.node.children.append(node)
        if tag not in VOID:
            self.node = node

    def handle_endtag(self, tag):
        if self.node.tag != tag:
            self.problems.append(f"</{tag}> closes <{self.node.tag}>")
        else:
            self.node = self.node.parent

    def handle_data(self, data):
        self.node.children.append(data)


class Tables:
    def __init__(self, folder):
        self.folder, self.known = folder, {}

    def field(self, place):
        name, *rest = place.split("|")
        if name not in KEYS:
            return None
        if name not in self.known:
            with open(self.folder / name, newline="", encoding="utf-8") as file:
                rows = list(csv.reader(file))
            self.known[name] = (
                rows[0], {tuple(row[:KEYS[name]]): row for row in rows[1:]})
        header, rows = self.known[name]
        line, column = tuple(rest[:-1]), rest[-1]
        if line not in rows or column not in header:
            return None
        return rows[line][header.index(column)]

    def identifiers(self, name):
        self.field(f"{name}|-|-")
        return {line[0] for line in self.known[name][1]}


SCALES = {"juta": 1e6, "million": 1e6, "miliar": 1e9, "billion": 1e9}


def shown(text, language):
    """The value and the half unit of its last digit of a number as it is shown."""
    words = text.replace("\u2212", "-").replace("\u00a0", " ").replace("Rp", "").strip()
    scale = 1.0
    for word, factor in SCALES.items():
        if words.endswith(word):
            words, scale = words[: -len(word)].strip(), factor
    for unit in ("%", "poin", "points"):
        if words.endswith(unit):
            words, scale = words[: -len(unit)].strip(), 0.01
    words = words.replace(" ", "").lstrip("+")
    group, point = (".", ",") if language == "id" else (",", ".")
    whole = r"-?(\d{1,3}(" + re.escape(group) + r"\d{3})*|\d+)"
    if not re.fullmatch(whole + "(" + re.escape(point) + r"\d+)?", words):
        return None
    digits = words.replace(group, "").replace(point, ".")
    decimals = len(digits.partition(".")[2])
    return float(digits) * scale, 0.5 * 10.0 ** -decimals * scale


def check_numbers(page, tables, problems):
    count = 0
    for node in page.root.walk():
        place = node.attributes.get("data-at")
        if place is not None:
            field = tables.field(place)
            if not field:
                problems.append(f"{place}: no such number in the tables")
                continue
            count += 1
            value = float(field)
            if node.tag == "data" and node.attributes.get("value") != field:
                problems.append(f"{place}: {node.attributes.get('value')} is not {field}")
            for language in LANGUAGES:
                text = node.text(language).strip()
                number = shown(text + ("%" if node.tag == "td" else ""), language)
                if number is None or abs(number[0] - value) > number[1] * (1 + 1e-9) + 1e-12:
                    problems.append(f"{place}: {field} is shown as {text!r} ({language})")
        members = node.attributes.get("data-count")
        if members is not None:
            names = members.split()
            known = tables.identifiers("scenario-table.csv") | tables.identifiers("assumptions.csv")
            said = (node.text().strip(), node.attributes.get("value"))
            if said != (str(len(names)),) * 2 or set(names) - known:
                problems.append(f"a count of {node.text()!r} names {len(names)} members")
            count += 1
    return count


def check_other_digits(page, problems):
    def visit(node):
        if node.tag in ("style", "script", "title", "data"):
            return
        if any(key in node.attributes for key in ("data-given", "data-at")):
            return
        for child in node.children:
            if isinstance(child, Node):
                visit(child)
            elif re.search(r"\d", CONSTANTS.sub("", child)):
                problems.append(f"digits that no table has: {child.strip()[:80]!r}")

    visit(page.root)


def check_safety(page, problems):
    policy, script = "", ""
    for node in page.root.walk():
        if node.tag in ("link", "img", "iframe", "object", "embed", "base"):
            problems.append(f"<{node.tag}> fetches something or may")
        for key, value in node.attributes.items():
            if key.startswith("on"):
                problems.append(f"<{node.tag}> has a handler {key}")
            if key in ("src", "action", "data") or (key == "href" and not value.startswith("#")):
                problems.append(f"<{node.tag} {key}={value!r}> leads out of the page")
        if node.attributes.get("http-equiv") == "Content-Security-Policy":
            policy = node.attributes["content"]
        if node.tag == "script":
            script += node.text()
        if node.tag == "style" and re.search(r"url\(|@import", node.text()):
            problems.append("the style fetches something")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    if f"script-src 'sha256-{digest}'" not in policy:
        problems.append(f"the content policy does not know the script: sha256-{digest}")
    if "default-src 'none'" not in policy:
        problems.append("the content policy allows to fetch")


def check_languages(page, problems):
    for node in page.root.walk():
        spans = [
            child.attributes["lang"] for child in node.children
            if isinstance(child, Node) and child.tag == "span" and "lang" in child.attributes]
        if spans != list(LANGUAGES) * (len(spans) // 2):
            problems.append(f"one language is missing: {node.text()[:60]!r}")


def check_access(page, problems):
    identifiers, targets, level = set(), [], 0
    for node in page.root.walk():
        identifier = node.attributes.get("id")
        if identifier and identifier in identifiers:
            problems.append(f"two elements are called {identifier}")
        identifiers.add(identifier)
        href = node.attributes.get("href", "")
        if href.startswith("#"):
            targets.append(href[1:])
        targets += node.attributes.get("aria-labelledby", "").split()
        if re.fullmatch("h[1-6]", node.tag):
            if int(node.tag[1]) > level + 1:
                problems.append(f"a heading skips a level: {node.text()[:60]!r}")
            level = int(node.tag[1])
        if node.tag == "input":
            parent = node.parent
            while parent and parent.tag != "label":
                parent = parent.parent
            if not parent or not parent.text().strip():
                problems.append("an input has no label")
        if node.tag == "th" and node.attributes.get("scope") not in ("row", "col"):
            problems.append(f"a heading of a table has no scope: {node.text()[:60]!r}")
        if node.tag == "svg" and node.attributes.get("aria-hidden") != "true":
            problems.append("a drawing is read out beside its numbers")
    for target in targets:
        if target not in identifiers:
            problems.append(f"nothing is called {target}")
    if not any(n.tag == "html" and n.attributes.get("lang") in LANGUAGES for n in page.root.walk()):
        problems.append("the page does not say its language")


def luminance(colour):
    channels = [int(colour[place:place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def check_contrast(page, problems):
    style = "".join(node.text() for node in page.root.walk() if node.tag == "style")
    colours = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,6})\b", style))
    full = {k: v if len(v) == 7 else "#" + "".join(2 * c for c in v[1:]) for k, v in colours.items()}
    pairs = [(full[a], full[b], f"{a} on {b}") for a, b in [
        ("ink", "ground"), ("soft", "ground"), ("soft", "tint"), ("brand", "ground"),
        ("brand", "tint"), ("ink", "tint"), ("ground", "brand"), ("safe", "safe-t"),
        ("watch", "watch-t"), ("refuse", "refuse-t"), ("watch", "ground"), ("refuse", "ground")]]
    link = re.search(r"\ba\{color:(#[0-9a-f]{6})\}", style)
    pairs.append((link.group(1), full["ground"], "links"))
    for name, ground, ink in re.findall(
            r"\.(h\d)\{background:(#[0-9a-f]{6})(?:;color:(#[0-9a-f]{3}))?\}", style):
        pairs.append(("#ffffff" if ink else full["ink"], ground, name))
    for one, other, name in pairs:
        light, dark = sorted((luminance(one), luminance(other)), reverse=True)
        ratio = (light + 0.05) / (dark + 0.05)
        if ratio < 4.5:
            problems.append(f"contrast {ratio:.2f} of {name} is below 4.5")


def main():
    folder = pathlib.Path(sys.argv[1])
    path = folder / "report.html"
    page = Page(path.read_text(encoding="utf-8"))
    problems = page.problems
    count = check_numbers(page, Tables(folder), problems)
    check_other_digits(page, problems)
    check_safety(page, problems)
    check_languages(page, problems)
    check_access(page, problems)
    check_contrast(page, problems)
    for problem in problems[:40]:
        print(problem)
    if count == 0:
        problems.append("")
        print("the page has no numbers at all")
    print(f"report: {count} numbers, {len(problems)} problem(s), {path.stat().st_size} bytes")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

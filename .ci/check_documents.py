#!/usr/bin/env python3
"""Reads the DOCX files of `luwes documents` as a word processor would and looks for what is not plain.

    .ci/check_documents.py results/<study>-documents [text ...]

Checks that every part of every file is sound XML; that nothing leads out of the file or is drawn in it:
no link, picture, embedded file, formula or field; and that each text given stands in one of the papers
letter by letter, spaces aside. Prints every problem and exits with 1 if there is one.
"""

import pathlib
import re
import sys
import unicodedata
import xml.etree.ElementTree
import zipfile

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# Elements that a paper of plain text and tables has no use for.
FOREIGN = {WORD + name for name in (
    "altChunk", "drawing", "pict", "object", "fldSimple", "instrText", "hyperlink", "subDoc", "del")}


def plain(text):
    """The text with every run of spaces as one."""
    return re.sub(r"\s+", " ", text).strip()


def paragraphs(document):
    for paragraph in document.iter(WORD + "p"):
        yield "".join(
            node.text or "" if node.tag == WORD + "t" else " "
            for node in paragraph.iter() if node.tag in (WORD + "t", WORD + "br", WORD + "tab"))


def check(path, problems):
    def problem(text):
        problems.append(f"{path.name}: {text}")

    with zipfile.ZipFile(path) as archive:
        if archive.testzip():
            problem("is damaged")
        parts = {}
        for name in archive.namelist():
            if re.search(r"(^|/)(media|embeddings|activeX)/", name) or name.endswith(".bin"):
                problem(f"holds {name}")
            if name.endswith((".xml", ".rels")):
                try:
                    parts[name] = xml.etree.ElementTree.fromstring(archive.read(name))
                except xml.etree.ElementTree.ParseError as error:
                    problem(f"{name} is no XML: {error}")
    for name, root in parts.items():
        if name.endswith(".rels"):
            for relation in root:
                if relation.get("TargetMode") == "External" or "://" in relation.get("Target", ""):
                    problem(f"{name} leads to {relation.get('Target')}")
    document = parts.get("word/document.xml")
    if document is None:
        problem("has no document")
        return []
    for node in document.iter():
        if node.tag in FOREIGN or node.tag.startswith(MATH):
            problem(f"holds a {node.tag.split('}')[1]}")
    return [plain(text) for text in paragraphs(document)]


def main():
    problems, said = [], []
    papers = sorted(pathlib.Path(sys.argv[1]).glob("*.docx"))
    for path in papers:
        said += check(path, problems)
    if not papers:
        problems.append("there are no papers")
    for text in sys.argv[2:]:
        if not any(plain(text) in paragraph for paragraph in said):
            shown = "".join(
                c if unicodedata.category(c)[0] != "C" else f"\\u{ord(c):04x}" for c in text)
            problems.append(f"stands in no paper: {shown}")
    for problem in problems[:40]:
        print(problem)
    print(f"documents: {len(papers)} papers, {len(said)} paragraphs, {len(problems)} problem(s)")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

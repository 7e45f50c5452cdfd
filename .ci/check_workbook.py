#!/usr/bin/python3
"""Reads a run's scenario-table.xlsx with openpyxl and holds it against the tables beside it.

    .ci/check_workbook.py results/<study>

Checks sheets, headings, frozen panes, filters, widths, print set-up, named ranges, formats and charts;
that no field is a formula; and that the numbers are those of the tables. Prints every problem and exits
with 1 if there is one.
"""

import csv
import pathlib
import sys

import openpyxl

SHEETS = {
    "id": ["Tabel skenario", "Grafik penghematan", "Rentang", "Hasil", "Siapa membayar", "Buku besar", "Peta layanan", "Corong syarat",
           "Pengambilan", "Kesetaraan", "Kebijakan", "Asumsi", "Asal-usul"],
    "en": ["Scenario table", "Chart of savings", "Ranges", "Outcomes", "Who pays", "Ledger", "Coverage map", "Eligibility funnel",
           "Take-up", "Fairness", "Policies", "Assumptions", "Provenance"],
}
STAMPS = ("Simulasi, bukan keputusan kepegawaian.", "A simulation, not a personnel decision.")
RANGES = ["luwes_assumptions", "luwes_coverage", "luwes_eligibility", "luwes_fairness",
          "luwes_ledger", "luwes_outcomes", "luwes_parties", "luwes_policies", "luwes_provenance",
          "luwes_ranges", "luwes_scenarios", "luwes_take_up"]


def rows(folder, name):
    with open(folder / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def table(sheet):
    """The lines below the header, which stands just above the frozen pane."""
    first = sheet[sheet.freeze_panes].row
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=first)]


def number(text):
    return float(text) if text else None


def same(cell, text):
    value = number(text)
    if value is None or cell is None:
        return value is None and cell is None
    return abs(cell - value) <= 1e-12 * abs(value)


def check_form(book, problems):
    for sheet in book.worksheets:
        def problem(text):
            problems.append(f"{sheet.title}: {text}")

        if not sheet["A2"].value or not sheet["A2"].value.startswith(STAMPS):
            problem("does not say that it is a simulation")
        if not sheet.freeze_panes:
            problem("no frozen pane")
        if sheet.page_setup.orientation != "landscape" or sheet.page_setup.paperSize != "9":
            if str(sheet.page_setup.paperSize) != "9":
                problem(f"paper {sheet.page_setup.paperSize}, not A4")
        if not sheet.sheet_properties.pageSetUpPr.fitToPage or not sheet.print_title_rows:
            problem("does not print on one page's width with its header")
        if not sheet.oddFooter.left.text:
            problem("no footer")
        if not sheet.auto_filter.ref and sheet.max_row >= sheet[sheet.freeze_panes].row:
            problem("no filter")
        if not all(5 <= width.width <= 90 for width in sheet.column_dimensions.values()):
            problem("a column's width is out of bounds")
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f" or cell.hyperlink:
                    problem(f"{cell.coordinate} is a formula or a link: {cell.value!r}")
                if isinstance(cell.value, str) and "S-00" in cell.value:
                    problem(f"{cell.coordinate} names a person of a register")
                if cell.data_type == "e":
                    problem(f"{cell.coordinate} is an error")
    # A list of names until openpyxl 3.0, a dictionary since.
    names = getattr(book.defined_names, "definedName", None)
    names = sorted(n.name for n in names if not n.name.startswith("_")) if names else sorted(
        book.defined_names)
    if names != RANGES:
        problems.append(f"named ranges: {names}")
    if len(book.chartsheets) != 1 or len(book.chartsheets[0]._charts) != 1:
        problems.append("there is no chart")


def check_numbers(book, folder, problems):
    count = 0

    def compare(sheet, place, fields, records, columns):
        nonlocal count
        if len(fields) != len(records):
            problems.append(f"{sheet}: {len(fields)} lines, the table has {len(records)}")
        for line, (row, record) in enumerate(zip(fields, records)):
            for offset, column in enumerate(columns):
                count += 1
                if not same(row[place + offset], record[column]):
                    problems.append(
                        f"{sheet}, line {line}, {column}: {row[place + offset]} is not {record[column]!r}")

    sheets = book.worksheets
    scenarios = rows(folder, "scenario-table.csv")
    first = table(sheets[0])[: len(scenarios)]
    title = "title_id" if book.sheetnames == SHEETS["id"] else "title_en"
    for row, record in zip(first, scenarios):
        if row[0] != record[title].lstrip("'") and row[0] != record[title]:
            problems.append(f"{row[0]!r} is not {record[title]!r}")
    ends = ("mean", "p05", "p95")
    compare("scenarios", 3, first, scenarios, ["eligible_share"])
    compare("scenarios", 5, first, scenarios, ["worst_coverage_mean", "p90_wait_minutes_mean"])
    changes = [f"{prefix}_{end}" for prefix in ("cashable_saving_rupiah", "output_change") for end in ends]
    compare("scenarios", 7, first[1:], scenarios[1:], changes)
    if any(value is not None for value in first[0][7:13]):
        problems.append("the baseline is compared with itself")
    compare("scenarios", 13, first, scenarios, ["access_ratio_min"])
    compare("ranges", 1, table(sheets[1]), scenarios, [
        "eligible_share", "eligible_share_lower", "eligible_share_upper"] + [
        f"{prefix}_{end}" for prefix in (
            "worst_coverage", "p90_wait_minutes", "cashable_saving_rupiah", "output_change")
        for end in ends] + ["output_extrapolated_share"])
    compare("outcomes", 4, table(sheets[2]), rows(folder, "outcomes.csv"), [
        "mean", "sd", "p05", "p50", "p95", "difference_mean", "difference_p05", "difference_p95",
        "probability_better", "probability_equal"])
    ledger = rows(folder, "ledger.csv")
    compare("ledger", 7, table(sheets[4]), ledger, ["quantity"])
    compare("ledger", 9, table(sheets[4]), ledger, ["price_rupiah", "mean", "p05", "p95"])
    compare("eligibility", 3, table(sheets[6]), rows(folder, "eligibility-counts.csv"), [
        "people", "passed", "failed", "unassessed", "failed_only_this", "lower_bound",
        "upper_bound"])
    compare("assumptions", 1, table(sheets[10]), rows(folder, "assumptions.csv"), [
        "central", "p05", "p95"])
    if (folder / "coverage.csv").exists():
        found = sum(
            isinstance(value, (int, float)) for row in table(sheets[5]) for value in row[3:])
        if found != len(rows(folder, "coverage.csv")):
            problems.append(f"the map of coverage has {found} numbers")
        count += found
    return count


def check_formats(book, problems):
    first = book.worksheets[0]
    saving = first.cell(first[first.freeze_panes].row + 1, 8)
    if saving.number_format != "[$Rp-421] #,##0;-[$Rp-421] #,##0":
        problems.append(f"money is shown as {saving.number_format}")
    if not book.worksheets[0].conditional_formatting:
        problems.append("verdicts have no colours")
    maps = book.worksheets[5]
    if maps.max_row > 8 and not maps.conditional_formatting:
        problems.append("the map of coverage has no shades")


def main():
    folder = pathlib.Path(sys.argv[1])
    path = folder / "scenario-table.xlsx"
    book = openpyxl.load_workbook(path)
    problems = []
    if book.sheetnames not in SHEETS.values():
        problems.append(f"sheets: {book.sheetnames}")
    check_form(book, problems)
    count = check_numbers(book, folder, problems)
    check_formats(book, problems)
    for problem in problems[:40]:
        print(problem)
    print(f"workbook: {count} numbers, {len(problems)} problem(s), {path.stat().st_size} bytes")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

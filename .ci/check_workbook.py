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

# Sheets that every workbook has, by the name of their range.
ALWAYS = {
    "scenarios": ("Tabel skenario", "Scenario table"), "contents": ("Daftar isi", "Contents"),
    "ranges": ("Rentang", "Ranges"), "outcomes": ("Hasil", "Outcomes"),
    "parties": ("Siapa membayar", "Who pays"), "ledger": ("Buku besar", "Ledger"),
    "coverage": ("Peta layanan", "Coverage map"),
    "eligibility": ("Corong syarat", "Eligibility funnel"), "take_up": ("Pengambilan", "Take-up"),
    "fairness": ("Kesetaraan", "Fairness"), "policies": ("Kebijakan", "Policies"),
    "assumptions": ("Asumsi", "Assumptions"), "provenance": ("Asal-usul", "Provenance"),
}
CHARTS = ("Grafik penghematan", "Chart of savings")
ENDS = ("mean", "p05", "p95")
# Sheets of tables that a run may leave: the first field of numbers and the columns from there on.
WRITTEN = {
    "ledger-by-group": (7, ["quantity"] + [f"{end}_rupiah" for end in ENDS]),
    "present-value": (1, [
        "horizon_years", "saved_a_year_mean", "bought_on_first_day_mean"]
        + [f"present_value_{end}" for end in ENDS] + ["probability_of_gain"]),
    "output": (1, [f"output_change_{end}" for end in ENDS] + [
        "fte_equivalent_mean", "extrapolated_share", "naive_bias_p05", "naive_bias_p50",
        "naive_bias_p95"]),
    "output-by-unit": (2, ["staff", "person_days_present"] + [
        f"{measure}_{end}" for measure in ("person_days_gained", "output_change") for end in ENDS]
        + ["fte_equivalent_mean"]),
    "guarantee": (2, ["coverage_of_baseline", "share_of_days_promised"] + [
        f"share_of_days_{end}" for end in ENDS]),
    "priority-waits": (2, [
        "priority_share", "priority_wait_minutes", "ordinary_wait_minutes"]),
    "waiting-by-district": (3, [*ENDS] + [f"difference_{end}" for end in ENDS]),
    "safeguards": (2, ENDS), "evaluation": (2, ENDS), "shocks": (2, ENDS),
    "position-days": (3, ["people", "eligible", "flexible_days_per_week"]),
    "uncertainty": (3, [
        "mean", "range_p05", "range_p95", "not_knowing_p05", "not_knowing_p95", "monte_carlo_low",
        "monte_carlo_high", "share_of_luck"]),
    "ranking": (2, [
        "mean", "mean_rank", "probability_best", "error_of_best", "mean_regret", "regret_p95",
        "regret_max"]),
    "first-place": (4, ["better", "equal", "correlation"]),
    "robustness": (2, ["safe_share", "watch_share", "worst", "bad_tenth", "mean", "regret_max"]),
    "failures": (2, ["at_least", "at_most", "failures", "coverage", "density"]),
    "pawn": (3, ["median", "greatest", "chance"]),
    "sensitivity": (3, [
        "first", "first_low", "first_high", "total", "total_low", "total_high", "mean_step"]),
    "posterior": (2, [
        f"{end}_{when}" for when in ("before", "after") for end in ENDS] + ["effective_worlds"]),
}
STAMPS = ("Simulasi, bukan keputusan kepegawaian.", "A simulation, not a personnel decision.")


def rows(folder, name):
    with open(folder / name, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def ranges(book):
    """The sheets by the names of their tables."""
    # A list of names until openpyxl 3.0, a dictionary since.
    names = getattr(book.defined_names, "definedName", None)
    names = names if names is not None else book.defined_names.values()
    return {
        name.name[len("luwes_"):]: book[name.attr_text.split("!")[0].strip("'")]
        for name in names if name.name.startswith("luwes_")}


def expected(folder):
    """The names of tables that a workbook of the folder has, beyond those that it always has."""
    return {
        name.replace("-", "_"): name for name in WRITTEN
        if (folder / f"{name}.csv").exists() and rows(folder, f"{name}.csv")}


def check_sheets(book, folder, problems):
    language = 0 if book.sheetnames[0] == ALWAYS["scenarios"][0] else 1
    sheets = ranges(book)
    for name, titles in ALWAYS.items():
        if name not in sheets or sheets[name].title != titles[language]:
            problems.append(f"no sheet {titles[language]}")
    if book.sheetnames[1] != CHARTS[language]:
        problems.append(f"the second sheet is {book.sheetnames[1]}")
    further = set(sheets) - set(ALWAYS) - {"shadow"}
    if further != set(expected(folder)):
        problems.append(f"sheets beyond those of every workbook: {sorted(further)}")
    # The list names every sheet, and every file that has none with the reason.
    listed = table(sheets["contents"])
    named = [row[0] for row in listed if row[0] != "\u2013"]
    if named != [name for name in book.sheetnames if name not in CHARTS + ALWAYS["contents"]]:
        problems.append(f"the list of sheets names {named}")
    absent = {row[2] for row in listed if row[0] == "\u2013" and row[3]}
    missing = {f"{name}.csv" for name in WRITTEN} - {f"{n}.csv" for n in expected(folder).values()}
    if absent != missing:
        problems.append(f"the list of sheets says why there is no {sorted(absent)}")


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

    sheets = ranges(book)
    scenarios = rows(folder, "scenario-table.csv")
    first = table(sheets["scenarios"])[: len(scenarios)]
    title = "title_id" if book.sheetnames[0] == ALWAYS["scenarios"][0] else "title_en"
    for row, record in zip(first, scenarios):
        if row[0] != record[title].lstrip("'") and row[0] != record[title]:
            problems.append(f"{row[0]!r} is not {record[title]!r}")
    compare("scenarios", 3, first, scenarios, ["eligible_share"])
    compare("scenarios", 5, first, scenarios, ["worst_coverage_mean", "p90_wait_minutes_mean"])
    changes = [f"{prefix}_{end}" for prefix in ("cashable_saving_rupiah", "output_change") for end in ENDS]
    compare("scenarios", 7, first[1:], scenarios[1:], changes)
    if any(value is not None for value in first[0][7:13]):
        problems.append("the baseline is compared with itself")
    compare("scenarios", 13, first, scenarios, ["access_ratio_min"])
    compare("ranges", 1, table(sheets["ranges"]), scenarios, [
        "eligible_share", "eligible_share_lower", "eligible_share_upper"] + [
        f"{prefix}_{end}" for prefix in (
            "worst_coverage", "p90_wait_minutes", "cashable_saving_rupiah", "output_change")
        for end in ENDS] + ["output_extrapolated_share"])
    compare("outcomes", 4, table(sheets["outcomes"]), rows(folder, "outcomes.csv"), [
        "mean", "sd", "p05", "p50", "p95", "difference_mean", "difference_p05", "difference_p95",
        "probability_better", "probability_equal"])
    ledger = rows(folder, "ledger.csv")
    compare("ledger", 7, table(sheets["ledger"]), ledger, ["quantity"])
    compare("ledger", 9, table(sheets["ledger"]), ledger, ["price_rupiah", "mean", "p05", "p95"])
    compare("eligibility", 3, table(sheets["eligibility"]), rows(folder, "eligibility-counts.csv"), [
        "people", "passed", "failed", "unassessed", "failed_only_this", "lower_bound",
        "upper_bound"])
    compare("assumptions", 1, table(sheets["assumptions"]), rows(folder, "assumptions.csv"), [
        "central", "p05", "p95"])
    for place, name in expected(folder).items():
        if place in sheets:
            offset, columns = WRITTEN[name]
            compare(name, offset, table(sheets[place]), rows(folder, f"{name}.csv"), columns)
    if (folder / "coverage.csv").exists():
        found = sum(
            isinstance(value, (int, float)) for row in table(sheets["coverage"]) for value in row[3:])
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
    maps = ranges(book)["coverage"]
    if maps.max_row > 8 and not maps.conditional_formatting:
        problems.append("the map of coverage has no shades")


def main():
    folder = pathlib.Path(sys.argv[1])
    path = folder / "scenario-table.xlsx"
    book = openpyxl.load_workbook(path)
    problems = []
    check_sheets(book, folder, problems)
    check_form(book, problems)
    count = check_numbers(book, folder, problems)
    check_formats(book, problems)
    for problem in problems[:40]:
        print(problem)
    print(f"workbook: {count} numbers, {len(problems)} problem(s), {path.stat().st_size} bytes")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

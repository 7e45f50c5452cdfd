/// The program that Python runs to read a sheet.
///
/// It writes the sheet as comma-separated text, one line for each row, so that the line of a complaint is
/// the row of the sheet: rows above the head are blank lines, and the head of two rows with merged cells is
/// one line of names joined by a space. To the error output it writes an answer in JSON.
enum WorkbookScript {
  static let text = #"""
    import csv, datetime, io, json, sys, warnings

    warnings.simplefilter("ignore")
    try:
        import resource
        from openpyxl import load_workbook
    except ImportError:
        sys.exit(4)

    HEAD_ROWS = 40
    # What parts whole and fraction in this register, so that numbers and texts are read alike.
    DECIMAL_MARK = sys.argv[2]


    def main():
        # A small file can unfold to any size.
        resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
        resource.setrlimit(resource.RLIMIT_CPU, (600, 600))
        try:
            book = load_workbook(sys.argv[1], data_only=True)
            sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            merged = spread(sheets[0]) if sheets else []
            rows = [[text(value) for value in row]
                    for row in (sheets[0].iter_rows(values_only=True) if sheets else [])]
        except Exception as error:
            fail("broken", type(error).__name__)
        rows = [row if any(row) else [] for row in rows]
        if not any(rows):
            fail("empty", "")
        first, last = head(rows, merged)
        names = joined(rows[first], rows[last]) if last > first else rows[first]
        width = max(place + 1 for place, name in enumerate(names) if name)
        out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
        writer = csv.writer(out, lineterminator="\n")
        for number, row in enumerate(rows):
            # A line of text for each row of the sheet, so that complaints name the row.
            if number == last:
                writer.writerow(names[:width])
            elif number < last or not row or number == last + 1 and is_numbering(row):
                out.write("\n")
            else:
                cells = row + [""] * (width - len(row))
                writer.writerow(cells if any(cells[width:]) else cells[:width])
        out.flush()
        sys.stderr.write(json.dumps({"sheet": sheets[0].title}))


    def spread(sheet):
        """Gives every cell of a merged range the value of its first; returns the ranges."""
        ranges = []
        for area in list(sheet.merged_cells.ranges):
            value = sheet.cell(area.min_row, area.min_col).value
            sheet.unmerge_cells(str(area))
            for row in range(area.min_row, area.max_row + 1):
                for column in range(area.min_col, area.max_col + 1):
                    sheet.cell(row, column).value = value
            ranges.append((area.min_row - 1, area.max_row - 1, area.max_col > area.min_col))
        return ranges


    def text(value):
        if value is None:
            return ""
        if type(value) is str:
            # A line break within a cell would make two lines of a row.
            return " ".join(value.split())
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, datetime.datetime):
            return value.date().isoformat()
        if isinstance(value, datetime.date):
            return value.isoformat()
        if isinstance(value, (int, float)):
            # A spreadsheet keeps fifteen digits of a number: further ones are not what was typed.
            if abs(value) >= 1e15:
                return f"{value:.14E}"
            whole = value == int(value)
            return str(int(value)) if whole else repr(value).replace(".", DECIMAL_MARK)
        return str(value)


    def head(rows, merged):
        """The rows of the head: from the first that is nearly as wide as the widest of the first rows."""
        counts = [len(set(filter(None, row))) for row in rows[:HEAD_ROWS]]
        enough = max(1, 0.6 * max(counts))
        first = next(number for number, count in enumerate(counts) if count >= enough)
        # A merged cell that reaches into the next row, or over several columns, makes a head of two rows.
        last = max([first] + [below for above, below, _ in merged if above == first])
        if last == first and any(above == below == first and wide for above, below, wide in merged):
            last = first + 1
        return first, min(last, len(rows) - 1)


    def joined(above, below):
        names = []
        for place in range(max(len(above), len(below))):
            one = above[place] if place < len(above) else ""
            two = below[place] if place < len(below) else ""
            names.append(one if one == two or not two else two if not one else f"{one} {two}")
        return names


    def is_numbering(row):
        """Whether a row only numbers the columns, as tables of agencies do below their head."""
        numbers = [cell.strip("()") for cell in row if cell]
        return len(numbers) > 2 and numbers == [str(place + 1) for place in range(len(numbers))]


    def fail(kind, detail):
        sys.stderr.write(json.dumps({"failure": kind, "detail": detail}))
        sys.exit(3)


    main()
    """#
}

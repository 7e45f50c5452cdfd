/// The program that Python runs to read every visible sheet of a study's workbook, cell by cell.
enum StudyCellsScript {
  static let text = #"""
    import datetime, decimal, json, sys, warnings

    warnings.simplefilter("ignore")
    try:
        import resource
        from openpyxl import load_workbook
    except ImportError:
        sys.exit(4)


    def main():
        # A small file can unfold to any size.
        resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))
        resource.setrlimit(resource.RLIMIT_CPU, (600, 600))
        try:
            book = load_workbook(sys.argv[1])
            sheets = [read(sheet) for sheet in book.worksheets if sheet.sheet_state == "visible"]
        except Exception:
            sys.exit(3)
        json.dump(sheets, sys.stdout)


    def read(sheet):
        rows = [[kept(cell) for cell in row] for row in sheet.iter_rows()]
        merged = [[area.min_row, area.min_col] for area in sheet.merged_cells.ranges]
        return {"name": sheet.title, "rows": rows, "merged": merged}


    def kept(cell):
        value = cell.value
        if value is None or value == "":
            return ["", ""]
        if cell.data_type == "f":
            return ["f", ""]
        if cell.data_type == "e":
            return ["e", str(value)]
        if isinstance(value, bool):
            return ["s", "true" if value else "false"]
        if isinstance(value, datetime.datetime):
            return ["d", value.date().isoformat()]
        if isinstance(value, datetime.date):
            return ["d", value.isoformat()]
        if isinstance(value, datetime.time):
            return ["s", value.strftime("%H:%M")]
        if isinstance(value, (int, float)):
            # A spreadsheet keeps fifteen digits: further ones are not what was typed.
            if abs(value) >= 1e15:
                return ["s", f"{value:.14E}"]
            text = format(decimal.Decimal(repr(value)), "f")
            return ["n", text[:-2] if text.endswith(".0") else text]
        return ["s", str(value)]


    main()
    """#
}

"""Tables of benchmarks, as text for docs/benchmarks.md; used by .ci/bench/run."""
import json
import math
import statistics

BEGIN, END = "<!-- make bench writes from here -->", "<!-- to here -->"


def rounded(value):
    """Three digits, with thousands apart."""
    if value >= 1000:
        digits = 10 ** (math.floor(math.log10(value)) - 2)
        return f"{round(value / digits) * digits:,.0f}"
    return f"{value:.3g}"


def speed(value, unit):
    for factor, word in ((1e9, "billion"), (1e6, "million"), (1e3, "thousand")):
        if value >= factor:
            return f"{value / factor:.3g} {word} {unit}"
    return f"{value:.3g} {unit}"


def verdict(row):
    if row["goal"] is None:
        return "none"
    met = statistics.median(row["ratios"]) >= row["goal"]
    return f"{row['goal']:,}: {'met' if met else '**missed**'}"


def peers(rows):
    lines = ["| peer | times as fast: median (least–most) | goal | Luwes, a second | held equal |", "|---|---|---|---|---|"]
    for row in rows:
        low, middle, high = (rounded(value) for value in
                             (min(row["ratios"]), statistics.median(row["ratios"]), max(row["ratios"])))
        lines.append(f"| {row['peer']} | {middle} ({low}–{high}), {len(row['ratios'])} rounds | {verdict(row)} | "
                     f"{speed(row['speed'], row['unit'])} | {row['checked']} |")
    return lines


def exponent(points, value):
    """The slope between the two largest sizes, on logarithms: 1 is proportional, 2 quadratic."""
    first, last = points[-2], points[-1]
    return math.log(value(last) / value(first)) / math.log(last["size"] / first["size"])


def curves(found):
    lines = ["| grows | size | processor s | s a unit | most memory, MiB |", "|---|---|---|---|---|"]
    notes = []
    for name, points in found.items():
        for point in points:
            lines.append(f"| {name} | {point['size']:,} | {point['seconds']:.3g} | "
                         f"{point['seconds'] / point['size']:.2g} | {point['bytes'] / 2 ** 20:,.0f} |")
        notes.append(f"{name} {exponent(points, lambda point: point['seconds']):.2f}")
    lines += ["", "A year on one thread; what does not grow stays at 10,000 people (2,000 where worlds grow), 12 policies, "
              "5 worlds and one service.", "",
              f"Exponent of time between the two largest sizes (1: proportional; 2: quadratic): {', '.join(notes)}."]
    return lines


def loading(points):
    lines = []
    for point in points:
        seconds = [run["seconds"] for run in point["runs"]]
        most = max(run["bytes"] for run in point["runs"]) / 2 ** 30
        goal, met = f"under {point['goal']} s", statistics.median(seconds) < point["goal"]
        if point["goal_gibibytes"]:
            goal, met = f"{goal} and {point['goal_gibibytes']} GiB", met and most < point["goal_gibibytes"]
        alone = "".join(f"; on one thread {statistics.median(run['seconds'] for run in runs):.2f} s"
                        for runs in [point.get("alone")] if runs)
        lines.append(
            f"A register of {point['rows']:,} rows of {point['width']:.0f} bytes, whole `luwes validate` by the clock, on as many "
            f"threads as cores: "
            f"{statistics.median(seconds):.2f} s ({min(seconds):.2f}–{max(seconds):.2f}, {len(seconds)} runs; "
            f"{statistics.median(run['processor'] for run in point['runs']):.2f} s of processors), {most:.2f} GiB at most{alone}. "
            f"Goal {goal}: {'met' if met else '**missed**'}.")
    return lines


def study(runs):
    times = ", ".join(f"{run['seconds']:.2f} s ({run['run']})" for run in runs)
    return [f"Whole `luwes run` of the main study, from start to files, on all cores: {times}."]


def startup(found):
    def seconds(runs, name):
        times = [run[name] for run in runs]
        return f"{statistics.median(times):.2f} s ({min(times):.2f}–{max(times):.2f}, {len(times)} runs)"

    met = statistics.median(run["table"] for run in found["kept"]) < found["goal"]
    return [f"`luwes run scenarios/bandung-city` from process start to the table, on all cores: nothing kept "
            f"{found['cold']['table']:.1f} s; counter days kept {seconds(found['days'], 'table')}; nothing changed since the "
            f"last run {seconds(found['kept'], 'table')}, with the database to the end {seconds(found['kept'], 'end')}. "
            f"Goal under {found['goal']} s for the last: {'met' if met else '**missed**'}."]


def nation(points):
    return [f"{found['people']:,} people, a year, twelve policies and a baseline, {found['worlds']} worlds, one service, on "
            f"{found['threads']} threads: {found['seconds']:.0f} s by the clock, {found['processor']:.0f} s of processors, after "
            f"{found['set_up']:.0f} s of making people, rules and plans; {found['bytes'] / 2 ** 30:.1f} GiB at most."
            for found in points]


def decision(tasks):
    times = "; ".join(f"{task['task']}: {task['seconds']:.0f} s by the clock, {task['processor']:.0f} s of processors"
                      for task in tasks)
    return [f"Whole commands on the main study, on all cores: {times}."]


def panel(tasks):
    times = "; ".join(f"{task['task']} {statistics.median(task['seconds']):.2f} s ({min(task['seconds']):.2f}–"
                      f"{max(task['seconds']):.2f}; {statistics.median(task['processor']):.2f} s of processors), "
                      f"{len(task['seconds'])} runs" for task in tasks)
    met = "met" if statistics.median(tasks[0]["seconds"]) < 2 else "**missed**"
    return [f"A panel of 1,000,000 rows and 1,000 units, whole `luwes assess` by the clock, reading included: {times}. Goal of the "
            f"first, under 2 s: {met}."]


def money(found):
    def words(values):
        return f"{statistics.median(values):.1%} ({min(values):.1%}–{max(values):.1%})"

    whole = [sum(pair) for pair in zip(found["pricing"], found["dividing"])]
    met = "met" if statistics.median(whole) < found["goal"] else "**missed**"
    return [f"Of the processor time of a run without counters, of 20,000 people, 12 policies, 32 worlds × 2 and "
            f"{len(whole)} rounds: products and ledgers {words(found['pricing'])}, the ledger by unit and group "
            f"{words(found['dividing'])}, together {words(whole)}. Goal under {found['goal']:.0%}: {met}."]


def counters(found):
    middle, low, high = statistics.median(found["added"]), min(found["added"]), max(found["added"])
    met = "met" if middle < found["goal"] else "**missed**"
    return [f"A year of half-hourly coverage and waits at 200 counters under 12 policies and a baseline, 400 calendars of 8,871 "
            f"people, one thread, every counter day kept: {middle:.0%} ({low:.0%}–{high:.0%}, {len(found['added'])} rounds) "
            f"on top of the roster simulation without services, processor time. Goal under {found['goal']:.0%}: {met}. "
            f"{found['warm']:.1f} s with kept days, {found['cold']:.1f} s when {found['nodes']:,.0f} days are solved first."]


FORMS = {"rows": peers, "curves": curves, "panel": panel, "money": money, "counters": counters, "loading": loading, "study": study, "startup": startup,
         "decision": decision, "nation": nation}


def section(found):
    return "\n".join(line for key, form in FORMS.items() if key in found for line in form(found[key]))


def write(page, folder, names, requirements):
    """Writes the tables of every section that has been run between the marks of a page."""
    known = {name: json.loads((folder / f"{name}.json").read_text())
             for name in names if (folder / f"{name}.json").is_file()}
    newest = max(known.values(), key=lambda found: found["date"])
    machine = newest["machine"]
    versions = [line.replace("==", " ") for line in requirements.read_text().splitlines()
                if line and not line.startswith("#")]
    loads = [found["load"] for found in known.values()]
    lines = [
        BEGIN, "",
        f"Measured on {newest['date']}: {machine['processor']}, {machine['cores']} cores, Swift {machine['swift']}, "
        f"Python {machine['python']}, {', '.join(versions)}. Load of the machine when the sections began: "
        f"{min(loads):.1f}–{max(loads):.1f} (0 is a quiet one).", ""]
    rows = [row for found in known.values() for row in found.get("rows", [])]
    lines += peers(rows) + [""]
    for key, form in FORMS.items():
        if key != "rows" and key in known:
            lines += form(known[key][key]) + [""]
    lines.append(END)
    text = page.read_text()
    before, rest = text.split(BEGIN, 1)
    page.write_text(before + "\n".join(lines) + rest.split(END, 1)[1])

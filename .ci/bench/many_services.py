"""A made-up study of a year at 200 counters, 12 policies and 400 calendars; used by .ci/bench/run.

8,871 synthetic people, of whom twelve serve each of the counters.
"""
import csv
import json
import pathlib
import random
import subprocess

SERVICES, STAFF_EACH, PROFILES = 200, 12, 8
ROOT = pathlib.Path(__file__).resolve().parents[2]
PROVENANCE = {"source": "made up for a benchmark", "date": "2026-11-27", "confidence": "J"}
POLICIES = ["mkd-boxes-45789", "mkd-boxes-45689", "split-4-1", "split-1-4", "permenpanrb-4-2025", "thursday-all",
            "thursday-half", "thursday-no-exemption", "friday-all", "rotation-50-50", "cap-30", "cap-50"]


def profile(number, luck):
    """A counter's day of its own: hours, shape, handling time, standard."""
    hours = luck.choice([6, 7, 8])
    return {
        "open": {"days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "from": "08:00",
                 "to": f"{8 + hours:02}:00"},
        "half_hours": [round(luck.uniform(0.4, 1.6), 2) for _ in range(2 * hours)],
        "weekdays": {"monday": 1.2, "tuesday": 1.05, "wednesday": 1, "thursday": 0.9, "friday": 0.85},
        "handling_minutes": 6 + 2 * number, "standard": {"share": 0.8, "within_minutes": 20}, **PROVENANCE}


def services(luck):
    profiles = {f"p{number}": profile(number, luck) for number in range(PROFILES)}
    found = []
    for number in range(SERVICES):
        kind = number % PROFILES
        counters = luck.randint(3, STAFF_EACH - 2)
        day = len(profiles[f"p{kind}"]["half_hours"]) * 30
        visitors = round(0.55 * counters * day / profiles[f"p{kind}"]["handling_minutes"])
        found.append({"id": f"s{number}", "title": {"id": f"Loket {number}", "en": f"Counter {number}"},
                      "profile": f"p{kind}", "counters": counters, "visitors_per_day": visitors, **PROVENANCE})
    return {"profiles": profiles, "services": found}


def describe(folder, services, policies, worlds):
    """Writes what a study says beside its staff: services, calendar, law, assumptions, policies."""
    # JSON is YAML.
    (folder / "services.yaml").write_text(json.dumps(services, indent=1))
    (folder / "study.yaml").write_text(json.dumps({
        "title": {"id": "Tolok ukur", "en": "Benchmark"}, "institution": "-", "author": "-", "date": "2026-11-27",
        "legal_reference": "-", "description": {"id": "-", "en": "-"}, "sources": ["made up"],
        "population": {"register": "staff.csv"}, "services": "services.yaml",
        "calendar": {"from": "2023-07-01", "to": "2024-06-30",
                     "holidays": ["../../../scenarios/calendars/indonesia-holidays.csv"],
                     "hours": "../../../scenarios/calendars/indonesia-hours.yaml"},
        "law": ["../../../scenarios/law/indonesia.yaml"],
        "assumptions": ["../../../scenarios/assumptions/indonesia.yaml", "../../../scenarios/assumptions/west-java.yaml"],
        "baseline": "everyone-in-office", "policies": policies, "groups": ["sex"], "access_groups": ["sex"],
        "smallest_group": 30, "thresholds": [], "run": {"worlds": worlds, "replications": 2, "seed": 1}}, indent=1))
    known = folder.parent / "policies"
    if not known.exists():
        known.symlink_to(ROOT / "scenarios" / "policies")


def write_study(folder, with_services, staff, luck):
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "staff.csv", "w", newline="") as file:
        writer = csv.DictWriter(file, staff[0].keys())
        writer.writeheader()
        writer.writerows(staff)
    describe(folder, services(luck) if with_services else {"services": []}, POLICIES, worlds=200)


def make(folder):
    """Writes the study with its counters and the same without any; returns their folders."""
    folder.mkdir(parents=True, exist_ok=True)
    register = folder / "register.csv"
    register.unlink(missing_ok=True)
    subprocess.run([ROOT / "luwes", "synthesize", ROOT / "scenarios/west-java-mkd/margins.yaml", "--out", register],
                   check=True, capture_output=True)
    with open(register, newline="") as file:
        staff = list(csv.DictReader(file))
    luck = random.Random(1)
    # Colleagues of one counter belong to one unit, as they do at work; which units have counters is luck.
    by_unit = {}
    for place, person in enumerate(staff):
        person["service"] = "none"
        by_unit.setdefault(person["unit"], []).append(place)
    groups = [people[first:first + STAFF_EACH] for people in by_unit.values()
              for first in range(0, len(people) - STAFF_EACH + 1, STAFF_EACH)]
    for number, group in enumerate(luck.sample(groups, SERVICES)):
        for person in group:
            staff[person]["service"] = f"s{number}"
    with_services, alone = folder / "many-services", folder / "roster-alone"
    write_study(with_services, True, staff, luck)
    for person in staff:
        person["service"] = "none"
    write_study(alone, False, staff, luck)
    return with_services, alone

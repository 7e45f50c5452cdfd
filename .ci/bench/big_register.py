"""A made-up staff register of many rows of about 100 bytes, and a study that reads it; used by .ci/bench/run."""
import random

import many_services

COLUMNS = ("identifier,unit,sex,employment_status,grade,position_kind,task_class,talent_box,direct_service_share,"
           "commute_km,commute_mode,tenure_months")
PEOPLE_OF_UNIT, VARIETY = 400, 5_000


def rest(luck):
    """All of a row but who it is and where."""
    status, grade = luck.choice([("PNS", f"III/{luck.choice('abcd')}"), ("PNS", f"II/{luck.choice('abcd')}"), ("PPPK", "IX")])
    return ",".join(map(str, (
        luck.choice("LP"), status, grade, luck.choice(["pelaksana", "fungsional"]),
        luck.choice(["routine", "professional", "collaborative", "place-bound"]), luck.randint(1, 9),
        luck.choice(["0.0", "0.25", "1.0"]), f"{luck.uniform(0.5, 40):.1f}", luck.choice(["motorcycle", "car"]),
        luck.randint(1, 360))))


def make(folder, rows):
    """Writes the study; returns its folder and the bytes of a row."""
    study = folder / f"register-{rows}"
    study.mkdir(parents=True, exist_ok=True)
    luck = random.Random(1)
    texts = [rest(luck) for _ in range(VARIETY)]
    with open(study / "staff.csv", "w") as file:
        file.write(COLUMNS + "\n")
        for row in range(rows):
            file.write(f"19700101{row:07}101,Dinas Contoh {row // PEOPLE_OF_UNIT:05},{texts[row * 7919 % VARIETY]}\n")
    many_services.describe(study, {"services": []}, ["thursday-all", "friday-all"], worlds=2)
    return study, (study / "staff.csv").stat().st_size / rows

"""The benchmark's office as Python sees it: the same days, people and policies as Tests/Benchmarks/Office.swift."""
import datetime
import json
import math
import pathlib

OFFICE = pathlib.Path(__file__).resolve().parent.parent / "office.json"


class Office:
    """Days and policies of office.json; what depends on a person follows from the person's number."""

    def __init__(self, path=OFFICE):
        text = json.loads(pathlib.Path(path).read_text())
        self.values, self.policies = text["values"], text["policies"]
        self.unit_size, self.posts_share = text["unit_size"], text["posts_share"]
        self.holidays = {datetime.date.fromisoformat(date) for date in text["holidays"]}
        first, last = (datetime.date.fromisoformat(text[key]) for key in ("from", "through"))
        self.days = list(self.open_days(first, last))
        self.weekdays = [date.weekday() for date in self.days]
        self.weeks = [(date - datetime.timedelta(date.weekday())).toordinal() for date in self.days]
        self.years = {year: list(self.open_days(datetime.date(year, 1, 1), datetime.date(year, 12, 31)))
                      for year in sorted({date.year for date in self.days})}

    def is_open(self, date):
        return date.weekday() < 5 and date not in self.holidays

    def open_days(self, first, last):
        for number in range((last - first).days + 1):
            date = first + datetime.timedelta(number)
            if self.is_open(date):
                yield date

    def borders_holiday(self, date, step):
        """Whether the closed days just after (1) or before (-1) a date contain a closed weekday."""
        date += datetime.timedelta(step)
        while not self.is_open(date):
            if date.weekday() < 5:
                return True
            date += datetime.timedelta(step)
        return False

    def leave(self, year):
        """Working days of a year, chance to take each entitled day, chance to break a spell, anchors."""
        days, v = self.years[year], self.values
        most = min(int(v["leave_entitlement_days"]), len(days))
        share = min(v["leave_share"] * len(days) / most, 1)
        mean, some = share * most, 1 - (1 - share) ** most
        breaks = min(max((mean / v["leave_spell_days"] - some) / (mean - some), 0), 1)
        before = [self.borders_holiday(date, 1) for date in days]
        after = [self.borders_holiday(date, -1) for date in days]
        weights = [v["leave_bridge_factor"] if b or a else 1.0 for b, a in zip(before, after)]
        return most, share, breaks, [b and not a for b, a in zip(before, after)], weights

    def sickness(self):
        """Means of short and long spells, and the chance to fall ill on an ordinary day."""
        v = self.values
        mean, long_share = v["sick_spell_days"], v["sick_long_share"]
        short = (mean - long_share * v["sick_long_spell_days"]) / (1 - long_share)
        assert short >= 1, "the office's spells are as stated"
        weeks = self.epidemic_week_share
        onset = v["sick_share"] / (mean * (1 - v["sick_share"])) / (1 + (v["epidemic_sick_factor"] - 1) * weeks)
        return short, v["sick_long_spell_days"], onset

    @property
    def epidemic_week_share(self):
        return self.values["epidemic_weeks"] * 7 / 365.25

    @property
    def new_sickness_share(self):
        """What heads of unit expect to fall ill from one day to the next."""
        v = self.values
        return v["sick_share"] / (v["sick_spell_days"] * (1 - v["sick_share"]))

    def first_day(self, is_epidemic_before):
        """Chances to be in a short and a long spell on the first day, given the weeks before."""
        v = self.values
        short_mean, long_mean, onset = self.sickness()
        long_share, length = v["sick_long_share"], v["sick_spell_days"]
        short = v["sick_share"] * (1 - long_share) * short_mean / length
        long = v["sick_share"] * long_share * long_mean / length
        for is_epidemic in is_epidemic_before:
            begun = (1 - short - long) * onset * (v["epidemic_sick_factor"] if is_epidemic else 1)
            short, long = (short - short / short_mean + begun * (1 - long_share),
                           long - long / long_mean + begun * long_share)
        return short, long

    def days_before(self):
        """The Mondays of the weekdays of half a year up to the first day."""
        dates = (self.days[0] - datetime.timedelta(offset) for offset in reversed(range(182)))
        return [(date - datetime.timedelta(date.weekday())).toordinal() for date in dates if date.weekday() < 5]

    def turns(self, teams):
        """The team whose turn it is to be in the office, by weeks from a Monday long ago."""
        epoch = datetime.date(1970, 1, 1)
        return [((date - epoch).days + 3 + 7 * 100_000) // 7 % teams for date in self.days]

    def posts(self, people):
        """Posts of the one service and its staff: every fourth person."""
        staff = (people + 3) // 4
        return max(round(self.posts_share * staff), 1), staff

    def unit_target(self, people):
        need, staff = self.posts(people)
        in_unit = (self.unit_size + 3) // 4
        return min(in_unit, -(-need * in_unit // staff))

    def room(self, policy):
        return math.floor(policy["cap"] * self.unit_size + 1e-9)

"""The full staffing model in NumPy: leave, sickness, travel, training, floods, take-up, caps, recall, counts.

The same model as Luwes' roster (docs/model.md 7.2-7.5 and 7.15) for the benchmark's office, written for speed:
spells are drawn as spells and not day by day, people of a unit lie along an axis of their own so that head-counts are
sums of whole rows, counts are bytes, and units are worked in portions that stay in the cache. One core.
"""
import sys

import numpy as np

from office import Office

DAYS, PLACES, UNITS = 0, 1, 2


class Roster:
    def __init__(self, office, units, seed):
        self.office, self.units = office, units
        self.rng = np.random.Generator(np.random.SFC64(seed))
        self.size = office.unit_size
        self.people = units * self.size
        self.day_count = len(office.days)
        self.weekdays = np.array(office.weekdays)
        starts = [day for day, week in enumerate(office.weeks) if day == 0 or week != office.weeks[day - 1]]
        self.weeks = list(zip(starts, starts[1:] + [self.day_count]))
        # Person number of each place of each unit: unit * size + place.
        self.person = np.arange(self.people).reshape(units, self.size).T
        self.sex = (self.person % 2).ravel()
        task, grade, mode = self.person // 5 % 4, self.person // 3 % 4, self.person // 7 % 5
        self.tenure = self.person * 37 % 240
        band = grade  # I/b, II/c, III/a, IV/d
        cell = ((task * 5 + band) * 3 + np.minimum(mode, 2)) * 4
        self.cell = (cell + 2 * (self.tenure < 6)).ravel()
        self.tenths = (self.person * 13 % 300).ravel()
        self.leave_of_year = {year: office.leave(year) for year in office.years}
        self.room_for = [office.room(p) if "cap" in p else None for p in office.policies]
        self.turns = {p["teams"]: np.array(office.turns(p["teams"])) for p in office.policies if "teams" in p}

    def bits(self, probability, shape):
        """Yes-or-no draws to 2^-32."""
        count = int(np.prod(shape))
        # Twice as fast as drawing halves of words one by one.
        words = self.rng.integers(0, 1 << 64, size=(count + 1) // 2, dtype=np.uint64)
        return (words.view(np.uint32)[:count] < np.uint32(round(probability * 2.0 ** 32))).reshape(shape)

    # Absence

    def leave(self):
        days = np.zeros((self.day_count, self.people), bool)
        office = self.office
        for year, (most, share, breaks, ends_there, weights) in self.leave_of_year.items():
            dates = office.years[year]
            taken = self.lay_leave(len(dates), most, share, breaks, np.array(ends_there), weights)
            inside = [place for place, date in enumerate(dates) if office.days[0] <= date <= office.days[-1]]
            first = office.days.index(dates[inside[0]])
            days[first:first + len(inside)] = taken[1 + inside[0]:2 + inside[-1]]
        return days.reshape(self.day_count, self.size, self.units)

    def lay_leave(self, length, most, share, breaks, ends_there, weights):
        """Who is on leave, row 1 + day of the year; a row of nobody at either end."""
        rng, people = self.rng, self.people
        taken = np.zeros((length + 2, people), bool)
        flat = taken.ravel()
        totals = rng.binomial(most, share, people)
        begins = self.bits(breaks, (most, people))
        begins[0] = True
        gaps = np.arange(most)[:, None]
        begins &= gaps < totals
        spell_of_day = np.cumsum(begins, axis=0, dtype=np.int8)
        sums = np.cumsum(weights)
        for spell in range(1, int(spell_of_day.max(initial=0)) + 1):
            lengths = np.sum((spell_of_day == spell) & (gaps < totals), axis=0, dtype=np.int64)
            who = np.flatnonzero(lengths)
            lengths = lengths[who]
            for attempt in range(8):
                anchor = np.searchsorted(sums, rng.random(len(who)) * sums[-1], side="right")
                start = np.where(ends_there[anchor], anchor - lengths + 1, anchor)
                start = np.clip(start, 0, length - lengths)
                at = start * people + who  # the day before the spell, since rows begin at 1
                is_free = ~flat[at]
                for day in range(1, int(lengths.max(initial=0)) + 2):
                    is_free &= ~flat[np.where(day <= lengths + 1, at + day * people, at)]
                placed, run = at[is_free], lengths[is_free]
                for day in range(1, int(run.max(initial=0)) + 1):
                    flat[(placed + day * people)[run >= day]] = True
                who, lengths, start = who[~is_free], lengths[~is_free], start[~is_free]
                if len(who) == 0:
                    break
            for person, days, first in zip(who, lengths, start):  # next to nobody: day by day, wherever is room
                days_on = np.roll(np.arange(length), -first)
                free = days_on[~taken[1 + days_on, person]][:days]
                taken[1 + free, person] = True
        return taken

    def sickness(self):
        office, rng, v = self.office, self.rng, self.office.values
        short_mean, long_mean, onset = office.sickness()
        mondays = office.days_before()
        is_epidemic = {monday: rng.random() < office.epidemic_week_share
                       for monday in sorted(set(mondays) | set(office.weeks))}
        short, long = office.first_day([is_epidemic[monday] for monday in mondays])
        factor = np.array([v["epidemic_sick_factor"] if is_epidemic[week] else 1.0 for week in office.weeks])
        hazard = -np.log1p(-onset * factor)
        hazard[0] = 0  # the first day's state is drawn by itself
        hazard = np.cumsum(hazard)
        change = np.zeros((self.day_count + 1, self.people), np.int8)
        sick = rng.random(self.people) < short + long
        who = np.flatnonzero(sick)
        is_long = rng.random(len(who)) < long / (short + long)
        well_from = np.zeros(self.people, np.int64)
        begun = np.zeros(len(who), np.int64)
        while True:
            lengths = np.where(is_long, rng.geometric(1 / long_mean, len(who)), rng.geometric(1 / short_mean, len(who)))
            until = np.minimum(begun + lengths, self.day_count)
            change[begun, who] += 1
            change[until, who] -= 1
            well_from[who] = until
            if len(who) < self.people and begun.max(initial=0) == 0:
                who = np.arange(self.people)  # after the first day everybody may fall ill
            who = who[well_from[who] < self.day_count]
            begun = np.searchsorted(hazard, hazard[well_from[who]] + rng.exponential(size=len(who)), side="left")
            falls = begun < self.day_count
            who, begun = who[falls], begun[falls]
            if len(who) == 0:
                break
            is_long = rng.random(len(who)) < v["sick_long_share"]
        return self.shaped(np.cumsum(change[:-1], axis=0, dtype=np.int8) > 0)

    def add_chain(self, share, mean, change):
        """Adds the spells of a chain of two states: +1 on the first day, -1 after the last."""
        rng = self.rng
        who = np.flatnonzero(rng.random(self.people) < share)
        begun = np.zeros(len(who), np.int64)
        well_from = np.zeros(self.people, np.int64)
        is_first = True
        while True:
            until = np.minimum(begun + rng.geometric(1 / mean, len(who)), self.day_count)
            change[begun, who] += 1
            change[until, who] -= 1
            well_from[who] = until
            if is_first:
                who, is_first = np.arange(self.people), False
            who = who[well_from[who] < self.day_count]
            begun = well_from[who] + rng.geometric(share / (mean * (1 - share)), len(who))
            begins = begun < self.day_count
            who, begun = who[begins], begun[begins]
            if len(who) == 0:
                return

    def shaped(self, days):
        return days.reshape(self.day_count, self.size, self.units)

    def floods(self):
        v, rng = self.office.values, self.rng
        length = np.array([len(self.office.years[date.year]) for date in self.office.days])[:, None]
        city = rng.random((self.day_count, 1)) < v["flood_days"] / length
        hit = city | (rng.random((self.day_count, self.units)) < v["unit_flood_days"] / length)
        cut_off = np.zeros((self.day_count, self.size, self.units), bool)
        days, units = np.nonzero(hit)
        cut_off[days, :, units] = self.bits(v["flood_staff_share"], (len(days), self.size))
        return cut_off

    # Policies

    def plan(self, number, policy, participants, order):
        """Who is planned away, `[phase, place, unit]`, and the phase of each day."""
        if "teams" in policy:
            teams = policy["teams"]
            team = np.arange(self.size)[:, None] % teams
            planned = np.stack([participants & (team != turn) for turn in range(teams)])
            return planned, self.turns[teams]
        if "fixed" in policy:
            planned = np.zeros((5, self.size, self.units), bool)
            planned[policy["fixed"]] = participants
            return planned, self.weekdays
        rank = np.argsort(order, axis=0)
        planned = (rank < policy["chosen"]) & participants
        room = self.room_for[number]
        if room is not None:
            full = np.flatnonzero((planned.sum(axis=1) > room).any(axis=0))
            if len(full):
                planned[:, :, full] = self.capped(policy["chosen"], room, participants[:, full], order[:, :, full])
        return planned, self.weekdays

    def capped(self, wanted, room, participants, order):
        """People draw lots; each in turn takes the days wanted most while there is room."""
        units = np.arange(participants.shape[1])
        lots = np.argsort(self.rng.random(participants.shape), axis=0)
        left = np.full((5, len(units)), room)
        planned = np.zeros((5, *participants.shape), bool)
        for person in lots:
            rest = participants[person, units] * wanted
            for choice in order[:, person, units]:
                gets = (rest > 0) & (left[choice, units] > 0)
                rest -= gets
                left[choice, units] -= gets
                planned[choice, person, units] |= gets
        return planned

    def recall(self, policy, wanted, planned_absence, sick, unable):
        """Calls people of the service in, by lots, on what is known at the notice; changes `wanted`."""
        v, office = self.office.values, self.office
        serving = slice(0, None, 4)
        if policy["recall"] == "previous-day":
            known = planned_absence[:, serving].copy()
            known[1:] |= sick[:-1, serving]
            staying = 1 - office.new_sickness_share
        else:
            known, staying = unable[:, serving], 1.0
        asked = int(np.ceil(office.unit_target(self.whole_people) / staying - 1e-9))
        away = wanted[:, serving]
        on_site = (~(known | away)).sum(axis=1, dtype=np.uint8).astype(np.int64)
        days, units = np.nonzero(on_site < asked)
        calls = np.ceil((asked - on_site[days, units]) / v["recall_success"] - 1e-9)
        lots = self.rng.random((len(days), known.shape[1]))
        lots[~(away[days, :, units] & ~known[days, :, units])] = 2
        rank = np.argsort(np.argsort(lots, axis=1), axis=1)
        called = (rank < calls[:, None]) & (lots < 2)
        came = called & ~unable[days, ::4, units] & self.bits(v["recall_success"], called.shape)
        away[days, :, units] &= ~came
        return int(called.sum()), int(came.sum())

    def count(self, wanted, present, in_reach):
        """Everything that is counted of one policy in one portion of units."""
        away = wanted & present
        on_site = in_reach & ~away
        flexible_of_unit = away.sum(axis=PLACES, dtype=np.uint8)
        site_of_unit = on_site.sum(axis=PLACES, dtype=np.uint8)
        most_dark = np.floor(self.office.values["dark_day_on_site_share"] * self.size)
        is_dark = (flexible_of_unit > 0) & (site_of_unit <= most_dark)
        flexible = flexible_of_unit.astype(np.float32)
        doses = np.empty((len(self.weeks), self.people), np.uint8)
        rows = away.view(np.uint8).reshape(self.day_count, self.people)
        for week, (first, end) in enumerate(self.weeks):  # reduceat takes twenty times as long
            np.add.reduce(rows[first:end], axis=DAYS, dtype=np.uint8, out=doses[week])
        days = doses.sum(axis=0, dtype=np.uint16)
        cells = np.zeros((6, 240))
        for dose in range(1, 6):
            cells[dose - 1] = np.bincount(
                self.cell, weights=(doses == dose).sum(axis=0, dtype=np.uint8), minlength=240)
        cells[5] = np.bincount(self.cell, weights=days * self.tenths, minlength=240)
        return {
            "in_office": site_of_unit.sum(axis=1, dtype=np.int64),
            "serving": on_site[:, ::4].sum(axis=PLACES, dtype=np.uint8).sum(axis=1, dtype=np.int64),
            "serving_away": away[:, ::4].sum(axis=PLACES, dtype=np.uint8).sum(axis=1, dtype=np.int64),
            "dark": int(is_dark.sum()) * self.size,
            "scattered": float(flexible[~is_dark].sum()),
            "mates": float((flexible * site_of_unit).sum()) / (self.size - 1),
            "cells": cells,
            "histogram": np.bincount(days, minlength=self.day_count + 1),
            "of_sex": np.bincount(self.sex, weights=days, minlength=2),
            "users_of_sex": np.bincount(self.sex, weights=days > 0, minlength=2),
        }

    def calendar(self, whole_people):
        """One calendar of luck for one portion of the office's units, every policy."""
        self.whole_people = whole_people
        v, rng = self.office.values, self.rng
        leave, sick, cut_off = self.leave(), self.sickness(), self.floods()
        change = np.zeros((self.day_count + 1, self.people), np.int8)
        self.add_chain(v["travel_share"], v["travel_spell_days"], change)
        self.add_chain(v["training_share"], v["training_spell_days"], change)
        planned_absence = self.shaped(np.cumsum(change[:-1], axis=0, dtype=np.int8) > 0) | leave
        absent = planned_absence | sick
        unable = absent | cut_off
        present, in_reach = ~absent, ~unable
        on_duty = int((~(leave | sick)).sum())

        applies, approved = (self.bits(v[name], (self.size, self.units))
                             for name in ("opt_in_voluntary", "approval_share"))
        races = rng.exponential(size=(5, self.size, self.units))
        races[4] /= v["friday_share"] / (1 - v["friday_share"])
        order = np.argsort(races, axis=0)
        shape = (self.day_count, self.size, self.units)
        used = {False: self.bits(v["days_used_share"], shape), True: self.bits(v["compliance_ordered"], shape)}

        found = []
        nobody = np.zeros(shape, bool)
        found.append(self.count(nobody, present, in_reach))
        for number, policy in enumerate(self.office.policies):
            participants = self.tenure >= policy.get("tenure_at_least", 0)
            is_ordered = policy.get("ordered", False)
            steps = [participants]
            if not is_ordered:
                steps += [participants & applies, participants & applies & approved]
            planned, phases = self.plan(number, policy, steps[-1], order)
            wanted = planned[phases]
            wanted &= used[is_ordered]
            called = came = 0
            if "recall" in policy:
                called, came = self.recall(policy, wanted, planned_absence, sick, unable)
            counts = self.count(wanted, present, in_reach)
            counts["called"], counts["came"] = called, came
            counts["steps"] = np.array([[np.count_nonzero(step[sex::2]) for sex in (0, 1)] for step in steps])
            found.append(counts)
        return found, on_duty


def gini(histogram):
    """Of days expected in the office: all days less flexible ones."""
    counts = histogram[::-1].astype(float)
    values = np.arange(len(counts))
    people, total = counts.sum(), (counts * values).sum()
    below = np.cumsum(counts) - counts
    return float((counts * values * (2 * below + counts - people)).sum() / (people * total))


def outcomes(office, people, parts):
    """Outcomes of one policy from the counts of all portions of the office."""
    def total(name):
        return sum(part[name] for part in parts)
    days = len(office.days)
    in_office, cells, histogram = total("in_office"), total("cells"), total("histogram")
    flexible = (histogram * np.arange(len(histogram))).sum()
    need, _ = office.posts(people)
    doses = cells[:5].sum(axis=1) * np.arange(1, 6)
    one_way = cells[5].sum() / 10
    return {
        "flexible_days_per_week": flexible / people / (days / 5),
        "office_share_mean": in_office.sum() / (people * days),
        "office_share_peak": in_office.max() / people,
        "desk_need": float(np.sort(in_office)[(95 * days + 99) // 100 - 1]),
        "coverage": float((total("serving") >= need).mean()),
        "burden_gini": gini(histogram),
        "commute_hours": one_way / 20 + one_way / 10,
        "office_energy_rupiah": 5 * 1600 * (0.25 * total("scattered") + 0.75 * total("dark")),
        "extrapolated_share": doses[2:].sum() / doses.sum() if doses.sum() else 0.0,
        "called": sum(part.get("called", 0) for part in parts),
        "came": sum(part.get("came", 0) for part in parts),
    }


def run(people, calendars, seed, portion_units, clock):
    """Seconds of each calendar, and its outcomes by policy."""
    office = Office()
    units = people // office.unit_size
    assert people == units * office.unit_size and units % portion_units == 0
    names = ["everyone-in-office"] + [policy["id"] for policy in office.policies]
    roster = Roster(office, portion_units, seed)
    seconds, results = [], {}
    for _ in range(calendars):
        begun = clock()
        parts = [roster.calendar(people)[0] for _ in range(units // portion_units)]
        found = [outcomes(office, people, [part[number] for part in parts]) for number in range(len(names))]
        seconds.append(clock() - begun)
        for name, values in zip(names, found):
            for outcome, value in values.items():
                results.setdefault(f"{outcome}/{name}", []).append(float(value))
    return seconds, results, people * len(office.days) * len(names)

"""The full staffing model with Mesa: an agent for each person, a step for each working day.

The same model as numpy_roster.py and Luwes' roster, told person by person: leave is planned for the year, sickness,
travel and training are states of the person, units and the city are flooded, heads of unit call people in. All policies
are read off the same person's day, so that one draw serves them all.
"""
import bisect
import itertools
import random

import mesa

from office import Office


class Person(mesa.Agent):
    def __init__(self, model, number):
        super().__init__(model)
        self.number = number
        self.unit, self.place = divmod(number, model.office.unit_size)
        self.tenure, self.serves = number * 37 % 240, number % 4 == 0
        v, luck = model.office.values, model.random
        self.leave = set().union(*(self.plan_leave(year) for year in model.office.years))
        self.sickness = luck.choices(("well", "short", "long"), model.first_sickness)[0]
        self.chains = [[luck.random() < v[f"{kind}_share"], 1 / v[f"{kind}_spell_days"],
                        v[f"{kind}_share"] / (v[f"{kind}_spell_days"] * (1 - v[f"{kind}_share"]))]
                       for kind in ("travel", "training")]
        self.applies = luck.random() < v["opt_in_voluntary"] and luck.random() < v["approval_share"]
        friday = v["friday_share"] / (1 - v["friday_share"])
        races = [luck.expovariate(friday if weekday == 4 else 1) for weekday in range(5)]
        self.order = sorted(range(5), key=races.__getitem__)
        self.planned = [set() for _ in model.office.policies]
        self.flexible_days = [0] * (len(model.office.policies) + 1)
        self.was_sick = self.planned_absence = self.is_absent = self.is_cut_off = False
        self.wants = [False] * len(model.office.policies)

    def plan_leave(self, year):
        luck = self.model.random
        most, share, breaks, ends_there, sums = self.model.leave[year]
        dates = self.model.office.years[year]
        lengths, taken = [], set()
        for _ in range(sum(luck.random() < share for _ in range(most))):
            if not lengths or luck.random() < breaks:
                lengths.append(1)
            else:
                lengths[-1] += 1
        for length in lengths:
            for attempt in range(8):
                anchor = bisect.bisect(sums, luck.random() * sums[-1])
                start = anchor - length + 1 if ends_there[anchor] else anchor
                start = max(0, min(start, len(dates) - length))
                run = range(start, start + length)
                if taken.isdisjoint(range(start - 1, start + length + 1)):
                    break
            else:
                days = itertools.chain(range(start, len(dates)), range(start))
                run = list(itertools.islice((day for day in days if day not in taken), length))
            taken.update(run)
        return {dates[day] for day in taken}

    def participates(self, policy):
        return self.tenure >= policy.get("tenure_at_least", 0) and (policy.get("ordered", False) or self.applies)

    def step(self):
        model, luck, v = self.model, self.model.random, self.model.office.values
        day = model.day
        self.was_sick = self.sickness != "well"
        if day > 0:
            if self.sickness == "well":
                if luck.random() < model.onset:
                    self.sickness = "long" if luck.random() < v["sick_long_share"] else "short"
            elif luck.random() < model.sick_end[self.sickness]:
                self.sickness = "well"
            for chain in self.chains:
                chain[0] = luck.random() >= chain[1] if chain[0] else luck.random() < chain[2]
        date = model.office.days[day]
        self.planned_absence = date in self.leave or self.chains[0][0] or self.chains[1][0]
        self.is_absent = self.planned_absence or self.sickness != "well"
        self.is_cut_off = (model.is_flooded[self.unit] and luck.random() < v["flood_staff_share"]
                           and not self.is_absent)
        uses = {False: luck.random() < v["days_used_share"], True: luck.random() < v["compliance_ordered"]}
        for number, policy in enumerate(model.office.policies):
            self.wants[number] = model.phase[number] in self.planned[number] and uses[policy.get("ordered", False)]


class OfficeModel(mesa.Model):
    def __init__(self, people, seed):
        super().__init__(rng=seed)
        self.random = random.Random(seed)
        self.office = Office()
        office, luck, v = self.office, self.random, self.office.values
        self.units = people // office.unit_size
        self.leave = {year: (*plan[:4], list(itertools.accumulate(plan[4])))
                      for year, plan in ((year, office.leave(year)) for year in office.years)}
        mondays = office.days_before()
        self.is_epidemic = {monday: luck.random() < office.epidemic_week_share
                            for monday in sorted(set(mondays) | set(office.weeks))}
        short_mean, long_mean, self.usual_onset = office.sickness()
        self.sick_end = {"short": 1 / short_mean, "long": 1 / long_mean}
        short, long = office.first_day([self.is_epidemic[monday] for monday in mondays])
        self.first_sickness = (1 - short - long, short, long)
        self.people = [Person(self, number) for number in range(people)]
        self.turns = {p["teams"]: office.turns(p["teams"]) for p in office.policies if "teams" in p}
        for number, policy in enumerate(office.policies):
            self.plan(number, policy)
        self.in_office = [[] for _ in range(len(office.policies) + 1)]
        self.serving = [[] for _ in range(len(office.policies) + 1)]
        self.called = [0] * len(office.policies)
        self.day = -1

    def plan(self, number, policy):
        for unit in range(self.units):
            first = unit * self.office.unit_size
            people = self.people[first:first + self.office.unit_size]
            if "cap" in policy:
                self.random.shuffle(people := list(people))
            room = [self.office.room(policy) if "cap" in policy else len(people)] * 5
            for person in people:
                if not person.participates(policy):
                    continue
                if "teams" in policy:
                    team = person.place % policy["teams"]
                    person.planned[number] = set(range(policy["teams"])) - {team}
                elif "fixed" in policy:
                    person.planned[number] = set(policy["fixed"])
                else:
                    for weekday in person.order:
                        if len(person.planned[number]) < policy["chosen"] and room[weekday] > 0:
                            room[weekday] -= 1
                            person.planned[number].add(weekday)

    def step(self):
        self.day += 1
        day, office, v, luck = self.day, self.office, self.office.values, self.random
        length = len(office.years[office.days[day].year])
        is_city = luck.random() < v["flood_days"] / length
        self.is_flooded = [is_city or luck.random() < v["unit_flood_days"] / length for _ in range(self.units)]
        factor = v["epidemic_sick_factor"] if self.is_epidemic[office.weeks[day]] else 1
        self.onset = self.usual_onset * factor
        self.phase = [self.turns[p["teams"]][day] if "teams" in p else office.weekdays[day] for p in office.policies]
        for person in self.people:
            person.step()
        for number, policy in enumerate(office.policies):
            if "recall" in policy:
                for unit in range(self.units):
                    self.recall(number, policy, unit)
        for scenario in range(len(office.policies) + 1):
            in_office = serving = 0
            for person in self.people:
                if person.is_absent:
                    continue
                if scenario > 0 and person.wants[scenario - 1]:
                    person.flexible_days[scenario] += 1
                elif not person.is_cut_off:
                    in_office += 1
                    serving += person.serves
            self.in_office[scenario].append(in_office)
            self.serving[scenario].append(serving)

    def recall(self, number, policy, unit):
        office, v, luck = self.office, self.office.values, self.random
        first = unit * office.unit_size
        staff = [person for person in self.people[first:first + office.unit_size] if person.serves]
        is_early = policy["recall"] == "previous-day"
        def is_known(person):
            if is_early:
                return person.planned_absence or (self.day > 0 and person.was_sick)
            return person.is_absent or person.is_cut_off
        expected = [person for person in staff if not is_known(person)]
        on_site = sum(not person.wants[number] for person in expected)
        staying = 1 - office.new_sickness_share if is_early else 1
        missing = max(-int(-(office.unit_target(len(self.people)) / staying - 1e-9) // 1) - on_site, 0)
        calls = -int(-(missing / v["recall_success"] - 1e-9) // 1)
        away = [person for person in expected if person.wants[number]]
        for person in luck.sample(away, min(calls, len(away))):
            self.called[number] += 1
            if luck.random() < v["recall_success"] and not person.is_absent and not person.is_cut_off:
                person.wants[number] = False


def run(people, calendars, seed, clock):
    """Seconds of each calendar, its outcomes by policy, and employee-day-policies of one."""
    office = Office()
    names = ["everyone-in-office"] + [policy["id"] for policy in office.policies]
    need, _ = office.posts(people)
    days = len(office.days)
    seconds, results = [], {}
    for calendar in range(calendars):
        begun = clock()
        model = OfficeModel(people, seed + calendar)
        for _ in office.days:
            model.step()
        seconds.append(clock() - begun)
        for scenario, name in enumerate(names):
            flexible = sum(person.flexible_days[scenario] for person in model.people)
            found = {
                "flexible_days_per_week": flexible / people / (days / 5),
                "office_share_mean": sum(model.in_office[scenario]) / (people * days),
                "office_share_peak": max(model.in_office[scenario]) / people,
                "coverage": sum(count >= need for count in model.serving[scenario]) / days,
                "called": model.called[scenario - 1] if scenario else 0,
            }
            for outcome, value in found.items():
                results.setdefault(f"{outcome}/{name}", []).append(float(value))
    return seconds, results, people * days * len(names)

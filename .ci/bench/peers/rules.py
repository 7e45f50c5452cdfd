"""Twelve rules of eligibility in OpenFisca, on the people of Tests/Benchmarks/Rules.swift."""
import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.periods import MONTH
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

# Columns: factor and number of values; a person's value is (number * factor >> 4) % values.
COLUMNS = {
    "service_quarters": (7919, 4), "tenure": (7907, 200), "kilometres": (7901, 40), "bandwidth": (7883, 60),
    "laptop": (7879, 5), "approval": (7877, 5), "disability": (7873, 5), "education": (7867, 5),
    "status": (7841, 5), "position": (7829, 5), "task": (7823, 4), "box": (7793, 9), "discipline": (7789, 5)}
PERIOD = "2024-01"
FLAGS = {"laptop", "approval", "disability"}


def column(name, people):
    factor, values = COLUMNS[name]
    found = (np.arange(people, dtype=np.int64) * factor >> 4) % values
    return found != 0 if name in FLAGS else found.astype(np.int32)


def simulation(people, low_boxes):
    """A population with its columns set; `low_boxes` are the talent cells of low performance."""
    person = build_entity(key="person", plural="people", label="Person", is_person=True)
    system = TaxBenefitSystem([person])

    def read(name):
        return type(name, (Variable,), {
            "value_type": bool if name in FLAGS else int, "entity": person, "definition_period": MONTH})

    def rule(name, formula):
        return type(name, (Variable,), {
            "value_type": bool, "entity": person, "definition_period": MONTH,
            "formula": lambda people, period, parameters: formula(lambda column: people(column, period))})

    rules = [
        lambda of: ~np.isin(of("box"), low_boxes),
        lambda of: of("service_quarters") <= 2,
        lambda of: of("laptop") & (of("bandwidth") >= 10),
        lambda of: of("discipline") <= 2,
        lambda of: of("tenure") >= 12,
        lambda of: of("approval"),
        lambda of: of("task") != 3,
        lambda of: of("position") >= 2,
        lambda of: of("disability") | (of("kilometres") >= 2),
        lambda of: of("status") <= 2,
        lambda of: of("bandwidth") >= 5,
        lambda of: of("education") != 4,
    ]
    system.add_variables(*(read(name) for name in COLUMNS))
    system.add_variables(*(rule(f"r{number}", formula) for number, formula in enumerate(rules)))

    def all_rules(of):
        passed = of("r0")
        for number in range(1, len(rules)):
            passed = passed & of(f"r{number}")
        return passed

    system.add_variables(rule("eligible", all_rules))
    built = SimulationBuilder().build_default_simulation(system, count=people)
    for name in COLUMNS:
        built.set_input(name, PERIOD, column(name, people))
    return built


def eligible(built):
    """How many people pass every rule; forgets what was computed before."""
    for name in [f"r{number}" for number in range(12)] + ["eligible"]:
        built.delete_arrays(name)
    return int(built.calculate("eligible", PERIOD).sum())

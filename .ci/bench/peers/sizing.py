"""Servers needed by counters, by pyworkforce's Erlang C."""
import warnings

from pyworkforce.queuing import ErlangC


def servers(cases):
    """`cases`: arrivals an hour, minutes of service, target minutes, service level."""
    found = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for arrivals, minutes, target, level in cases:
            erlang = ErlangC(transactions=arrivals, aht=minutes, interval=60, asa=target, shrinkage=0.0)
            found.append(erlang.required_positions(service_level=level, max_occupancy=1.0)["raw_positions"])
    return found

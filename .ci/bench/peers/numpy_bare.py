"""The bare model in NumPy: one draw of absence for all policies, head-counts by unit and day, a look-up.

Three programs on one core. `plain`: as it is usually written. `arrays`: a byte for each person and day, people of a unit along an axis of their own, so that
head-counts are sums of whole rows. `bits`: the same draw packed into words, policies counted by population count.
"""
import numpy as np


class Bare:
    def __init__(self, people, days, policies, unit_size, absence, seed):
        self.people, self.days, self.policies, self.size = people, days, policies, unit_size
        self.units = people // unit_size
        self.threshold = np.uint32(round(absence * 2.0 ** 32))
        self.rng = np.random.Generator(np.random.SFC64(seed))
        person = np.arange(people)
        self.stays = np.empty((policies, 5, people), bool)
        for policy in range(policies):
            for weekday in range(5):
                self.stays[policy, weekday] = (person * 7 + weekday * 3 + policy * 5) % 11 >= policy % 6
        need = 0.9 * unit_size
        self.covered = np.minimum(np.arange(unit_size + 1) / need, 1)
        self.weekday = np.arange(days) % 5

    def present(self, units):
        count = self.days * units * self.size
        words = self.rng.integers(0, 1 << 64, size=(count + 1) // 2, dtype=np.uint64)
        return words.view(np.uint32)[:count] >= self.threshold

    def plain(self, portion):
        """The whole office at once; `portion` is not used."""
        absent = self.rng.random((self.days, self.people)) < float(self.threshold) * 2.0 ** -32
        sums = np.zeros(self.policies)
        for policy in range(self.policies):
            on_site = ~absent & self.stays[policy][self.weekday]
            heads = on_site.reshape(self.days, self.units, self.size).sum(axis=2)
            sums[policy] = self.covered[heads].sum()
        return sums / (self.units * self.days)

    def arrays(self, portion):
        """Mean coverage of each policy, a portion of units at a time."""
        sums = np.zeros(self.policies)
        shape = (self.policies, 5, self.units, self.size)
        stays = np.ascontiguousarray(self.stays.reshape(shape).swapaxes(2, 3))
        for first in range(0, self.units, portion):
            units = slice(first, min(first + portion, self.units))
            count = units.stop - units.start
            present = self.present(count).reshape(self.days, self.size, count)
            on_site = np.empty_like(present)
            for policy in range(self.policies):
                for weekday in range(5):
                    np.logical_and(present[weekday::5], stays[policy, weekday, :, units], out=on_site[weekday::5])
                heads = np.add.reduce(on_site.view(np.uint8), axis=1, dtype=np.uint8)
                sums[policy] += self.covered[heads].sum()
        return sums / (self.units * self.days)

    def bits(self, portion):
        """The same with 64 people a word; units are filled up to whole words."""
        sums = np.zeros(self.policies)
        words = -(-self.size // 64)
        def packed(rows):  # [..., unit, person] -> [..., unit, word]
            bits = np.packbits(rows, axis=-1)
            filled = np.zeros((*bits.shape[:-1], words * 8), np.uint8)
            filled[..., :bits.shape[-1]] = bits
            return filled.view(np.uint64)
        stays = packed(self.stays.reshape(self.policies, 5, self.units, self.size))
        for first in range(0, self.units, portion):
            units = slice(first, min(first + portion, self.units))
            count = units.stop - units.start
            present = packed(self.present(count).reshape(self.days, count, self.size))
            for policy in range(self.policies):
                heads = np.empty((self.days, count), np.uint8)
                for weekday in range(5):
                    bits = np.bitwise_count(present[weekday::5] & stays[policy, weekday, units])
                    heads[weekday::5] = bits.sum(axis=-1, dtype=np.uint8)
                sums[policy] += self.covered[heads].sum()
        return sums / (self.units * self.days)


def run(program, portion, rounds, clock, **model):
    """Seconds and mean coverage of each round."""
    bare = Bare(**model)
    seconds, coverage = [], []
    for _ in range(rounds):
        begun = clock()
        found = getattr(bare, program)(portion)
        seconds.append(clock() - begun)
        coverage.append(found)
    return seconds, coverage

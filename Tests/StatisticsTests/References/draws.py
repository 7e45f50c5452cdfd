"""Words of keyed streams, written down from the description of RandomKey in plain integers.

Writes draws.csv. Needs only Python (made with 3.11.7).
"""

import csv

BITS = (1 << 64) - 1


def mixed(value, first, second):
    word = (value * 0x9E3779B97F4A7C15 + first) & BITS
    # Moremur (Pelle Evensen), then mix 13 (David Stafford).
    for shift, multiplier in ((27, 0x3C79AC492BA7B653), (33, 0x1C69B3F74AC4AE35)):
        word = ((word ^ (word >> shift)) * multiplier) & BITS
    word = ((word ^ (word >> 27)) + second) & BITS
    for shift, multiplier in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        word = ((word ^ (word >> shift)) * multiplier) & BITS
    return word ^ (word >> 31)


def root(seed):
    return (
        mixed(seed, 0x243F6A8885A308D3, 0x13198A2E03707344),
        mixed(seed, 0xA4093822299F31D0, 0x082EFA98EC4E6C89),
    )


def derived(key, label, purpose):
    low, high = key
    return (
        mixed(label, low ^ purpose, high),
        mixed(label, (high + purpose) & BITS, low ^ 0xC0AC29B7C97C50DD),
    )


def fnv1a(text):
    value = 0xCBF29CE484222325
    for byte in text.encode("utf-8"):
        value = ((value ^ byte) * 0x100000001B3) & BITS
    return value


with open("draws.csv", "w", newline="") as file:
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(["seed", "number", "text", "counter", "word"])
    for seed in (0, 1, 20230619, BITS):
        for number in (0, 1, 2**40):
            for text in ("", "sick leave", "Bappéda"):
                for counter in (0, 1, 2**63):
                    key = derived(root(seed), number, 0x452821E638D01377)
                    key = derived(key, fnv1a(text), 0xBE5466CF34E90C6C)
                    rows.writerow([seed, number, text, counter, mixed(counter, *key)])

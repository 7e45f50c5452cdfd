#!/usr/bin/env python3
"""Writes pseudonyms.csv: HMAC-SHA-256 by Python's own hmac and hashlib, all 64 digits.

Made with Python 3.11.7 on 2026-11-22. Identifiers are made up. RFC 4231's first test case is among
them: its key of 20 bytes is filled with zeros to 32, which HMAC itself does to a block of 64.
"""

import csv
import hashlib
import hmac
import pathlib

keys = [bytes(range(32)), bytes([255] * 32), bytes([0x0B] * 20 + [0] * 12)]
identifiers = ["", "S-000001", "198503152010011002", "Pegawai Ünïcode", "Hi There", "x" * 200]
target = pathlib.Path(__file__).with_name("pseudonyms.csv")
with target.open("w", newline="", encoding="utf-8") as file:
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(["key", "identifier", "hmac_sha256"])
    for key in keys:
        for identifier in identifiers:
            code = hmac.new(key, identifier.encode("utf-8"), hashlib.sha256).hexdigest()
            rows.writerow([key.hex(), identifier, code])

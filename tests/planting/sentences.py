#!/usr/bin/python3
"""States true and false things in many wordings, and measures what `tieout check` makes of them.

Usage: sentences.py TIEOUT FILE... [--seed N] [--schema ID] [--every]

A FILE (TOML) has statements: `text` with slots in braces, how each slot follows from those above it,
and `break`, the slots of which each, misprinted by itself, must be found: by a finding above note
that has the misprinted number as evidence. Printed right, a statement must be silent, and so it must
where it is misprinted in no slot of `break` (--every misprints all slots, to see what is not found).
Prints what was missed or said falsely, and exits with 1 if there is any."""

import argparse
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import tomllib
from decimal import ROUND_HALF_UP, Decimal

SMALLEST, LARGEST = Decimal("0.004"), Decimal("0.15")  # by how much a misprint changes a number


def cent(number):
    return Decimal(number).quantize(Decimal("0.01"), ROUND_HALF_UP)


def values_of(statement, chance):
    """The numbers of a statement's slots; whole ones are counts, amounts have two decimals."""
    names = {
        "amount": lambda low, high: Decimal(chance.randrange(low * 100, high * 100)) / 100,
        "some": lambda low, high: chance.randrange(low, high + 1),
        "percent": lambda part, whole: cent(Decimal(part) * 100 / Decimal(whole)),
        "ten_thousandths": lambda number: Decimal(number) / 10000,
        "cent": cent,
    }
    values = {}
    for slot, formula in statement.items():
        if len(slot) > 1:
            continue
        value = eval(formula, names | values)  # formulas of this repository
        exact = isinstance(value, int) or formula.startswith("ten_thousandths")
        values[slot] = value if exact else cent(value)
    return values


def misprint(value, chance):
    """Two digits changed places, if that changes the number by little enough to be overlooked."""
    text = str(value)
    swapped = []
    for at in range(len(text) - 1):
        other = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        if "." in text[at : at + 2] or other[0] == "0":
            continue
        if SMALLEST <= abs(Decimal(other) / value - 1) <= LARGEST:
            swapped.append(other)
    if swapped:
        return chance.choice(swapped)
    return str(value + 1) if isinstance(value, int) else str(cent(value * Decimal("1.07")))


def alarms(report):
    return [one for one in report["findings"] if one["severity"] != "note"]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("tieout")
    arguments.add_argument("files", type=pathlib.Path, nargs="+")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--schema", default="department-final-accounts")
    arguments.add_argument("--every", action="store_true")
    options = arguments.parse_args()
    statements = [statement for path in options.files
                  for statement in tomllib.loads(path.read_text(encoding="utf-8"))["statement"]]
    chance = random.Random(options.seed)
    written = {}
    planted = found = failures = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, statement in enumerate(statements):
            values = values_of(statement, chance)
            slots = list(values) if options.every else statement.get("break", "").split()
            for slot in [None, *slots]:
                shown = {name: str(value) for name, value in values.items()}
                if slot is not None:
                    shown[slot] = misprint(values[slot], chance)
                name = f"{number:03}-{len(written):05}.txt"
                text = statement["text"].format(**shown)
                pathlib.Path(folder, name).write_text(f"2023年度部门决算公开说明\n\n{text}\n", encoding="utf-8")
                written[name] = text, None if slot is None else shown[slot]
        result = subprocess.run([options.tieout, "check", "--format", "json", "--lang", "en", "--schema",
                                 options.schema, folder], capture_output=True, text=True, check=False)
        if not result.stdout:
            sys.exit(result.stderr)
        reports = {pathlib.Path(report["source"]).name: report
                   for report in json.loads(result.stdout)["reports"]}
    for name, (text, wrong) in written.items():
        told = alarms(reports[name]) if name in reports else []
        own = [one for one in told if wrong and any(wrong in piece["raw"] for piece in one["evidence"])]
        if wrong is not None:
            planted += 1
            found += bool(own)
            if not own:
                failures += 1
                print(f"missed {wrong}: {text}")
        for one in told:
            if wrong is None:
                failures += 1
                print(f"false: {text}\n    {one['rule']}: {one['message']}")
    print(f"seed {options.seed}: {len(statements)} statements, {planted} misprints, {found} found")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/python3
"""Plants faults in clean reports, one at a time, and measures what `tieout check` makes of them.

Usage: plant.py TIEOUT SAMPLE... [--seed N] [--faults N]

The samples are clean reports as text; those whose tables have merged cells ("<", "^") are checked
as .docx and .xlsx. The faults are drawn evenly from the kinds below. A fault is found if a
finding above note holds the planted text as evidence, at its line, and, where it is a number, the
finding's difference is by how much it was changed (or its other side what stood there before). Any
other finding above note is a false alarm. Prints recall and precision by kind of fault and by rule;
exits with 1 if a clean report has a finding above note, a fault was missed or an alarm was false."""

import argparse
import collections
import importlib.util
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
from decimal import Decimal

FORMATS = pathlib.Path(__file__).resolve().parent.parent / "formats" / "make.py"
NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
CODE = re.compile(r"\d{3}|\d{5}|\d{7}")


class Fault:
    """One change of a line: what stood there, what stands there now. What is longer than before
    takes the spaces in front of it, so that columns laid out by spaces stay where they are."""

    def __init__(self, kind, line, begin, end, planted, original="", numeric=False):
        self.kind, self.line, self.begin, self.end = kind, line, begin, end
        self.planted, self.original, self.numeric = planted, original, numeric

    def applied(self, lines):
        text = lines[self.line]
        before = text[: self.begin]
        for _ in range(len(self.planted) - (self.end - self.begin)):
            if not before.endswith("   "):
                break
            before = before[:-1]
        changed = before + self.planted + text[self.end :]
        return lines[: self.line] + [changed] + lines[self.line + 1 :]


def value(text):
    return Decimal(text.replace(",", ""))


def like(text, number):
    """A number written as another is: the same places, with thousands separators or without."""
    places = len(text.partition(".")[2])
    return f"{number:,.{places}f}" if "," in text else f"{number:.{places}f}"


# --- slips of a number, each giving another text or none ---


def transposed(text, chance):
    digits = [at for at in range(len(text) - 1)
              if text[at].isdigit() and text[at + 1].isdigit() and text[at] != text[at + 1]
              and not (at == 0 and text[1] == "0")]
    if not digits:
        return None
    at = chance.choice(digits)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def dropped(text, chance):
    whole = text.partition(".")[0]
    if len(whole) < 3 or "," in text:
        return None
    at = chance.randrange(1, len(whole))
    return text[:at] + text[at + 1 :]


def doubled(text, chance):
    whole = text.partition(".")[0]
    if len(whole) < 2 or "," in text:
        return None
    at = chance.randrange(len(whole))
    return text[: at + 1] + text[at:]


def decimal_point(text, _):
    return like(text, value(text) * 10)


def unit(text, _):
    return like(text, value(text) * 10000)


def sign(text, _):
    return "-" + text


def typed(text, chance):
    """A total of another draft."""
    return like(text, value(text) + chance.choice([-1, 1]) * Decimal(chance.randrange(130, 990)) / 100)


SLIPS = {"transposed digits": transposed, "dropped digit": dropped, "doubled digit": doubled,
         "decimal point": decimal_point, "yuan for ten thousand": unit, "sign": sign}


# --- where faults can stand ---


def is_table(line):
    return line.startswith(("|", "\t")) or len(re.findall(r"\S\s{2,}(?=\S)", line.strip())) >= 2


def cells_of(line):
    """(begin, end, text) of the cells of a table's line, empty ones too where they are marked."""
    if line.startswith("|"):
        found, begin = [], 1
        for piece in line.strip()[1:-1].split("|"):
            text = piece.strip()
            start = line.index(piece, begin) + (len(piece) - len(piece.lstrip()) if text else 1)
            found.append((start, start + len(text), text))
            begin = line.index("|", begin) + 1
        return found
    if line.startswith("\t"):
        return [(1, len(line.rstrip()), line[1:].strip())]
    return [(m.start(), m.end(), m.group()) for m in re.finditer(r"\S+(?: \S+)*", line)]


def amounts_of(lines):
    """Cells with an amount, in rows of subjects and units, which their columns and rows confirm."""
    in_row = False
    for number, line in enumerate(lines):
        if not is_table(line):
            in_row = False
            continue
        cells = cells_of(line)
        if line.startswith("\t"):
            text = cells[0][2]
            if not in_row:
                in_row = lines[number - 1] == "" and (CODE.fullmatch(text) or re.match(r"\d、|.*汇总", text))
                continue
        elif not any(CODE.fullmatch(text) or re.match(r"\d、|.*汇总", text) for _, _, text in cells[:2]):
            continue
        for begin, end, text in cells:
            if re.fullmatch(r"[\d,]+\.\d\d", text) and value(text) >= 1:
                yield number, begin, end, text


def sentences(lines):
    return [(number, line) for number, line in enumerate(lines) if line and not is_table(line)]


def groups(pattern, lines):
    """Matches of a pattern's first group in sentences."""
    for number, line in sentences(lines):
        for match in re.finditer(pattern, line):
            yield number, match.start(1), match.end(1), match.group(1)


def number_faults(kind, sites, slip, chance):
    for line, begin, end, text in sites:
        planted = slip(text, chance)
        if planted and planted != text and (planted.startswith("-") or value(planted) != value(text)):
            yield Fault(kind, line, begin, end, planted, text, True)


def word_faults(kind, pattern, other, lines):
    for line, begin, end, text in groups(pattern, lines):
        yield Fault(kind, line, begin, end, other[text], text)


SHARE = r"占[^，。；%\d]{0,24}(\d+\.\d\d)%"
CHANGE = r"(?:增加|减少)\d+\.?\d*(?:万元|名|件|人次)，(?:增长|下降|降低)(\d+\.\d\d)%"
CHANGED_BY = r"(?:增加|减少)(\d+\.\d\d)万元，(?:增长|下降|降低)\d+\.\d\d%"
DIRECTION = r"(增加|减少)\d+\.?\d*(?:万元|名|件|人次)，(?:增长|下降|降低)\d+\.\d+%"
RATE = r"预算[^。；]*\d[^。；]*(?:完成[全年初调整]*预算数?的?|执行率为?)(\d+\.\d\d)%"
SMALLER = r"决算数(大于|小于)[年初]*预算数的"
ACTUAL = r"年初预算[数为]*[^，。]*，(?:支出)?决算[数为]*(\d+\.\d\d)万元"
TOTAL = r"(?:收入合计|支出合计|基本支出|支出总额|整体支出)(\d+\.\d\d)万元，(?:其中|占)"
PEOPLE = r"(?:编制|人员)(?:人数)?(\d+)[人名]，其中"  # a self-evaluation's kinds of posts are all posts
UNITS = r"(\d)个(?:二级机构|事业单位|单位)："
BASE_YEAR = r"(?:与|较|比)(20\d\d)年"


def faults_of(lines, chance):
    """All faults that a report offers, by kind."""
    found = collections.defaultdict(list)
    amounts = list(amounts_of(lines))
    for kind, slip in SLIPS.items():
        found[kind + " in a table"] += number_faults(kind + " in a table", amounts, slip, chance)
    for kind, slip in list(SLIPS.items())[:4]:
        found[kind + " in the text"] += number_faults(
            kind + " in the text", list(groups(ACTUAL, lines)), slip, chance)
    found["total typed by hand"] += number_faults(
        "total typed by hand", list(groups(TOTAL, lines)), typed, chance)
    found["share of another whole"] += number_faults(
        "share of another whole", list(groups(SHARE, lines)),
        lambda text, rng: like(text, value(text) * Decimal(rng.choice(["0.87", "0.93", "1.06"]))), chance)
    changes = list(groups(CHANGE, lines))
    found["rate of change of another paragraph"] += number_faults(
        "rate of change of another paragraph", changes,
        lambda text, rng: rng.choice([other for *_, other in changes]), chance)
    found["change mistyped"] += number_faults(
        "change mistyped", list(groups(CHANGED_BY, lines)), transposed, chance)
    found["rate of execution mistyped"] += number_faults(
        "rate of execution mistyped", list(groups(RATE, lines)), transposed, chance)
    found["number of people"] += number_faults(
        "number of people", list(groups(PEOPLE, lines)) if "绩效自评" in lines[0] else [], lambda text, _: str(int(text) + 3), chance)
    found["number of a list"] += number_faults(
        "number of a list", list(groups(UNITS, lines)), lambda text, _: str(int(text) + 1), chance)
    found["base year"] += [
        Fault("base year", line, begin, end, str(int(text) + 1), text)
        for line, begin, end, text in groups(BASE_YEAR, lines)]
    swapped = {"增加": "减少", "减少": "增加", "大于": "小于", "小于": "大于"}
    found["direction word"] += word_faults("direction word", DIRECTION, swapped, lines)
    found["larger for smaller"] += word_faults("larger for smaller", SMALLER, swapped, lines)
    found["value of the row below"] += neighbours(lines)
    found["column shifted"] += shifted(lines)
    found["row left out"] += left_out(lines)
    return found


def neighbours(lines):
    """A subject's amounts are those of the next row."""
    for number, line in enumerate(lines[:-1]):
        if not line.startswith("|") or not lines[number + 1].startswith("|"):
            continue
        cells, below = cells_of(line), cells_of(lines[number + 1])
        if len(cells) != len(below) or not re.fullmatch(r"\d{5}|\d{7}", cells[0][2]):
            continue
        for cell, other in zip(cells[2:], below[2:]):
            if "." in cell[2] and "." in other[2] and cell[2] != other[2]:
                yield Fault("value of the row below", number, cell[0], cell[1], other[2], cell[2], True)
                break


def shifted(lines):
    """An amount stands in the empty column beside its own."""
    for number, line in enumerate(lines):
        if not line.startswith("|"):
            continue
        cells = cells_of(line)
        if not re.fullmatch(r"\d{7}", cells[0][2]):
            continue
        for cell, after in list(zip(cells, cells[1:]))[3:]:
            if "." in cell[2] and after[2] == "":
                planted = line[cell[1] : after[0]] + cell[2]
                yield Fault("column shifted", number, cell[0], after[0], planted, cell[2])
                break


def left_out(lines):
    for number, line in enumerate(lines):
        if line.startswith("|"):
            cells = cells_of(line)
            below = cells_of(lines[number + 1]) if lines[number + 1].startswith("|") else None
            same = below and below[0][2][:5] == cells[0][2][:5]
            amounts = [text for *_, text in cells if "." in text]
            if re.fullmatch(r"\d{7}", cells[0][2]) and same and amounts:
                yield Fault("row left out", number, 0, len(line), "", amounts[0])


# --- what the program makes of them ---


def checked(tieout, folder):
    """The findings of every report of a folder, by file name."""
    result = subprocess.run([tieout, "check", "--format", "json", "--lang", "en", str(folder)],
                            capture_output=True, text=True, check=False)
    if not result.stdout:
        sys.exit(result.stderr)
    reports = json.loads(result.stdout)["reports"]
    return {pathlib.Path(report["source"]).name: report for report in reports}


def alarms(report):
    return [one for one in report["findings"] if one["severity"] != "note"]


def touches(finding, fault, by_line):
    for piece in finding["evidence"]:
        here = piece["place"].get("line") == fault.line + 1 if by_line else True
        if not here:
            continue
        if not fault.numeric or fault.planted.replace(",", "") in piece["raw"].replace(",", ""):
            return True
    return False


def number_of(amount):
    return Decimal(amount["value"])


def right(finding, fault):
    """The finding tells by how much the number was changed, or what it should have been."""
    if not fault.numeric:
        return True
    was, now = value(fault.original), value(fault.planted)
    for side, other in (("left", "right"), ("right", "left")):
        if finding[side] is None:
            continue
        step = Decimal(1).scaleb(-len(fault.original.partition(".")[2]))
        signs = {number_of(finding[other]) - was, number_of(finding[other]) + was}
        if abs(number_of(finding[side])) == abs(now) and min(map(abs, signs)) <= step:
            return True
    if finding["difference"] is None:
        return False
    room = number_of(finding["allowed"]) if finding["allowed"] else 0
    for piece in finding["evidence"]:
        if Decimal(piece.get("coefficient", "0")) != 0 and piece["raw"].startswith(fault.planted):
            change = (now - was) * Decimal(piece["coefficient"])
            if abs(number_of(finding["difference"]) - change) <= room:
                return True
    # Shares and rates: the other figure of the fraction was changed.
    return any(piece["side"] == "right" and not piece.get("coefficient") for piece in finding["evidence"])


class Sample:
    """A clean report, in the format in which it is checked."""

    def __init__(self, path, suffix, make):
        self.name, self.suffix, self.make = path.stem + suffix, suffix, make
        self.lines = path.read_text(encoding="utf-8").split("\n")

    def write(self, lines, folder, name):
        path = folder / f"{name}{self.suffix}"
        if self.suffix == ".txt":
            path.write_text("\n".join(lines), encoding="utf-8")
        else:
            getattr(self.make, "make_" + self.suffix[1:])(list(self.make.blocks_of("\n".join(lines))), path)
        return path.name


def samples_of(paths):
    spec = importlib.util.spec_from_file_location("make", FORMATS)
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    found = []
    for path in paths:
        merged = re.search(r"\| [<^] \|", path.read_text(encoding="utf-8"))
        found += [Sample(path, suffix, make) for suffix in ([".docx", ".xlsx"] if merged else [".txt"])]
    return found


def drawn(samples, count, chance):
    """As many faults, kinds and samples in turn."""
    offers = collections.defaultdict(list)
    for sample in samples:
        for kind, faults in faults_of(sample.lines, chance).items():
            if faults:
                offers[kind].append((sample, faults))
    picked = []
    while len(picked) < count:
        for kind in sorted(offers):
            sample, faults = chance.choice(offers[kind])
            picked.append((sample, chance.choice(faults)))
    return picked[:count]


def share(part, whole):
    return f"{part}/{whole}" if whole else "-"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("tieout")
    arguments.add_argument("samples", type=pathlib.Path, nargs="+")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--faults", type=int, default=120)
    options = arguments.parse_args()
    chance = random.Random(options.seed)
    samples = samples_of(options.samples)
    failures = 0
    by_kind = collections.defaultdict(collections.Counter)
    by_rule = collections.defaultdict(collections.Counter)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        clean = {sample.write(sample.lines, folder, sample.name): sample for sample in samples}
        faulty = {}
        for number, (sample, fault) in enumerate(drawn(samples, options.faults, chance)):
            name = sample.write(fault.applied(sample.lines), folder, f"fault-{number:05}")
            faulty[name] = sample, fault
        reports = checked(options.tieout, folder)
        for name, sample in clean.items():
            for finding in alarms(reports[name]):
                failures += 1
                print(f"clean {sample.name}: {finding['rule']}: {finding['message']}")
        for name, (sample, fault) in faulty.items():
            report = reports[name]
            by_line = sample.suffix == ".txt" and fault.kind != "row left out"
            found = alarms(report)
            own = [one for one in found if touches(one, fault, by_line)]
            exact = [one for one in own if right(one, fault)]
            by_kind[fault.kind].update(planted=1, found=bool(exact), alarms=len(found), own=len(own))
            for one in found:
                by_rule[one["rule"]].update(alarms=1, own=one in own)
            where = f"{sample.name}:{fault.line + 1}: {fault.kind}: {fault.original} -> {fault.planted.strip()}"
            if not exact:
                failures += 1
                print(f"missed {where}" + "".join(f"\n    {one['rule']}: {one['message']}" for one in own))
            for one in found:
                if one not in own:
                    failures += 1
                    print(f"false {where}\n    {one['rule']}: {one['message']}")
    print(f"\n{'kind of fault':40}{'recall':>10}{'precision':>12}")
    for kind, count in sorted(by_kind.items()):
        print(f"{kind:40}{share(count['found'], count['planted']):>10}"
              f"{share(count['own'], count['alarms']):>12}")
    print(f"\n{'rule':40}{'precision':>10}")
    for rule, count in sorted(by_rule.items()):
        print(f"{rule:40}{share(count['own'], count['alarms']):>10}")
    total = sum(by_kind.values(), collections.Counter())
    print(f"\nseed {options.seed}: {len(samples)} samples, {total['planted']} faults, {total['found']} "
          f"found; {total['alarms']} alarms, {total['own']} of them right")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Writes reports of about a kilobyte each, one a line, for checks.tie.

usage: generate.py REPORTS [--seed N] [--faults SHARE] [--hard SHARE]
  --faults SHARE  of reports with one figure changed (default 0.05)
  --hard SHARE    of reports with missing values, other units, extreme or negative amounts,
                  objects and texts in place of numbers, or broken data (default 0)
"""
import argparse
import json
import random
import sys

MONEY = ["total", "basic", "personnel", "public", "project", "superior_paid", "operating",
         "affiliated", "surplus", "cumulative"]


def cents(amount):
    sign = "-" if amount < 0 else ""
    return f"{sign}{abs(amount) // 100}.{abs(amount) % 100:02d}"


def unit_row(random, scale):
    personnel, public, project, superior, operating, affiliated = (
        random.randrange(scale) for _ in range(6))
    basic = personnel + public
    total = basic + project + superior + operating + affiliated
    return [total, basic, personnel, public, project, superior, operating, affiliated,
            random.randrange(scale), random.randrange(scale)]


def spending_text(name, row):
    cells = ",".join(f'"{column}":{cents(value)}' for column, value in zip(MONEY, row))
    return f'{{"unit":"{name}",{cells}}}'


def report(random, number, faults):
    scale = 10 ** random.randrange(4, 8)
    units = [unit_row(random, scale) for _ in range(3)]
    rows = [[sum(column) for column in zip(*units)]] + units
    posts = [[random.randrange(20, 60), random.randrange(1, 20)] for _ in range(2)]
    staff = [[sum(column) for column in zip(*posts)]] + posts
    total, basic, project = rows[0][0], rows[0][1], rows[0][4]
    shares = [("基本支出", basic), ("项目支出", project), ("公用支出", rows[0][3])]
    percents = [round(10000 * part / total) if total else 0 for _, part in shares]
    if random.random() < faults:
        which = random.randrange(3)
        if which == 0:
            rows[random.randrange(4)][random.randrange(5)] += random.randrange(100, 100000)
        elif which == 1:
            staff[random.randrange(3)][1] += 40
        else:
            percents[random.randrange(3)] += random.randrange(5, 900)
    names = ["合计", "局机关", "信息中心", "培训学校"]
    spending = ",".join(spending_text(name, row) for name, row in zip(names, rows))
    kinds = ["合计", "行政", "事业"]
    staffing = ",".join(
        f'{{"kind":"{kind}","established":{row[0]},"actual":{row[1]}}}'
        for kind, row in zip(kinds, staff))
    stated = ",".join(
        f'{{"name":"{name}","part":"{cents(part)}万元","whole":"{cents(total)}万元",'
        f'"percent":{cents(percent)}}}'
        for (name, part), percent in zip(shares, percents))
    return (f'{{"schema":"department-spending","entity":"第{number}局","period":"2023",'
            f'"staffing":[{staffing}],"spending":[{spending}],"shares":[{stated}]}}')


def hardened(random, line):
    """The report with something in it that is not plain."""
    data = json.loads(line, parse_float=str)
    row = random.choice(data["spending"])
    column = random.choice(MONEY)
    which = random.randrange(14)
    if which == 0:
        del row[column]
    elif which == 1:
        row[column] = None
    elif which == 2:
        row[column] = {"value": row[column], "unit": random.choice(["万元", "元", "亿元"])}
    elif which == 3:
        row[column] = "-" + row[column]
    elif which == 4:
        row[column] = str(random.randrange(10 ** random.randrange(14, 40)))
    elif which == 5:
        row[column] = random.choice(["", "—", "无", "见附件", "1,003.30", "约3.5", "36%"])
    elif which == 6:
        row[column] += str(random.randrange(10 ** 5))
    elif which == 7:
        del data[random.choice(["staffing", "spending", "shares"])]
    elif which == 8:
        data[random.choice(["staffing", "spending", "shares"])] = []
    elif which == 9:
        data["spending"].append(dict(row))
    elif which == 10:
        random.choice(data["shares"])[random.choice(["part", "whole", "percent"])] = random.choice(
            ["0", "0万元", "12人", "3.5%", "7万元", None])
    elif which == 11:
        row[random.choice(["unit", "columm"])] = random.choice([3, "", "其他"])
    elif which == 12:
        for name in MONEY:
            row.pop(name, None)
    else:
        text = json.dumps(data, ensure_ascii=False)
        cut = random.randrange(len(text))
        return text[:cut]
    text = json.dumps(data, ensure_ascii=False)
    if random.random() < 0.5:  # as numbers, where they are
        for name in MONEY:
            for one in data.get("spending", []):
                value = one.get(name)
                if isinstance(value, str) and value.replace(".", "").replace("-", "").isdigit():
                    text = text.replace(f'"{name}": "{value}"', f'"{name}": {value}')
    return text


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("reports", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults", type=float, default=0.05)
    parser.add_argument("--hard", type=float, default=0.0)
    options = parser.parse_args()
    generator = random.Random(options.seed)
    for number in range(options.reports):
        line = report(generator, number, options.faults)
        if generator.random() < options.hard:
            line = hardened(generator, line)
        sys.stdout.write(line + "\n")


main()

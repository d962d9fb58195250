#!/usr/bin/python3
"""The same findings in every format of one run: rule, severity, place, numbers.

same_findings.py PROGRAM FOLDER REPORT...
"""
import html
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

import openpyxl

program, folder, *reports = sys.argv[1:]
folder = Path(folder)
folder.mkdir(parents=True, exist_ok=True)
files = {name: folder / f"findings.{name}" for name in ("json", "sarif", "junit", "html", "xlsx")}


def write():
    outputs = [f"--output={name}={path}" for name, path in files.items()]
    run = subprocess.run([program, "check", "--lang", "en", "--fail-on", "never", *outputs, *reports],
                         stdout=subprocess.DEVNULL, check=True)
    return {name: path.read_bytes() for name, path in files.items()}


def values(finding):
    """The two sides and their difference as decimals, None for logic."""
    return tuple(finding[key] and finding[key]["value"] for key in ("left", "right", "difference"))


def place_words(place):
    """As the formats for people have it, for places in texts."""
    return f"line {place['line']} column {place['column']}" if "line" in place else None


def first_place(finding):
    figures = [each for each in finding["evidence"] if each["value"] is not None]
    left = [each for each in figures if each["side"] in ("left", "both")]
    order = left or figures or finding["evidence"]
    return order[0]["place"] if order else {}


def of_json(data):
    return [{"rule": finding["rule"], "severity": finding["severity"], "values": values(finding),
             "message": finding["message"], "fingerprint": finding["fingerprint"],
             "places": {json.dumps(each["place"]) for each in finding["evidence"]}}
            for report in json.loads(data)["reports"] for finding in report["findings"]]


def of_html(data):
    text = data.decode()
    found = []
    for script in re.findall(r'<script type="application/json" class="report">(.*?)</script>', text):
        for finding in json.loads(script)["findings"]:
            message = finding["message"]
            where = finding["where"]
            found.append({
                "rule": finding["rule"], "severity": finding["severity"],
                "values": values(finding), "fingerprint": finding["fingerprint"],
                "message": message if isinstance(message, str) else message[1],
                "where": where if isinstance(where, str) else where[1],
                "place": finding["place"]})
    return found


def of_sarif(data):
    found = []
    for result in json.loads(data)["runs"][0]["results"]:
        region = result["locations"][0]["physicalLocation"].get("region", {})
        found.append({
            "rule": result["ruleId"], "severity": result["properties"]["severity"],
            "values": values(result["properties"]), "message": result["message"]["text"],
            "fingerprint": result["partialFingerprints"]["tieout/v1"],
            "line": (region.get("startLine"), region.get("startColumn"))})
    return found


def of_xlsx(path):
    sheet = openpyxl.load_workbook(path, data_only=True)["Findings"]
    rows = sheet.iter_rows(values_only=True)
    titles = next(rows)
    found = []
    for row in rows:
        cell = dict(zip(titles, row))
        found.append({
            "rule": cell["Rule"], "severity": cell["Severity"], "message": cell["Finding"],
            "values": (cell["left side"], cell["right side"], cell["Difference"]),
            "where": cell["Place"] or "", "fingerprint": cell["Fingerprint"]})
    return found


def of_junit(data):
    found = []
    for case in xml.fromstring(data).iter("testcase"):
        for told in case:
            if told.tag == "skipped":
                continue
            for line in told.text.strip().split("\n"):
                if ": " not in line:  # an undecided rule: how often it was
                    continue
                severity, rest = line.split(": ", 1)
                found.append({"rule": case.get("name"), "severity": severity, "text": rest})
    return found


def check(condition, *what):
    if not condition:
        sys.exit("not the same: " + " | ".join(map(str, what)))


first = write()
check(first == write(), "two runs of the same reports give different bytes")

expected = of_json(first["json"])
page, sarif, sheet = of_html(first["html"]), of_sarif(first["sarif"]), of_xlsx(files["xlsx"])
check(len(expected) > 10, "too few findings to compare")
check({finding["severity"] for finding in expected} >= {"error", "warning", "note"}, "severities")
for name, found in (("html", page), ("sarif", sarif), ("xlsx", sheet)):
    check(len(found) == len(expected), name, len(found), len(expected))
    for one, other in zip(expected, found):
        for key in ("rule", "severity", "fingerprint", "message"):
            check(one[key] == other[key], name, key, one[key], other[key])
for one, shown, result, row in zip(expected, page, sarif, sheet):
    check(one["values"] == shown["values"] == result["values"], one["rule"], one["values"])
    numbers = [value and float(value) for value in one["values"]]
    check(numbers == list(row["values"]), one["rule"], numbers, row["values"])
    place = shown["place"]
    check(place is None or json.dumps(place) in one["places"], one["rule"], place)
    line = (place or {}).get("line"), (place or {}).get("column")
    check(result["line"] == line, one["rule"], result["line"], line)
    check(shown["where"] == row["where"], one["rule"], shown["where"], row["where"])
    check(line[0] is None or place_words(place) in row["where"], one["rule"], row["where"])

# JUnit goes by rules; it has the same findings in another order.
told = sorted((each["rule"], each["severity"], each["text"]) for each in of_junit(first["junit"]))
wanted = sorted((one["rule"], one["severity"], (row["where"] + ": " if row["where"] else "") + one["message"])
                for one, row in zip(expected, sheet))
check(told == wanted, "junit", [pair for pair in zip(told, wanted) if pair[0] != pair[1]][:1])
print(f"{len(expected)} findings, the same in {len(files)} formats")

#!/usr/bin/env python3
"""Runs the program and the benchmarks over generated reports and prints figures and ratios.

usage: measure.py BUILD [REPORTS]
"""
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CHECKS = 34


def timed(command):
    """Seconds and peak memory in MiB of a whole process."""
    begin = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(child.pid, 0)
    return time.perf_counter() - begin, usage.ru_maxrss / 1024


def best(times, command):
    runs = [timed(command) for _ in range(times)]
    return min(seconds for seconds, _ in runs), max(memory for _, memory in runs)


def row(what, figure, ratio=""):
    print(f"{what:<52}{figure:>16}{ratio:>36}")


def stream(folder, reports, faults=0.05):
    file = folder / f"{reports}-{faults}.ndjson"
    with file.open("wb") as out:
        subprocess.run([sys.executable, HERE / "generate.py", str(reports), "--faults",
                        str(faults)], stdout=out, check=True)
    return file


def kernels(build, file):
    program = build / "tests/bench/tieout_kernels"
    output = subprocess.run([program, "--benchmark_format=json", "--benchmark_min_time=0.5"],
                            check=True, capture_output=True,
                            env={**os.environ, "TIEOUT_BENCH_FILE": str(file)}).stdout
    return {one["name"]: one for one in json.loads(output)["benchmarks"]}


def duckdb(build, file):
    folder = build / "peers"
    if not shutil.which("node") or not (folder / "node_modules").is_dir():
        return None
    script = folder / "duckdb.mjs"
    shutil.copy(HERE / "duckdb.mjs", script)
    return json.loads(subprocess.run(["node", script, file], check=True,
                                     capture_output=True).stdout)


def check(tieout, file, jobs):
    return [tieout, "check", "--rules", HERE / "checks.tie", "--format", "jsonl", "--diagnosis",
            "off", "--jobs", str(jobs), file]


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    reports = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    tieout = build / "tieout"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        file = stream(folder, reports)
        size = file.stat().st_size
        rates = kernels(build, file)
        peer = duckdb(build, file)
        parse = rates["parse_only"]["reports"]

        print(f"{reports} reports of {size / reports:.0f} bytes, {CHECKS} checks each\n")
        row("simdjson, parsing alone", f"{parse:,.0f}/s", f"{parse * size / reports / 1e9:.2f} GB/s")
        if peer:
            row("DuckDB, read and check, one thread", f"{reports / peer['whole']['seconds']:,.0f}/s")
            row("DuckDB, check in memory, one thread",
                f"{reports * CHECKS / peer['memory']['seconds'] / 1e6:,.0f} M checks/s")
        row("columns read", f"{rates['read_columns']['reports']:,.0f}/s",
            f"{rates['read_columns']['reports'] / parse:.2f} of parsing")
        sieve = rates["sieve"]["checks"]
        beside = peer and sieve / (reports * CHECKS / peer["memory"]["seconds"])
        row("sieve in memory", f"{sieve / 1e6:,.0f} M checks/s",
            f"{beside:.1f} x DuckDB" if peer else "")
        row("evaluator in memory", f"{rates['evaluate']['checks'] / 1e6:,.2f} M checks/s")
        for rules in (100, 1000, 10000):
            row(f"{rules} rules compiled", f"{rates[f'compile_rules/{rules}']['real_time']:,.0f} ms")
        print()
        one = {}
        for faults in (0, 0.05):
            lines = file if faults else stream(folder, reports, 0)
            for jobs in (1, 2):
                seconds, memory = best(3, check(tieout, lines, jobs))
                one[faults, jobs] = seconds
                ratio = f"{reports / seconds / parse:.2f} of parsing"
                if peer and jobs == 1:
                    ratio += f", {peer['whole']['seconds'] / seconds:.1f} x DuckDB"
                if jobs == 2:
                    ratio += f", {one[faults, 1] / seconds:.2f} x one job"
                row(f"check, {faults:.0%} faulty, --jobs {jobs}, {memory:.0f} MiB",
                    f"{reports / seconds:,.0f}/s", ratio)
        small, large = (timed(check(tieout, stream(folder, count), 2))[1]
                        for count in (reports // 10, reports))
        row("peak memory, a tenth of the reports and all", f"{small:.0f}, {large:.0f} MiB")
        for sample in ("yueyang-2017.txt", "library-2022.txt"):
            runs = [timed([tieout, "check", ROOT / "samples" / sample]) for _ in range(40)]
            row(f"{sample}, whole process, median of 40",
                f"{1000 * statistics.median(seconds for seconds, _ in runs):.1f} ms",
                f"{max(memory for _, memory in runs):.0f} MiB")
        for rows in (10, 1000, 20000):
            data = folder / "rows.json"
            row_ = '{"unit":"单位%d","total":10.00,"basic":4.00,"project":6.00}'
            data.write_text('{"schema":"department-spending","entity":"x","period":"2023","spending":['
                            + ",".join(row_ % i for i in range(rows)) + "]}")
            seconds, memory = best(3, [tieout, "check", data])
            row(f"a table of {rows} rows, the shipped pack, {memory:.0f} MiB", f"{seconds:.2f} s")
        for parts in (250, 1000, 4000):
            data = folder / "sentence.txt"
            part = ("某项经费{0}.00万元，其中甲费{1}.00万元、乙费50.00万元，执行率90.00%（预算{2}.00万元）；"
                    "预算{2}.10万元，支出{0}.20万元，节约率3.31%；")
            data.write_text("某某局2021年度部门决算\n"
                            + "".join(part.format(90 + i, 40 + i, 100 + i) for i in range(parts)) + "。\n")
            seconds, memory = best(3, [tieout, "check", data])
            row(f"a sentence of {parts} lists and rates, {memory:.0f} MiB", f"{seconds:.2f} s")


main()

#!/usr/bin/env python3
"""Runs the template benchmark and Python's Jinja2 on one core; prints the table of docs/benchmarks.md.

    tests/bench/compare_templates.py [build/bench/tests/bench/sitegen_template_bench]
"""

import argparse
import json
import pathlib
import subprocess
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]
BENCHMARK = PROJECT / "build/bench/tests/bench/sitegen_template_bench"
# Debian's: the packages of the project are installed for this one.
PYTHON = "/usr/bin/python3"
ROWS = (
    ("appends", "appended by hand (the limit)"),
    ("sitegen", "**sitegen**"),
    ("ctemplate_prepared", "ctemplate, dictionary prepared"),
    ("ctemplate_filled", "ctemplate, dictionary filled for each page"),
    ("jinja2", "Jinja2"),
)


def output_of(core, *command):
    return subprocess.run(
        ["taskset", "--cpu-list", str(core), *map(str, command)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout


def run_benchmark(arguments):
    """Seconds and bytes a page by `kind/case`. The cases take turns, so that what else the machine
    does meets all of them."""
    report = json.loads(
        output_of(
            arguments.core,
            arguments.benchmark,
            f"--benchmark_repetitions={arguments.repetitions}",
            f"--benchmark_min_time={arguments.seconds}",
            "--benchmark_enable_random_interleaving=true",
            "--benchmark_format=json",
        )
    )
    results = {}
    for run in report["benchmarks"]:
        if run.get("aggregate_name") == "median":
            seconds = run["cpu_time"] / 1e6  # the unit is microseconds
            results[run["run_name"]] = {"seconds": seconds, "bytes": run["page_bytes"]}
    return results


def run_jinja2(arguments):
    with tempfile.TemporaryDirectory() as folder:
        sample = pathlib.Path(folder) / "sample.json"
        output_of(arguments.core, arguments.benchmark, f"--write_sample={sample}")
        script = pathlib.Path(__file__).with_name("templates_bench.py")
        report = json.loads(
            output_of(
                arguments.core,
                PYTHON,
                script,
                sample,
                f"--repetitions={arguments.repetitions}",
                f"--seconds={arguments.seconds}",
            )
        )
    return {f"{kind}/jinja2": report[kind] for kind in ("paper", "list")}


def print_table(kind, results):
    limit = results[f"{kind}/appends"]["seconds"]
    size = results[f"{kind}/appends"]["bytes"]
    print(f"| {kind} page, {size / 1000:.1f} kB | µs a page | pages/s | MB/s | times the limit |")
    print("|---|---|---|---|---|")
    for case, name in ROWS:
        one = results.get(f"{kind}/{case}")
        if one is None:
            continue
        seconds = one["seconds"]
        print(
            f"| {name} | {seconds * 1e6:,.1f} | {1 / seconds:,.0f} "
            f"| {one['bytes'] / seconds / 1e6:,.0f} | {seconds / limit:.1f} |"
        )
    print()


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("benchmark", nargs="?", type=pathlib.Path, default=BENCHMARK)
    parser.add_argument("--core", type=int, default=0)
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=0.5, help="of each repetition, at least")
    arguments = parser.parse_args()

    results = {**run_benchmark(arguments), **run_jinja2(arguments)}
    for kind in ("paper", "list"):
        print_table(kind, results)


if __name__ == "__main__":
    main()

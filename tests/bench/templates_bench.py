#!/usr/bin/env python3
"""Times Python's Jinja2 on the templates and data of the template benchmark.

Reads what `sitegen_template_bench --write_sample=FILE` writes, checks that every page is the same
byte for byte, and prints one JSON object: seconds a page and bytes a page, for `paper` and `list`.
"""

import argparse
import json
import pathlib
import statistics
import sys
import time
import types

import jinja2

TEMPLATES = pathlib.Path(__file__).parent / "templates"


def as_object(members):
    """Objects, not dictionaries: Jinja2 looks for an attribute first, so this is its fast way."""
    return types.SimpleNamespace(**members)


def make_environment(site):
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        auto_reload=False,
    )
    environment.globals["site"] = site
    return environment


def check(kind, template, pages):
    for number, page in enumerate(pages):
        html = template.render(vars(page.context))
        if html.rstrip("\n") != page.html.rstrip("\n"):
            sys.exit(f"Jinja2 renders {kind} page {number} otherwise:\n{html}")


def seconds_a_page(template, contexts, least_seconds):
    """Every context in turn, whole rounds, for at least that long."""
    pages = 0
    start = time.process_time()
    while True:
        for context in contexts:
            template.render(context)
        pages += len(contexts)
        passed = time.process_time() - start
        if passed >= least_seconds:
            return passed / pages


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sample", type=pathlib.Path, help="what --write_sample wrote")
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=0.5, help="of each repetition, at least")
    arguments = parser.parse_args()

    sample = json.loads(arguments.sample.read_text(encoding="utf-8"), object_hook=as_object)
    environment = make_environment(sample.site)
    result = {"version": jinja2.__version__}
    for kind, pages in (("paper", sample.paper_pages), ("list", sample.list_pages)):
        template = environment.get_template(kind + ".html")
        check(kind, template, pages)
        contexts = [vars(page.context) for page in pages]
        times = [
            seconds_a_page(template, contexts, arguments.seconds)
            for _ in range(arguments.repetitions)
        ]
        result[kind] = {
            "seconds": statistics.median(times),
            "bytes": statistics.mean(len(page.html.encode()) for page in pages),
        }
    print(json.dumps(result))


if __name__ == "__main__":
    main()

"""Renders the cases of this folder with Jinja2 and prints what came out as one JSON map.

Takes the folder; each file's name below it is a key, {"output": text} or {"error": text} its value.
Prints nothing and ends with status 3 where Jinja2 is not installed.
"""

import json
import pathlib
import sys

try:
    import jinja2
except ImportError:
    sys.exit(3)


def sections_of(text):
    """The sections of a case, each begun by a line `=== NAME`; see ../template_case.hpp."""
    sections = []
    for line in text.removesuffix("\n").split("\n"):
        if line.startswith("=== "):
            sections.append((line[4:], []))
        elif sections:
            sections[-1][1].append(line)
    return [(name, "\n".join(lines)) for name, lines in sections]


def options_of(text):
    """`name: value` lines, of which Jinja2 gets those that are true or false."""
    pairs = [line.split(": ", 1) for line in text.splitlines()]
    return {name: value == "true" for name, value in pairs if value in ("true", "false")}


def render(path):
    templates, data, options = [], {}, {}
    for name, text in sections_of(path.read_bytes().decode()):
        if name == "data":
            data = json.loads(text)
        elif name == "options":
            options = options_of(text)
        else:
            templates.append((name, text))
    environment = jinja2.Environment(
        loader=jinja2.DictLoader(dict(templates)),
        extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"],
        **{"autoescape": True, **options},
    )
    try:
        return {"output": environment.get_template(templates[0][0]).render(data)}
    except Exception as error:  # whatever a template does wrong
        return {"error": f"{type(error).__name__}: {error}"}


folder = pathlib.Path(sys.argv[1])
cases = sorted(folder.rglob("*.txt"))
print(json.dumps({path.relative_to(folder).as_posix(): render(path) for path in cases}))

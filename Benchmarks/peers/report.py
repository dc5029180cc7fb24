"""The table of ratios, as Markdown."""

import dataclasses
import datetime
import json
import os
import pathlib
import platform
import subprocess

NAMES = {"stemma": "Stemma", "fastsketch": "FastSketchLSH", "datasketch": "datasketch + xxhash"}


@dataclasses.dataclass
class Section:
    title: str
    note: str
    head: list
    rows: list
    skipped: list


def name(tool):
    return NAMES.get(tool, tool)


def ratio(spread, own):
    """How many times Stemma's."""
    return f"{spread.median / own.median:.2f}" if own else "–"


def spread(values, unit):
    digits = 3 if values.median < 1 else 2
    return (f"{values.median:.{digits}f} {unit} "
            f"({values.least:.{digits}f}..{values.greatest:.{digits}f})")


def share(part, whole):
    return f"{len(part) / len(whole):.4f}" if whole else "–"


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def document(sections, circumstances):
    parts = [f"# Stemma and its peers, {datetime.date.today():%d %B %Y}".replace(", 0", ", "),
             circumstances]
    for section in sections:
        parts += [f"## {section.title}", section.note, *section.skipped]
        if section.rows:
            parts.append(table(section.head, section.rows))
    return "\n\n".join(parts) + "\n"


def circumstances(options, stemma, runner, python, files, command, load):
    pinned = f"all pinned to core {runner.core}" if runner.pin else "not pinned to a core"
    size = files.path.stat().st_size / 1e6
    rows = [
        ("processor", f"{processor()}, {os.cpu_count()} cores, {pinned}, one thread"),
        ("system", system()),
        ("load before the run", f"{load:.2f}"),
        ("Stemma", f"{stemma.version}, commit {commit()}"),
        ("Swift", first_line("swift", "--version")),
        ("C++", "; ".join(filter(None, (first_line(c, "--version") for c in ("g++", "clang++"))))),
        ("peers", versions(python)),
        ("corpus", f"{files.description}, {size:.0f} MB"),
        ("rounds", f"{options.rounds}, the tools in turn; medians (least..greatest)"),
        ("command", f"`{command}`"),
    ]
    return table(["", ""], [row for row in rows if row[1]])


def processor():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("model name"):
                    return line.partition(":")[2].strip()
    except OSError:
        pass
    return first_line("sysctl", "-n", "machdep.cpu.brand_string") or platform.machine()


def system():
    try:
        distribution = platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return platform.platform()
    return f"{distribution}, Linux {platform.release()}"


def first_line(*command):
    try:
        run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    except OSError:
        return ""
    return run.stdout.partition("\n")[0]


def commit():
    folder = pathlib.Path(__file__).resolve().parent
    return first_line("git", "-C", str(folder), "describe", "--always", "--dirty") or "unknown"


def versions(python):
    run = subprocess.run([python, "-m", "pip", "list", "--format", "json"],
                         stdout=subprocess.PIPE, text=True, check=True)
    installed = {entry["name"].lower(): entry["version"] for entry in json.loads(run.stdout)}
    wanted = ("datasketch", "rensa", "gaoya", "fastsketchlsh", "rapidfuzz", "numpy", "orjson", "xxhash")
    return f"Python {platform.python_version()}, " + ", ".join(
        f"{package} {installed[package]}" for package in wanted if package in installed)

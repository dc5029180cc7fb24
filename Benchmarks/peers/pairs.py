"""JSON Lines to verified near-duplicate pairs."""

import json
import pathlib

import report
from corpus import read_pairs
from measuring import Spread
from truth import true_pairs

TOOLS = ("fastsketch", "rensa", "gaoya", "datasketch")
HERE = pathlib.Path(__file__).resolve().parent
SLOTS = (128, 256)


def measure(options, runner, stemma, python, files, work):
    jobs = {}
    results = {}
    reason = stemma.lacks("scan", "--near-duplicates")
    if reason is None:
        results["stemma", None] = work / "pairs-stemma.json"
        jobs["stemma", None] = [
            stemma.program, "scan", files.path, "--near-duplicates", options.threshold, "--threads",
            "1", "--format", "json", "-o", results["stemma", None]]
    for tool in TOOLS:
        for slots in SLOTS if tool in options.tools else ():
            results[tool, slots] = work / f"pairs-{tool}-{slots}.tsv"
            jobs[tool, slots] = [python, HERE / "tools" / "pairs.py", tool, files.path,
                                 options.threshold, slots, results[tool, slots]]
    runs = runner.in_turn(options.rounds, jobs)
    # From here on this process grows; nothing after it measures memory.
    found = {job: read_result(path) for job, path in results.items()}
    known = set().union(read_pairs(files.planted), *found.values())
    true = true_pairs(files.path, known, options.threshold)
    seconds = {job: Spread.of([run.seconds for run in runs[job]]) for job in jobs}
    memory = {job: Spread.of([run.megabytes for run in runs[job]]) for job in jobs}
    own = seconds.get(("stemma", None))
    own_memory = memory.get(("stemma", None))
    rows = []
    for tool, slots in jobs:
        job = tool, slots
        faster = tool != "stemma" and seconds[job].median == min(
            seconds[tool, other].median for other in SLOTS)
        rows.append([
            report.name(tool), f"{slots or ''}{' *' if faster else ''}",
            report.ratio(seconds[job], own), report.spread(seconds[job], "s"), f"{memory[job].median:.0f}",
            report.ratio(memory[job], own_memory), report.share(found[job] & true, true),
            report.share(found[job] & true, found[job]), len(found[job])])
    head = ["tool", "k", "time, Stemma = 1", "wall time", "peak MB", "memory, Stemma = 1", "recall",
            "precision", "pairs"]
    note = (f"Pairs at J ≥ {options.threshold:g}. {len(true)} pairs are known to be true: those "
            "whose exact Jaccard reaches the threshold, of all that are planted or that any tool "
            "reported. An asterisk marks the faster k of a peer.")
    return [report.Section("JSON Lines to verified pairs", note, head, rows,
                           [reason] if reason else [])]


def read_result(path):
    if path.suffix == ".tsv":
        return read_pairs(path)
    with open(path, encoding="utf-8") as source:
        return {tuple(sorted((pair["a"], pair["b"]))) for pair in json.load(source)["pairs"]}

"""Raw text-to-signatures: word 5-grams, k = 256."""

import json
import pathlib

import corpus
import report
from measuring import Spread

TOOLS = ("fastsketch", "rensa", "gaoya", "datasketch")
HERE = pathlib.Path(__file__).resolve().parent
SLOTS = 256


def measure(options, runner, stemma, python, files, work):
    part = corpus.head(files, options.signature_docs, work)
    jobs = {}
    reason = stemma.lacks("bench", "--input")
    if reason is None:
        jobs["stemma"] = [stemma.program, "bench", "--input", part, "--runs", "1", "--threads", "1",
                          "--format", "json"]
    for tool in TOOLS:
        if tool in options.tools:
            jobs[tool] = [python, HERE / "tools" / "signatures.py", tool, part, SLOTS]
    runs = runner.in_turn(options.rounds, jobs)
    size = text_megabytes(part)
    whole = {}
    sketching = {}
    for name, list_of_runs in runs.items():
        results = [json.loads(run.output) for run in list_of_runs]
        if name == "stemma":
            whole[name] = Spread.of([stage_seconds(result) for result in results])
        else:
            whole[name] = Spread.of([r["shingling"] + r["sketching"] for r in results])
            if results[0]["shingling"]:
                sketching[name] = Spread.of([r["sketching"] for r in results])
    own = whole.get("stemma")
    rows = []
    for name in whole:
        alone = sketching.get(name)
        rows.append([
            report.name(name), report.ratio(whole[name], own), report.spread(whole[name], "s"),
            f"{size / whole[name].median:.1f}",
            f"{size / alone.median:.1f}, {report.ratio(alone, own)}" if alone else "",
        ])
    head = ["tool", "time, Stemma = 1", "raw text-to-signatures", "MB/s",
            "without Python's shingling: MB/s, time"]
    note = f"{options.signature_docs} documents at most, {size:.1f} MB of text, k = {SLOTS}, word 5-grams."
    return [report.Section("Raw text-to-signatures", note, head, rows, [reason] if reason else [])]


def stage_seconds(result):
    for stage in result["stages"]:
        if stage["name"] == "text-to-signature":
            return stage["seconds"]["median"]
    raise SystemExit("`stemma bench` gave no stage named \"text-to-signature\".")


def text_megabytes(path):
    with open(path, "rb") as lines:
        return sum(len(json.loads(line)["text"].encode()) for line in lines) / 1e6

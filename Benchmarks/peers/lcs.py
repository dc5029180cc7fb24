"""The longest common subsequence of two texts of 400 words: C++ against Swift, no Python in it."""

import hashlib
import itertools
import json
import pathlib
import struct
import subprocess
import sys

import environment
import report
from corpus import read_pairs
from measuring import Spread
from truth import words

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
WORDS = 400
PAIRS = 50


def measure(options, runner, python, files, work):
    inputs = write_inputs(files, work)
    jobs = {}
    skipped = []
    program, reason = build_stemma()
    if reason:
        skipped.append(reason)
    for kind, path in inputs.items():
        if program:
            jobs[kind, "Stemma"] = [program, path]
        for compiler in environment.compilers():
            for native in (False, True):
                binary = environment.compile_lcs(work, python, compiler, native)
                label = f"{compiler} -O3{' -march=native' if native else ''}"
                jobs[kind, label] = [binary, path]
    runs = runner.in_turn(options.rounds, jobs)
    rows = []
    for kind in inputs:
        results = {job[1]: [json.loads(run.output) for run in list_of_runs]
                   for job, list_of_runs in runs.items() if job[0] == kind}
        check(kind, results)
        ways = {}
        for label, outputs in results.items():
            for field, way in (("oneShot", "one-shot"), ("cached", "cached")):
                if field in outputs[0]:
                    name = "Stemma" if label == "Stemma" else f"RapidFuzz, {label}, {way}"
                    ways[name] = Spread.of([output[field] for output in outputs])
        own = ways.get("Stemma")
        for name, spread in ways.items():
            rows.append([kind, name, report.ratio(spread, own), report.spread(spread, "µs")])
    head = ["pairs", "tool", "time, Stemma = 1", "time of a pair"]
    note = (f"Two texts of {WORDS} words as 64-bit hashes, up to {PAIRS} pairs of each kind; all lengths "
            "are equal. \"Cached\" leaves out what RapidFuzz prepares for its first text.")
    return [report.Section("Longest common subsequence", note, head, rows, skipped)]


def check(kind, results):
    lengths = {label: output["lengths"] for label, outputs in results.items() for output in outputs}
    if len(set(map(tuple, lengths.values()))) > 1:
        raise SystemExit(f"The tools give different lengths for the {kind} pairs.")


def build_stemma():
    """Returns the program of the target LCS, or None and why there is none."""
    command = ["swift", "build", "-c", "release", "--package-path", ROOT / "Benchmarks"]
    try:
        subprocess.run([*command, "--product", "LCS"], check=True, stdout=sys.stderr)
        folder = subprocess.run(
            [*command, "--show-bin-path"], check=True, stdout=subprocess.PIPE, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None, "Stemma left out: the target LCS of the package in Benchmarks does not build."
    return pathlib.Path(folder.strip()) / "LCS", None


def write_inputs(files, work):
    """One file of pairs that resemble each other, where such are planted, and one of others."""
    alike = sorted(read_pairs(files.planted))
    wanted = {name for pair in alike for name in pair}
    tokens = {}
    strangers = []
    with open(files.path, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            is_stranger = record["id"] not in wanted and len(strangers) < 2 * PAIRS
            if is_stranger or record["id"] in wanted:
                text = words(record["text"])
                if len(text) >= WORDS:
                    tokens[record["id"]] = text[:WORDS]
                    if is_stranger:
                        strangers.append(record["id"])
    kinds = {"near-duplicate": [pair for pair in alike if all(name in tokens for name in pair)],
             "unrelated": list(zip(strangers[::2], strangers[1::2]))}
    inputs = {}
    for kind, pairs in kinds.items():
        if pairs:
            inputs[kind] = work / f"lcs-{kind}.bin"
            with open(inputs[kind], "wb") as file:
                for a, b in itertools.islice(pairs, PAIRS):
                    file.write(packed(tokens[a], tokens[b]))
    return inputs


def packed(a, b):
    hashes = b"".join(hashlib.blake2b(word.encode(), digest_size=8).digest() for word in a + b)
    return struct.pack("<II", len(a), len(b)) + hashes

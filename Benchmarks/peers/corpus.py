"""The corpus, and the pairs planted in it."""

import dataclasses
import itertools
import pathlib
import subprocess


@dataclasses.dataclass
class Corpus:
    path: pathlib.Path
    planted: pathlib.Path | None
    description: str


def prepare(options, stemma, work):
    if options.corpus:
        planted = options.planted or beside(options.corpus)
        return Corpus(options.corpus.resolve(), planted, f"`{options.corpus.name}`")
    reason = stemma.lacks("bench", "--write-corpus")
    if reason:
        raise SystemExit(f"{reason} Give a corpus with --corpus; make_corpus.py can write one.")
    folder = work / f"corpus-{options.docs}-{options.seed}"
    path = folder / "corpus.jsonl"
    if not path.is_file():
        folder.mkdir(exist_ok=True)
        # Renamed when whole, so that an interrupted run leaves no half of a corpus.
        part = folder / "part.jsonl"
        subprocess.run(
            [stemma.program, "bench", "--docs", str(options.docs), "--seed", str(options.seed),
             "--write-corpus", part], check=True)
        truth = next(iter(sorted(folder.glob("part*.tsv"))), None)
        if truth is not None:
            truth.rename(folder / "corpus.tsv")
        part.rename(path)
    return Corpus(path, beside(path), f"`stemma bench --docs {options.docs} --seed {options.seed}`")


def beside(path):
    """The TSV of planted pairs that stands beside a corpus, if there is one."""
    for suffix in (".pairs.tsv", ".tsv"):
        if path.with_suffix(suffix).is_file():
            return path.with_suffix(suffix)
    return None


def head(corpus, count, work):
    """The first documents of a corpus as a file of their own."""
    path = work / f"head-{count}.jsonl"
    with open(corpus.path, "rb") as source, open(path, "wb") as part:
        part.writelines(itertools.islice(source, count))
    return path


def read_pairs(path):
    """Pairs of ids, the first two columns; each as a sorted tuple. A header does no harm, since no
    document is called so."""
    if path is None:
        return set()
    with open(path, encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines)
        return {tuple(sorted(row[:2])) for row in rows if len(row) >= 2}

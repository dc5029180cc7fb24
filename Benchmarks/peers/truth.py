"""Which pairs are near-duplicates, computed exactly."""

import functools
import json
import re

WORD = re.compile(r"[a-z0-9]+")
LENGTH = 5


def words(text):
    """What Stemma takes for tokens, too, where a text is ASCII."""
    return WORD.findall(text.lower())


def shingles(text):
    tokens = words(text)
    if len(tokens) < LENGTH:
        return frozenset([" ".join(tokens)])
    return frozenset(map(" ".join, zip(*(tokens[start:] for start in range(LENGTH)))))


def true_pairs(path, pairs, threshold):
    """Those of `pairs` (tuples of ids) whose Jaccard of word 5-grams is at least `threshold`."""
    wanted = {name for pair in pairs for name in pair}
    texts = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["id"] in wanted:
                texts[record["id"]] = record["text"]

    @functools.lru_cache(maxsize=4096)
    def of(name):
        return shingles(texts[name])

    found = set()
    for a, b in sorted(pairs):
        if a not in texts or b not in texts:
            continue
        common = len(of(a) & of(b))
        if common >= threshold * (len(of(a)) + len(of(b)) - common):
            found.add((a, b))
    return found

#!/usr/bin/env python3
"""Write Sources/CTables/background_table.c: how common words are in news and
other prose, so that two texts can be compared without a collection.

usage: python3 Scripts/make_background.py NAME=FILE.jsonl[.gz] ... > Sources/CTables/background_table.c

Each FILE holds one {"text": ...} a line (a "lang" field splits a file of several
languages); files under one NAME are one language. Texts are cut
into blocks of 400 tokens, about one article; a word's rarity is the negative
natural logarithm of the share of the blocks that hold it. A word of several
languages takes its lowest rarity: what is common anywhere proves little. Only
words seen in at least 3 blocks and below a rarity of 6.75 are listed: any other
word is rare. docs/weights.md gives the rule and the collections of the table
that is in the repository.
"""

import collections
import gzip
import json
import math
import re
import sys

import xxhash

import reference_signature as reference

BLOCK = 400
LEVELS_PER_NAT = 4
HIGHEST = 6.75
FINGERPRINT_BITS = 27

# Runs of anything that may belong to a token; the reference cuts them up, once a form.
RUN = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u0600-\u06ff\u0900-\u0e7f\u200c\u200d\u00ad][^\W_]*)*")


def texts(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield record.get("lang", ""), record["text"]


def main():
    forms = {}
    counts = collections.defaultdict(collections.Counter)
    blocks = collections.Counter()
    seen = set()
    for argument in sys.argv[1:]:
        name, _, path = argument.partition("=")
        for language, text in texts(path):
            # The same text again (another version of a page, a reprint) is no new evidence.
            key = hash(text[:200])
            if key in seen:
                continue
            seen.add(key)
            block, size = set(), 0
            for match in RUN.finditer(text):
                run = match.group()
                found = forms.get(run)
                if found is None:
                    found = [form for form, _, _ in reference.tokens(run)]
                    forms[run] = found
                block.update(found)
                size += len(found)
                if size >= BLOCK:
                    counts[name + language].update(block)
                    blocks[name + language] += 1
                    block, size = set(), 0
            if size >= BLOCK // 2:
                counts[name + language].update(block)
                blocks[name + language] += 1
    level = {}
    for name, counter in sorted(counts.items()):
        for form, count in counter.items():
            rarity = -math.log(count / blocks[name])
            if count >= 3 and rarity < HIGHEST:
                step = int(rarity * LEVELS_PER_NAT + 0.5)
                level[form] = min(step, level.get(form, step))
        print(f"{name}: {blocks[name]} blocks, {len(counter)} forms", file=sys.stderr)
    hashes = {}
    for form, step in level.items():
        value = xxhash.xxh3_64_intdigest(form.encode())
        hashes[value] = min(step, hashes.get(value, step))
    bits = 1
    while (1 << bits) * 0.75 < len(hashes):
        bits += 1
    table = [0] * (1 << bits)
    for value in sorted(hashes):
        slot = value >> (64 - bits)
        fingerprint = value & ((1 << FINGERPRINT_BITS) - 1)
        while table[slot]:
            slot = (slot + 1) % len(table)
        # Level + 1, so that no entry is 0.
        table[slot] = fingerprint << 5 | (hashes[value] + 1)
    print(f"{len(hashes)} words in a table of {1 << bits}", file=sys.stderr)
    print("// Written by Scripts/make_background.py. Do not edit.")
    for name in sorted(blocks):
        print(f"// {name}: {blocks[name]} blocks of {BLOCK} tokens")
    print('#include "tables.h"\n\nstatic const uint32_t entries[] = {')
    for start in range(0, len(table), 12):
        print(",".join("%d" % v for v in table[start : start + 12]) + ",")
    print("};\nconst uint32_t *const stemma_background_entries = entries;")
    print(f"const int stemma_background_bits = {bits};")


main()

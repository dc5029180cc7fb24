#!/usr/bin/env python3
"""Write Sources/CTables/background_table.c: how common words are in news and
other prose, so that two texts can be compared without a collection.

usage: python3 Scripts/make_background.py NAME=FILE.jsonl[.gz] NAME=wordfreq:LANGUAGE ... \\
         > Sources/CTables/background_table.c

Each FILE holds one {"text": ...} a line (a "lang" field splits a file of several
languages); files under one NAME are one language. Texts are cut
into blocks of 400 tokens, about one article; a word's rarity is the negative
natural logarithm of the share of the blocks that hold it. A word of several
languages takes its lowest rarity: what is common anywhere proves little. Only
words seen in at least 3 blocks and below a rarity of 6.75 are listed: any other
word is rare. Of wordfreq:LANGUAGE (the Python package) there are no texts, only the
chance p of each word; a block then holds it with the chance 1 - exp(-400 p). docs/weights.md gives the rule and the collections of the table
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
# Han, the script of which wordfreq lists words that stand without blanks.
DENSE = re.compile("[\u3400-\u9fff]+$")
# So many characters stand at the ends of words often enough for a pair of them to be common.
CHARACTERS = 300

# Runs of anything that may belong to a token; the reference cuts them up, once a form.
RUN = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u0600-\u06ff\u0900-\u0e7f\u200c\u200d\u00ad][^\W_]*)*")


def texts(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield record.get("lang", ""), record["text"]


def chances(language):
    """The chance of each token form to stand at a place of a text, from wordfreq's list of words.

    Dense scripts have pairs of characters for tokens: those within words, and those of the end of
    a word and the beginning of the next, as if words followed each other by chance alone.
    """
    import wordfreq

    words = wordfreq.get_frequency_dict(language, wordlist="best")
    found = collections.Counter()
    first, last = collections.Counter(), collections.Counter()
    length = 0
    for word, chance in words.items():
        forms = [form for form, _, _ in reference.tokens(word)]
        if not forms:
            continue
        if DENSE.match(word):
            length += chance * len(word)
            first[word[0]] += chance
            last[word[-1]] += chance
            if len(word) < 2:
                continue
        else:
            length += chance * len(forms)
        for form in forms:
            found[form] += chance
    for end, chance in last.most_common(CHARACTERS):
        for begin, other in first.most_common(CHARACTERS):
            found[end + begin] += chance * other
    return {form: chance / length for form, chance in found.items()}


def main():
    forms = {}
    counts = collections.defaultdict(collections.Counter)
    blocks = collections.Counter()
    frequencies = {}
    seen = set()
    for argument in sys.argv[1:]:
        name, _, path = argument.partition("=")
        if path.startswith("wordfreq:"):
            language = path.partition(":")[2]
            frequencies[f"{name} (wordfreq)"] = chances(language)
            continue
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
    for name, chance in sorted(frequencies.items()):
        listed = 0
        for form, p in chance.items():
            rarity = -math.log(-math.expm1(-BLOCK * p))
            if rarity < HIGHEST:
                step = int(rarity * LEVELS_PER_NAT + 0.5)
                level[form] = min(step, level.get(form, step))
                listed += 1
        print(f"{name}: {listed} forms", file=sys.stderr)
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
    for name in sorted(frequencies):
        print(f"// {name}: chances of words")
    print('#include "tables.h"\n\nstatic const uint32_t entries[] = {')
    for start in range(0, len(table), 12):
        print(",".join("%d" % v for v in table[start : start + 12]) + ",")
    print("};\nconst uint32_t *const stemma_background_entries = entries;")
    print(f"const int stemma_background_bits = {bits};")


main()

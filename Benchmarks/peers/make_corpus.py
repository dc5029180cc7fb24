#!/usr/bin/env python3
"""Write a seeded corpus with planted near-duplicates, made from texts of one's own.

usage: make_corpus.py SOURCE.jsonl DOCS OUT.jsonl [SEED]

Documents are walks over the word pairs of SOURCE (id, text; made ASCII), with lengths of about 530
words. A tenth are copies of another document in which a share of the words, from 1 to 20 %
(log-uniform), is replaced (60 %), left out (20 %) or followed by another (20 %). OUT.pairs.tsv
names the pairs.
"""

import json
import math
import pathlib
import random
import sys


def read_words(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield from map(sys.intern, json.loads(line)["text"].encode("ascii", "ignore").decode().split())


def walk(words, places, count, random):
    place = random.randrange(len(words) - 1)
    text = []
    for _ in range(count):
        word = words[place]
        text.append(word)
        place = random.choice(places[word]) + 1
        if place == len(words):
            place = 0
    return text


def edited(text, rate, words, random):
    result = []
    for word in text:
        if random.random() >= rate:
            result.append(word)
            continue
        kind = random.random()
        if kind >= 0.8:
            result.append(word)
        if kind < 0.6 or kind >= 0.8:
            result.append(random.choice(words))
    return result


def main():
    if len(sys.argv) not in (4, 5):
        raise SystemExit(__doc__)
    count, out = int(sys.argv[2]), pathlib.Path(sys.argv[3])
    generator = random.Random(int(sys.argv[4]) if len(sys.argv) == 5 else 1)
    words = list(read_words(sys.argv[1]))
    places = {}
    for place, word in enumerate(words):
        places.setdefault(word, []).append(place)
    copies = count // 10
    texts = []
    for _ in range(count - copies):
        length = int(min(4000, max(60, generator.lognormvariate(math.log(530) - 0.125, 0.5))))
        texts.append(walk(words, places, length, generator))
    planted = []
    for original in generator.sample(range(len(texts)), copies):
        rate = math.exp(generator.uniform(math.log(0.01), math.log(0.2)))
        planted.append((original, len(texts)))
        texts.append(edited(texts[original], rate, words, generator))
    order = list(range(count))
    generator.shuffle(order)
    name = {old: f"d{new:07}" for new, old in enumerate(order)}
    with open(out, "w", encoding="utf-8") as file:
        for old in order:
            file.write(json.dumps({"id": name[old], "text": " ".join(texts[old])}) + "\n")
    with open(out.with_suffix(".pairs.tsv"), "w", encoding="utf-8") as file:
        for a, b in planted:
            file.write(f"{name[a]}\t{name[b]}\n")


main()

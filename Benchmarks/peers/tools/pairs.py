"""usage: pairs.py TOOL CORPUS THRESHOLD SLOTS OUT; writes the pairs found as TSV.

Each peer is used as its documentation says is fastest, with full sketches. They verify by the
estimate from the signatures.
"""

import sys

from texts import bands, load, shingles

# Shingles as Python strings are large: few documents at a time keep the peers' memory fair.
BATCH = 500


def batches(texts):
    for start in range(0, len(texts), BATCH):
        yield [shingles(text) for text in texts[start:start + BATCH]]


def fastsketch(texts, threshold, slots):
    import numpy
    from FastSketchLSH import LSH, FastSimilaritySketch
    sketcher = FastSimilaritySketch(slots, 42)
    matrix = numpy.vstack([sketcher.batch(batch, num_threads=1) for batch in batches(texts)])
    index = LSH(slots, bands(threshold, slots)[0], num_threads=1)
    index.insert(matrix)
    others, starts = (numpy.asarray(part).astype(numpy.int64) for part in index.query(matrix, format="csr"))
    rows = numpy.repeat(numpy.arange(len(texts)), numpy.diff(starts))
    later = others > rows
    rows, others = rows[later], others[later]
    for start in range(0, len(rows), 10_000):
        a, b = rows[start:start + 10_000], others[start:start + 10_000]
        alike = (matrix[a] == matrix[b]).mean(axis=1) >= threshold
        yield from zip(a[alike].tolist(), b[alike].tolist())


def rensa(texts, threshold, slots):
    from rensa import RMinHash, RMinHashLSH
    sketches = []
    for batch in batches(texts):
        sketches += RMinHash.from_token_sets(batch, num_perm=slots, seed=42)
    index = RMinHashLSH(threshold=threshold, num_perm=slots, num_bands=bands(threshold, slots)[0])
    index.insert_pairs(enumerate(sketches))
    for a, others in enumerate(index.query_all(sketches)):
        for b in others:
            if b > a and sketches[a].jaccard(sketches[b]) >= threshold:
                yield a, b


def gaoya(texts, threshold, slots):
    from gaoya.minhash import MinHashStringIndex
    index = MinHashStringIndex(
        32, threshold, *bands(threshold, slots), None, "word", True, (5, 5), "smallvec")
    index.par_bulk_insert_docs(list(range(len(texts))), texts)
    for a, others in enumerate(index.par_bulk_query(texts)):
        for b in others:
            if b > a:
                yield a, b


def datasketch(texts, threshold, slots):
    import xxhash
    from datasketch import MinHash, MinHashLSH
    sketches = list(MinHash.generator(
        ([shingle.encode() for shingle in shingles(text)] for text in texts), num_perm=slots,
        hashfunc=xxhash.xxh32_intdigest))
    index = MinHashLSH(threshold=threshold, num_perm=slots)
    for number, sketch in enumerate(sketches):
        index.insert(number, sketch, check_duplication=False)
    for a, sketch in enumerate(sketches):
        for b in index.query(sketch):
            if b > a and sketch.jaccard(sketches[b]) >= threshold:
                yield a, b


TOOLS = {"fastsketch": fastsketch, "rensa": rensa, "gaoya": gaoya, "datasketch": datasketch}


def main():
    tool, path, threshold, slots, out = sys.argv[1:]
    names, texts = load(path)
    with open(out, "w", encoding="utf-8") as file:
        for a, b in TOOLS[tool](texts, float(threshold), int(slots)):
            file.write(f"{names[a]}\t{names[b]}\n")


main()

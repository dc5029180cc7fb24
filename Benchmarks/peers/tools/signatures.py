"""usage: signatures.py TOOL CORPUS SLOTS; prints the seconds of each stage as JSON."""

import json
import sys
import time

from texts import bands, load, shingles


def timed(function):
    start = time.perf_counter()
    result = function()
    return time.perf_counter() - start, result


def main():
    tool, path, slots = sys.argv[1], sys.argv[2], int(sys.argv[3])
    _, texts = load(path)
    if tool == "gaoya":
        # It cuts and sketches in Rust, in one step with filling its index.
        from gaoya.minhash import MinHashStringIndex
        index = MinHashStringIndex(32, 0.5, *bands(0.5, slots), None, "word", True, (5, 5), "smallvec")
        sketching, _ = timed(lambda: index.par_bulk_insert_docs(list(range(len(texts))), texts))
        print(json.dumps({"shingling": 0, "sketching": sketching}))
        return
    if tool == "rensa":
        from rensa import RMinHash
        sketch = lambda sets: RMinHash.digest_matrix_from_token_sets(sets, num_perm=slots, seed=42)
    elif tool == "fastsketch":
        from FastSketchLSH import FastSimilaritySketch
        sketcher = FastSimilaritySketch(slots, 42)
        sketch = lambda sets: sketcher.batch(sets, num_threads=1)
    elif tool == "datasketch":
        import xxhash
        from datasketch import MinHash
        sketch = lambda sets: list(MinHash.generator(
            ([shingle.encode() for shingle in one] for one in sets), num_perm=slots,
            hashfunc=xxhash.xxh32_intdigest))
    else:
        raise SystemExit(f"{tool} is not a tool known here.")
    shingling, sets = timed(lambda: [shingles(text) for text in texts])
    sketching, _ = timed(lambda: sketch(sets))
    print(json.dumps({"shingling": shingling, "sketching": sketching}))


main()

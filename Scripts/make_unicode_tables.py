#!/usr/bin/env python3
"""Write Sources/CTables/unicode_tables.c: the scalar classes, foldings and
canonical compositions that docs/signature.md defines.

usage: python3 Scripts/make_unicode_tables.py > Sources/CTables/unicode_tables.c

Needs a Python whose unicodedata is the version that the rule names, so that the
same tables come out for ever.
"""

import sys
import unicodedata as u

VERSION = "14.0.0"
MAX = 0x110000
BLOCK = 128

SEPARATOR, WORD, PAIRS, TRIPLES, IGNORED = range(5)


def ranges(text):
    for part in text.split():
        low, _, high = part.partition("-")
        yield range(int(low, 16), int(high or low, 16) + 1)


def members(text):
    return {c for r in ranges(text) for c in r}


DEFAULT_IGNORABLE = members(
    "AD 34F 61C 115F 1160 17B4 17B5 180B-180F 200C-200F 202A-202E 2060-206F "
    "3164 FE00-FE0F FEFF FFA0 FFF0-FFF8 1BCA0-1BCA3 1D173-1D17A E0000-E0FFF"
)
ARABIC_MARKS = members("610-61A 64B-65F 670 FCF2-FCF4 FE70-FE7F")
OPTIONAL_MARKS = members("6D6-6ED 591-5C7")
APOSTROPHES = members("200B 2B9-2BF 374")
PAIR_RANGES = members(
    "3005-3007 3021-3029 3031-3035 3038-303C 3041-30FF 31F0-31FF 3400-4DBF "
    "4E00-9FFF F900-FAFF FF66-FF9F 1B000-1B16F 20000-3FFFF"
)
TRIPLE_RANGES = members("E00-EFF 1000-109F A9E0-A9FF AA60-AA7F 1780-17FF")
SPELLING = {
    0x622: 0x627, 0x623: 0x627, 0x625: 0x627, 0x671: 0x627, 0x624: 0x648,
    0x626: 0x64A, 0x649: 0x64A, 0x6CC: 0x64A, 0x6A9: 0x643,
    0x6C1: 0x647, 0x6C2: 0x647, 0x629: 0x647, 0x6C0: 0x6D5, 0x6D3: 0x6D2,
}  # fmt: skip


def scalar_class(code):
    category = u.category(chr(code))
    if code in APOSTROPHES or category in ("Cn", "Cs", "Co"):
        return SEPARATOR
    if code in DEFAULT_IGNORABLE or code == 0x640 or code in ARABIC_MARKS:
        return IGNORED
    if code in OPTIONAL_MARKS and category == "Mn":
        return IGNORED
    if code in PAIR_RANGES and (category[0] in "LM" or category == "Nl"):
        return PAIRS
    if code in TRIPLE_RANGES and category[0] in "LM":
        return TRIPLES
    return WORD if category[0] in "LMN" else SEPARATOR


def folding(code):
    text = chr(code)
    while True:
        after = u.normalize("NFKC", u.normalize("NFD", text).casefold())
        if after == text:
            break
        text = after
    out = []
    for ch in text:
        if u.category(ch) == "Nd":
            ch = str(u.digit(ch))
        if scalar_class(ord(ch)) != IGNORED:
            out.append(chr(SPELLING.get(ord(ch), ord(ch))))
    return "".join(out)


def may_need_normalising(text):
    """Whether a scalar folding to `text` can combine with what stands before it."""
    for ch in text:
        if u.combining(ch):
            return True
        # Second halves of canonical compositions (Hangul vowels and finals too).
        if ord(ch) in SECONDS or 0x1161 <= ord(ch) <= 0x1175 or 0x11A8 <= ord(ch) <= 0x11C2:
            return True
        if ord(ch) == 0x451:  # Becomes U+0435 when the form is complete.
            return True
    return False


def compositions():
    for code in range(MAX):
        if 0xD800 <= code < 0xE000:
            continue
        parts = u.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            first, second = int(parts[0], 16), int(parts[1], 16)
            # Composition exclusions show in NFC itself.
            if u.normalize("NFC", chr(first) + chr(second)) == chr(code):
                yield first, second, code


def main():
    if u.unidata_version != VERSION:
        sys.exit(f"needs Unicode {VERSION}; this Python has {u.unidata_version}")
    # The two lists that only the slow path of normalisation reads.
    pairs = sorted(compositions())
    global SECONDS
    SECONDS = {second for _, second, _ in pairs}
    foldings, offsets = [], {}
    properties = []
    for code in range(MAX):
        if 0xD800 <= code < 0xE000:
            properties.append((SEPARATOR, 0, 0, 0))
            continue
        kind = scalar_class(code)
        category = u.category(chr(code))
        flags = 0
        if category[0] == "M":
            flags |= 1
        if category in ("Lu", "Lt"):
            flags |= 2
        if category[0] == "N":
            flags |= 4
        assert kind in (SEPARATOR, IGNORED) or folding(code), hex(code)
        text = folding(code) if kind in (WORD, PAIRS, TRIPLES) else chr(code)
        if kind in (WORD, PAIRS, TRIPLES) and may_need_normalising(text):
            flags |= 8
        index = length = 0
        if text != chr(code):
            data = text.encode()
            key = bytes(data)
            if key not in offsets:
                offsets[key] = len(foldings)
                foldings.extend(key)
            index, length = offsets[key], len(key)
            assert length < 64 and index < 1 << 16, (index, length)
        properties.append((kind, flags, index, length))

    # A property is kind (3 bits) | flags << 3 (4 bits) | length << 8 (8 bits) | index << 16.
    words = [k | f << 3 | n << 8 | i << 16 for k, f, i, n in properties]
    blocks, stage1, stage2 = {}, [], []
    for start in range(0, MAX, BLOCK):
        block = tuple(words[start : start + BLOCK])
        if block not in blocks:
            blocks[block] = len(stage2) // BLOCK
            stage2.extend(block)
        stage1.append(blocks[block])

    combining = [(c, u.combining(chr(c))) for c in range(MAX) if not 0xD800 <= c < 0xE000 and u.combining(chr(c))]
    decompositions = []
    for code in range(MAX):
        if 0xD800 <= code < 0xE000 or 0xAC00 <= code < 0xD7A4:
            continue
        parts = u.decomposition(chr(code)).split()
        if parts and not parts[0].startswith("<"):
            decompositions.append((code, int(parts[0], 16), int(parts[1], 16) if len(parts) > 1 else 0))

    print(f"// Written by Scripts/make_unicode_tables.py from Unicode {VERSION}. Do not edit.")
    print('#include "tables.h"\n')

    def array(kind, name, values, form):
        print(f"static const {kind} {name}_data[] = {{")
        line = []
        for value in values:
            line.append(form % value)
            if len(line) == 16:
                print(" ".join(line))
                line = []
        if line:
            print(" ".join(line))
        print(f"}};\nconst {kind} *const {name} = {name}_data;\n")

    array("uint16_t", "stemma_unicode_blocks", stage1, "%d,")
    array("uint32_t", "stemma_unicode_properties", stage2, "%d,")
    array("uint8_t", "stemma_unicode_foldings", foldings, "%d,")
    array("uint32_t", "stemma_unicode_combining", [c << 8 | ccc for c, ccc in combining], "%d,")
    print(f"const int stemma_unicode_combining_count = {len(combining)};\n")
    array("uint32_t", "stemma_unicode_decompositions", [v for row in decompositions for v in row], "%d,")
    print(f"const int stemma_unicode_decompositions_count = {len(decompositions)};\n")
    array("uint32_t", "stemma_unicode_compositions", [v for row in pairs for v in row], "%d,")
    print(f"const int stemma_unicode_compositions_count = {len(pairs)};")


main()

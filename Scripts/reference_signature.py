"""Tokens, shingles and signatures by the rule of docs/signature.md, written from that page alone.

    python3 Scripts/reference_signature.py --vectors > Tests/StemmaKitTests/Vectors/signature_vectors.json
    python3 Scripts/reference_signature.py --check Tests/StemmaKitTests/Vectors/signature_vectors.json
    python3 Scripts/reference_signature.py --signature N K < text.txt

--vectors writes the test vectors, --check recomputes them and exits 1 if FILE differs, and
--signature prints the K slots of a UTF-8 text with shingles of N tokens, in hex, one a line.
Needs a Python whose unicodedata is that of Unicode 14.0.0 (3.11) and `pip install xxhash`.
"""
import argparse
import functools
import json
import sys
import unicodedata

import xxhash

VERSION, UNICODE = "stemma-signature/1", "14.0.0"
MASK, GOLDEN = (1 << 64) - 1, 0x9E3779B97F4A7C15
SEPARATOR, IGNORED, WORD, DENSE2, DENSE3 = "separator", "ignored", "word", "dense2", "dense3"


def ranges(text):
    """"AD 180B-180F" -> [(0xAD, 0xAD), (0x180B, 0x180F)]"""
    return [(int(r.split("-")[0], 16), int(r.split("-")[-1], 16)) for r in text.split()]


APOSTROPHES = ranges("200B 2B9-2BF 374")
IGNORABLE = ranges("AD 34F 61C 115F 1160 17B4 17B5 180B-180F 200C-200F 202A-202E 2060-206F 3164 FE00-FE0F"
                   " FEFF FFA0 FFF0-FFF8 1BCA0-1BCA3 1D173-1D17A E0000-E0FFF 640 610-61A 64B-65F 670 FCF2-FCF4"
                   " FE70-FE7F")
IGNORED_MN = ranges("6D6-6ED 591-5C7")
WIDTH2 = ranges("3005-3007 3021-3029 3031-3035 3038-303C 3041-30FF 31F0-31FF 3400-4DBF 4E00-9FFF F900-FAFF"
                " FF66-FF9F 1B000-1B16F 20000-3FFFF")
WIDTH3 = ranges("E00-EFF 1000-109F A9E0-A9FF AA60-AA7F 1780-17FF")
VARIANTS = str.maketrans("\u0622\u0623\u0625\u0671\u0624\u0626\u0649\u06cc\u06a9\u06c1\u06c2\u0629\u06c0\u06d3",
                         "\u0627\u0627\u0627\u0627\u0648\u064a\u064a\u064a\u0643\u0647\u0647\u0647\u06d5\u06d2")


@functools.lru_cache(None)
def scalar_class(scalar):
    """The class of one scalar (a string of length 1); the first line that fits decides."""
    category = unicodedata.category(scalar)

    def within(table):
        return any(first <= ord(scalar) <= last for first, last in table)

    if within(APOSTROPHES) or category in ("Cn", "Cs", "Co"):
        return SEPARATOR
    if within(IGNORABLE) or category == "Mn" and within(IGNORED_MN):
        return IGNORED
    if (category[0] in "LM" or category == "Nl") and within(WIDTH2):
        return DENSE2
    if category[0] in "LM" and within(WIDTH3):
        return DENSE3
    return WORD if category[0] in "LMN" else SEPARATOR


@functools.lru_cache(None)
def fold(scalar):
    """The sequence of scalars that one scalar folds to."""
    if scalar_class(scalar) == IGNORED:
        return ""
    before, folded = None, scalar
    while folded != before:
        before = folded
        folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFD", before).casefold())
    digits = (str(unicodedata.decimal(c)) if unicodedata.category(c) == "Nd" else c for c in folded)
    kept = "".join(digits).translate(VARIANTS)
    return "".join(c for c in kept if scalar_class(c) != IGNORED)


def run_tokens(kind, run):
    """The tokens of one run, a list of (scalar, start_byte, end_byte) without ignored scalars."""
    units = []
    for item in run:
        if units and (kind == WORD or unicodedata.category(item[0])[0] == "M"):
            units[-1].append(item)
        else:
            units.append([item])
    width = {WORD: 1, DENSE2: 2, DENSE3: 3}[kind]
    for i in range(max(1, len(units) - width + 1)):
        items = sum(units[i:i + width], [])
        form = unicodedata.normalize("NFC", "".join(fold(scalar) for scalar, _, _ in items))
        yield form.replace("\u0451", "\u0435"), items[0][1], items[-1][2]


def tokens(text):
    """The tokens of a text as a list of (form, start_byte, end_byte), bytes of its UTF-8."""
    result, run, run_kind, offset = [], [], SEPARATOR, 0
    for scalar in text + "\n":  # the last separator closes the last run
        end, kind = offset + len(scalar.encode()), scalar_class(scalar)
        if kind not in (IGNORED, run_kind):
            if run:
                result.extend(run_tokens(run_kind, run))
            run, run_kind = [], kind
        if kind not in (IGNORED, SEPARATOR):
            run.append((scalar, offset, end))
        offset = end
    return result


def token_hash(form):
    return xxhash.xxh3_64_intdigest(form.encode(), seed=0)


def shingle_hashes(text, n):
    """The hashes of all shingles of n tokens, in text order, repetitions kept."""
    hashes, result = [token_hash(form) for form, _, _ in tokens(text)], []
    for i in range(max(1, len(hashes) - n + 1) if hashes else 0):
        result.append(functools.reduce(lambda s, h: (s * GOLDEN + h) & MASK, hashes[i:i + n]))
    return result


def splitmix64(state=0):
    while True:
        state = (state + GOLDEN) & MASK
        z = ((state ^ state >> 30) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ z >> 27) * 0x94D049BB133111EB) & MASK
        yield z ^ z >> 31


def sketch(hashes, k):
    """Fast Similarity Sketching of a set of 64-bit hashes: k samples, or [] for the empty set."""
    hashes, slots, outputs = set(hashes), [None] * k, splitmix64()
    for r in range(2 * k):
        if not hashes or None not in slots:
            break
        multiplier = 1 if r == 0 else next(outputs) | 1
        lowest = {}  # slot -> (rank, hash)
        for s in hashes:
            rank = s * multiplier & MASK
            slot = rank * k >> 64 if r < k else r - k
            lowest[slot] = min(lowest.get(slot, (rank, s)), (rank, s))
        for slot, (_, s) in lowest.items():
            if slots[slot] is None:
                slots[slot] = s
    return slots if hashes else []


def signature(text, n, k):
    """The k slots of the signature of a text, or [] if the text has no tokens."""
    return sketch(shingle_hashes(text, n), k)


# ---- Test vectors ----

def generated(seed, words, count, joint=" ", stop=". ", every=11):
    """A text of count words drawn from a list, with a full stop after every few words."""
    words, text = words.split(), ""
    for i, output in zip(range(1, count + 1), splitmix64(seed)):
        text += words[output % len(words)] + (stop if i % every == 0 or i == count else joint)
    return text


def letters(length):
    return "".join(chr(97 + output % 26) for _, output in zip(range(length), splitmix64(length)))


ENGLISH = ("the a of river town who said that minister council “two hundred” 61.4 per cent rose fell and in its "
           "report don't Tuesday's market long-term was were because Naïve café growth new old bank flooded people")
LONG = {
    "long English": generated(1, ENGLISH, 300),
    "long English, reused with a new end": generated(1, ENGLISH, 220) + generated(2, ENGLISH, 80),
    "long mixed alphabets": generated(3, "l’été À l'œuvre Straße İstanbul ещё Ёлка объявил 2024 ΣΊΣΥΦΟΣ Ὀδυσσεύς "
                                         "כָּתַב שלום كِتَابٌ الإسلام ٢٠٢٤ می‌خواهم یک हिन्दी क़लम २०२४ বাংলা தமிழ் "
                                         "한국어 서울은 Việt Tiếng п'ять п’ять пʼять ﬁn", 300),
    "long dense scripts": generated(4, "東京 の 経済 成長 は 前年 比 3.5% ーッ カタカナ ｶﾞﾗｽ が 中国 發展 と データ Google "
                                       "ประเทศไทย ภาษา น้ำ ကမ္ဘာ မြန်မာ ខ្មែរ ភាសា ລາວ 令和６年 人々 か\u3099 葛\U000E0100",
                                    300, joint="", stop="。"),
}
CASES = {
    "empty": "", "one letter": "a", "one word": "Stemma", "two words": "Hello, world!",
    "four words": "one two three four", "five words": "one two three four five",
    "ASCII prose": "At 8:40 the rate rose to 61.4% (from 59.9%), officials said -- e-mail a_b@example.com; 1,000 more.",
    "apostrophes": "l’accord l'accord lʼaccord l‘accord l‛accord lʹaccord lʻaccord lʾaccord lʿaccord l′accord l＇accord"
                   " l`accord l´accord Ukraine's l\u02b8accord l\u02c0accord",
    "quotes and dashes": "«on» “tw” „dr” ‚vi‘ ‹se› a-b a‐b a‑b a–b a—b a―b a−b a־b a﹣b a－b a·b a•b a…b",
    "soft hyphen": "co\u00adoperate \u00adco\u00adop\u00ad \u00ad", "zero width space": "zero\u200bwidth a\u200b\u0301b",
    "joiners and marks of direction": "zero\u200cwidth\u200djoiner \u2060word\u2060\ufeff \u200fabc\u202c\u061c d\u034fe",
    "byte order mark": "\ufeffFirst line", "accents composed": "\u00c9t\u00e9 na\u00efve \u00c5ngstr\u00f6m \u212b",
    "accents decomposed": "E\u0301te\u0301 nai\u0308ve A\u030angstro\u0308m",
    "marks out of order": "a\u0301\u0323 a\u0323\u0301 \u1ea1\u0301 \u00e1\u0323 q\u0307\u0323 q\u0323\u0307 \u0344 \u0308\u0301",
    "Vietnamese": "Tiếng Việt: Nguyễn Ễ ư\u0301 u\u031b\u0301 Vie\u0302\u0323t ĐẶNG",
    "German sharp s": "Straße STRASSE STRAẞE weiß", "Turkish": "İstanbul ISPARTA ılık I\u0307zmir Diyarbakır",
    "Greek": "ΣΊΣΥΦΟΣ Σίσυφος σίσυφοσ ᾳ ᾼ ΑΙ Ὀδυσσεὺς ΐ \u03b9\u0308\u0301 µ μ Ω ϐ",
    "ligatures": "ﬁn ﬂow oﬃce ﬀ ﬅ ŉ ǆ ǅ ĳ œuvre æon", "full width": "Ｆｕｌｌ　ｗｉｄｔｈ　２０２４：ＡＢＣ，￥５",
    "numbers": "Ⅷ ⅷ ½ x² № ⅓ ⁵ ₂ Ⅻ ① ⑴ ⒈ ㉑ ߁߂ ௧ 𝟙𝟚 🄂 ⅠⅡ ↀ", "Russian": "Ещё ёлка ЁЛКА елка Йод\u0301 Ѳ",
    "Ukrainian": "П'ять п’ять пʼять Її їжак і\u0308жак Ґанок", "Cherokee and Georgian": "ᎠᏣ ꭰꮳ ᏸ ᲓᲐ და Ⴀ ⴀ",
    "Arabic marks": "كِتَابٌ كتاب بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ ۖ قُرْءَانٌۭ \u06dd \u06e5", "Arabic tatweel": "كـــتاب ـ كتاب ـِ",
    "Arabic letters": "الإسلام الأمم القرآن الاسلام ا\u0655 ا\u0653 مدرسة مدرسه على علي مسؤول شيء ئ",
    "Arabic digits": "٢٠٢٤ ۲۰۲۴ 2024 ٦١٫٤٪ ١٬٠٠٠، ٣؛ ٤؟", "Arabic presentation forms": "ﻛﺘﺎﺏ ﻻ ﻵ ﷲ ﺁ ﯼ ﮎ",
    "Urdu and Persian": "می\u200cخواهم یک کتاب نہیں ہے پاکستان ہوئے",
    "Hebrew": "בְּרֵאשִׁית בָּרָא בראשית ברא צה״ל ג׳ירפה עַל־פְּנֵי שׁלום", "Yiddish": "ייִדיש װאָס וואס",
    "Hindi": "हिन्दी क्षेत्र क़लम क\u093cलम \u0958लम २०२४। राष्ट्र\u200dपति श्र\u200cी फ़", "Bengali": "বাংলা ভাষা ড\u09bc \u09dc কো ক\u09c7\u09be ২০২৪।",
    "Tamil": "தமிழ் மொழி கொ க\u0bc6\u0bbe ௨௦", "Korean": "대한민국은 민주공화국이다. 값 ㄱㄴ ﾡￂ\uffa0",
    "Korean jamo": "\u1112\u1161\u11ab\u1100\u116e\u11a8 한국 \u1100\u1161 가\u11a8 \u115f\u1161 \u1100\u1160", "Chinese": "中华人民共和国成立了。豈 \uf900 〇 一九四九年",
    "one ideograph, two, three": "中 中国 中国人", "Japanese": "東京タワーへ行った。コーヒーを飲む人々は、ヶ月・〆切〻ゝゞ",
    "Japanese half width": "ｶﾞﾗｽ ガラス カ\u3099ラス ﾊﾟﾝ ｺｰﾋｰ ﾞ", "Japanese marks and selectors": "葛\U000E0100城 辻\ufe00 \u3099か \u304b\u3099\u304d か\u0301き 一\u302aニ ゛か",
    "Thai": "ภาษาไทยน้ำ ก กข กขค ๒๕๖๗ปี ฿ ๆ ฯลฯ เ\u0e4d\u0e32 ่ก", "Khmer": "ភាសាខ្មែរ ខ្ញុំ។ ២០២៤ ក\u17b4ខ", "Lao": "ພາສາລາວ ໜ້ ຫນ້າ ໒໐",
    "Burmese": "မြန်မာဘာသာ၊ ကမ္ဘာ ၂၀၂၄ ꧠꧡ ꩠꩡ", "Tibetan and Mongolian": "བོད་སྐད ཀྵ ༢ ᠮᠣᠩᠭᠣᠯ\u180eᠠ\u180b",
    "emoji": "family 👨\u200d👩\u200d👧 wave👋🏽bye ❤\ufe0f 1\ufe0f\u20e3 🇫🇷🇺🇦 🏴\U000E0067\U000E0062\U000E007F", "only emoji": "😀😃👍🏿",
    "mixed scripts": "3月5日にGoogleがไทยでiPhone15を中ไ日ก", "dense and word with joiners": "日\u200d本\u200bA\u200d語\u2060ก\u200cB",
    "one repeated word": "na Na NA na na na na na na", "only punctuation": "... -- !? “ ” ( ) $ + ^ © 、。",
    "a lone combining mark": "\u0301", "only ignored": "\u00ad\u200d\ufeff\u0640\u064b",
    "private use": "a\ue000b \uf8ff c\U000F0000d \U0010fffd", "noncharacters and unassigned": "a\ufffeb\uffffc\ufdd0d\U0001fffee\u0378f\u2065g\ufff0h\U000E0080i\ufffdj",
    "supplementary letters": "𐐔𐐯𐑅 𐐼𐐯𐑅 𝐌𝐚𝐭𝐡 𝔐𝔞 𞤀𞤢 𝒳₁", "CJK extensions": "𠀀𠀁𠀂 㐀㐁 𪛟 𰀀 丽 \U0002F800 𛀀𛀁 ⼀ ㋿ ㍿",
    "very long word": "Donau" + "dampfschifffahrts" * 200 + "gesellschaft ende", "lengths for XXH3": " ".join(letters(n) for n in (
        1, 2, 3, 4, 5, 8, 9, 16, 17, 32, 33, 64, 65, 96, 97, 128, 129, 192, 240, 241, 256, 257, 512, 1023, 1024, 1025, 2048, 3000)),
    "white space and controls": "a\nb\r\nc\td\u00a0e\u3000f\u2028g\u2029h\u0085i\u2003j\u202fk\u0000l\u007fm\u0001n\u000bo\u1680p",
    "edge: canonical equivalents": "\u0451 \u0435\u0308 \u0624 \u0648\u0654 \u0626 \u064a\u0654 \u06c2 \u06c1\u0654"
                                                             " \u06d3 \u06d2\u0654 \ufb2a \u05e9\u05c1 \ufb1d \u05d9\u05b4 x\u0374 x\u02b9",
    "edge: foldings with ignored scalars, separators, spaces": "\ufe71 \ufe77 \ufcf2 \ufe70 \ufc5e \ufdfa \ufb1f \u0149n \u037a 5\u2475 \u0e33 \u0eb3 \uff9e",
}
TEN_SLOTS = ("one word", "two words", "ASCII prose", "Hindi", "mixed scripts", "lengths for XXH3")


def vectors():
    result = []
    for name, text in (CASES | LONG).items():
        sizes = [(1, 16), (4, 16), (5, 16)] + [(1, 10), (5, 10)] * (name in TEN_SLOTS)
        sizes += [(1, 256), (5, 256), (4, 128)] * (name in LONG)
        found = tokens(text)
        result.append({
            "name": name, "text": text, "tokens": [list(token) for token in found],
            "token_hashes": [f"{token_hash(form):016x}" for form, _, _ in found],
            "signatures": [{"shingle": n, "slots": k,
                            "shingle_hashes_first": [f"{s:016x}" for s in shingle_hashes(text, n)[:8]],
                            "values": [f"{s:016x}" for s in signature(text, n, k)]} for n, k in sizes]})
    return result


def vectors_json():
    """JSON in ASCII, one vector a line."""
    lines = ",\n".join(json.dumps(vector) for vector in vectors())
    return f'{{"version":"{VERSION}","unicode":"{UNICODE}","vectors":[\n{lines}\n]}}\n'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument("--vectors", action="store_true", help="write the test vectors to standard output")
    action.add_argument("--check", metavar="FILE", help="exit 1 if FILE is not what --vectors writes")
    action.add_argument("--signature", nargs=2, type=int, metavar=("N", "K"), help="signature of standard input")
    arguments = parser.parse_args()
    if unicodedata.unidata_version != UNICODE:
        sys.exit(f"This Python has Unicode {unicodedata.unidata_version}; the rule needs {UNICODE} (Python 3.11).")
    if arguments.vectors:
        sys.stdout.write(vectors_json())
    elif arguments.check:
        try:
            with open(arguments.check, encoding="utf-8") as file:
                same = file.read() == vectors_json()
        except (OSError, UnicodeDecodeError) as error:
            sys.exit(f"{arguments.check} cannot be read: {error}.")
        if not same:
            sys.exit(f"{arguments.check} differs from the vectors that the rule gives; write it anew with --vectors.")
    else:
        n, k = arguments.signature
        if n < 1 or k < 1:
            parser.error("N and K must be at least 1")
        for value in signature(sys.stdin.buffer.read().decode("utf-8"), n, k):
            print(f"{value:016x}")


if __name__ == "__main__":
    main()

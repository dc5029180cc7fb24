#ifndef STEMMA_KERNELS_H
#define STEMMA_KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

// The loops that every byte, word and shingle of a text go through, written with the
// instructions of the processor, which are chosen at run time. All give the same
// result; their naive twins are in the tests.

typedef enum {
  stemma_instructions_portable = 0,  // SSE2 on x86-64, NEON on arm64
  stemma_instructions_avx2 = 1,
  stemma_instructions_avx512 = 2,        // F, BW, VL, DQ; BMI2
  stemma_instructions_avx512_bytes = 3,  // VBMI and VBMI2, too
} stemma_instructions;

// The best that this processor has.
stemma_instructions stemma_best_instructions(void);

// Where the first such byte stands; `count` where there is none.
static inline size_t stemma_place_of_byte(uint8_t byte, const uint8_t *text, size_t count) {
  const uint8_t *place = count > 0 ? memchr(text, byte, count) : NULL;
  return place ? (size_t)(place - text) : count;
}

// A text is cut in pieces, short enough to stay in the nearest cache. Offsets are
// counted from the begin of the piece. A mask has a bit for each byte of the piece,
// none behind it, and one word more than those need.
enum { STEMMA_PIECE = 4096, STEMMA_MASK = STEMMA_PIECE / 64 + 1 };
// Room for the edges of a piece: 64 are written at a time.
enum { STEMMA_EDGES = STEMMA_PIECE + 80 };

// Sets in `members` which of `count` bytes are ASCII letters, ASCII digits or above
// 0x7F, and in `high` which are above 0x7F; returns whether any is.
bool stemma_find_members(
    stemma_instructions instructions, const uint8_t *text, size_t count,
    uint64_t *members, uint64_t *high);

// How many characters begin in a text: bytes that continue none.
size_t stemma_count_characters(const uint8_t *text, size_t count);

// Where the sequence of set bits begins that ends before bit `end`; `end` if there is none.
size_t stemma_run_begin(const uint64_t *mask, size_t end);

// Sets `edges` to where sequences of set bits among the first `count` begin and end:
// begin, end, begin, end ...; returns how many sequences there are.
size_t stemma_find_runs(
    stemma_instructions instructions, const uint64_t *mask, size_t count, uint32_t *edges);

// What stands for a separator among the forms of letters.
enum { STEMMA_SEPARATOR = 1 };

// Bytes of a piece that are to be read by other means.
typedef struct {
  uint32_t begin, end;
} stemma_stretch;

// Reads the characters above 0x7F of a piece. `letters` has a number for each scalar up
// to U+07FF: its form where both are of two bytes, the first one low; STEMMA_SEPARATOR
// for separators; 0 for all others. Of most the form is as long as the
// character, so that the forms of all words stand side by side in a copy of the text,
// each at its place.
//
// Sets `forms`, of STEMMA_FORMS bytes, to that copy; takes separators out of
// `members`; sets `words` to the members that belong to words, `dense` to those of
// dense runs of characters of three bytes that are read as pairs and fold to
// themselves, and `stretches` to where all else is, in order, STEMMA_STRETCHES at
// most; returns how many. Spoils `high`.
enum { STEMMA_FORMS = STEMMA_PIECE + 80, STEMMA_STRETCHES = STEMMA_PIECE / 2 + 1 };
size_t stemma_read_characters(
    stemma_instructions instructions, const uint8_t *text, size_t count,
    const uint16_t *letters, uint64_t *high, uint64_t *members, uint64_t *words,
    uint64_t *dense, uint8_t *forms, stemma_stretch *stretches);

// Sets `tokens` to the edges of words and of the tokens of dense runs in text order, and
// `dense` to which these are; returns how many.
size_t stemma_join_tokens(
    const uint32_t *words, size_t word_count, const uint32_t *runs, size_t run_count,
    uint32_t *tokens, bool *dense);

// The marks of a token that its first character tells, as TokenMarks has them.
enum { STEMMA_CAPITALISED = 8, STEMMA_NUMERAL = 16, STEMMA_DENSE = 32 };

// Sets where `count` tokens from number `first` on stand in the text, in which their
// piece begins at `base`, and their marks, from number `at` of the results on. `dense`
// is null where the piece is ASCII.
void stemma_place_tokens(
    const uint8_t *text, uint32_t base, const uint32_t *edges, const bool *dense,
    size_t first, size_t count, uint32_t *starts, uint32_t *ends, void *marks, size_t at);

// The XXH3-64 (seed 0) of each of `count` words: the bytes from edges[2i] to
// edges[2i + 1]; with `lower`, ASCII letters and digits that are taken in lower case.
// Reads no byte from `text_count` on.
void stemma_hash_words(
    stemma_instructions instructions, const uint8_t *text, size_t text_count,
    const uint32_t *edges, size_t count, bool lower, uint64_t *hashes);

// The hashes of the runs of `length` of `count` tokens, of which there are
// count - length + 1: h1 M^(length - 1) + h2 M^(length - 2) + ... modulo 2^64.
// `count` is at least `length`.
void stemma_hash_shingles(
    stemma_instructions instructions, const uint64_t *tokens, size_t count, size_t length,
    uint64_t multiplier, uint64_t *shingles);

// Slots that a round of sketching may fill, a bit each; so many at most.
enum { STEMMA_SLOT_WORDS = 8, STEMMA_SLOTS = 512 };

// The rank of a shingle is its hash times `multiplier`, its slot the first `bits` bits
// of that, 1 to 9. Lowers ranks[slot], of the slots in `wanted`, to the lowest rank
// that falls there.
void stemma_lowest_ranks(
    stemma_instructions instructions, const uint64_t *shingles, size_t count,
    uint64_t multiplier, unsigned bits, const uint64_t *wanted, uint64_t *ranks);

// Sets the slots that are in `empty`, and have a rank, to the rank times `inverse`; takes
// them out of `empty` and sets their rank to the highest number, which means none.
// Returns how many. `count` is the number of 64-bit words in `empty`.
size_t stemma_take_ranks(
    stemma_instructions instructions, uint64_t *ranks, uint64_t inverse, size_t count,
    uint64_t *empty, uint64_t *slots);

// At how many of `count` places two arrays hold the same; of short ones 65,535 at most.
size_t stemma_equal_keys(const uint32_t *a, const uint32_t *b, size_t count);
size_t stemma_equal_short_keys(const uint16_t *a, const uint16_t *b, size_t count);

// The best score of a local alignment (Smith and Waterman, JMB 1981) of `a` and `b`, at most
// `enough`. `scores` has what each item of `a` scores where it stands in `b`; an item that is another
// costs `mismatch`, one that is left out `gap`. Before and behind the b_count items of `b` stand
// STEMMA_ALIGNMENT_ROOM more that are none of `a`; `row` has room for all of these and as many again
// as stand behind. No item of `a` is STEMMA_ALIGNED_TO_NONE.
//
// The coarse one has scores of 8 bits: what is beyond 255 is 255.
enum { STEMMA_ALIGNMENT_ROOM = 64, STEMMA_ALIGNED_TO_NONE = 0xFFFF };
int stemma_align_locally(
    stemma_instructions instructions, const uint16_t *a, size_t a_count, const uint16_t *scores,
    const uint16_t *b, size_t b_count, uint16_t mismatch, uint16_t gap, int enough, uint16_t *row);
int stemma_align_coarsely(
    stemma_instructions instructions, const uint16_t *a, size_t a_count, const uint8_t *scores,
    const uint16_t *b, size_t b_count, uint8_t mismatch, uint8_t gap, int enough, uint8_t *row);

// What the heaviest common subsequences of `a` with `b` and with `c` weigh, of weights for each item of
// `a`; the same item has the same weight everywhere. `b` and `c` have `count` items each, rows and room
// about both as for an alignment.
typedef struct {
  uint64_t b, c;
} stemma_weights;
stemma_weights stemma_weigh_order(
    stemma_instructions instructions, const uint16_t *a, const uint8_t *weights, size_t a_count,
    const uint16_t *b, const uint16_t *c, size_t count, uint8_t *row_b, uint8_t *row_c);

// What the votes of a passage search depend on, as SegmentScan has it.
typedef struct {
  float kept, ordered, neighbours, burst, floor;
} stemma_vote_settings;

// Sets the votes and odds of those tokens that stand beside a partner: `partners` has the least
// chance of one, infinity where there is none, `chances` that of the token itself.
void stemma_vote_anchored(
    stemma_instructions instructions, const float *partners, const float *chances, size_t count,
    stemma_vote_settings settings, float *votes, float *odds);

// Fetches a line of memory that will be read soon.
static inline void stemma_prefetch(const void *address) { __builtin_prefetch(address); }

#endif

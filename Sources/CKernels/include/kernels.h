#ifndef STEMMA_KERNELS_H
#define STEMMA_KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The loops that every byte, word and shingle of a text go through, written with the
// instructions of the processor, which are chosen at run time. All give the same
// result; their naive twins are in the tests.

typedef enum {
  stemma_instructions_portable = 0,  // SSE2 on x86-64, NEON on arm64
  stemma_instructions_avx2 = 1,
  stemma_instructions_avx512 = 2,
} stemma_instructions;

// The best that this processor has.
stemma_instructions stemma_best_instructions(void);

enum { STEMMA_PIECE = 4096 };
// Room for the edges of a piece: one more may stand before them, and sixteen are
// written at a time.
enum { STEMMA_EDGES = STEMMA_PIECE + 80 };

// Finds where runs begin and end in text[from ..< to], at most STEMMA_PIECE bytes.
// A run is a longest sequence of ASCII letters, ASCII digits and bytes above 0x7F.
//
// `in_run` tells whether the byte before belongs to a run, and is set for the next
// piece. Appends ascending offsets to the `count` that are in `edges`: begin, end,
// begin, end ...; returns how many there are then. Sets in `high` which bytes of each
// 64 are above 0x7F, and `any_high` where there is one.
size_t stemma_find_runs(
    stemma_instructions instructions, const uint8_t *text, size_t from, size_t to,
    bool *in_run, uint32_t *edges, size_t count, uint64_t *high, bool *any_high);

// Appends to `found`, which has room for `count`, the numbers of those of `count` runs
// that hold bytes above 0x7F, in order; returns how many. The runs end in the piece
// from `from` on, of which `high` tells; of one that begins before only the bytes in
// the piece count.
size_t stemma_runs_with_high(
    const uint32_t *edges, size_t count, size_t from, const uint64_t *high,
    uint32_t *found);

// Forms of letters of two bytes, U+0080 to U+07FF, that are of two bytes too, the first
// one low; 0 for all other scalars.
typedef uint16_t stemma_letters[0x800];

// Sets the hash of those of the `high_count` runs in `high` that are one word of ASCII
// letters and digits and of `letters`, at most 256 bytes long. Moves the numbers of
// all other runs to the front of `high`; returns how many these are.
size_t stemma_hash_letter_runs(
    stemma_instructions instructions, const uint8_t *text, const uint32_t *edges,
    uint32_t *high, size_t high_count, const uint16_t *letters, uint64_t *hashes);

// Reads the characters of three bytes of which `bits`, taken from the properties by
// `mask`, are as given, from `from` on, to `to` at most; appends where each begins and
// where the one `width` - 1 behind it ends. Returns how many there are.
size_t stemma_find_plain(
    const uint8_t *text, size_t from, size_t to, uint32_t mask, uint32_t bits,
    uint32_t width, uint32_t *edges);

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

#endif

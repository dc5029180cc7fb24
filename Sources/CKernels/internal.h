#ifndef STEMMA_KERNELS_INTERNAL_H
#define STEMMA_KERNELS_INTERNAL_H

#include "include/kernels.h"

#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

// The kinds of scalars and their properties, as the tables have them. A dense scalar
// with no other property than its kind is its own form, whatever stands before it.
enum {
  stemma_separator = 0,
  stemma_word = 1,
  stemma_pairs = 2,
  stemma_ignored = 4,
  stemma_kinds = 7,
  stemma_may_combine = 64,
  stemma_folding = 0xFF00
};

// Bit 5 of each byte: an ASCII letter or digit is in lower case once it is set.
static inline uint64_t stemma_case_bits(bool lower) {
  return lower ? 0x2020202020202020ULL : 0;
}

// A word of 1 to 16 bytes; 16 bytes from it on can be read.
static inline uint64_t stemma_hash_short(
    const uint8_t *word, size_t length, uint64_t case_bits) {
  uint64_t bytes[2];
  memcpy(bytes, word, 16);
  bytes[0] |= case_bits;
  bytes[1] |= case_bits;
  return XXH3_64bits(bytes, length);
}

// A word of any length; reads no byte behind it.
uint64_t stemma_hash_any(const uint8_t *word, size_t length, uint64_t case_bits);

// Words are hashed so many at a time.
enum { STEMMA_BATCH = 256 };

// The hashes of those words of a batch whose numbers are in `which`: of 9 to 16 bytes;
// and of any length.
void stemma_hash_more(
    const uint8_t *text, const uint32_t *edges, const uint16_t *which, size_t count,
    uint64_t case_bits, uint64_t *hashes);
void stemma_hash_many(
    const uint8_t *text, const uint32_t *edges, const uint16_t *which, size_t count,
    uint64_t case_bits, uint64_t *hashes);

// Puts the forms of the letters of two bytes in place of them and takes separators of
// two bytes out of `members` and `words`. `rest` has the bytes above 0x7F; those that
// have been read are taken out: not letters across two blocks, nor those that have no
// such form.
void stemma_fold_letters(
    stemma_instructions instructions, uint8_t *forms, size_t blocks,
    const uint16_t *letters, uint64_t *rest, uint64_t *members, uint64_t *words);

#if defined(__x86_64__)
// Whole blocks of 64 bytes.
void stemma_find_members_avx2(
    const uint8_t *text, size_t blocks, uint64_t *members, uint64_t *high);
void stemma_find_members_avx512(
    const uint8_t *text, size_t blocks, uint64_t *members, uint64_t *high);
// Returns how many edges there are; `in_run` tells whether the last bit is set.
size_t stemma_find_runs_avx512(
    const uint64_t *mask, size_t blocks, bool *in_run, uint32_t *edges);
size_t stemma_find_runs_avx512_bytes(
    const uint64_t *mask, size_t blocks, bool *in_run, uint32_t *edges);
void stemma_fold_letters_avx512(
    uint8_t *forms, size_t blocks, const uint16_t *letters, uint64_t *rest,
    uint64_t *members, uint64_t *words);
void stemma_fold_letters_avx512_bytes(
    uint8_t *forms, size_t blocks, const uint16_t *letters, uint64_t *rest,
    uint64_t *members, uint64_t *words);
// Of the characters of three bytes in `rest` that are not across two blocks: sets
// `dense` to those that are dense and their own form, as they are out of `words`; takes
// separators out of `members` and `words`; and takes these and letters that are their
// own form out of `rest`.
void stemma_find_dense_avx512(
    const uint8_t *forms, size_t blocks, uint64_t *rest, uint64_t *members,
    uint64_t *words, uint64_t *dense);
void stemma_find_dense_avx512_bytes(
    const uint8_t *forms, size_t blocks, uint64_t *rest, uint64_t *members,
    uint64_t *words, uint64_t *dense);
void stemma_hash_words_avx512(
    const uint8_t *text, const uint32_t *edges, size_t count, uint64_t case_bits,
    uint64_t *hashes);
void stemma_hash_shingles_avx512(
    const uint64_t *tokens, size_t count, size_t length, uint64_t multiplier,
    uint64_t *shingles);
void stemma_lowest_ranks_avx512(
    const uint64_t *shingles, size_t count, uint64_t multiplier, unsigned bits,
    const uint64_t *wanted, uint64_t *ranks);
size_t stemma_take_ranks_avx512(
    uint64_t *ranks, uint64_t inverse, size_t count, uint64_t *empty, uint64_t *slots);
#endif

#endif

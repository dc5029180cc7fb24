#ifndef STEMMA_KERNELS_INTERNAL_H
#define STEMMA_KERNELS_INTERNAL_H

#include "include/kernels.h"

#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

// Appends the offset of each byte of a block at which membership changes; the block
// begins at offset `base` of the text.
static inline size_t stemma_add_edges(
    uint32_t *edges, size_t count, size_t base, uint64_t members, bool *in_run) {
  uint64_t changes = members ^ (members << 1 | (uint64_t)*in_run);
  *in_run = members >> 63;
  uint32_t *out = edges + count;
  count += (size_t)__builtin_popcountll(changes);
  // Four at a time, so that the branch is seldom mispredicted; what is written for
  // no bit lies behind the count.
  while (changes) {
    for (int i = 0; i < 4; i++) {
      out[i] = (uint32_t)(base + (changes ? (size_t)__builtin_ctzll(changes) : 0));
      changes &= changes - 1;
    }
    out += 4;
  }
  return count;
}

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

#if defined(__x86_64__)
// Whole blocks only.
size_t stemma_find_runs_avx2(
    const uint8_t *text, size_t from, size_t to, bool *in_run, uint32_t *edges,
    size_t count, uint64_t *high);
size_t stemma_find_runs_avx512(
    const uint8_t *text, size_t from, size_t to, bool *in_run, uint32_t *edges,
    size_t count, uint64_t *high);
void stemma_hash_words_avx512(
    const uint8_t *text, const uint32_t *edges, size_t count, uint64_t case_bits,
    uint64_t *hashes);
void stemma_hash_shingles_avx512(
    const uint64_t *tokens, size_t count, size_t length, uint64_t multiplier,
    uint64_t *shingles);
void stemma_lowest_ranks_avx512(
    const uint64_t *shingles, size_t count, uint64_t multiplier, unsigned bits,
    const uint64_t *wanted, uint64_t *ranks);
#endif

#endif

#include "internal.h"

static void hash_shingles_portable(
    const uint64_t *tokens, size_t count, size_t length, uint64_t multiplier,
    uint64_t *shingles) {
  size_t total = count - length + 1;
  for (size_t from = 0; from < total; from++) {
    uint64_t hash = tokens[from];
    for (size_t i = 1; i < length; i++) hash = hash * multiplier + tokens[from + i];
    shingles[from] = hash;
  }
}

void stemma_hash_shingles(
    stemma_instructions instructions, const uint64_t *tokens, size_t count, size_t length,
    uint64_t multiplier, uint64_t *shingles) {
#if defined(__x86_64__)
  if (instructions >= stemma_instructions_avx512) {
    stemma_hash_shingles_avx512(tokens, count, length, multiplier, shingles);
    return;
  }
#endif
  (void)instructions;
  // A constant length lets the compiler unroll the usual one.
  if (length == 5) {
    hash_shingles_portable(tokens, count, 5, multiplier, shingles);
  } else {
    hash_shingles_portable(tokens, count, length, multiplier, shingles);
  }
}

// The first round: each slot is wanted.
static void lowest_ranks_everywhere(
    const uint64_t *shingles, size_t count, uint64_t multiplier, unsigned bits,
    uint64_t *ranks) {
  for (size_t i = 0; i < count; i++) {
    uint64_t rank = shingles[i] * multiplier, *lowest = ranks + (rank >> (64 - bits));
    *lowest = rank < *lowest ? rank : *lowest;
  }
}

static void lowest_ranks_portable(
    const uint64_t *shingles, size_t count, uint64_t multiplier, unsigned bits,
    const uint64_t *wanted, uint64_t *ranks) {
  enum { batch = 512 };
  uint64_t hits[batch];
  uint8_t is_wanted[STEMMA_SLOTS];
  for (size_t slot = 0; slot < (size_t)1 << bits; slot++) {
    is_wanted[slot] = wanted[slot / 64] >> (slot % 64) & 1;
  }
  for (size_t from = 0; from < count; from += batch) {
    size_t to = count - from < batch ? count : from + batch, found = 0;
    for (size_t i = from; i < to; i++) {
      uint64_t rank = shingles[i] * multiplier;
      hits[found] = rank;
      found += is_wanted[rank >> (64 - bits)];
    }
    for (size_t i = 0; i < found; i++) {
      uint64_t rank = hits[i], *lowest = ranks + (rank >> (64 - bits));
      *lowest = rank < *lowest ? rank : *lowest;
    }
  }
}

void stemma_lowest_ranks(
    stemma_instructions instructions, const uint64_t *shingles, size_t count,
    uint64_t multiplier, unsigned bits, const uint64_t *wanted, uint64_t *ranks) {
  uint64_t all = bits < 6 ? (1ULL << (1u << bits)) - 1 : ~0ULL;
  for (size_t i = 0; bits >= 6 && i < (size_t)1 << (bits - 6); i++) all &= wanted[i];
  if (bits < 6 ? wanted[0] == all : all == ~0ULL) {
    lowest_ranks_everywhere(shingles, count, multiplier, bits, ranks);
    return;
  }
#if defined(__x86_64__)
  if (instructions >= stemma_instructions_avx512) {
    stemma_lowest_ranks_avx512(shingles, count, multiplier, bits, wanted, ranks);
    return;
  }
#endif
  (void)instructions;
  lowest_ranks_portable(shingles, count, multiplier, bits, wanted, ranks);
}

static size_t take_ranks_portable(
    uint64_t *ranks, uint64_t inverse, size_t count, uint64_t *empty, uint64_t *slots) {
  size_t taken = 0;
  for (size_t i = 0; i < count; i++, ranks += 64, slots += 64) {
    uint64_t none = 0;
    if (empty[i] == ~0ULL) {
      // All of a word at once, without branches: the usual first round.
      for (size_t bit = 0; bit < 64; bit++) {
        slots[bit] = ranks[bit] * inverse;
        none |= (uint64_t)(ranks[bit] == ~0ULL) << bit;
        ranks[bit] = ~0ULL;
      }
    } else {
      for (uint64_t left = empty[i]; left; left &= left - 1) {
        size_t bit = (size_t)__builtin_ctzll(left);
        if (ranks[bit] == ~0ULL) {
          none |= left & (0 - left);
          continue;
        }
        slots[bit] = ranks[bit] * inverse;
        ranks[bit] = ~0ULL;
      }
    }
    taken += (size_t)__builtin_popcountll(empty[i] ^ none);
    empty[i] = none;
  }
  return taken;
}

size_t stemma_take_ranks(
    stemma_instructions instructions, uint64_t *ranks, uint64_t inverse, size_t count,
    uint64_t *empty, uint64_t *slots) {
#if defined(__x86_64__)
  if (instructions >= stemma_instructions_avx512) {
    return stemma_take_ranks_avx512(ranks, inverse, count, empty, slots);
  }
#endif
  (void)instructions;
  return take_ranks_portable(ranks, inverse, count, empty, slots);
}

#include "internal.h"

uint64_t stemma_hash_any(const uint8_t *word, size_t length, uint64_t case_bits) {
  uint8_t lower[256], bit = (uint8_t)case_bits;
  if (length <= sizeof lower) {
    for (size_t i = 0; i < length; i++) lower[i] = word[i] | bit;
    return XXH3_64bits(lower, length);
  }
  XXH3_state_t state;
  XXH3_64bits_reset(&state);
  while (length > 0) {
    size_t count = length < sizeof lower ? length : sizeof lower;
    for (size_t i = 0; i < count; i++) lower[i] = word[i] | bit;
    XXH3_64bits_update(&state, lower, count);
    word += count;
    length -= count;
  }
  return XXH3_64bits_digest(&state);
}

// Hashes of words whose lengths are from `least` to `most`: straight code, since the
// compiler sees which of the cases of XXH3 it is.
#define HASH_CLASS(name, least, most)                                               \
  __attribute__((flatten)) static void name(                                        \
      const uint8_t *text, const uint32_t *edges, const uint16_t *which, size_t count, \
      uint64_t case_bits, uint64_t *hashes) {                                       \
    for (size_t k = 0; k < count; k++) {                                            \
      size_t i = which[k], length = edges[2 * i + 1] - edges[2 * i];                \
      if (length < (least) || length > (most)) __builtin_unreachable();             \
      hashes[i] = stemma_hash_short(text + edges[2 * i], length, case_bits);        \
    }                                                                               \
  }
HASH_CLASS(hash_few, 1, 3)
HASH_CLASS(hash_some, 4, 8)
HASH_CLASS(hash_more, 9, 16)
#undef HASH_CLASS

// Words are sorted by the length classes of XXH3 first, without a branch.
static void hash_words_portable(
    const uint8_t *text, const uint32_t *edges, size_t count, uint64_t case_bits,
    uint64_t *hashes) {
  uint16_t few[STEMMA_BATCH], some[STEMMA_BATCH], more[STEMMA_BATCH], many[STEMMA_BATCH];
  for (size_t from = 0; from < count; from += STEMMA_BATCH) {
    size_t size = count - from < STEMMA_BATCH ? count - from : STEMMA_BATCH;
    const uint32_t *e = edges + 2 * from;
    size_t f = 0, s = 0, m = 0, l = 0;
    for (size_t i = 0; i < size; i++) {
      uint32_t length = e[2 * i + 1] - e[2 * i];
      few[f] = some[s] = more[m] = many[l] = (uint16_t)i;
      f += length <= 3;
      s += length > 3 && length <= 8;
      m += length > 8 && length <= 16;
      l += length > 16;
    }
    hash_few(text, e, few, f, case_bits, hashes + from);
    hash_some(text, e, some, s, case_bits, hashes + from);
    hash_more(text, e, more, m, case_bits, hashes + from);
    stemma_hash_many(text, e, many, l, case_bits, hashes + from);
  }
}

void stemma_hash_more(
    const uint8_t *text, const uint32_t *edges, const uint16_t *which, size_t count,
    uint64_t case_bits, uint64_t *hashes) {
  hash_more(text, edges, which, count, case_bits, hashes);
}

void stemma_hash_many(
    const uint8_t *text, const uint32_t *edges, const uint16_t *which, size_t count,
    uint64_t case_bits, uint64_t *hashes) {
  for (size_t k = 0; k < count; k++) {
    size_t i = which[k];
    hashes[i] = stemma_hash_any(
        text + edges[2 * i], edges[2 * i + 1] - edges[2 * i], case_bits);
  }
}

void stemma_hash_words(
    stemma_instructions instructions, const uint8_t *text, size_t text_count,
    const uint32_t *edges, size_t count, bool lower, uint64_t *hashes) {
  uint64_t case_bits = stemma_case_bits(lower);
  // The loops load 16 bytes from each word on; the last words may not have as many.
  size_t safe = count;
  while (safe > 0 && (size_t)edges[2 * safe - 2] + 16 > text_count) safe--;
  for (size_t i = safe; i < count; i++) {
    hashes[i] = stemma_hash_any(
        text + edges[2 * i], edges[2 * i + 1] - edges[2 * i], case_bits);
  }
  switch (instructions) {
#if defined(__x86_64__)
    case stemma_instructions_avx512:
    case stemma_instructions_avx512_bytes:
      stemma_hash_words_avx512(text, edges, safe, case_bits, hashes);
      break;
#endif
    default:
      hash_words_portable(text, edges, safe, case_bits, hashes);
  }
}

stemma_instructions stemma_best_instructions(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") &&
      __builtin_cpu_supports("popcnt")) {
    return __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2")
               ? stemma_instructions_avx512_bytes
               : stemma_instructions_avx512;
  }
  if (__builtin_cpu_supports("avx2")) return stemma_instructions_avx2;
#endif
  return stemma_instructions_portable;
}

#include "internal.h"

#if defined(__x86_64__)
#include <emmintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

// The members of runs among 64 bytes, a bit each; and those above 0x7F.
static inline uint64_t members(const uint8_t *bytes, uint64_t *high) {
  uint64_t result = 0;
  *high = 0;
#if defined(__x86_64__)
  for (int i = 0; i < 4; i++) {
    __m128i block = _mm_loadu_si128((const __m128i *)(bytes + 16 * i));
    __m128i letter = _mm_sub_epi8(
        _mm_or_si128(block, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));
    __m128i digit = _mm_sub_epi8(block, _mm_set1_epi8('0'));
    __m128i member = _mm_or_si128(
        _mm_cmpeq_epi8(_mm_min_epu8(letter, _mm_set1_epi8(25)), letter),
        _mm_cmpeq_epi8(_mm_min_epu8(digit, _mm_set1_epi8(9)), digit));
    // Only the top bit of each byte is read.
    *high |= (uint64_t)(uint16_t)_mm_movemask_epi8(block) << (16 * i);
    result |= (uint64_t)(uint16_t)_mm_movemask_epi8(member) << (16 * i);
  }
#elif defined(__aarch64__)
  static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t weight = vld1q_u8(weights);
  uint8x16_t member[4], above[4];
  for (int i = 0; i < 4; i++) {
    uint8x16_t block = vld1q_u8(bytes + 16 * i);
    uint8x16_t letter =
        vsubq_u8(vorrq_u8(block, vdupq_n_u8(0x20)), vdupq_n_u8('a'));
    uint8x16_t digit = vsubq_u8(block, vdupq_n_u8('0'));
    member[i] = vandq_u8(
        weight,
        vorrq_u8(vcltq_u8(letter, vdupq_n_u8(26)), vcltq_u8(digit, vdupq_n_u8(10))));
    above[i] = vandq_u8(weight, vcgeq_u8(block, vdupq_n_u8(0x80)));
  }
  // Pairwise sums bring the weights of eight bytes into one.
  uint8x16_t sum = vpaddq_u8(vpaddq_u8(member[0], member[1]), vpaddq_u8(member[2], member[3]));
  result = vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sum, sum)), 0);
  sum = vpaddq_u8(vpaddq_u8(above[0], above[1]), vpaddq_u8(above[2], above[3]));
  *high = vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sum, sum)), 0);
#else
  for (int i = 0; i < 64; i++) {
    uint8_t letter = (uint8_t)((bytes[i] | 0x20) - 'a'), digit = (uint8_t)(bytes[i] - '0');
    result |= (uint64_t)(letter < 26 || digit < 10) << i;
    *high |= (uint64_t)(bytes[i] >> 7) << i;
  }
#endif
  return result | *high;
}

static size_t find_runs_portable(
    const uint8_t *text, size_t from, size_t to, bool *in_run, uint32_t *edges,
    size_t count, uint64_t *high) {
  for (size_t base = from; base < to; base += 64) {
    uint64_t inside = members(text + base, high + (base - from) / 64);
    count = stemma_add_edges(edges, count, base, inside, in_run);
  }
  return count;
}

size_t stemma_find_runs(
    stemma_instructions instructions, const uint8_t *text, size_t from, size_t to,
    bool *in_run, uint32_t *edges, size_t count, uint64_t *high, bool *any_high) {
  size_t blocks = (to - from) / 64, whole = from + blocks * 64;
  switch (instructions) {
#if defined(__x86_64__)
    case stemma_instructions_avx512:
      count = stemma_find_runs_avx512(text, from, whole, in_run, edges, count, high);
      break;
    case stemma_instructions_avx2:
      count = stemma_find_runs_avx2(text, from, whole, in_run, edges, count, high);
      break;
#endif
    default:
      count = find_runs_portable(text, from, whole, in_run, edges, count, high);
  }
  if (whole < to) {
    uint8_t rest[64] = {0};
    memcpy(rest, text + whole, to - whole);
    uint64_t inside = members(rest, high + blocks++);
    count = stemma_add_edges(edges, count, whole, inside, in_run);
  }
  uint64_t any = 0;
  for (size_t i = 0; i < blocks; i++) any |= high[i];
  *any_high = any != 0;
  return count;
}

size_t stemma_runs_with_high(
    const uint32_t *edges, size_t count, size_t from, const uint64_t *high,
    uint32_t *found) {
  // How many such bytes stand before each block; before an edge they are as many as
  // before its block and in it: the run has some where its two edges differ.
  uint16_t before[STEMMA_PIECE / 64 + 1] = {0};
  size_t last = count == 0 ? 0 : edges[2 * count - 1] - from;
  for (size_t i = 0; i < last / 64; i++) {
    before[i + 1] = (uint16_t)(before[i] + __builtin_popcountll(high[i]));
  }
  size_t size = 0;
  for (size_t i = 0; i < count; i++) {
    size_t begin = edges[2 * i] < from ? 0 : edges[2 * i] - from, end = edges[2 * i + 1] - from;
    uint64_t first = begin % 64 ? high[begin / 64] << (64 - begin % 64) : 0;
    uint64_t rest = end % 64 ? high[end / 64] << (64 - end % 64) : 0;
    found[size] = (uint32_t)i;
    size += before[begin / 64] + __builtin_popcountll(first) !=
            before[end / 64] + __builtin_popcountll(rest);
  }
  return size;
}

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

// Words are sorted by the length classes of XXH3 first, without a branch, so that
// each class is hashed by straight code.
static void hash_words_portable(
    const uint8_t *text, const uint32_t *edges, size_t count, uint64_t case_bits,
    uint64_t *hashes) {
  enum { batch = 256 };
  uint16_t few[batch], some[batch], more[batch], many[batch];
  for (size_t from = 0; from < count; from += batch) {
    size_t size = count - from < batch ? count - from : batch;
    const uint32_t *e = edges + 2 * from;
    uint64_t *out = hashes + from;
    size_t f = 0, s = 0, m = 0, l = 0;
    for (size_t i = 0; i < size; i++) {
      uint32_t length = e[2 * i + 1] - e[2 * i];
      few[f] = some[s] = more[m] = many[l] = (uint16_t)i;
      f += length <= 3;
      s += length > 3 && length <= 8;
      m += length > 8 && length <= 16;
      l += length > 16;
    }
    for (size_t k = 0; k < f; k++) {
      size_t i = few[k], length = e[2 * i + 1] - e[2 * i];
      if (length - 1 > 2) __builtin_unreachable();
      out[i] = stemma_hash_short(text + e[2 * i], length, case_bits);
    }
    for (size_t k = 0; k < s; k++) {
      size_t i = some[k], length = e[2 * i + 1] - e[2 * i];
      if (length - 4 > 4) __builtin_unreachable();
      out[i] = stemma_hash_short(text + e[2 * i], length, case_bits);
    }
    for (size_t k = 0; k < m; k++) {
      size_t i = more[k], length = e[2 * i + 1] - e[2 * i];
      if (length - 9 > 7) __builtin_unreachable();
      out[i] = stemma_hash_short(text + e[2 * i], length, case_bits);
    }
    for (size_t k = 0; k < l; k++) {
      size_t i = many[k];
      out[i] = stemma_hash_any(text + e[2 * i], e[2 * i + 1] - e[2 * i], case_bits);
    }
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
      __builtin_cpu_supports("avx512vbmi2")) {
    return stemma_instructions_avx512;
  }
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")) {
    return stemma_instructions_avx2;
  }
#endif
  return stemma_instructions_portable;
}

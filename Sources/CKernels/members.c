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

static void find_members_portable(
    const uint8_t *text, size_t blocks, uint64_t *inside, uint64_t *high) {
  for (size_t i = 0; i < blocks; i++) inside[i] = members(text + 64 * i, high + i);
}

bool stemma_find_members(
    stemma_instructions instructions, const uint8_t *text, size_t count,
    uint64_t *inside, uint64_t *high) {
  size_t blocks = count / 64;
  switch (instructions) {
#if defined(__x86_64__)
    case stemma_instructions_avx512:
    case stemma_instructions_avx512_bytes:
      stemma_find_members_avx512(text, blocks, inside, high);
      break;
    case stemma_instructions_avx2:
      stemma_find_members_avx2(text, blocks, inside, high);
      break;
#endif
    default:
      find_members_portable(text, blocks, inside, high);
  }
  uint8_t rest[64] = {0};
  memcpy(rest, text + 64 * blocks, count % 64);
  inside[blocks] = members(rest, high + blocks);
  uint64_t any = 0;
  for (size_t i = 0; i <= blocks; i++) any |= high[i];
  return any != 0;
}

size_t stemma_run_begin(const uint64_t *mask, size_t end) {
  size_t block = end / 64;
  uint64_t gaps = ~mask[block] & ~(~0ULL << (end % 64));
  while (!gaps && block > 0) gaps = ~mask[--block];
  return gaps ? 64 * block + 64 - (size_t)__builtin_clzll(gaps) : 0;
}

// Appends the offset of each bit that differs from the one before.
static inline size_t add_edges(
    uint32_t *edges, size_t count, size_t base, uint64_t mask, bool *in_run) {
  uint64_t changes = mask ^ (mask << 1 | (uint64_t)*in_run);
  *in_run = mask >> 63;
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

size_t stemma_find_runs(
    stemma_instructions instructions, const uint64_t *mask, size_t count, uint32_t *edges) {
  size_t blocks = count / 64, found = 0;
  bool in_run = false;
  switch (instructions) {
#if defined(__x86_64__)
    case stemma_instructions_avx512_bytes:
      found = stemma_find_runs_avx512_bytes(mask, blocks, &in_run, edges);
      break;
    case stemma_instructions_avx512:
      found = stemma_find_runs_avx512(mask, blocks, &in_run, edges);
      break;
#endif
    default:
      for (size_t i = 0; i < blocks; i++) {
        found = add_edges(edges, found, 64 * i, mask[i], &in_run);
      }
  }
  // A run that reaches the end ends there: the bits from there on are none.
  uint64_t last = mask[blocks] & ~(~0ULL << (count % 64));
  return add_edges(edges, found, 64 * blocks, last, &in_run) / 2;
}

size_t stemma_count_characters(const uint8_t *text, size_t count) {
  size_t total = 0;
  // So few at a time that the sums are bytes, of which a vector holds many.
  for (size_t from = 0; from < count; from += 192) {
    size_t to = count - from < 192 ? count : from + 192;
    uint8_t begun = 0;
    for (size_t i = from; i < to; i++) begun += (text[i] & 0xC0) != 0x80;
    total += begun;
  }
  return total;
}

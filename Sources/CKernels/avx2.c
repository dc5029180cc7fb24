#include "internal.h"

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx2"))) void stemma_find_members_avx2(
    const uint8_t *text, size_t blocks, uint64_t *members, uint64_t *high) {
  for (size_t k = 0; k < blocks; k++) {
    uint64_t inside = 0, above = 0;
    for (int i = 0; i < 2; i++) {
      __m256i block = _mm256_loadu_si256((const __m256i *)(text + 64 * k + 32 * i));
      __m256i letter = _mm256_sub_epi8(
          _mm256_or_si256(block, _mm256_set1_epi8(0x20)), _mm256_set1_epi8('a'));
      __m256i digit = _mm256_sub_epi8(block, _mm256_set1_epi8('0'));
      __m256i member = _mm256_or_si256(
          _mm256_cmpeq_epi8(_mm256_min_epu8(letter, _mm256_set1_epi8(25)), letter),
          _mm256_cmpeq_epi8(_mm256_min_epu8(digit, _mm256_set1_epi8(9)), digit));
      above |= (uint64_t)(uint32_t)_mm256_movemask_epi8(block) << (32 * i);
      inside |= (uint64_t)(uint32_t)_mm256_movemask_epi8(member) << (32 * i);
    }
    high[k] = above;
    members[k] = inside | above;
  }
}

#endif

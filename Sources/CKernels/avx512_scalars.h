#ifndef STEMMA_KERNELS_AVX512_SCALARS_H
#define STEMMA_KERNELS_AVX512_SCALARS_H

#include "avx512.h"

#include <tables.h>

#if defined(__x86_64__)

// Where the characters of three bytes in `rest` begin that lie within these 64 bytes.
AVX512 static inline uint64_t stemma_threes(const uint8_t *forms, uint64_t rest) {
  __m512i block = _mm512_loadu_si512(forms);
  uint64_t behind = rest & ~_mm512_test_epi8_mask(block, _mm512_set1_epi8(0x40));
  return rest & behind >> 1 & behind >> 2 &
         _mm512_cmpeq_epi8_mask(
             _mm512_and_si512(block, _mm512_set1_epi8((char)0xF0)),
             _mm512_set1_epi8((char)0xE0));
}

// Sorts the characters of three bytes that begin at `first` in block `i`, of which
// `halves` has the scalars, in 32 bits each: what is dense and its own form, what
// separates, and what is a letter and its own form.
AVX512 static inline void stemma_sort_threes(
    const __m512i *halves, uint64_t first, size_t i, uint64_t *rest, uint64_t *members,
    uint64_t *words, uint64_t *dense) {
  uint32_t all = (uint32_t)((1ULL << __builtin_popcountll(first)) - 1);
  uint64_t is_dense = 0, is_separator = 0, is_word = 0;
  for (int half = 0; half < 2; half++) {
    __mmask16 lanes = (__mmask16)(all >> (16 * half));
    if (!lanes) continue;
    __m512i scalar = halves[half];
    // Of overlong forms and surrogates nothing is taken.
    lanes = _mm512_mask_cmpge_epu32_mask(lanes, scalar, _mm512_set1_epi32(0x800));
    lanes = _mm512_mask_cmpneq_epi32_mask(
        lanes, _mm512_srli_epi32(scalar, 11), _mm512_set1_epi32(0x1B));
    __m512i number = _mm512_mask_i32gather_epi32(
        scalar, lanes, _mm512_srli_epi32(scalar, 7), stemma_unicode_blocks, 2);
    number = _mm512_slli_epi32(_mm512_and_si512(number, _mm512_set1_epi32(0xFFFF)), 7);
    number = _mm512_or_si512(number, _mm512_and_si512(scalar, _mm512_set1_epi32(127)));
    __m512i properties = _mm512_mask_i32gather_epi32(
        scalar, lanes, number, stemma_unicode_properties, 4);
    __m512i plain = _mm512_and_si512(
        properties, _mm512_set1_epi32(stemma_kinds | stemma_may_combine | stemma_folding));
    is_dense |= (uint64_t)_mm512_mask_cmpeq_epi32_mask(
                    lanes, properties, _mm512_set1_epi32(stemma_pairs))
                << (16 * half);
    is_separator |= (uint64_t)_mm512_mask_testn_epi32_mask(
                        lanes, properties, _mm512_set1_epi32(stemma_kinds))
                    << (16 * half);
    is_word |= (uint64_t)_mm512_mask_cmpeq_epi32_mask(
                   lanes, plain, _mm512_set1_epi32(stemma_word))
               << (16 * half);
  }
  is_dense = _pdep_u64(is_dense, first);
  is_separator = _pdep_u64(is_separator, first);
  is_word = _pdep_u64(is_word, first);
  is_dense |= is_dense << 1 | is_dense << 2;
  is_separator |= is_separator << 1 | is_separator << 2;
  is_word |= is_word << 1 | is_word << 2;
  dense[i] |= is_dense;
  members[i] &= ~is_separator;
  words[i] &= ~(is_separator | is_dense);
  rest[i] &= ~(is_separator | is_dense | is_word);
}

#endif

#endif

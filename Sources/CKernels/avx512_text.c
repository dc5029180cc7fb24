#include "avx512_scalars.h"

#if defined(__x86_64__)

AVX512 void stemma_find_members_avx512(
    const uint8_t *text, size_t blocks, uint64_t *members, uint64_t *high) {
  for (size_t i = 0; i < blocks; i++) {
    __m512i block = _mm512_loadu_si512(text + 64 * i);
    __m512i letter = _mm512_sub_epi8(
        _mm512_or_si512(block, _mm512_set1_epi8(0x20)), _mm512_set1_epi8('a'));
    __m512i digit = _mm512_sub_epi8(block, _mm512_set1_epi8('0'));
    uint64_t above = _mm512_movepi8_mask(block);
    high[i] = above;
    members[i] = above | _mm512_cmplt_epu8_mask(letter, _mm512_set1_epi8(26)) |
                 _mm512_cmplt_epu8_mask(digit, _mm512_set1_epi8(10));
  }
}

// Sets `out` to base + the number of each bit of a mask, in order; returns how many.
AVX512 static inline size_t number_bits(uint64_t mask, uint32_t base, uint32_t *out) {
  const __m512i places =
      _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  size_t count = 0;
  for (uint32_t part = 0; part < 4; part++) {
    __mmask16 bits = (__mmask16)(mask >> (16 * part));
    __m512i here = _mm512_add_epi32(places, _mm512_set1_epi32((int)(base + 16 * part)));
    _mm512_storeu_si512(out + count, _mm512_maskz_compress_epi32(bits, here));
    count += (size_t)__builtin_popcount(bits);
  }
  return count;
}

AVX512 size_t stemma_find_runs_avx512(
    const uint64_t *mask, size_t blocks, bool *in_run, uint32_t *edges) {
  uint64_t carry = 0;
  size_t count = 0;
  for (size_t i = 0; i < blocks; i++) {
    uint64_t changes = mask[i] ^ (mask[i] << 1 | carry);
    carry = mask[i] >> 63;
    count += number_bits(changes, (uint32_t)(64 * i), edges + count);
  }
  *in_run = carry != 0;
  return count;
}

// Characters of two bytes, those at even and those at odd places apart, with the form of
// each among 128 scalars, of which `page` has the forms.
AVX512 static inline __m512i forms_of(__m512i characters, const __m512i *page) {
  __m512i second = _mm512_and_si512(
      _mm512_srli_epi16(characters, 8), _mm512_set1_epi16(0x3F));
  __mmask32 upper = _mm512_test_epi16_mask(characters, _mm512_set1_epi16(1));
  return _mm512_mask_blend_epi16(
      upper, _mm512_permutex2var_epi16(page[0], second, page[1]),
      _mm512_permutex2var_epi16(page[2], second, page[3]));
}

AVX512 void stemma_fold_letters_avx512(
    uint8_t *forms, size_t blocks, const uint16_t *letters, uint64_t *rest,
    uint64_t *members, uint64_t *words) {
  static const uint16_t numbers[33] = {31, 0,  1,  2,  3,  4,  5,  6,  7,  8,  9,
                                       10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
                                       21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31};
  const __m512i before = _mm512_loadu_si512(numbers);
  const uint64_t even = 0x5555555555555555ULL, odd = ~even;
  uint32_t last = 32;
  __m512i page[4] = {_mm512_setzero_si512()};
  for (size_t i = 0; i < blocks; i++) {
    if (!rest[i]) continue;
    __m512i block = _mm512_loadu_si512(forms + 64 * i), result = block;
    __m512i shifted = _mm512_loadu_si512(forms + 64 * i + 1);
    uint64_t seconds = rest[i] & ~_mm512_test_epi8_mask(block, _mm512_set1_epi8(0x40));
    uint64_t left = rest[i] & seconds >> 1 &
                    _mm512_cmpeq_epi8_mask(
                        _mm512_and_si512(block, _mm512_set1_epi8((char)0xE0)),
                        _mm512_set1_epi8((char)0xC0));
    __m512i leads = _mm512_and_si512(block, _mm512_set1_epi8((char)0xFE));
    uint64_t read = 0, separators = 0;
    while (left) {
      uint32_t lead = forms[64 * i + (size_t)__builtin_ctzll(left)] & 0x1E;
      if (lead != last) {
        for (size_t k = 0; k < 4; k++) {
          page[k] = _mm512_loadu_si512(letters + 64 * lead + 32 * k);
        }
      }
      last = lead;
      uint64_t these =
          left & _mm512_cmpeq_epi8_mask(leads, _mm512_set1_epi8((char)(0xC0 | lead)));
      __m512i at_even = forms_of(block, page), at_odd = forms_of(shifted, page);
      // A bit for each lane, brought to the place of its character's first byte.
      uint64_t known =
          these & (_pdep_u64(_mm512_test_epi16_mask(at_even, at_even), even) |
                   _pdep_u64(_mm512_test_epi16_mask(at_odd, at_odd), odd));
      const __m512i separator = _mm512_set1_epi16(STEMMA_SEPARATOR);
      uint64_t separate =
          known & (_pdep_u64(_mm512_cmpeq_epi16_mask(at_even, separator), even) |
                   _pdep_u64(_mm512_cmpeq_epi16_mask(at_odd, separator), odd));
      uint64_t letter = known ^ separate, letter_odd = letter & odd;
      letter &= even;
      result = _mm512_mask_mov_epi8(result, letter | letter << 1, at_even);
      result = _mm512_mask_mov_epi8(result, letter_odd, _mm512_slli_epi16(at_odd, 8));
      result = _mm512_mask_mov_epi8(
          result, letter_odd << 1,
          _mm512_permutexvar_epi16(before, _mm512_srli_epi16(at_odd, 8)));
      read |= known;
      separators |= separate;
      left ^= these;
    }
    _mm512_storeu_si512(forms + 64 * i, result);
    rest[i] &= ~(read | read << 1);
    members[i] &= ~(separators | separators << 1);
    words[i] &= ~(separators | separators << 1);
  }
}

AVX512 void stemma_find_dense_avx512(
    const uint8_t *forms, size_t blocks, uint64_t *rest, uint64_t *members,
    uint64_t *words, uint64_t *dense) {
  for (size_t i = 0; i < blocks; i++) {
    if (!rest[i]) continue;
    uint64_t first = stemma_threes(forms + 64 * i, rest[i]);
    if (!first) continue;
    // At most 21, and 16 are written at a time.
    uint32_t places[64];
    size_t count = number_bits(first, 0, places);
    __m512i halves[2];
    for (size_t half = 0; half < 2; half++) {
      size_t left = count > 16 * half ? count - 16 * half : 0;
      __mmask16 lanes = (__mmask16)((1u << (left < 16 ? left : 16)) - 1);
      __m512i bytes = _mm512_mask_i32gather_epi32(
          _mm512_setzero_si512(), lanes, _mm512_loadu_si512(places + 16 * half),
          forms + 64 * i, 1);
      halves[half] = _mm512_or_si512(
          _mm512_slli_epi32(_mm512_and_si512(bytes, _mm512_set1_epi32(0xF)), 12),
          _mm512_or_si512(
              _mm512_and_si512(_mm512_srli_epi32(bytes, 2), _mm512_set1_epi32(0xFC0)),
              _mm512_and_si512(_mm512_srli_epi32(bytes, 16), _mm512_set1_epi32(0x3F))));
    }
    stemma_sort_threes(halves, first, i, rest, members, words, dense);
  }
}

#endif

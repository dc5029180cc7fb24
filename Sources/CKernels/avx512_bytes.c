#include "avx512_scalars.h"

// Kernels that move single bytes about in a register, which the first processors with
// AVX-512 cannot.

#if defined(__x86_64__)

AVX512_BYTES size_t stemma_find_runs_avx512_bytes(
    const uint64_t *mask, size_t blocks, bool *in_run, uint32_t *edges) {
  static const uint8_t numbers[64] = {
      0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
      22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
      44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  __m512i places = _mm512_loadu_si512(numbers);
  uint64_t carry = 0;
  size_t count = 0;
  for (size_t i = 0; i < blocks; i++) {
    uint64_t changes = mask[i] ^ (mask[i] << 1 | carry);
    carry = mask[i] >> 63;
    __m512i found = _mm512_maskz_compress_epi8(changes, places);
    uint32_t *out = edges + count;
    size_t size = (size_t)_mm_popcnt_u64(changes);
    __m512i start = _mm512_set1_epi32((int)(64 * i));
    __m128i part = _mm512_castsi512_si128(found);
    _mm512_storeu_si512(out, _mm512_add_epi32(start, _mm512_cvtepu8_epi32(part)));
    part = _mm512_extracti32x4_epi32(found, 1);
    _mm512_storeu_si512(out + 16, _mm512_add_epi32(start, _mm512_cvtepu8_epi32(part)));
    if (size > 32) {
      part = _mm512_extracti32x4_epi32(found, 2);
      _mm512_storeu_si512(out + 32, _mm512_add_epi32(start, _mm512_cvtepu8_epi32(part)));
      part = _mm512_extracti32x4_epi32(found, 3);
      _mm512_storeu_si512(out + 48, _mm512_add_epi32(start, _mm512_cvtepu8_epi32(part)));
    }
    count += size;
  }
  *in_run = carry != 0;
  return count;
}

// The first and second bytes of the forms of 128 scalars, the lowest 64 first.
typedef struct {
  __m512i first[2], second[2];
} letter_page;

AVX512_BYTES static inline letter_page read_page(const uint16_t *letters) {
  letter_page page;
  for (int i = 0; i < 2; i++) {
    __m512i low = _mm512_loadu_si512(letters + 64 * i);
    __m512i high = _mm512_loadu_si512(letters + 64 * i + 32);
    page.first[i] = _mm512_inserti64x4(
        _mm512_castsi256_si512(_mm512_cvtepi16_epi8(low)), _mm512_cvtepi16_epi8(high), 1);
    low = _mm512_srli_epi16(low, 8);
    high = _mm512_srli_epi16(high, 8);
    page.second[i] = _mm512_inserti64x4(
        _mm512_castsi256_si512(_mm512_cvtepi16_epi8(low)), _mm512_cvtepi16_epi8(high), 1);
  }
  return page;
}

AVX512_BYTES void stemma_fold_letters_avx512_bytes(
    uint8_t *forms, size_t blocks, const uint16_t *letters, uint64_t *rest,
    uint64_t *members, uint64_t *words) {
  static const uint8_t numbers[66] = {
      63, 0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
      21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42,
      43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 0};
  const __m512i before = _mm512_loadu_si512(numbers), behind = _mm512_loadu_si512(numbers + 2);
  uint32_t last = 32;
  letter_page page = {0};
  for (size_t i = 0; i < blocks; i++) {
    if (!rest[i]) continue;
    __m512i block = _mm512_loadu_si512(forms + 64 * i), result = block;
    uint64_t seconds = rest[i] & ~_mm512_test_epi8_mask(block, _mm512_set1_epi8(0x40));
    uint64_t left = rest[i] & seconds >> 1 &
                    _mm512_cmpeq_epi8_mask(
                        _mm512_and_si512(block, _mm512_set1_epi8((char)0xE0)),
                        _mm512_set1_epi8((char)0xC0));
    // The last bit of the first byte and the last six of the second, at the first byte.
    __m512i number = _mm512_ternarylogic_epi64(
        _mm512_set1_epi8(0x3F), _mm512_permutexvar_epi8(behind, block),
        _mm512_slli_epi16(block, 6), 0xCA);
    number = _mm512_and_si512(number, _mm512_set1_epi8(0x7F));
    __m512i number_before = _mm512_permutexvar_epi8(before, number);
    __m512i pages = _mm512_and_si512(block, _mm512_set1_epi8((char)0xFE));
    uint64_t read = 0, separators = 0;
    while (left) {
      uint32_t lead = forms[64 * i + (size_t)__builtin_ctzll(left)] & 0x1E;
      if (lead != last) page = read_page(letters + 64 * lead);
      last = lead;
      uint64_t these =
          left & _mm512_cmpeq_epi8_mask(pages, _mm512_set1_epi8((char)(0xC0 | lead)));
      __m512i first = _mm512_permutex2var_epi8(page.first[0], number, page.first[1]);
      __m512i second =
          _mm512_permutex2var_epi8(page.second[0], number_before, page.second[1]);
      uint64_t known = these & _mm512_test_epi8_mask(first, first);
      uint64_t separate =
          known & _mm512_cmpeq_epi8_mask(first, _mm512_set1_epi8(STEMMA_SEPARATOR));
      uint64_t letter = known ^ separate;
      result = _mm512_mask_mov_epi8(result, letter, first);
      result = _mm512_mask_mov_epi8(result, letter << 1, second);
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

AVX512_BYTES void stemma_find_dense_avx512_bytes(
    const uint8_t *forms, size_t blocks, uint64_t *rest, uint64_t *members,
    uint64_t *words, uint64_t *dense) {
  for (size_t i = 0; i < blocks; i++) {
    if (!rest[i]) continue;
    uint64_t first = stemma_threes(forms + 64 * i, rest[i]);
    if (!first) continue;
    // The scalars side by side, at most 21.
    __m512i low6 = _mm512_set1_epi16(0x3F);
    __m512i bytes[3];
    for (int k = 0; k < 3; k++) {
      bytes[k] = _mm512_cvtepu8_epi16(_mm512_castsi512_si256(_mm512_maskz_compress_epi8(
          first, _mm512_loadu_si512(forms + 64 * i + (size_t)k))));
    }
    __m512i scalars = _mm512_or_si512(
        _mm512_slli_epi16(bytes[0], 12),
        _mm512_or_si512(
            _mm512_slli_epi16(_mm512_and_si512(bytes[1], low6), 6),
            _mm512_and_si512(bytes[2], low6)));
    __m512i halves[2] = {
        _mm512_cvtepu16_epi32(_mm512_castsi512_si256(scalars)),
        _mm512_cvtepu16_epi32(_mm512_extracti64x4_epi64(scalars, 1))};
    stemma_sort_threes(halves, first, i, rest, members, words, dense);
  }
}

#endif

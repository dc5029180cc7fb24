#include "avx512.h"

#if defined(__x86_64__)

// Appends those of eight numbers whose bit is set, in order; returns how many.
AVX512 static inline size_t add_numbers(__m128i numbers, __mmask8 which, uint16_t *out) {
  __m256i kept = _mm256_maskz_compress_epi32(which, _mm256_cvtepu16_epi32(numbers));
  _mm_storeu_si128((__m128i *)out, _mm256_cvtepi32_epi16(kept));
  return (size_t)__builtin_popcount(which);
}

// XXH3 of eight words of up to 8 letters at a time, by the formulas of the xxHash
// specification for 1 to 3 and for 4 to 8 bytes; longer ones are hashed after.
AVX512 static void hash_batch(
    const uint8_t *text, const uint32_t *edges, size_t count, uint64_t case_bits,
    uint64_t *hashes) {
  // The secret's bytes 0 to 3 xor 4 to 7; 8 to 15 xor 16 to 23.
  const __m512i flip3 = _mm512_set1_epi64(0x87275A9BLL);
  const __m512i flip8 = _mm512_set1_epi64((long long)0xC73AB174C5ECD5A2ULL);
  const __m512i eight = _mm512_set1_epi64(8);
  const __m512i sixteen = _mm512_set1_epi64(16);
  // Put side by side one by one: processors that gather safely gather slowly.
  uint64_t begins[STEMMA_BATCH];
#pragma clang loop vectorize(disable)
  for (size_t i = 0; i < count; i++) memcpy(begins + i, text + edges[2 * i], 8);
  uint16_t more[STEMMA_BATCH + 8], many[STEMMA_BATCH + 8];
  size_t more_count = 0, many_count = 0;
  __m128i numbers = _mm_setr_epi16(0, 1, 2, 3, 4, 5, 6, 7);
  for (size_t from = 0; from < count; from += 8) {
    size_t size = count - from < 8 ? count - from : 8;
    __mmask8 lanes = (__mmask8)(0xFF >> (8 - size));
    __m512i edge = _mm512_maskz_loadu_epi64(lanes, edges + 2 * from);
    __m512i start = _mm512_and_si512(edge, _mm512_set1_epi64(0xFFFFFFFF));
    __m512i length = _mm512_sub_epi64(_mm512_srli_epi64(edge, 32), start);
    __mmask8 long_ones = _mm512_mask_cmpgt_epu64_mask(lanes, length, eight);
    __mmask8 longest = _mm512_mask_cmpgt_epu64_mask(long_ones, length, sixteen);
    __m512i word = _mm512_maskz_loadu_epi64(lanes, begins + from);
    // Bits behind the word are cleared; bits to shift by from 64 on give zero.
    __m512i bits = _mm512_slli_epi64(length, 3);
    word = _mm512_or_si512(word, _mm512_set1_epi64((long long)case_bits));
    word = _mm512_andnot_si512(_mm512_sllv_epi64(_mm512_set1_epi64(-1), bits), word);

    __m512i middle = _mm512_srlv_epi64(
        word, _mm512_slli_epi64(_mm512_srli_epi64(length, 1), 3));
    middle = _mm512_and_si512(middle, _mm512_set1_epi64(0xFF));
    __m512i last = _mm512_srlv_epi64(word, _mm512_sub_epi64(bits, eight));
    __m512i a = _mm512_or_si512(
        _mm512_or_si512(
            _mm512_slli_epi64(_mm512_and_si512(word, _mm512_set1_epi64(0xFF)), 16),
            _mm512_slli_epi64(middle, 24)),
        _mm512_or_si512(last, _mm512_slli_epi64(length, 8)));
    a = _mm512_xor_si512(a, flip3);
    a = _mm512_xor_si512(a, _mm512_srli_epi64(a, 33));
    a = _mm512_mullo_epi64(a, _mm512_set1_epi64((long long)0xC2B2AE3D27D4EB4FULL));
    a = _mm512_xor_si512(a, _mm512_srli_epi64(a, 29));
    a = _mm512_mullo_epi64(a, _mm512_set1_epi64((long long)0x165667B19E3779F9ULL));
    a = _mm512_xor_si512(a, _mm512_srli_epi64(a, 32));

    __m512i tail = _mm512_srlv_epi64(word, _mm512_sub_epi64(bits, _mm512_set1_epi64(32)));
    tail = _mm512_and_si512(tail, _mm512_set1_epi64(0xFFFFFFFF));
    __m512i b = _mm512_add_epi64(tail, _mm512_slli_epi64(word, 32));
    b = _mm512_xor_si512(b, flip8);
    b = _mm512_ternarylogic_epi64(
        b, _mm512_rol_epi64(b, 49), _mm512_rol_epi64(b, 24), 0x96);
    b = _mm512_mullo_epi64(b, _mm512_set1_epi64((long long)0x9FB21C651E98DF25ULL));
    b = _mm512_xor_si512(b, _mm512_add_epi64(_mm512_srli_epi64(b, 35), length));
    b = _mm512_mullo_epi64(b, _mm512_set1_epi64((long long)0x9FB21C651E98DF25ULL));
    b = _mm512_xor_si512(b, _mm512_srli_epi64(b, 28));

    __mmask8 few = _mm512_cmplt_epu64_mask(length, _mm512_set1_epi64(4));
    _mm512_mask_storeu_epi64(hashes + from, lanes, _mm512_mask_blend_epi64(few, b, a));
    more_count += add_numbers(numbers, long_ones ^ longest, more + more_count);
    if (longest) many_count += add_numbers(numbers, longest, many + many_count);
    numbers = _mm_add_epi16(numbers, _mm_set1_epi16(8));
  }
  stemma_hash_more(text, edges, more, more_count, case_bits, hashes);
  stemma_hash_many(text, edges, many, many_count, case_bits, hashes);
}

AVX512 void stemma_hash_words_avx512(
    const uint8_t *text, const uint32_t *edges, size_t count, uint64_t case_bits,
    uint64_t *hashes) {
  for (size_t from = 0; from < count; from += STEMMA_BATCH) {
    size_t size = count - from < STEMMA_BATCH ? count - from : STEMMA_BATCH;
    hash_batch(text, edges + 2 * from, size, case_bits, hashes + from);
  }
}

AVX512 void stemma_hash_shingles_avx512(
    const uint64_t *tokens, size_t count, size_t length, uint64_t multiplier,
    uint64_t *shingles) {
  __m512i m = _mm512_set1_epi64((long long)multiplier);
  size_t total = count - length + 1;
  for (size_t from = 0; from < total; from += 8) {
    __mmask8 lanes = (__mmask8)(0xFF >> (8 - (total - from < 8 ? total - from : 8)));
    __m512i hash = _mm512_maskz_loadu_epi64(lanes, tokens + from);
    for (size_t i = 1; i < length; i++) {
      hash = _mm512_add_epi64(
          _mm512_mullo_epi64(hash, m), _mm512_maskz_loadu_epi64(lanes, tokens + from + i));
    }
    _mm512_mask_storeu_epi64(shingles + from, lanes, hash);
  }
}

AVX512 void stemma_lowest_ranks_avx512(
    const uint64_t *shingles, size_t count, uint64_t multiplier, unsigned bits,
    const uint64_t *wanted, uint64_t *ranks) {
  enum { batch = 512 };
  // Ranks that fall into wanted slots, few in all rounds but the first.
  uint64_t hits[batch + 8];
  __m512i m = _mm512_set1_epi64((long long)multiplier);
  __m512i bitmap = _mm512_loadu_si512(wanted);
  __m512i one = _mm512_set1_epi64(1);
  __m128i shift = _mm_cvtsi32_si128(64 - (int)bits);
  for (size_t from = 0; from < count; from += batch) {
    size_t to = count - from < batch ? count : from + batch, found = 0;
    for (size_t i = from; i < to; i += 8) {
      __mmask8 lanes = (__mmask8)(0xFF >> (8 - (to - i < 8 ? to - i : 8)));
      __m512i rank = _mm512_mullo_epi64(_mm512_maskz_loadu_epi64(lanes, shingles + i), m);
      __m512i slot = _mm512_srl_epi64(rank, shift);
      __m512i word = _mm512_permutexvar_epi64(_mm512_srli_epi64(slot, 6), bitmap);
      __m512i bit = _mm512_rolv_epi64(one, slot);
      __mmask8 hit = _mm512_mask_test_epi64_mask(lanes, word, bit);
      _mm512_storeu_si512(hits + found, _mm512_maskz_compress_epi64(hit, rank));
      found += (size_t)_mm_popcnt_u32(hit);
    }
    for (size_t i = 0; i < found; i++) {
      uint64_t rank = hits[i], *lowest = ranks + (rank >> (64 - bits));
      *lowest = rank < *lowest ? rank : *lowest;
    }
  }
}

AVX512 size_t stemma_take_ranks_avx512(
    uint64_t *ranks, uint64_t inverse, size_t count, uint64_t *empty, uint64_t *slots) {
  const __m512i highest = _mm512_set1_epi64(-1);
  __m512i factor = _mm512_set1_epi64((long long)inverse);
  size_t taken = 0;
  for (size_t i = 0; i < count; i++) {
    uint64_t found = 0;
    for (size_t part = 0; part < 8; part++) {
      __mmask8 wanted = (__mmask8)(empty[i] >> (8 * part));
      // Slots that there are not are not empty, and are not touched.
      if (!wanted) continue;
      size_t at = 64 * i + 8 * part;
      __m512i rank = _mm512_maskz_loadu_epi64(wanted, ranks + at);
      __mmask8 has_rank = _mm512_mask_cmpneq_epi64_mask(wanted, rank, highest);
      _mm512_mask_storeu_epi64(slots + at, has_rank, _mm512_mullo_epi64(rank, factor));
      _mm512_mask_storeu_epi64(ranks + at, has_rank, highest);
      found |= (uint64_t)has_rank << (8 * part);
    }
    empty[i] ^= found;
    taken += (size_t)_mm_popcnt_u64(found);
  }
  return taken;
}

#endif

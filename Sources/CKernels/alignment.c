#include "internal.h"

// A strip of as many rows as a vector has lanes goes along the second text, each row one place
// behind the row above it: so all cells of a vector lie on one diagonal from lower left to upper
// right, and none depends on another of them. The last row is lane 0: what a step writes to `row` is
// overwritten by the next but for that lane, so that the last row stays there for the next strip,
// `lanes - 1` cells further on.
#define ALIGN(name, target, lanes, cell, shift)                                                    \
  target static int name(                                                                          \
      const uint16_t *a, size_t a_count, const cell *scores, const uint16_t *b, size_t b_count,    \
      cell mismatch, cell gap, int enough, cell *row) {                                            \
    typedef cell cells __attribute__((vector_size(lanes * sizeof(cell))));                         \
    typedef uint16_t ids __attribute__((vector_size(2 * lanes)));                                  \
    const cells none = {0}, mismatches = none + mismatch, gaps = none + gap;                       \
    memset(row, 0, (b_count + 2 * lanes) * sizeof(cell));                                          \
    int best = 0;                                                                                  \
    for (size_t first = 0; first < a_count; first += lanes) {                                      \
      ids id;                                                                                      \
      cells match, value = none, diagonal = none, highest = none;                                  \
      for (size_t k = 0; k < lanes; k++) {                                                         \
        size_t i = first + lanes - 1 - k;                                                          \
        id[k] = i < a_count ? a[i] : STEMMA_ALIGNED_TO_NONE;                                       \
        match[k] = i < a_count ? scores[i] : 0;                                                    \
      }                                                                                            \
      for (size_t j = 0; j < b_count + lanes - 1; j++) {                                           \
        ids other;                                                                                 \
        cells last;                                                                                \
        memcpy(&other, b + j, sizeof other);                                                       \
        memcpy(&last, row + lanes - 1 + j, sizeof last);                                           \
        cells equal = (cells)__builtin_convertvector(other == id, cells);                          \
        cells above = __builtin_shufflevector(value, last, shift);                                 \
        cells aligned = __builtin_elementwise_sub_sat(                                             \
            __builtin_elementwise_add_sat(diagonal, match & equal), mismatches & ~equal);          \
        value = __builtin_elementwise_max(                                                         \
            aligned,                                                                               \
            __builtin_elementwise_sub_sat(__builtin_elementwise_max(value, above), gaps));         \
        diagonal = above;                                                                          \
        highest = __builtin_elementwise_max(highest, value);                                       \
        memcpy(row + j, &value, sizeof value);                                                     \
      }                                                                                            \
      for (size_t k = 0; k < lanes; k++) best = highest[k] > best ? highest[k] : best;             \
      if (best >= enough) return enough;                                                           \
    }                                                                                              \
    return best;                                                                                   \
  }

#define SHIFT_8 1, 2, 3, 4, 5, 6, 7, 8
#define SHIFT_16 SHIFT_8, 9, 10, 11, 12, 13, 14, 15, 16
#define SHIFT_32 SHIFT_16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32

ALIGN(align, , 8, uint16_t, SHIFT_8)
ALIGN(align_coarsely, , 16, uint8_t, SHIFT_16)
#if defined(__x86_64__)
ALIGN(align_avx2, __attribute__((target("avx2"))), 16, uint16_t, SHIFT_16)
ALIGN(align_coarsely_avx2, __attribute__((target("avx2"))), 32, uint8_t, SHIFT_32)
#endif

int stemma_align_locally(
    stemma_instructions instructions, const uint16_t *a, size_t a_count, const uint16_t *scores,
    const uint16_t *b, size_t b_count, uint16_t mismatch, uint16_t gap, int enough, uint16_t *row) {
#if defined(__x86_64__)
  if (instructions >= stemma_instructions_avx2) {
    b += STEMMA_ALIGNMENT_ROOM - 15;
    return align_avx2(a, a_count, scores, b, b_count, mismatch, gap, enough, row);
  }
#endif
  (void)instructions;
  b += STEMMA_ALIGNMENT_ROOM - 7;
  return align(a, a_count, scores, b, b_count, mismatch, gap, enough, row);
}

int stemma_align_coarsely(
    stemma_instructions instructions, const uint16_t *a, size_t a_count, const uint8_t *scores,
    const uint16_t *b, size_t b_count, uint8_t mismatch, uint8_t gap, int enough, uint8_t *row) {
#if defined(__x86_64__)
  if (instructions >= stemma_instructions_avx2) {
    b += STEMMA_ALIGNMENT_ROOM - 31;
    return align_coarsely_avx2(a, a_count, scores, b, b_count, mismatch, gap, enough, row);
  }
#endif
  (void)instructions;
  b += STEMMA_ALIGNMENT_ROOM - 15;
  return align_coarsely(a, a_count, scores, b, b_count, mismatch, gap, enough, row);
}

#include "internal.h"

// The table of the heaviest common subsequence by its differences: with `down` what a cell adds to
// the one above it and `along` what it adds to the one before it, a cell of weight s (0 where its
// items differ) between the along A of the cell above and the down B of the cell before has
//   most = max(A, B, s), down = most - A, along = most - B.
// No difference is more than a weight, so that 8 bits hold it (as in Myers, JACM 1999, and Suzuki and
// Kasahara, BMC Bioinformatics 2018). The last row's sum is the whole weight.
//
// Strips of rows as in alignment.c, of which a step writes four cells: all but the last row's, lane
// 0, are overwritten. Two sequences are compared with the first at once, so that one is worked on while
// the processor waits for the other.
#define ORDER(name, target, lanes, shift)                                                          \
  target static void name(                                                                         \
      const uint16_t *a, const uint8_t *weights, size_t a_count, const uint16_t *b,                \
      const uint16_t *c, size_t count, uint8_t *row_b, uint8_t *row_c, stemma_weights *sums) {     \
    typedef uint8_t cells __attribute__((vector_size(lanes)));                                     \
    typedef uint16_t ids __attribute__((vector_size(2 * lanes)));                                  \
    const cells none = {0};                                                                        \
    b += STEMMA_ALIGNMENT_ROOM - (lanes - 1);                                                      \
    c += STEMMA_ALIGNMENT_ROOM - (lanes - 1);                                                      \
    memset(row_b, 0, count + 2 * lanes);                                                           \
    memset(row_c, 0, count + 2 * lanes);                                                           \
    for (size_t first = 0; first < a_count; first += lanes) {                                      \
      ids id;                                                                                      \
      cells weight, along_b = none, along_c = none, down_b = none, down_c = none;                  \
      for (size_t k = 0; k < lanes; k++) {                                                         \
        size_t i = first + lanes - 1 - k;                                                          \
        id[k] = i < a_count ? a[i] : STEMMA_ALIGNED_TO_NONE;                                       \
        weight[k] = i < a_count ? weights[i] : 0;                                                  \
      }                                                                                            \
      for (size_t j = 0; j < count + lanes - 1; j++) {                                             \
        STEP(b, row_b, along_b, down_b, shift)                                                     \
        STEP(c, row_c, along_c, down_c, shift)                                                     \
      }                                                                                            \
    }                                                                                              \
    sums->b = sums->c = 0;                                                                         \
    for (size_t j = 0; j < count; j++) {                                                           \
      sums->b += row_b[lanes - 1 + j];                                                             \
      sums->c += row_c[lanes - 1 + j];                                                             \
    }                                                                                              \
  }

#define STEP(b, row, along, down, ...)                                                             \
  {                                                                                                \
    ids other;                                                                                     \
    memcpy(&other, b + j, sizeof other);                                                           \
    cells last;                                                                                    \
    memcpy(&last, row + sizeof last - 1 + j, sizeof last);                                         \
    cells equal = (cells)__builtin_convertvector(other == id, cells);                              \
    cells above = __builtin_shufflevector(along, last, __VA_ARGS__);                               \
    cells most = __builtin_elementwise_max(                                                        \
        __builtin_elementwise_max(down, weight & equal), above);                                   \
    along = most - down;                                                                           \
    down = most - above;                                                                           \
    memcpy(row + j, &along, 4);                                                                    \
  }

#define SHIFT_16 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
#define SHIFT_32                                                                                   \
  SHIFT_16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32
#define SHIFT_64                                                                                   \
  SHIFT_32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53,    \
      54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64

ORDER(order, , 16, SHIFT_16)
#if defined(__x86_64__)
ORDER(order_avx2, __attribute__((target("avx2"))), 32, SHIFT_32)
ORDER(order_avx512, __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq"))), 64, SHIFT_64)
#endif

stemma_weights stemma_weigh_order(
    stemma_instructions instructions, const uint16_t *a, const uint8_t *weights, size_t a_count,
    const uint16_t *b, const uint16_t *c, size_t count, uint8_t *row_b, uint8_t *row_c) {
  stemma_weights sums;
#if defined(__x86_64__)
  if (instructions >= stemma_instructions_avx512) {
    order_avx512(a, weights, a_count, b, c, count, row_b, row_c, &sums);
    return sums;
  }
  if (instructions >= stemma_instructions_avx2) {
    order_avx2(a, weights, a_count, b, c, count, row_b, row_c, &sums);
    return sums;
  }
#endif
  (void)instructions;
  order(a, weights, a_count, b, c, count, row_b, row_c, &sums);
  return sums;
}

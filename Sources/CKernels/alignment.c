#include "internal.h"

enum { lanes = 8 };
typedef int16_t vector __attribute__((vector_size(2 * lanes)));

static inline __attribute__((always_inline)) vector load(const int16_t *from) {
  vector result;
  memcpy(&result, from, sizeof result);
  return result;
}

// A row at a time. Left neighbours in a row depend on each other, one after the other; a gap costs
// the same at each step, so that three steps of one, two and four places come to the same.
int stemma_align_locally(
    const int16_t *a, size_t a_count, const int16_t *scores, const int16_t *b, size_t b_count,
    int16_t mismatch, int16_t gap, int16_t enough, int16_t *row) {
  const vector none = {0};
  const vector gaps = none + gap;
  // What the last cell of the lanes before is worth at each place of these.
  vector carried_gaps;
  for (int i = 0; i < lanes; i++) carried_gaps[i] = (int16_t)(gap * (i + 1));
  memset(row, 0, (b_count + lanes) * sizeof *row);
  int best = 0;
  for (size_t i = 0; i < a_count; i++) {
    vector id = none + a[i], match = none + scores[i], highest = none;
    // The row above, moved on by one place: what stands in its lane before the first.
    vector above_before = none, carried = none;
    for (size_t j = 0; j < b_count; j += lanes) {
      vector above = load(row + j);
      vector diagonal =
          __builtin_shufflevector(above_before, above, 7, 8, 9, 10, 11, 12, 13, 14);
      vector equal = load(b + j) == id;
      vector value = diagonal + ((match & equal) | ((none - mismatch) & ~equal));
      value = __builtin_elementwise_max(value, above - gaps);
      value = __builtin_elementwise_max(value, none);
      vector moved = __builtin_shufflevector(none, value, 7, 8, 9, 10, 11, 12, 13, 14);
      value = __builtin_elementwise_max(value, moved - gaps);
      moved = __builtin_shufflevector(none, value, 6, 7, 8, 9, 10, 11, 12, 13);
      value = __builtin_elementwise_max(value, moved - 2 * gaps);
      moved = __builtin_shufflevector(none, value, 4, 5, 6, 7, 8, 9, 10, 11);
      value = __builtin_elementwise_max(value, moved - 4 * gaps);
      value = __builtin_elementwise_max(value, carried - carried_gaps);
      carried = __builtin_shufflevector(value, value, 7, 7, 7, 7, 7, 7, 7, 7);
      memcpy(row + j, &value, sizeof value);
      highest = __builtin_elementwise_max(highest, value);
      above_before = above;
    }
    for (int k = 0; k < lanes; k++) best = highest[k] > best ? highest[k] : best;
    if (best >= enough) return enough;
  }
  return best;
}

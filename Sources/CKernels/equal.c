#include "internal.h"

// Plain loops, which the compiler makes loops over vectors.

size_t stemma_equal_keys(const uint32_t *a, const uint32_t *b, size_t count) {
  uint32_t equal = 0;
  for (size_t i = 0; i < count; i++) equal += a[i] == b[i];
  return equal;
}

size_t stemma_equal_short_keys(const uint16_t *a, const uint16_t *b, size_t count) {
  uint16_t equal = 0;
  for (size_t i = 0; i < count; i++) equal = (uint16_t)(equal + (a[i] == b[i]));
  return equal;
}

#include "internal.h"

#include <tables.h>

// What the properties of a scalar tell of upper case and numbers, in the bits for marks.
static uint8_t marks_of_letter(const uint8_t *c) {
  uint32_t scalar = c[0] < 0xE0   ? (uint32_t)(c[0] & 0x1F) << 6 | (c[1] & 0x3F)
                    : c[0] < 0xF0 ? (uint32_t)(c[0] & 0x0F) << 12 |
                                        (uint32_t)(c[1] & 0x3F) << 6 | (c[2] & 0x3F)
                                  : (uint32_t)(c[0] & 0x07) << 18 |
                                        (uint32_t)(c[1] & 0x3F) << 12 |
                                        (uint32_t)(c[2] & 0x3F) << 6 | (c[3] & 0x3F);
  uint32_t properties =
      stemma_unicode_properties[stemma_unicode_blocks[scalar >> 7] << 7 | (scalar & 127)];
  return (uint8_t)(properties >> 1 & (STEMMA_CAPITALISED | STEMMA_NUMERAL));
}

static inline uint8_t marks_of_ascii(uint8_t byte) {
  bool is_upper = (uint8_t)(byte - 'A') < 26, is_digit = (uint8_t)(byte - '0') < 10;
  return (uint8_t)((is_upper ? STEMMA_CAPITALISED : 0) | (is_digit ? STEMMA_NUMERAL : 0));
}

void stemma_place_tokens(
    const uint8_t *text, uint32_t base, const uint32_t *edges, const bool *dense,
    size_t first, size_t count, uint32_t *starts, uint32_t *ends, void *marks, size_t at) {
  uint8_t *mark = (uint8_t *)marks + at;
  edges += 2 * first;
  starts += at;
  ends += at;
  for (size_t i = 0; i < count; i++) {
    starts[i] = base + edges[2 * i];
    ends[i] = base + edges[2 * i + 1];
  }
  text += base;
  if (!dense) {
    for (size_t i = 0; i < count; i++) mark[i] = marks_of_ascii(text[edges[2 * i]]);
    return;
  }
  for (size_t i = 0; i < count; i++) {
    const uint8_t *c = text + edges[2 * i];
    mark[i] = dense[first + i] ? STEMMA_DENSE
              : c[0] >= 0x80   ? marks_of_letter(c)
                               : marks_of_ascii(c[0]);
  }
}

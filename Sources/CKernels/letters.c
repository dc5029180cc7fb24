#include "internal.h"

#include <tables.h>

enum { batch = 64, longest = 256 };

// The form of a run; its length, or 0 where it holds anything but simple letters.
static size_t fold(const uint8_t *run, size_t length, const uint16_t *letters, uint8_t *form) {
  size_t i = 0;
  while (i < length) {
    if (run[i] < 0x80) {
      // Runs hold no other ASCII than letters and digits.
      form[i] = run[i] | 0x20;
      i++;
      continue;
    }
    if ((run[i] & 0xE0) != 0xC0 || i + 1 == length || (run[i + 1] & 0xC0) != 0x80) return 0;
    uint16_t folded = letters[(size_t)(run[i] & 0x1F) << 6 | (run[i + 1] & 0x3F)];
    if (!folded) return 0;
    form[i] = (uint8_t)folded;
    form[i + 1] = (uint8_t)(folded >> 8);
    i += 2;
  }
  return length;
}

size_t stemma_hash_letter_runs(
    stemma_instructions instructions, const uint8_t *text, const uint32_t *edges,
    uint32_t *high, size_t high_count, const uint16_t *letters, uint64_t *hashes) {
  uint8_t forms[batch * longest + 16];
  uint32_t form_edges[2 * batch], runs[batch];
  uint64_t found[batch];
  size_t others = 0;
  for (size_t from = 0; from < high_count; from += batch) {
    size_t to = high_count - from < batch ? high_count : from + batch, count = 0, size = 0;
    for (size_t i = from; i < to; i++) {
      uint32_t run = high[i];
      size_t length = edges[2 * run + 1] - edges[2 * run];
      if (length <= longest && fold(text + edges[2 * run], length, letters, forms + size)) {
        form_edges[2 * count] = (uint32_t)size;
        form_edges[2 * count + 1] = (uint32_t)(size += length);
        runs[count++] = run;
      } else {
        high[others++] = run;
      }
    }
    stemma_hash_words(instructions, forms, sizeof forms, form_edges, count, false, found);
    for (size_t i = 0; i < count; i++) hashes[runs[i]] = found[i];
  }
  return others;
}

size_t stemma_find_plain(
    const uint8_t *text, size_t from, size_t to, uint32_t mask, uint32_t bits,
    uint32_t width, uint32_t *edges) {
  size_t count = 0;
  for (size_t i = from; i + 3 <= to; i += 3) {
    if ((text[i] & 0xF0) != 0xE0 || (text[i + 1] & 0xC0) != 0x80 || (text[i + 2] & 0xC0) != 0x80) {
      break;
    }
    uint32_t scalar =
        (uint32_t)(text[i] & 0x0F) << 12 | (uint32_t)(text[i + 1] & 0x3F) << 6 | (text[i + 2] & 0x3F);
    uint32_t properties =
        stemma_unicode_properties[stemma_unicode_blocks[scalar >> 7] << 7 | (scalar & 127)];
    if (scalar < 0x800 || (properties & mask) != bits) break;
    edges[2 * count] = (uint32_t)i;
    edges[2 * count + 1] = (uint32_t)(i + 3 * width);
    count++;
  }
  return count;
}

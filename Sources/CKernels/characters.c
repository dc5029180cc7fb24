#include "internal.h"

#include <tables.h>

static inline uint32_t properties_of(uint32_t scalar) {
  return stemma_unicode_properties[stemma_unicode_blocks[scalar >> 7] << 7 | (scalar & 127)];
}

// The length of the character above 0x7F that begins `left` bytes; 0 where it is none.
static inline size_t decode(const uint8_t *c, size_t left, uint32_t *properties) {
  uint32_t scalar;
  if ((c[0] & 0xF0) == 0xE0) {
    if (left < 3 || (c[1] & 0xC0) != 0x80 || (c[2] & 0xC0) != 0x80) return 0;
    scalar = (uint32_t)(c[0] & 0x0F) << 12 | (uint32_t)(c[1] & 0x3F) << 6 | (c[2] & 0x3F);
    if (scalar < 0x800 || scalar >> 11 == 0x1B) return 0;
    *properties = properties_of(scalar);
    return 3;
  }
  if (c[0] < 0xC2 || c[0] > 0xF4 || left < 2 || (c[1] & 0xC0) != 0x80) return 0;
  if (c[0] < 0xE0) {
    *properties = properties_of((uint32_t)(c[0] & 0x1F) << 6 | (c[1] & 0x3F));
    return 2;
  }
  if (left < 4 || (c[2] & 0xC0) != 0x80 || (c[3] & 0xC0) != 0x80) return 0;
  scalar = (uint32_t)(c[0] & 0x07) << 18 | (uint32_t)(c[1] & 0x3F) << 12 |
           (uint32_t)(c[2] & 0x3F) << 6 | (c[3] & 0x3F);
  if (scalar < 0x10000 || scalar > 0x10FFFF) return 0;
  *properties = properties_of(scalar);
  return 4;
}

static inline bool has(const uint64_t *mask, size_t bit) {
  return mask[bit / 64] >> (bit % 64) & 1;
}

static inline void clear(uint64_t *mask, size_t from, size_t to) {
  size_t first = from / 64, last = to / 64;
  uint64_t below = ~(~0ULL << (from % 64)), above = ~0ULL << (to % 64);
  if (first == last) {
    mask[first] &= below | above;
    return;
  }
  mask[first] &= below;
  for (size_t i = first + 1; i < last; i++) mask[i] = 0;
  mask[last] &= above;
}

static inline void set(uint64_t *mask, size_t from, size_t to) {
  for (size_t i = from; i < to; i++) mask[i / 64] |= 1ULL << (i % 64);
}

static size_t run_end(const uint64_t *mask, size_t from) {
  size_t block = from / 64;
  uint64_t gaps = ~mask[block] & ~0ULL << (from % 64);
  while (!gaps) gaps = ~mask[++block];
  return 64 * block + (size_t)__builtin_ctzll(gaps);
}

// The bytes around the character at `from` that can be read for themselves by those who
// can read it: a word where it belongs to one, else all up to separators.
static stemma_stretch stretch_around(
    const uint8_t *forms, size_t from, size_t count, const uint64_t *members,
    const uint64_t *words) {
  uint32_t properties = 0;
  size_t length = decode(forms + from, count - from, &properties);
  // What is passed over might join the dense characters on both sides.
  bool behind_dense = from > 0 && has(members, from - 1) && !has(words, from - 1);
  uint32_t kind = properties & stemma_kinds;
  if (length == 0 || !(kind == stemma_word || (kind == stemma_ignored && !behind_dense))) {
    return (stemma_stretch){
        (uint32_t)stemma_run_begin(members, from), (uint32_t)run_end(members, from)};
  }
  size_t end = from + length;
  while (end < count && has(members, end)) {
    length = 1;
    if (forms[end] >= 0x80) {
      length = decode(forms + end, count - end, &properties);
      kind = properties & stemma_kinds;
      if (length == 0 || !(kind == stemma_word || kind == stemma_ignored)) break;
    }
    end += length;
  }
  return (stemma_stretch){(uint32_t)stemma_run_begin(words, from), (uint32_t)end};
}

// The end of those dense characters in `rest`, each of three bytes and its own form,
// that begin at `from`, where one is.
static size_t dense_end(
    const uint8_t *forms, size_t from, size_t count, const uint64_t *rest) {
  size_t end = from + 3;
  while (end + 3 <= count && has(rest, end)) {
    // Scalars for which three bytes may not stand are no dense ones.
    const uint8_t *c = forms + end;
    if ((c[0] & 0xF0) != 0xE0 || (c[1] & 0xC0) != 0x80 || (c[2] & 0xC0) != 0x80) break;
    uint32_t properties = properties_of(
        (uint32_t)(c[0] & 0x0F) << 12 | (uint32_t)(c[1] & 0x3F) << 6 | (c[2] & 0x3F));
    if (properties != stemma_pairs) break;
    end += 3;
  }
  return end;
}

// Puts the form of a character that is part of a word in its place; false where that
// has another length, or may combine with what stands before.
static inline bool fold(uint8_t *form, size_t length, uint32_t properties) {
  size_t folded = properties >> 8 & 0xFF;
  if (properties & stemma_may_combine) return false;
  if (folded == 0) return true;
  if (folded != length) return false;
  memcpy(form, stemma_unicode_foldings + (properties >> 16), length);
  return true;
}

// Reads the characters of which a byte is in `rest`.
static size_t read_characters(
    uint8_t *forms, size_t count, const uint64_t *rest, uint64_t *members,
    uint64_t *words, uint64_t *dense, stemma_stretch *stretches) {
  size_t found = 0, next = 0;
  for (size_t block = 0; 64 * block < count; block++) {
    uint64_t left = rest[block];
    while (true) {
      // What has been read may reach into this block or over it.
      if (next > 64 * block) left &= next < 64 * (block + 1) ? ~0ULL << (next % 64) : 0;
      if (!left) break;
      size_t at = 64 * block + (size_t)__builtin_ctzll(left);
      uint32_t properties = stemma_ignored;
      size_t length = decode(forms + at, count - at, &properties);
      uint32_t kind = properties & stemma_kinds;
      next = at + length;
      if (kind == stemma_separator) {
        clear(words, at, next);
        clear(members, at, next);
      } else if (length == 3 && properties == stemma_pairs) {
        next = dense_end(forms, at, count, rest);
        clear(words, at, next);
        set(dense, at, next);
      } else if (kind != stemma_word || !fold(forms + at, length, properties)) {
        stemma_stretch all = stretch_around(forms, at, count, members, words);
        while (found > 0 && stretches[found - 1].begin >= all.begin) found--;
        stretches[found++] = all;
        clear(words, all.begin, all.end);
        clear(dense, all.begin, all.end);
        next = all.end;
      }
    }
  }
  return found;
}

size_t stemma_read_characters(
    stemma_instructions instructions, const uint8_t *text, size_t count,
    const uint16_t *letters, uint64_t *high, uint64_t *members, uint64_t *words,
    uint64_t *dense, uint8_t *forms, stemma_stretch *stretches) {
  // Letters and digits of ASCII are in lower case with bit 5; nothing else of it is read.
  for (size_t i = 0; i < count; i++) {
    forms[i] = (uint8_t)(text[i] | (~text[i] >> 7 & 1) << 5);
  }
  memcpy(words, members, STEMMA_MASK * sizeof *words);
  size_t blocks = (count + 63) / 64;
  stemma_fold_letters(instructions, forms, blocks, letters, high, members, words);
  memset(dense, 0, STEMMA_MASK * sizeof *dense);
#if defined(__x86_64__)
  if (instructions == stemma_instructions_avx512_bytes) {
    stemma_find_dense_avx512_bytes(forms, blocks, high, members, words, dense);
  } else if (instructions == stemma_instructions_avx512) {
    stemma_find_dense_avx512(forms, blocks, high, members, words, dense);
  }
#endif
  return read_characters(forms, count, high, members, words, dense, stretches);
}

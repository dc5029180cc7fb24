#include "internal.h"

size_t stemma_join_tokens(
    const uint32_t *words, size_t word_count, stemma_stretch *stretches,
    size_t stretch_count, uint32_t *tokens, bool *dense, size_t *others) {
  size_t count = 0, next = 0, kept = 0;
  for (size_t i = 0; i < stretch_count; i++) {
    stemma_stretch stretch = stretches[i];
    while (next < word_count && words[2 * next] < stretch.begin) {
      tokens[2 * count] = words[2 * next];
      tokens[2 * count + 1] = words[2 * next + 1];
      dense[count] = false;
      count++;
      next++;
    }
    if (stretch.width == 0) {
      stretch.tokens = (uint32_t)count;
      stretches[kept++] = stretch;
      continue;
    }
    uint32_t extent = 3 * stretch.width, length = stretch.end - stretch.begin;
    size_t more = length <= extent ? 1 : (length - extent) / 3 + 1;
    // Eight at a time, so that the branch is seldom mispredicted; what is written too
    // much lies behind.
    for (size_t k = 0; k < more; k += 8) {
      for (size_t i = 0; i < 8; i++) {
        uint32_t begin = stretch.begin + 3 * (uint32_t)(k + i);
        tokens[2 * (count + k + i)] = begin;
        tokens[2 * (count + k + i) + 1] = begin + extent;
        dense[count + k + i] = true;
      }
    }
    if (length < extent) tokens[2 * count + 1] = stretch.end;
    count += more;
  }
  size_t rest = word_count - next;
  memcpy(tokens + 2 * count, words + 2 * next, 2 * rest * sizeof *tokens);
  memset(dense + count, false, rest);
  *others = kept;
  return count + rest;
}

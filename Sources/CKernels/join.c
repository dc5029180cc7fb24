#include "internal.h"

size_t stemma_join_tokens(
    const uint32_t *words, size_t word_count, const uint32_t *runs, size_t run_count,
    uint32_t *tokens, bool *dense) {
  size_t count = 0, next = 0;
  for (size_t i = 0; i < run_count; i++) {
    uint32_t start = runs[2 * i], end = runs[2 * i + 1];
    while (next < word_count && words[2 * next] < start) {
      tokens[2 * count] = words[2 * next];
      tokens[2 * count + 1] = words[2 * next + 1];
      dense[count] = false;
      count++;
      next++;
    }
    // A token is two characters of three bytes, or the only one there is.
    size_t pairs = end - start <= 6 ? 1 : (end - start) / 3 - 1;
    // Eight at a time, so that the branch is seldom mispredicted; what is written too
    // much lies behind.
    for (size_t k = 0; k < pairs; k += 8) {
      for (size_t j = 0; j < 8; j++) {
        uint32_t begin = start + 3 * (uint32_t)(k + j);
        tokens[2 * (count + k + j)] = begin;
        tokens[2 * (count + k + j) + 1] = begin + 6;
        dense[count + k + j] = true;
      }
    }
    count += pairs;
    tokens[2 * count - 1] = end;
  }
  size_t rest = word_count - next;
  memcpy(tokens + 2 * count, words + 2 * next, 2 * rest * sizeof *tokens);
  memset(dense + count, false, rest);
  return count + rest;
}

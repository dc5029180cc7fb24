#include "internal.h"

static void fold_letters_portable(
    uint8_t *forms, size_t blocks, const uint16_t *letters, uint64_t *rest,
    uint64_t *members, uint64_t *words) {
  for (size_t i = 0; i < blocks; i++) {
    uint64_t separators = 0, others = 0;
    for (uint64_t left = rest[i], bit, next; left; left = next) {
      bit = left & (0 - left);
      next = left ^ bit;
      uint8_t *c = forms + 64 * i + (size_t)__builtin_ctzll(left);
      // The second byte is not in the block where its bit is shifted out.
      bool has_two = (c[0] & 0xE0) == 0xC0 && next & bit << 1 && (c[1] & 0xC0) == 0x80;
      uint16_t form = has_two ? letters[(size_t)(c[0] & 0x1F) << 6 | (c[1] & 0x3F)] : 0;
      if (form == 0) {
        others |= bit;
        continue;
      }
      next ^= bit << 1;
      if (form == STEMMA_SEPARATOR) {
        separators |= bit | bit << 1;
      } else {
        c[0] = (uint8_t)form;
        c[1] = (uint8_t)(form >> 8);
      }
    }
    rest[i] = others;
    members[i] &= ~separators;
    words[i] &= ~separators;
  }
}

void stemma_fold_letters(
    stemma_instructions instructions, uint8_t *forms, size_t blocks,
    const uint16_t *letters, uint64_t *rest, uint64_t *members, uint64_t *words) {
#if defined(__x86_64__)
  if (instructions == stemma_instructions_avx512_bytes) {
    stemma_fold_letters_avx512_bytes(forms, blocks, letters, rest, members, words);
    return;
  }
  if (instructions == stemma_instructions_avx512) {
    stemma_fold_letters_avx512(forms, blocks, letters, rest, members, words);
    return;
  }
#endif
  (void)instructions;
  fold_letters_portable(forms, blocks, letters, rest, members, words);
}

#ifndef STEMMA_TABLES_H
#define STEMMA_TABLES_H

#include <stdint.h>

// Generated data, kept as C so that it costs no start-up time and is shared by
// all processes. Pointers, because Swift imports a C array as a tuple.

// Unicode: the class, flags and folding of every scalar (docs/signature.md).
extern const uint16_t *const stemma_unicode_blocks;
extern const uint32_t *const stemma_unicode_properties;
extern const uint8_t *const stemma_unicode_foldings;
// Rows of (scalar << 8 | canonical combining class), sorted.
extern const uint32_t *const stemma_unicode_combining;
extern const int stemma_unicode_combining_count;
// Rows of (scalar, first, second or 0), sorted by scalar.
extern const uint32_t *const stemma_unicode_decompositions;
extern const int stemma_unicode_decompositions_count;
// Rows of (first, second, composed), sorted.
extern const uint32_t *const stemma_unicode_compositions;
extern const int stemma_unicode_compositions_count;

// Background frequencies of words: an open-addressed table with linear probing.
// An entry is 0 (free) or fingerprint (27 bits) << 5 | level; docs/weights.md.
extern const uint32_t *const stemma_background_entries;
extern const int stemma_background_bits;

#endif

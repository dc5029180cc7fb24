#ifndef STEMMA_CXXHASH_SHIM_H
#define STEMMA_CXXHASH_SHIM_H

// Inlined into the caller: a token is a few bytes long, so that the call into a
// shared library would cost more than the hash.
#define XXH_INLINE_ALL
#include <xxhash.h>

// XXH_INLINE_ALL renames the functions by macro, which Swift does not see.
static inline uint64_t stemma_xxh3_64(const void *bytes, size_t count) {
  return XXH3_64bits(bytes, count);
}

#endif

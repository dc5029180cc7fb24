#ifndef STEMMA_KERNELS_AVX512_H
#define STEMMA_KERNELS_AVX512_H

#include "internal.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX512 \
  __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,bmi,bmi2,popcnt")))
#define AVX512_BYTES                                                                \
  __attribute__((target(                                                            \
      "avx512f,avx512bw,avx512vl,avx512dq,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt")))
#endif

#endif

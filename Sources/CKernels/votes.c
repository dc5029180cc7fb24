#include "internal.h"

// No multiplication and addition in one: they round differently.
#pragma STDC FP_CONTRACT OFF

// As naturalLogarithm in Swift, step by step.
static inline __attribute__((always_inline)) float natural_logarithm(float value) {
  uint32_t bits;
  memcpy(&bits, &value, 4);
  int32_t exponent = (int32_t)(bits - 0x3F3504F3u) >> 23;
  bits -= (uint32_t)exponent << 23;
  float mantissa;
  memcpy(&mantissa, &bits, 4);
  float s = (mantissa - 1) / (mantissa + 1), square = s * s;
  float series =
      1 + square * (1.0f / 3 + square * (1.0f / 5 + square * (1.0f / 7 + square * (1.0f / 9))));
  return 2 * s * series + (float)exponent * 0.69314718f;
}

// A loop without branches, which the compiler makes one over vectors.
static inline __attribute__((always_inline)) void vote(
    const float *partners, const float *chances, size_t count, stemma_vote_settings settings,
    float *votes, float *odds) {
  for (size_t i = 0; i < count; i++) {
    float t = 1 / (1 + partners[i] * settings.neighbours * settings.burst * 0.125f);
    t *= t;
    t *= t;
    t *= t;
    float together = chances[i] * (1 - t);
    together = together > settings.floor ? together : settings.floor;
    float beside = settings.kept * settings.ordered / together;
    float vote = natural_logarithm(1 - settings.kept + beside);
    bool is_anchored = partners[i] < __builtin_inff();
    votes[i] = is_anchored ? vote : votes[i];
    odds[i] = is_anchored ? -beside : odds[i];
  }
}

static void vote_portable(
    const float *partners, const float *chances, size_t count, stemma_vote_settings settings,
    float *votes, float *odds) {
  vote(partners, chances, count, settings, votes, odds);
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static void vote_avx2(
    const float *partners, const float *chances, size_t count, stemma_vote_settings settings,
    float *votes, float *odds) {
  vote(partners, chances, count, settings, votes, odds);
}
#endif

void stemma_vote_anchored(
    stemma_instructions instructions, const float *partners, const float *chances, size_t count,
    stemma_vote_settings settings, float *votes, float *odds) {
#if defined(__x86_64__)
  if (instructions >= stemma_instructions_avx2) {
    vote_avx2(partners, chances, count, settings, votes, odds);
    return;
  }
#endif
  (void)instructions;
  vote_portable(partners, chances, count, settings, votes, odds);
}

// Times RapidFuzz's length of the longest common subsequence, in C++ and without Python.
//
// usage: lcs_rapidfuzz FILE; the file holds pairs, each as UInt32 count of a, UInt32 count of b and
// then the tokens as UInt64, little-endian. Prints JSON: the lengths, and microseconds a pair, each
// the median of the passes over the file.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <vector>

#include <rapidfuzz/distance/LCSseq.hpp>

using Tokens = std::vector<uint64_t>;

struct Pair {
    Tokens a, b;
};

static std::vector<Pair> read(const char* path)
{
    std::FILE* file = std::fopen(path, "rb");
    if (!file) {
        std::perror(path);
        std::exit(1);
    }
    std::vector<Pair> pairs;
    uint32_t counts[2];
    while (std::fread(counts, sizeof counts, 1, file) == 1) {
        Pair pair{Tokens(counts[0]), Tokens(counts[1])};
        if (std::fread(pair.a.data(), 8, counts[0], file) != counts[0] ||
            std::fread(pair.b.data(), 8, counts[1], file) != counts[1])
        {
            std::fprintf(stderr, "%s ends within a pair\n", path);
            std::exit(1);
        }
        pairs.push_back(std::move(pair));
    }
    std::fclose(file);
    return pairs;
}

/// Runs `pass` over all pairs until half a second is over; the median in microseconds a pair.
template <typename Pass>
static double microseconds(size_t pairs, Pass pass)
{
    using Clock = std::chrono::steady_clock;
    std::vector<double> times;
    pass();
    auto end = Clock::now() + std::chrono::milliseconds(500);
    while (times.size() < 5 || Clock::now() < end) {
        auto start = Clock::now();
        pass();
        times.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count() /
                        static_cast<double>(pairs));
    }
    std::nth_element(times.begin(), times.begin() + times.size() / 2, times.end());
    return times[times.size() / 2];
}

int main(int count, char** arguments)
{
    if (count != 2) {
        std::fprintf(stderr, "usage: lcs_rapidfuzz FILE\n");
        return 64;
    }
    const std::vector<Pair> pairs = read(arguments[1]);
    // Kept, so that the compiler cannot leave the work out, and compared with each other.
    std::vector<size_t> lengths(pairs.size()), cachedLengths(pairs.size());

    double oneShot = microseconds(pairs.size(), [&] {
        for (size_t i = 0; i < pairs.size(); ++i)
            lengths[i] = rapidfuzz::lcs_seq_similarity(pairs[i].a, pairs[i].b);
    });

    // One text against many: what is made of the first is made outside the clock.
    // A deque, because these share what they point to when they are copied, and free it twice.
    std::deque<rapidfuzz::CachedLCSseq<uint64_t>> cached;
    for (const Pair& pair : pairs) cached.emplace_back(pair.a);
    double cachedTime = microseconds(pairs.size(), [&] {
        for (size_t i = 0; i < pairs.size(); ++i) cachedLengths[i] = cached[i].similarity(pairs[i].b);
    });

    if (lengths != cachedLengths) {
        std::fprintf(stderr, "the two ways give different lengths\n");
        return 1;
    }
    std::printf("{\"oneShot\": %.4f, \"cached\": %.4f, \"lengths\": [", oneShot, cachedTime);
    for (size_t i = 0; i < lengths.size(); ++i) std::printf(i ? ", %zu" : "%zu", lengths[i]);
    std::printf("]}\n");
}

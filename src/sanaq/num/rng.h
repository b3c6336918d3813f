// Random numbers from one seed. Each use has a named and numbered stream of its own, which is the
// same on every machine and thread.
//
// A stream is made from (seed, purpose, index). A new use of randomness in one room therefore
// changes no other, and work that is split over threads draws the same numbers as on one thread.
// Nothing here asks the system for entropy.
#pragma once
#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace sanaq::num {

// The generator xoshiro256++ (Blackman, Vigna 2021). A copy continues from the same state.
class Rng {
 public:
  // For example Rng(seed, "estimate.latent_class", chain). The state is the SHA-256 of the three.
  Rng(std::uint64_t seed, std::string_view purpose, std::uint64_t index = 0);

  std::uint64_t bits();                      // 64 random bits
  double uniform();                          // in (0, 1), with 53 bits; never 0 or 1
  std::uint64_t below(std::uint64_t count);  // 0 .. count-1, unbiased (Lemire 2019); count > 0
  double normal();                           // mean 0, variance 1
  double exponential();                      // mean 1
  double gamma(double shape);                // scale 1 (Marsaglia, Tsang 2000); shape > 0
  double log_gamma_draw(double shape);  // the log of such a draw, which underflows for no shape
  double beta(double a, double b);
  std::int64_t poisson(double mean);  // exact for every mean that fits
  std::int64_t binomial(std::int64_t trials, double probability);
  // Returns the number of failures before `size` successes.
  std::int64_t negative_binomial(double size, double probability);
  // Returns an index into `weights`, drawn in proportion to them.
  std::size_t categorical(std::span<const double> weights);     // weights >= 0, not all 0
  std::vector<std::uint32_t> permutation(std::uint32_t count);  // of 0 .. count-1

 private:
  std::array<std::uint64_t, 4> state_;
};

inline std::uint64_t Rng::bits() {
  const std::uint64_t result = std::rotl(state_[0] + state_[3], 23) + state_[0];
  const std::uint64_t shifted = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = std::rotl(state_[3], 45);
  return result;
}

inline double Rng::uniform() {
  // One of the 2^53 - 1 multiples of 2^-53 between 0 and 1; neither end can come out.
  std::uint64_t top = 0;
  while (top == 0) top = bits() >> 11;
  return static_cast<double>(top) * 0x1p-53;
}

}  // namespace sanaq::num

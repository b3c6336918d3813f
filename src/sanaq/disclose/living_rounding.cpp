#include "sanaq/disclose/living_rounding.h"

#include <algorithm>
#include <cmath>

#include "sanaq/base/check.h"
#include "sanaq/base/hmac.h"

namespace sanaq::disclose {
namespace {

constexpr std::int64_t middle = (pages::rounding_step + 1) / 2;
constexpr double step_max = 1e15;  // beyond, a number is none

std::uint64_t keyed(const std::string& secret, const std::string& text) {
  const std::string hash = base::hmac_sha256_hex(secret, "sanaq rounding 1\n" + text);
  return std::stoull(hash.substr(0, 16), nullptr, 16);
}

// How far above the lower multiple, from 1 to 5, a count must lie to be rounded up. What is left of
// 64 bits over 5 is as good as even.
std::int64_t bound_above(const std::string& secret, std::string_view figure, std::int64_t lower) {
  if (secret.empty()) return middle;
  const std::uint64_t drawn =
      keyed(secret, "count\n" + std::to_string(lower) + "\n" + std::string(figure));
  return 1 + static_cast<std::int64_t>(drawn % static_cast<std::uint64_t>(pages::rounding_step));
}

std::int64_t nearest(std::int64_t count) {
  return (count + pages::rounding_step / 2) / pages::rounding_step * pages::rounding_step;
}

double down(double value, double step) { return std::floor(value / step) * step; }

}  // namespace

std::int64_t LivingRounding::count(std::string_view figure, std::int64_t exact) const {
  base::check(exact >= 0, "a count is not below zero");
  const std::int64_t lower = exact / pages::rounding_step * pages::rounding_step;
  return exact - lower >= bound_above(secret_, figure, lower) ? lower + pages::rounding_step
                                                              : lower;
}

std::int64_t LivingRounding::count(std::string_view figure, std::int64_t exact,
                                   std::int64_t shown) const {
  const std::int64_t open = std::min(exact, shown);
  return nearest(open) + count(figure, exact - open);
}

std::int64_t step_of(double moves) {
  std::int64_t power = 1;
  while (true) {
    for (const std::int64_t factor : {5, 10, 20}) {
      const std::int64_t step = factor * power;
      if (static_cast<double>(step) >= moves || static_cast<double>(step) > step_max) return step;
    }
    power *= 10;
  }
}

double LivingRounding::share(const std::string& text, double otherwise) const {
  if (secret_.empty()) return otherwise;
  return std::ldexp(static_cast<double>(keyed(secret_, text) >> 11), -53);
}

std::int64_t LivingRounding::step(const std::string& figure, double moves) const {
  return step_of(moves * std::exp2(share("step\n" + figure, 0)));
}

std::optional<estimate::Estimate> LivingRounding::outwards(const estimate::Estimate& exact,
                                                           const estimate::Moves& moves,
                                                           pages::PublicRounding& rounding) const {
  for (const double value : {exact.median, exact.interval.low, exact.interval.high, moves.median,
                             moves.low, moves.high}) {
    if (!std::isfinite(value) || value > step_max) return std::nullopt;
  }
  rounding.median_step = step("median", moves.median);
  rounding.low_step = step("low", moves.low);
  rounding.high_step = step("high", moves.high);
  const auto farther = [&](const char* figure, std::int64_t step, double otherwise) {
    return static_cast<double>(step) *
           share(std::string(figure) + "\n" + std::to_string(step), otherwise);
  };
  estimate::Estimate out = exact;
  out.interval.low = down(exact.interval.low - farther("low", rounding.low_step, 0),
                          static_cast<double>(rounding.low_step));
  out.interval.low = std::max(0.0, out.interval.low);
  out.interval.high = -down(-exact.interval.high - farther("high", rounding.high_step, 0),
                            static_cast<double>(rounding.high_step));
  out.median = down(exact.median + farther("median", rounding.median_step, 0.5),
                    static_cast<double>(rounding.median_step));
  out.median = std::clamp(out.median, out.interval.low, out.interval.high);
  out.mean = out.median;
  return out;
}

}  // namespace sanaq::disclose

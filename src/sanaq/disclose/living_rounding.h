// Rounds figures of persons who may be living in such a way that nobody can work back to a single
// person (docs/method/disclosure.md, *Living persons*).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "sanaq/estimate/one_person.h"
#include "sanaq/estimate/summary.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::disclose {

// A count becomes one of the two multiples of `rounding_step` beside it: the upper one if it
// reaches a bound between them. A secret decides where the bound of each figure is. This is random
// rounding as offices of statistics use it, but the same count of the same figure is always rounded
// the same way. So nobody who sees a figure change knows from how many to how many it went.
class LivingRounding {
 public:
  // Without a secret each bound is in the middle, where everybody can know it.
  explicit LivingRounding(std::string secret) : secret_(std::move(secret)) {}
  [[nodiscard]] bool is_secret() const { return !secret_.empty(); }

  // Returns a number within 4 of the count. `figure` names what is counted.
  [[nodiscard]] std::int64_t count(std::string_view figure, std::int64_t exact) const;
  // `shown` of the persons have a page of their own: these are rounded by the known bound, the
  // others by the secret one. Returns a number within 6 of the count.
  [[nodiscard]] std::int64_t count(std::string_view figure, std::int64_t exact,
                                   std::int64_t shown) const;

  // Rounds the lower end down, the upper end up, and the median. Each becomes a multiple of a step
  // of its own, which is written to `rounding`: at least 5, and at least what one person moves it.
  // The secret makes a step up to twice as large, and moves the ends up to a step farther out, so
  // that neither the published figure nor a change of it tells in which step the exact figure is.
  // The mean is set to the median. Returns nullopt if a figure is not finite.
  [[nodiscard]] std::optional<estimate::Estimate> outwards(const estimate::Estimate& exact,
                                                           const estimate::Moves& moves,
                                                           pages::PublicRounding& rounding) const;

 private:
  // Returns a share in [0, 1), always the same for the same text; `otherwise` without a secret.
  [[nodiscard]] double share(const std::string& text, double otherwise) const;
  [[nodiscard]] std::int64_t step(const std::string& figure, double moves) const;

  std::string secret_;
};

// Returns the smallest of 5, 10, 20, 50, 100, … that is not smaller than `moves`.
[[nodiscard]] std::int64_t step_of(double moves);

}  // namespace sanaq::disclose

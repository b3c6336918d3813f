// Figures of persons who may be living, so rounded that nobody can work back to a single one
// (docs/method/disclosure.md, *Living persons*).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "sanaq/estimate/one_person.h"
#include "sanaq/estimate/summary.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::disclose {

// Counts become multiples of `rounding_step`: of the two beside the exact count one, the upper
// where the count reaches a bound between them. Where each bound of each figure lies, a secret
// decides: random rounding, as offices of statistics do it, but the same count of the same figure
// always goes the same way. So nobody who sees a figure change knows from how many to how many it
// went.
class LivingRounding {
 public:
  // Without a secret each bound lies in the middle, where everybody can know it.
  explicit LivingRounding(std::string secret) : secret_(std::move(secret)) {}
  [[nodiscard]] bool is_secret() const { return !secret_.empty(); }

  // Within 4 of the count. `figure` names what is counted.
  [[nodiscard]] std::int64_t count(std::string_view figure, std::int64_t exact) const;
  // Of these, `shown` have a page of their own: they are rounded in the open, the others beside
  // them by the secret. Within 6 of the count.
  [[nodiscard]] std::int64_t count(std::string_view figure, std::int64_t exact,
                                   std::int64_t shown) const;

  // The lower end down, the upper end up, and the median; each to multiples of a step of its own,
  // which `rounding` gets: at least 5, and at least what one person moves it. The secret makes a
  // step up to twice as large, and takes the ends up to a step farther out: so what is printed does
  // not tell within which step the exact figure lies, and a figure that changes not that it crossed
  // a bound. The mean is the median. Nothing where a figure is not finite.
  [[nodiscard]] std::optional<estimate::Estimate> outwards(const estimate::Estimate& exact,
                                                           const estimate::Moves& moves,
                                                           pages::PublicRounding& rounding) const;

 private:
  // 0 <= share < 1, the same for the same text; `otherwise` without a secret.
  [[nodiscard]] double share(const std::string& text, double otherwise) const;
  [[nodiscard]] std::int64_t step(const std::string& figure, double moves) const;

  std::string secret_;
};

// The smallest of 5, 10, 20, 50, 100, … that is no smaller.
[[nodiscard]] std::int64_t step_of(double moves);

}  // namespace sanaq::disclose

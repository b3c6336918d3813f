#include "sanaq/link/model.h"

#include <fmt/format.h>

namespace sanaq::link {

base::Message too_much_lost(const Model& model) {
  return base::message(
      "about {} % of the pairs of one person are expected not to be found: the lists are long for "
      "what they tell of each person, and an estimate from these links is not to be trusted; give "
      "columns that tell more, or blocking rules (--block)",
      fmt::format("{:.0f}", 100 * model.recall_lost));
}

}  // namespace sanaq::link

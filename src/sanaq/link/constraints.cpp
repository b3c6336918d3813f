#include "sanaq/link/constraints.h"

#include <algorithm>
#include <numeric>

#include "sanaq/base/check.h"
#include "sanaq/base/error.h"
#include "sanaq/link/options.h"

namespace sanaq::link {
namespace {

std::uint32_t root_of(std::vector<std::uint32_t>& parent, std::uint32_t at) {
  while (parent[at] != at) at = parent[at] = parent[parent[at]];
  return at;
}

}  // namespace

Constraints make_constraints(const record::RecordTable& table, const Options& options,
                             const std::vector<std::uint32_t>& order) {
  return make_constraints(table, options, order, make_pair_space(table, order));
}

Constraints make_constraints(const record::RecordTable& table, const Options& options,
                             const std::vector<std::uint32_t>& order, PairSpace space) {
  Constraints constraints;
  std::vector<std::uint32_t> place(order.size());
  for (std::uint32_t at = 0; at < order.size(); ++at) place[order[at]] = at;
  constraints.list_of = std::move(space.list_of);
  constraints.marks = std::move(space.marks);
  constraints.one_per_person = std::move(space.one_per_person);
  std::vector<std::uint32_t> parent(order.size());
  std::iota(parent.begin(), parent.end(), 0U);
  for (const Decision& decision : options.decisions) {
    base::check(decision.left < order.size() && decision.right < order.size(),
                "a decision names records of the table");
    if (!decision.same) continue;
    const std::uint32_t a = root_of(parent, place[decision.left]),
                        b = root_of(parent, place[decision.right]);
    parent[std::max(a, b)] = std::min(a, b);
  }
  constraints.unit_of.resize(order.size());
  std::uint32_t units = 0;
  for (std::uint32_t at = 0; at < order.size(); ++at)
    constraints.unit_of[at] = parent[at] == at ? units++ : constraints.unit_of[root_of(parent, at)];
  constraints.apart.resize(units);
  for (const Decision& decision : options.decisions) {
    if (decision.same) continue;
    const std::uint32_t a = constraints.unit_of[place[decision.left]],
                        b = constraints.unit_of[place[decision.right]];
    if (a == b) {
      throw base::Error(
          base::Kind::bad_input,
          base::message("decisions contradict each other: records {} and {} were decided to be one "
                        "person and to be two; withdraw one of the decisions",
                        table.identities[decision.left], table.identities[decision.right]));
    }
    constraints.apart[a].push_back(b);
    constraints.apart[b].push_back(a);
  }
  for (auto& others : constraints.apart) std::sort(others.begin(), others.end());
  return constraints;
}

}  // namespace sanaq::link

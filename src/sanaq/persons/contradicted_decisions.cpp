#include "sanaq/persons/contradicted_decisions.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace sanaq::persons {
namespace {

using Identities = std::vector<std::string>;

Identities sorted(Identities records) {
  std::sort(records.begin(), records.end());
  return records;
}

AppliedDecisions applied(const Register& all, const std::vector<ledger::Decision>& decisions) {
  return apply_decisions(decisions, all.records, all.in_scope, all.histories);
}

std::set<ledger::EntryPlace> overruled(const AppliedDecisions& decisions) {
  std::set<ledger::EntryPlace> places;
  for (const ForReview& item : decisions.for_review) {
    if (item.setback == Setback::overruled) places.insert(item.decision.place);
  }
  return places;
}

// The earlier decisions and the new ones behind them, of each set of records the last; a new one is
// known by a place without a writer. What the last one takes the place of and contradicts goes to
// `found`.
std::vector<ledger::Decision> joined(const std::vector<ledger::Decision>& earlier,
                                     const std::vector<ledger::Decision>& entered,
                                     std::vector<Contradicted>& found) {
  std::vector<ledger::Decision> all = earlier;
  for (const ledger::Decision& decision : entered) {
    all.push_back(decision);
    all.back().place = {"", static_cast<std::int64_t>(all.size())};
  }
  std::map<Identities, std::size_t> last;
  for (std::size_t at = 0; at < all.size(); ++at) last[sorted(all[at].records)] = at;
  std::vector<ledger::Decision> kept;
  for (std::size_t at = 0; at < all.size(); ++at) {
    const std::size_t newest = last.at(sorted(all[at].records));
    if (newest == at)
      kept.push_back(all[at]);
    else if (all[newest].verdict != all[at].verdict)
      found.push_back({all[at], at >= earlier.size()});
  }
  return kept;
}

// [list][records], of persons whom decisions make of more than one record of it.
std::set<std::pair<std::uint32_t, std::vector<std::uint32_t>>> twice_on_a_list(
    const record::RecordTable& records, const std::vector<Held>& held) {
  std::vector<std::uint32_t> parent(records.record_count());
  std::iota(parent.begin(), parent.end(), 0U);
  const auto root = [&](std::uint32_t at) {
    while (parent[at] != at) at = parent[at] = parent[parent[at]];
    return at;
  };
  std::set<std::uint32_t> named;
  for (const Held& one : held) {
    if (one.verdict != ledger::Verdict::same) continue;
    for (const std::uint32_t record : one.records) {
      named.insert(record);
      parent[root(record)] = root(one.records.front());
    }
  }
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> members;
  for (const std::uint32_t record : named) {
    const std::uint32_t list = records.list_of[record];
    if (records.lists[list].one_per_person) members[{list, root(record)}].push_back(record);
  }
  std::set<std::pair<std::uint32_t, std::vector<std::uint32_t>>> twice;
  for (auto& [key, own] : members) {
    if (own.size() > 1) twice.emplace(key.first, std::move(own));
  }
  return twice;
}

std::vector<ledger::Decision> out_of_scope_of(const std::vector<ledger::Decision>& earlier,
                                              const std::vector<ledger::Decision>& entered) {
  std::set<std::string> somebody;
  for (const ledger::Decision& decision : entered) {
    if (decision.verdict == ledger::Verdict::same || decision.verdict == ledger::Verdict::different)
      somebody.insert(decision.records.begin(), decision.records.end());
  }
  std::vector<ledger::Decision> found;
  for (const ledger::Decision& decision : earlier) {
    const bool is_about_them =
        std::any_of(decision.records.begin(), decision.records.end(),
                    [&](const std::string& record) { return somebody.contains(record); });
    if (leaves_out(decision.verdict) && is_about_them) found.push_back(decision);
  }
  return found;
}

}  // namespace

Contradictions contradictions(const Register& all, const std::vector<ledger::Decision>& earlier,
                              const std::vector<ledger::Decision>& entered) {
  Contradictions found;
  const std::vector<ledger::Decision> decided = joined(earlier, entered, found.decisions);
  const AppliedDecisions before = applied(all, earlier), after = applied(all, decided);
  const std::set<ledger::EntryPlace> known = overruled(before);
  for (const ForReview& item : after.for_review) {
    if (item.setback != Setback::overruled || known.contains(item.decision.place)) continue;
    found.decisions.push_back({item.decision, item.decision.place.writer.empty()});
  }
  found.out_of_scope = out_of_scope_of(earlier, entered);
  const auto were_twice = twice_on_a_list(all.records, before.held);
  for (const auto& twice : twice_on_a_list(all.records, after.held)) {
    if (!were_twice.contains(twice))
      found.lists.push_back({all.records.lists[twice.first].name, twice.second});
  }
  return found;
}

}  // namespace sanaq::persons

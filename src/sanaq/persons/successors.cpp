#include "sanaq/persons/successors.h"

namespace sanaq::persons {

Successors::Successors(const record::RecordTable& records,
                       const std::vector<ListHistory>& histories) {
  for (std::uint32_t at = 0; at < records.record_count(); ++at)
    now_.emplace(records.identities[at], at);
  for (const ListHistory& history : histories) {
    for (std::size_t version = 0; version < history.versions.size(); ++version) {
      for (const auto& [before, after] : history.versions[version].renamed)
        steps_[before].push_back({version, after});
      for (const std::string& gone : history.versions[version].removed)
        steps_[gone].push_back({version, ""});
    }
  }
}

Successors::Found Successors::find(std::string identity) const {
  Found found;
  std::size_t version = 0;
  for (;;) {
    if (const auto now = now_.find(identity); now != now_.end()) {
      found.record = now->second;
      return found;
    }
    const Step* step = next_step(identity, version);
    if (step == nullptr) return found;
    found.was_known = true;
    if (step->identity.empty()) return found;
    found.was_renamed = true;
    identity = step->identity;
    version = step->version + 1;
  }
}

const Successors::Step* Successors::next_step(const std::string& identity, std::size_t from) const {
  const auto steps = steps_.find(identity);
  if (steps == steps_.end()) return nullptr;
  for (const Step& step : steps->second) {
    if (step.version >= from) return &step;
  }
  return nullptr;
}

}  // namespace sanaq::persons

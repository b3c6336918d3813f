#include "sanaq/disclose/closed_references.h"

#include <algorithm>

#include "sanaq/text/fold.h"

namespace sanaq::disclose {
namespace {

using casefile::Statement;

// Which kinds of things a cell of a property may name.
const std::vector<std::string_view>& kinds_named(std::string_view property) {
  static const std::map<std::string_view, std::vector<std::string_view>> kinds = {
      {"perpetrator", {"organisation", "post"}},
      {"involvement", {"organisation", "post"}},
      {"victim", {"organisation"}},
      {"employer", {"organisation"}},
      {"union", {"organisation"}},
      {"parent", {"organisation"}},
      {"organisation", {"organisation"}},
      {"superior", {"organisation", "post"}},
      {"held_at", {"organisation"}},
      {"court", {"event", "organisation"}},
      {"event", {"event"}},
      {"part_of", {"event"}},
      {"caused_by", {"event"}},
      {"demands", {"demand"}},
      {"custody", {"custody"}},
      {"act", {"act"}},
      {"claim", {"claim"}},
      {"asserted_by", {"organisation", "post"}},
      {"by", {"organisation", "post"}},
      {"from", {"organisation", "post"}},
      {"to", {"organisation", "post"}},
      {"fund", {"organisation"}},
      {"source", {"organisation", "event", "custody", "claim", "act", "post"}},
  };
  static const std::vector<std::string_view> none;
  const auto found = kinds.find(property);
  return found == kinds.end() ? none : found->second;
}

}  // namespace

ClosedReferences::ClosedReferences(const std::vector<Statement>& all) {
  std::set<std::string> public_subjects;
  for (const Statement& one : all) {
    if (one.is_public()) public_subjects.insert(one.subject);
  }
  for (const Statement& one : all) {
    Names& names = of_kind_[std::string(casefile::kind_of(one.subject))];
    const bool is_open = public_subjects.contains(one.subject);
    const std::string id = text::fold(casefile::id_of(one.subject));
    (is_open ? names.open : names.closed).insert(id);
    if (!is_open) names.closed_ids.insert(id);
    if (one.property == "name" || one.property == "title")
      (one.is_public() ? names.open : names.closed).insert(text::fold(one.value));
  }
}

bool ClosedReferences::is_closed(std::string_view property, std::string_view cell) const {
  // KIND:ID names its kind itself.
  const std::string_view kind = casefile::kind_of(cell);
  if (const auto own = of_kind_.find(kind); !kind.empty() && own != of_kind_.end()) {
    const std::string id = text::fold(casefile::id_of(cell));
    if (own->second.closed.contains(id)) return !own->second.open.contains(id);
  }
  const std::string name = text::fold(cell);
  bool is_closed = false;
  for (const std::string_view one : kinds_named(property)) {
    const auto names = of_kind_.find(one);
    if (names == of_kind_.end()) continue;
    if (names->second.open.contains(name)) return false;
    const auto& closed = property == "source" ? names->second.closed_ids : names->second.closed;
    is_closed = is_closed || closed.contains(name);
  }
  return is_closed;
}

InProperty parts_of(const std::string& property) {
  const std::size_t slash = property.find('/');
  if (slash == std::string::npos) return {property, ""};
  return {property.substr(0, slash), property.substr(slash + 1)};
}

}  // namespace sanaq::disclose

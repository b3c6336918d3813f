#include "sanaq/casefile/loose_ends.h"

#include <algorithm>
#include <array>
#include <map>

#include "sanaq/casefile/vocabulary.h"
#include "sanaq/text/fold.h"

namespace sanaq::casefile {
namespace {

using base::message;

// What makes a thing of a kind one: said by anybody, or said in a row of its table, which need not
// be complete.
struct Substance {
  std::string_view kind;
  bool is_counted;  // somewhere; the others are only shown
  std::vector<std::string_view> properties, in_a_table;
};

const std::vector<Substance>& substances() {
  static const std::vector<Substance> all = {
      {"act",
       true,
       {"victim", "type"},
       {"method", "perpetrator", "event", "date", "place", "note"}},
      {"custody", true, {"person"}, {"arrested", "term_start", "held_at", "charge", "court"}},
      {"post", true, {"person"}, {"organisation", "title"}},
      {"claim", true, {"what"}, {"min", "max"}},
      {"demand", true, {"text"}, {"by", "to", "date"}},
      {"aid", true, {"fund"}, {"amount", "from", "to"}},
      {"event", false, {"title", "type"}, {"start", "end", "place", "part_of", "caused_by"}},
      {"organisation", false, {"name"}, {"kind", "parent", "perpetrator_type"}}};
  return all;
}

const Substance* substance_of(std::string_view kind) {
  const auto found =
      std::find_if(substances().begin(), substances().end(),
                   [&](const Substance& substance) { return substance.kind == kind; });
  return found == substances().end() ? nullptr : &*found;
}

bool holds(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// "view/person" chooses between values that somebody must have said.
bool gives_substance(const Statement& said, const Substance& substance) {
  return holds(substance.properties, said.property) ||
         (!said.origin.file.empty() &&
          (said.property == "is" || holds(substance.in_a_table, said.property)));
}

// Of each kind that things are known of: whether a thing has substance.
std::map<std::string, bool> subjects_with_substance(const std::vector<Statement>& said) {
  std::map<std::string, bool> all;
  for (const Statement& one : said) {
    if (const Substance* substance = substance_of(kind_of(one.subject)))
      all[one.subject] = all[one.subject] || gives_substance(one, *substance);
  }
  return all;
}

constexpr auto kinds =
    std::to_array<std::string_view>({"act", "custody", "change", "event", "organisation", "post",
                                     "claim", "demand", "aid", "person", "source", "document"});

std::string all_kinds() {
  std::string all;
  for (const std::string_view kind : kinds) all += (all.empty() ? "" : ", ") + std::string(kind);
  return all;
}

// The id that was probably meant.
std::string nearest(const std::string& subject, const std::map<std::string, bool>& subjects) {
  std::string best;
  std::size_t fewest = 3;
  for (const auto& [other, has_substance] : subjects) {
    if (!has_substance || kind_of(other) != kind_of(subject)) continue;
    const std::size_t changed = letters_changed(text::fold(subject), text::fold(other));
    if (changed >= fewest) continue;
    fewest = changed;
    best = other;
  }
  return best;
}

// Folded ids and titles.
std::set<std::string> names_of_events(const std::vector<Statement>& said) {
  std::set<std::string> names;
  for (const Statement& one : said) {
    if (kind_of(one.subject) != "event") continue;
    names.insert(text::fold(id_of(one.subject)));
    if (one.property == "title") names.insert(text::fold(one.value));
  }
  return names;
}

bool names_an_event(const Statement& said) {
  const std::string_view property =
      std::string_view(said.property).substr(said.property.starts_with("view/") ? 5 : 0);
  return (kind_of(said.subject) == "act" && property == "event") ||
         (kind_of(said.subject) == "event" && property == "part_of");
}

record::BadCell nothing_told(const Statement& said, const Substance& substance,
                             const std::map<std::string, bool>& subjects) {
  const std::string near = nearest(said.subject, subjects);
  const std::string needs = std::string(substance.properties.front());
  const base::Message reason = message("no table and no statement says what {} is", said.subject);
  if (!near.empty())
    return bad_cell_of(said, reason,
                       message("did you mean {}? Otherwise say its {}; until then it "
                               "counts nowhere",
                               near, needs));
  return bad_cell_of(said, reason,
                     message("correct the id, or say its {}; until then it counts nowhere", needs));
}

}  // namespace

std::set<std::string> without_substance(const std::vector<Statement>& said) {
  std::set<std::string> all;
  for (const auto& [subject, has_substance] : subjects_with_substance(said)) {
    if (!has_substance && substance_of(kind_of(subject))->is_counted) all.insert(subject);
  }
  return all;
}

std::vector<record::BadCell> loose_ends(const std::vector<Statement>& said) {
  std::vector<record::BadCell> all;
  const std::map<std::string, bool> subjects = subjects_with_substance(said);
  const std::set<std::string> events = names_of_events(said);
  std::set<std::string> reported;
  for (const Statement& one : said) {
    const std::string_view kind = kind_of(one.subject);
    if (names_an_event(one) && !events.contains(text::fold(one.value)))
      all.push_back(bad_cell_of(one, message("no event has this id or title"),
                                message("correct it, or add the event to a table of kind event")));
    if (reported.contains(one.subject)) continue;
    const Substance* substance = substance_of(kind);
    if (substance != nullptr) {
      // An event that is the only one is a name that somebody gave it.
      const bool has_others = std::any_of(subjects.begin(), subjects.end(), [&](const auto& other) {
        return other.second && kind_of(other.first) == kind;
      });
      if (subjects.at(one.subject) || (!substance->is_counted && !has_others)) continue;
      all.push_back(nothing_told(one, *substance, subjects));
      reported.insert(one.subject);
    } else if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
      all.push_back(bad_cell_of(one,
                                message("there is no kind of thing called {}",
                                        kind.empty() ? one.subject : std::string(kind)),
                                message("write KIND:ID with one of these kinds: {}", all_kinds())));
      reported.insert(one.subject);
    }
  }
  return all;
}

}  // namespace sanaq::casefile

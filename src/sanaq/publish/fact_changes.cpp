#include "sanaq/publish/fact_changes.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "sanaq/casefile/casefile.h"
#include "sanaq/tables/csv.h"

namespace sanaq::publish {
namespace {

// What a fact is about, and what is said there: values with their sources.
struct Key {
  std::string subject, property;
  auto operator<=>(const Key&) const = default;
};
struct Facts {
  std::map<Key, std::map<std::string, std::set<std::string>>> values;
  std::set<std::string> about_persons;  // subjects

  void add(const std::string& subject, const std::string& property, const std::string& value,
           const std::string& source) {
    if (value.empty()) return;
    std::set<std::string>& sources = values[{subject, property}][value];
    if (!source.empty()) sources.insert(source);
  }
};

// The others say where in a list it stands.
bool is_fact_column(std::string_view column) {
  return column != "person" && column != "list" && column != "row" && column != "probability";
}

void take_register(const DataTables& tables, Facts& out) {
  for_each_row(tables.bytes(register_file), register_file,
               [&](const std::map<std::string, std::string>& row) {
                 const auto own = [&](const char* column) {
                   const auto found = row.find(column);
                   return found == row.end() ? std::string() : found->second;
                 };
                 const std::string subject = "person:" + own("person");
                 out.about_persons.insert(subject);
                 for (const auto& [column, text] : row) {
                   if (is_fact_column(column)) out.add(subject, column, text, own("list"));
                 }
               });
}

// Acts with somebody in them who is named, and everything about custodies, posts and persons.
void note_persons(const std::vector<casefile::Statement>& said, Facts& out) {
  std::set<std::string> groups, organisations;
  for (const casefile::Statement& one : said) {
    if (one.property.starts_with("count/"))
      groups.insert(one.subject + "\n" + one.property.substr(6));
    if (casefile::kind_of(one.subject) == "organisation") {
      organisations.insert(std::string(casefile::id_of(one.subject)));
      if (one.property == "name") organisations.insert(one.value);
    }
  }
  for (const casefile::Statement& one : said) {
    const std::string_view kind = casefile::kind_of(one.subject);
    const bool is_whole =
        kind == "custody" || kind == "change" || kind == "post" || kind == "person";
    const bool is_victim = kind == "act" && one.property == "victim" &&
                           !groups.contains(one.subject + "\n" + one.value);
    const bool is_other = ((kind == "act" && one.property == "perpetrator") ||
                           (kind == "aid" && (one.property == "to" || one.property == "from"))) &&
                          !organisations.contains(one.value);
    if (is_whole || is_victim || is_other) out.about_persons.insert(one.subject);
  }
}

void take_case_file(const DataTables& tables, Facts& out) {
  const auto said = casefile::from_follow_the_money(tables.bytes(case_file), "", "").statements;
  for (const casefile::Statement& one : said) {
    if (one.property != "is") out.add(one.subject, one.property, one.value, one.source);
  }
  note_persons(said, out);
}

// Claims stand in the case file too; what is only here is of a site without one.
void take_claims(const DataTables& tables, Facts& out) {
  std::set<std::string> known;
  for (const auto& [key, values] : out.values) known.insert(key.subject);
  for_each_row(tables.bytes(claims_file), claims_file, [&](std::map<std::string, std::string> row) {
    const std::string subject = casefile::subject_of("claim", row["claim"]);
    if (known.contains(subject)) return;
    for (const auto& [property, value] : row) {
      if (property != "claim" && property != "in_scope" && property != "source")
        out.add(subject, property, value, row["source"]);
    }
  });
}

void take_inputs(const DataTables& tables, Facts& out) {
  const auto results = nlohmann::json::parse(tables.bytes(results_file), nullptr, false);
  if (!results.is_object() || !results.contains("inputs")) return;
  for (const auto& input : results["inputs"]) {
    if (!input.is_object() || !input.contains("name") || !input["name"].is_string()) continue;
    const std::string name = input["name"];
    for (const char* hash : {"sha256", "commitment"}) {
      if (!name.empty() && input.contains(hash) && input[hash].is_string())
        out.add("document:" + name, hash, input[hash].get<std::string>(), "");
    }
  }
}

// What is not in the register.
Facts other_facts_of(const DataTables& tables) {
  Facts out;
  take_case_file(tables, out);
  take_claims(tables, out);
  take_inputs(tables, out);
  return out;
}

Facts facts_of(const DataTables& tables) {
  Facts out = other_facts_of(tables);
  take_register(tables, out);
  return out;
}

std::string joined(const std::set<std::string>& sources) {
  std::string all;
  for (const std::string& one : sources) all += (all.empty() ? "" : " | ") + one;
  return all;
}

using Values = std::map<std::string, std::set<std::string>>;

class Differences {
 public:
  Differences(const Facts& before, const Facts& now, const PageOfThing& page_of_thing)
      : before_(before), now_(now), page_of_thing_(page_of_thing) {}

  std::vector<FactChange> all() {
    static const Values none;
    std::set<Key> keys;
    for (const Facts* facts : {&before_, &now_}) {
      for (const auto& [key, values] : facts->values) keys.insert(key);
    }
    for (const Key& key : keys) {
      const auto then = before_.values.find(key), soon = now_.values.find(key);
      compare(key, then == before_.values.end() ? none : then->second,
              soon == now_.values.end() ? none : soon->second);
    }
    return std::move(changes_);
  }

 private:
  void compare(const Key& key, const Values& then, const Values& soon) {
    const bool is_changed =
        then.size() == 1 && soon.size() == 1 && then.begin()->first != soon.begin()->first;
    if (is_changed) return add(ChangeKind::changed, key, *soon.begin());
    for (const auto& value : soon) {
      if (!then.contains(value.first)) add(ChangeKind::added, key, value);
    }
    for (const auto& value : then) {
      if (!soon.contains(value.first)) add(ChangeKind::gone, key, value);
    }
  }

  void add(ChangeKind kind, const Key& key, const Values::value_type& value) {
    const std::string_view of = casefile::kind_of(key.subject);
    const std::string id(casefile::id_of(key.subject));
    FactChange change{kind, "", key.subject, key.property, value.first, joined(value.second)};
    if (of == "person" && id.size() == address_digits) {
      change.page = "person/" + id + ".html";
    } else if (page_of_thing_) {
      change.page = page_of_thing_(key.subject);
    }
    change.is_about_a_person =
        before_.about_persons.contains(key.subject) || now_.about_persons.contains(key.subject);
    changes_.push_back(std::move(change));
  }

  static constexpr std::size_t address_digits = 16;
  const Facts& before_;
  const Facts& now_;
  const PageOfThing& page_of_thing_;
  std::vector<FactChange> changes_;
};

// Facts about persons as hashes, since a register has millions: two that have one hash, which among
// ten million happens once in 300,000 registers, count as one.
class HashedFacts {
 public:
  void add(std::string_view subject, std::string_view property, std::string_view value) {
    if (value.empty()) return;
    text_.assign(subject).append(1, '\0').append(property).append(1, '\0').append(value);
    hashes_.push_back(std::hash<std::string_view>()(text_));
  }

  void add_register(const DataTables& tables) {
    tables::CsvReader reader(tables.bytes(register_file), ',', register_file);
    std::vector<std::string_view> cells;
    if (!reader.next(cells)) return;
    const std::vector<std::string> header(cells.begin(), cells.end());
    const auto person = static_cast<std::size_t>(std::find(header.begin(), header.end(), "person") -
                                                 header.begin());
    while (reader.next(cells)) {
      const std::string subject =
          "person:" + std::string(person < cells.size() ? cells[person] : std::string_view());
      for (std::size_t at = 0; at < std::min(cells.size(), header.size()); ++at) {
        if (is_fact_column(header[at])) add(subject, header[at], cells[at]);
      }
    }
  }

  void add_about(const std::set<std::string>& persons, const Facts& facts) {
    for (const auto& [key, values] : facts.values) {
      if (!persons.contains(key.subject)) continue;
      for (const auto& [value, sources] : values) add(key.subject, key.property, value);
    }
  }

  [[nodiscard]] std::vector<std::size_t> sorted() && {
    std::sort(hashes_.begin(), hashes_.end());
    hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
    return std::move(hashes_);
  }

 private:
  std::string text_;
  std::vector<std::size_t> hashes_;
};

// The persons of whom a line stands in one of two registers alone. None where that cannot be told
// line by line: another header, or a cell with a line end in it.
std::optional<std::set<std::string, std::less<>>> changed_persons(std::string_view before,
                                                                  std::string_view now) {
  const auto header = [](std::string_view text) { return text.substr(0, text.find('\n')); };
  if (header(before) != header(now) || !now.starts_with("person,")) return std::nullopt;
  std::unordered_map<std::string_view, int> lines;  // 1 before, 2 now, 3 both
  for (const int side : {1, 2}) {
    std::string_view text = side == 1 ? before : now;
    while (!text.empty()) {
      const std::string_view line = header(text);
      if (std::count(line.begin(), line.end(), '"') % 2 != 0) return std::nullopt;
      lines[line] |= side;
      text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
  }
  std::set<std::string, std::less<>> persons;
  for (const auto& [line, sides] : lines) {
    if (sides != 3) persons.emplace(line.substr(0, line.find(',')));
  }
  return persons;
}

// The header, and the lines of these persons.
std::string lines_of_persons(std::string_view text,
                             const std::set<std::string, std::less<>>& persons) {
  std::string out;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (out.empty() || persons.contains(line.substr(0, line.find(','))))
      out.append(line).append("\n");
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return out;
}

// Only of persons of whom something in the register changed.
DataTables narrowed(const DataTables& tables, const std::set<std::string, std::less<>>& persons) {
  DataTables out;
  for (const char* path : {claims_file, case_file, results_file}) out.add(path, tables.bytes(path));
  out.add(register_file, lines_of_persons(tables.bytes(register_file), persons));
  return out;
}

std::vector<std::size_t> hashes_of(const DataTables& tables, const Facts& others,
                                   const std::set<std::string>& persons) {
  HashedFacts facts;
  facts.add_register(tables);
  facts.add_about(persons, others);
  return std::move(facts).sorted();
}

// Facts about persons that are in `now` and not in `before`.
std::int64_t facts_opened_in(const DataTables& before, const DataTables& now) {
  const Facts then = other_facts_of(before), soon = other_facts_of(now);
  std::set<std::string> persons = then.about_persons;
  persons.insert(soon.about_persons.begin(), soon.about_persons.end());
  const std::vector<std::size_t> known = hashes_of(before, then, persons),
                                 all = hashes_of(now, soon, persons);
  std::vector<std::size_t> opened;
  std::set_difference(all.begin(), all.end(), known.begin(), known.end(),
                      std::back_inserter(opened));
  return static_cast<std::int64_t>(opened.size());
}

}  // namespace

std::vector<FactChange> fact_changes(const DataTables& before, const DataTables& now,
                                     const PageOfThing& page_of_thing) {
  const Facts then = facts_of(before), soon = facts_of(now);
  return Differences(then, soon, page_of_thing).all();
}

std::int64_t facts_opened(const std::vector<FactChange>& changes) {
  return std::count_if(changes.begin(), changes.end(), [](const FactChange& change) {
    return change.is_about_a_person && change.kind != ChangeKind::gone;
  });
}

std::int64_t facts_opened(const DataTables& before, const DataTables& now) {
  const auto changed = changed_persons(before.bytes(register_file), now.bytes(register_file));
  const bool is_one_case_file = before.bytes(case_file) == now.bytes(case_file);
  return changed && is_one_case_file
             ? facts_opened_in(narrowed(before, *changed), narrowed(now, *changed))
             : facts_opened_in(before, now);
}

}  // namespace sanaq::publish

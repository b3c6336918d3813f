#include "sanaq/disclose/disclose_persons.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <tuple>

#include "sanaq/disclose/fact_ids.h"
#include "sanaq/disclose/person_cells.h"
#include "sanaq/draw/markup.h"
#include "sanaq/text/family_first.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/romanise.h"
#include "sanaq/text/writing.h"

namespace sanaq::disclose {
namespace {

using investigation::OpenColumns;
using investigation::OpenPerson;
using investigation::OpenRegister;
using investigation::Outcome;
using record::Field;

bool is_name(const std::optional<Field>& field) {
  return field == Field::name || field == Field::given || field == Field::family;
}

std::string property_of(const pages::PublicColumn& column) {
  return column.field ? std::string(record::field_name(*column.field)) : column.header;
}

std::vector<std::string> split_into_words(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

// Asan Bek as Bek Asan where a list says that Bek is the family name: nothing in the name tells it.
// The same word in another alphabet is the same.
std::string family_in_front(const std::string& name, const std::vector<std::string>& families) {
  std::vector<std::string> words = split_into_words(name);
  const auto key = [](const std::string& word) { return text::fold(text::romanise(word)); };
  for (const std::string& family : families) {
    const auto is_family = [&](const std::string& word) { return key(word) == key(family); };
    const auto found = std::find_if(words.begin(), words.end(), is_family);
    if (found == words.end()) continue;
    if (found == words.begin()) return name;
    std::rotate(words.begin(), found, found + 1);
    std::string ordered;
    for (const std::string& word : words) ordered += (ordered.empty() ? "" : " ") + word;
    return ordered;
  }
  return name;
}

// The fullest name of each other script, if it says as much: who reads this script looks for it.
std::vector<std::string> in_other_scripts(const std::vector<std::string>& names,
                                          const std::string& fullest) {
  std::map<std::string, std::vector<std::string>> by_script;
  for (const std::string& name : names) by_script[text::script_of(name)].push_back(name);
  by_script.erase(text::script_of(fullest));
  by_script.erase("");
  std::vector<std::string> others;
  for (const auto& [script, same] : by_script) {
    const std::string& best = same[text::fullest_name(same)];
    if (text::whole_words(best) >= text::whole_words(fullest)) others.push_back(best);
  }
  return others;
}

class Discloser {
 public:
  Discloser(const Outcome& outcome, const OpenColumns& open, const std::vector<OpenColumn>& columns,
            const OpenRegister& shown, const PersonRules& rules, const pages::PublicView& view)
      : outcome_(outcome),
        open_(open),
        columns_(columns),
        view_(view),
        facts_(outcome.addresses.secret),
        rules_(rules),
        above_(outcome.case_file.said) {
    for (const OpenPerson& person : shown.persons) taken_.insert(person.address);
    number_rows(shown.records);
  }

  // On any thread. Its forwards are every other address of its records: one that is a page's, or
  // leads to another person, is still among them.
  [[nodiscard]] pages::PublicPerson person(const OpenPerson& from) const {
    pages::PublicPerson out;
    out.id = from.address;
    const PersonCells cells = cells_of(from);
    out.probability = from.probability;
    std::vector<std::string> names;
    for (const std::uint32_t record : from.records) {
      add_addresses(record, out.forwards);
      const std::string name = name_of(record, cells);
      if (names_somebody(record)) names.push_back(name);
      // What is said in place of a name ("unidentified male") is shown where there is none.
      if (out.name.empty()) out.name = name;
      out.records.push_back(record_of(record, cells));
    }
    const bool is_named = !names.empty();
    if (is_named) {
      const std::string& fullest = names[text::fullest_name(names)];
      const std::vector<std::string> known = families(from, cells);
      out.name = family_in_front(fullest, known);
      for (const std::string& other : in_other_scripts(names, fullest))
        out.other_names.push_back(family_in_front(other, known));
    }
    out.is_linkable =
        is_named || std::none_of(from.records.begin(), from.records.end(),
                                 [&](std::uint32_t record) { return could_name(record); });
    out.sort_key = text::fold(text::romanise(out.name));
    mark_differences(out);
    return out;
  }

  // Leaves of its forwards those that no page and no person before it has.
  void claim_forwards(pages::PublicPerson& person) {
    std::erase_if(person.forwards,
                  [&](const std::string& address) { return !taken_.insert(address).second; });
  }

 private:
  [[nodiscard]] std::size_t list_of(std::uint32_t record) const {
    return outcome_.records.list_of[record];
  }

  // Which of its list's published records each is, in the order of the file: the row itself would
  // tell how many closed ones stand between.
  void number_rows(const std::vector<std::uint32_t>& records) {
    std::map<std::size_t, std::vector<std::pair<std::int64_t, std::uint32_t>>> by_list;
    for (const std::uint32_t record : records)
      by_list[list_of(record)].emplace_back(outcome_.records.rows[record], record);
    for (auto& [list, rows] : by_list) {
      std::sort(rows.begin(), rows.end());
      for (std::size_t at = 0; at < rows.size(); ++at)
        rows_[rows[at].second] =
            view_.lists[list].is_hash_open ? rows[at].first : static_cast<std::int64_t>(at + 1);
    }
  }

  [[nodiscard]] std::optional<pages::PublicCell> cell(std::uint32_t record, std::size_t column,
                                                      const PersonCells& cells) const {
    if (!open_[list_of(record)][column]) return std::nullopt;
    const record::Column& values = outcome_.records.columns[column];
    const std::uint32_t code = values.codes[record];
    const std::string& reading = values.canonical[code];
    auto shown = cells.shown(
        values.field, {values.values[code], reading.empty() ? values.values[code] : reading});
    if (shown) {
      shown->text = draw::harmless(shown->text);
      shown->reading = draw::harmless(shown->reading);
    }
    return shown;
  }

  // The least that may be shown of any of the person's records holds for all.
  [[nodiscard]] PersonCells cells_of(const OpenPerson& person) const {
    PersonRule least;
    for (const std::uint32_t record : person.records) {
      const PersonRule rule = rules_.of_record(record);
      least.is_name_only = least.is_name_only || rule.is_name_only;
      least.name = std::max(least.name, rule.name);
      least.place = std::max(least.place, rule.place);
    }
    std::vector<std::string> names, places;
    if (!least.is_whole()) {
      for (const std::uint32_t record : person.records) {
        for (const std::string& name : rules_.names_of_record(record)) names.push_back(name);
        for (const record::Column& column : outcome_.records.columns) {
          const std::string& text = column.values[column.codes[record]];
          if (is_of_a_name(column.field)) names.push_back(text);
          if (column.field == Field::place || column.field == Field::place_town)
            places.push_back(text);
        }
      }
    }
    return {least, std::move(names), std::move(places), above_};
  }

  // What the record says about a field, where that may leave; "" otherwise.
  [[nodiscard]] std::string read(std::uint32_t record, Field field,
                                 const PersonCells& cells) const {
    for (const OpenColumn& column : columns_) {
      if (column.shown.field != field) continue;
      if (const auto value = cell(record, column.at, cells)) return value->text;
    }
    return {};
  }

  // What lists with a column of family names say of the person.
  [[nodiscard]] std::vector<std::string> families(const OpenPerson& person,
                                                  const PersonCells& cells) const {
    std::vector<std::string> all;
    for (const std::uint32_t record : person.records) {
      std::string family = read(record, Field::family, cells);
      if (!family.empty()) all.push_back(std::move(family));
    }
    return all;
  }

  [[nodiscard]] std::string name_of(std::uint32_t record, const PersonCells& cells) const {
    if (std::string name = read(record, Field::name, cells); !name.empty()) return name;
    std::string joined;
    for (const Field field : {Field::family, Field::given, Field::patronymic}) {
      const std::string part = read(record, field, cells);
      if (!part.empty()) joined += (joined.empty() ? "" : " ") + part;
    }
    return joined;
  }

  // A cell of its name that may leave, and was read as one.
  [[nodiscard]] bool names_somebody(std::uint32_t record) const {
    return std::any_of(columns_.begin(), columns_.end(), [&](const OpenColumn& column) {
      const record::Column& values = outcome_.records.columns[column.at];
      return is_name(column.shown.field) && open_[list_of(record)][column.at] &&
             !values.canonical[values.codes[record]].empty();
    });
  }

  // Its list publishes names: that it has none can be seen.
  [[nodiscard]] bool could_name(std::uint32_t record) const {
    return std::any_of(columns_.begin(), columns_.end(), [&](const OpenColumn& column) {
      return is_name(column.shown.field) && open_[list_of(record)][column.at];
    });
  }

  [[nodiscard]] pages::PublicRecord record_of(std::uint32_t record,
                                              const PersonCells& cells) const {
    pages::PublicRecord out{list_of(record), rows_.at(record), {}};
    for (const OpenColumn& column : columns_) {
      std::optional<pages::PublicCell>& made =
          out.cells.emplace_back(cell(record, column.at, cells));
      if (!made || made->text.empty()) continue;
      const record::Column& values = outcome_.records.columns[column.at];
      made->is_narrowed = made->text != draw::harmless(values.values[values.codes[record]]);
      made->fact = facts_.of_cell(outcome_.origins[record], property_of(column.shown), made->text);
    }
    return out;
  }

  // Every address at which a reader may look for this record.
  void add_addresses(std::uint32_t record, std::vector<std::string>& addresses) const {
    const std::string& origin = outcome_.origins[record];
    addresses.push_back(persons::keyed_address(outcome_.addresses.secret, origin));
    for (std::string& older : outcome_.addresses.older_addresses(origin))
      addresses.push_back(std::move(older));
  }

  static void mark_differences(pages::PublicPerson& person) {
    for (std::size_t column = 0; column < person.records.front().cells.size(); ++column) {
      const std::string* first = nullptr;
      for (pages::PublicRecord& record : person.records) {
        std::optional<pages::PublicCell>& cell = record.cells[column];
        if (!cell || cell->text.empty()) continue;
        if (first == nullptr) first = &cell->reading;
        cell->differs = cell->reading != *first;
      }
    }
  }

  const Outcome& outcome_;
  const OpenColumns& open_;
  const std::vector<OpenColumn>& columns_;
  const pages::PublicView& view_;
  const FactIds facts_;
  const PersonRules& rules_;
  const casefile::PlacesAbove above_;
  std::set<std::string> taken_;                 // addresses of pages and signposts
  std::map<std::uint32_t, std::int64_t> rows_;  // of a record, as shown
};

// `place[record]` is the person and the position among its records.
using Places = std::map<std::uint32_t, std::pair<std::size_t, std::size_t>>;

void add_pairs(const OpenRegister& shown, const Places& place,
               std::vector<pages::PublicPerson>& persons) {
  for (const link::Pair& pair : shown.pairs) {
    const auto& [person, left] = place.at(pair.left);
    persons[person].pairs.push_back({left, place.at(pair.right).second, pair.probability});
  }
}

}  // namespace

void disclose_persons(const Outcome& outcome, const OpenColumns& open,
                      const std::vector<OpenColumn>& columns, const OpenRegister& shown,
                      const PersonRules& rules, pages::PublicView& view) {
  Discloser discloser(outcome, open, columns, shown, rules, view);
  Places place;
  view.persons.resize(shown.persons.size());
  tbb::parallel_for(std::size_t{0}, shown.persons.size(), [&](std::size_t person) {
    view.persons[person] = discloser.person(shown.persons[person]);
  });
  for (std::size_t person = 0; person < shown.persons.size(); ++person) {
    const std::vector<std::uint32_t>& records = shown.persons[person].records;
    for (std::size_t at = 0; at < records.size(); ++at) place[records[at]] = {person, at};
    discloser.claim_forwards(view.persons[person]);
  }
  add_pairs(shown, place, view.persons);
  view.has_register = !view.persons.empty();
  std::stable_sort(view.persons.begin(), view.persons.end(),
                   [](const pages::PublicPerson& left, const pages::PublicPerson& right) {
                     if (left.sort_key.empty() != right.sort_key.empty())
                       return right.sort_key.empty();
                     return std::tie(left.sort_key, left.id) < std::tie(right.sort_key, right.id);
                   });
}

}  // namespace sanaq::disclose

#include "sanaq/investigation/open_register.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "sanaq/base/check.h"
#include "sanaq/exchange/choose_engine.h"
#include "sanaq/investigation/linking_beside.h"
#include "sanaq/record/record_names.h"
#include "sanaq/text/fold.h"

namespace sanaq::investigation {
namespace {

using record::Column;
using record::Field;
using record::RecordTable;

constexpr std::uint32_t not_here = std::numeric_limits<std::uint32_t>::max();

// Which records leave.
class Leaving {
 public:
  Leaving(const Outcome& outcome, const OpenColumns& open, const HiddenRecords& hidden)
      : outcome_(outcome), open_(open), hidden_(hidden) {
    base::check(open.size() == outcome.records.lists.size(), "each list says what of it is open");
  }
  [[nodiscard]] bool leaves(std::uint32_t record) const {
    const bool is_closed = !hidden_.closed.empty() && hidden_.closed[record];
    return !is_closed && outcome_.in_scope[record] && says_something(record) && is_dead(record);
  }

 private:
  [[nodiscard]] bool is_open(std::uint32_t record, std::size_t column) const {
    return open_[outcome_.records.list_of[record]][column];
  }
  [[nodiscard]] bool says_something(std::uint32_t record) const {
    const auto& columns = outcome_.records.columns;
    for (std::size_t at = 0; at < columns.size(); ++at) {
      if (columns[at].codes[record] != 0 && is_open(record, at)) return true;
    }
    return false;
  }
  // A public date of death that can be read. An event's date is not a death.
  [[nodiscard]] bool is_dead(std::uint32_t record) const {
    if (outcome_.config.scope.status == "dead") return true;
    const auto& columns = outcome_.records.columns;
    for (std::size_t at = 0; at < columns.size(); ++at) {
      const bool tells =
          columns[at].field == Field::death || columns[at].field == Field::death_year;
      if (tells && is_open(record, at) && !columns[at].canonical[columns[at].codes[record]].empty())
        return true;
    }
    return false;
  }

  const Outcome& outcome_;
  const OpenColumns& open_;
  const HiddenRecords& hidden_;
};

// Fields in their order, then the user's own columns by header: the order in which closed lists
// brought them, and how these write a header, is theirs alone.
struct ColumnName {
  std::size_t field = std::numeric_limits<std::size_t>::max();
  std::string header;
  auto operator<=>(const ColumnName&) const = default;
};

ColumnName name_of(const Column& column) {
  if (!column.field) return {std::numeric_limits<std::size_t>::max(), text::fold(column.header)};
  return {static_cast<std::size_t>(*column.field), std::string(record::field_name(*column.field))};
}

// A column that the settings leave out of linking, by a header of any of these lists.
bool is_ignored(const Outcome& outcome, const std::vector<record::List>& lists,
                const Column& column) {
  std::set<std::string> headers;
  if (!column.field) headers.insert(text::fold(column.header));
  for (const ListReport& report : outcome.lists) {
    const bool is_here = std::any_of(lists.begin(), lists.end(), [&](const record::List& list) {
      return list.name == report.name;
    });
    const auto header = report.columns.find(name_of(column).header);
    if (is_here && column.field && header != report.columns.end())
      headers.insert(text::fold(header->second));
  }
  const auto& ignored = outcome.config.link.ignore_headers;
  return std::any_of(ignored.begin(), ignored.end(),
                     [&](const std::string& word) { return headers.contains(text::fold(word)); });
}

// The cells that `keeps` of the records, with the values that occur in them alone.
template <typename Keeps>
Column part_of(const Column& column, const std::vector<std::uint32_t>& records, Keeps keeps) {
  Column part{name_of(column).header, column.field, {}, {""}, {""}};
  std::unordered_map<std::uint32_t, std::uint32_t> codes{{0, 0}};  // looked up only
  for (const std::uint32_t record : records) {
    const std::uint32_t code = keeps(record) ? column.codes[record] : 0;
    const auto [own, is_new] = codes.emplace(code, static_cast<std::uint32_t>(part.values.size()));
    if (is_new) {
      part.values.push_back(column.values[code]);
      part.canonical.push_back(column.canonical[code]);
    }
    part.codes.push_back(own->second);
  }
  return part;
}

// The records as a table of their own: of their lists alone, with numbers for ids. `as_written`:
// with every column under the header that block rules and models name.
template <typename Keeps>
RecordTable table_of(const Outcome& outcome, const std::vector<std::uint32_t>& records,
                     bool as_written, Keeps keeps) {
  const RecordTable& from = outcome.records;
  RecordTable table;
  std::map<std::uint32_t, std::uint32_t> lists;
  for (const std::uint32_t record : records) lists.emplace(from.list_of[record], 0);
  for (auto& [list, own] : lists) {
    own = static_cast<std::uint32_t>(table.lists.size());
    table.lists.push_back(from.lists[list]);
  }
  for (const std::uint32_t record : records) {
    table.list_of.push_back(lists.at(from.list_of[record]));
    table.ids.push_back(std::to_string(table.ids.size()));
    table.rows.push_back(from.rows[record]);
    table.identities.push_back(from.identities[record]);
  }
  std::map<ColumnName, std::size_t> order;
  for (std::size_t at = 0; at < from.columns.size(); ++at)
    order.emplace(name_of(from.columns[at]), at);
  for (const auto& [name, at] : order) {
    const Column& column = from.columns[at];
    if (is_ignored(outcome, table.lists, column)) continue;
    Column part = part_of(column, records, [&](std::uint32_t record) { return keeps(record, at); });
    if (as_written) part.header = column.header;
    if (as_written || part.values.size() > 1) table.columns.push_back(std::move(part));
  }
  return table;
}

// What binds the records to each other: decisions and labels that speak of none but these.
void bind_reviews(const Outcome& outcome, const std::vector<std::uint32_t>& place,
                  link::Options& options) {
  std::vector<persons::Held> held;
  for (const persons::Held& one : outcome.decisions_held) {
    persons::Held own{one.verdict, {}};
    for (const std::uint32_t record : one.records) own.records.push_back(place[record]);
    if (std::find(own.records.begin(), own.records.end(), not_here) == own.records.end())
      held.push_back(std::move(own));
  }
  options.decisions = persons::pairs_of(held);
  if (options.labels.empty()) return;
  const record::RecordNames names(outcome.records);
  const auto find = [&](const std::string& list, const std::string& id) {
    const auto found = names.find(list, id);
    return found.size() == 1 && place[found.front()] != not_here
               ? "#" + std::to_string(outcome.records.rows[found.front()])
               : std::string();
  };
  std::vector<link::Label> labels;
  for (link::Label& label : options.labels) {
    label.record_left = find(label.list_left, label.record_left);
    label.record_right = find(label.list_right, label.record_right);
    if (!label.record_left.empty() && !label.record_right.empty())
      labels.push_back(std::move(label));
  }
  options.labels = std::move(labels);
}

// Settings that name columns need them, though none of these lists has them.
bool names_columns(const settings::Config& config) {
  return config.link.model || config.splink_model || !config.link.block_rules.empty();
}

bool is_plain(const settings::Config& config, const link::Options& options) {
  return !names_columns(config) && options.decisions.empty() && options.labels.empty();
}

bool are_alike(const RecordTable& left, const RecordTable& right) {
  return std::equal(left.columns.begin(), left.columns.end(), right.columns.begin(),
                    right.columns.end(), [](const Column& one, const Column& other) {
                      return one.header == other.header && one.codes == other.codes &&
                             one.values == other.values;
                    });
}

// What is known in files and from reviewers was learnt from closed cells.
link::Options options_for_open_cells(const link::Options& from) {
  link::Options options;
  options.threshold = from.threshold;
  options.seed = from.seed;
  options.threads = from.threads;
  options.nicknames = from.nicknames;
  options.pair_probability_min = from.pair_probability_min;
  return options;
}

// Who is one person, by all cells and by those that are shown.
struct Linked {
  link::Result by_all, by_shown;
};

Linked link_both(const RecordTable& whole, const settings::Config& config,
                 const link::Options& options, const RecordTable& shown, base::Progress& progress) {
  Linked linked;
  if (is_plain(config, options) && are_alike(whole, shown)) {
    linked.by_all = linked.by_shown = link::link(whole, options, progress);
    return linked;
  }
  const link::Options of_shown = options_for_open_cells(options);
  std::optional<LinkingBeside> beside;
  if (may_link_beside(shown, of_shown)) beside.emplace(shown, of_shown);
  linked.by_all = exchange::link_table(whole, options, config.splink_model, progress).result;
  linked.by_shown = beside ? beside->take(progress) : link::link(shown, of_shown, progress);
  return linked;
}

using Groups = std::vector<std::vector<std::uint32_t>>;  // records of one person each

Groups groups_of(const std::vector<std::uint32_t>& person_of) {
  std::uint32_t count = 0;
  for (const std::uint32_t person : person_of) count = std::max(count, person + 1);
  Groups groups(count);
  for (std::uint32_t record = 0; record < person_of.size(); ++record)
    groups[person_of[record]].push_back(record);
  std::erase_if(groups, [](const auto& group) { return group.empty(); });
  return groups;
}

// [record] -> its index among those that leave, which are handed out; not_here for the others.
std::vector<std::uint32_t> places_of_leaving(const Outcome& outcome, const OpenColumns& open,
                                             const HiddenRecords& hidden,
                                             std::vector<std::uint32_t>& records) {
  const Leaving leaving(outcome, open, hidden);
  std::vector<std::uint32_t> place(outcome.records.record_count(), not_here);
  for (std::uint32_t record = 0; record < place.size(); ++record) {
    // The case file's own list of names has no report and is no list of records.
    if (outcome.records.list_of[record] >= outcome.lists.size() || !leaving.leaves(record))
      continue;
    place[record] = static_cast<std::uint32_t>(records.size());
    records.push_back(record);
  }
  return place;
}

void add_persons(const Outcome& outcome, const Linked& linked, OpenRegister& out) {
  const Groups open_groups = groups_of(linked.by_shown.person_of);
  const std::set<std::vector<std::uint32_t>> same(open_groups.begin(), open_groups.end());
  const auto older = [&](std::uint32_t left, std::uint32_t right) {
    return std::tuple(outcome.arrivals[left], outcome.records.list_of[left], left) <
           std::tuple(outcome.arrivals[right], outcome.records.list_of[right], right);
  };
  for (const auto& group : groups_of(linked.by_all.person_of)) {
    OpenPerson person;
    for (const std::uint32_t record : group) person.records.push_back(out.records[record]);
    std::sort(person.records.begin(), person.records.end(), older);
    person.address =
        persons::keyed_address(outcome.addresses.secret, outcome.origins[person.records.front()]);
    if (same.contains(group)) person.probability = linked.by_shown.probability[group.front()];
    out.persons.push_back(std::move(person));
  }
  std::sort(out.persons.begin(), out.persons.end(),
            [&](const OpenPerson& left, const OpenPerson& right) {
              return older(left.records.front(), right.records.front());
            });
}

void add_pairs(const Linked& linked, OpenRegister& out) {
  for (const link::Pair& pair : linked.by_shown.pairs) {
    if (linked.by_all.person_of[pair.left] != linked.by_all.person_of[pair.right]) continue;
    out.pairs.push_back(pair);
    out.pairs.back().left = out.records[pair.left];
    out.pairs.back().right = out.records[pair.right];
  }
}

}  // namespace

OpenRegister open_register(const Outcome& outcome, const OpenColumns& open,
                           base::Progress& progress, const HiddenRecords& hidden) {
  OpenRegister out;
  if (!outcome.addresses.has_secret()) return out;
  const std::vector<std::uint32_t> place = places_of_leaving(outcome, open, hidden, out.records);
  if (out.records.empty()) return out;
  link::Options options = outcome.config.link;
  options.draws = 0;
  options.leave_out.clear();
  options.ignore_headers.clear();  // those columns are not in the table
  bind_reviews(outcome, place, options);
  const RecordTable whole = table_of(outcome, out.records, names_columns(outcome.config),
                                     [](std::uint32_t, std::size_t) { return true; });
  const auto is_open = [&](std::uint32_t record, std::size_t column) {
    return open[outcome.records.list_of[record]][column];
  };
  RecordTable shown = table_of(outcome, out.records, false, is_open);
  // Of whoever is shown in part no cell says how sure it is that records belong together.
  const bool any_in_part = std::any_of(
      out.records.begin(), out.records.end(),
      [&](std::uint32_t record) { return !hidden.in_part.empty() && hidden.in_part[record]; });
  const Linked linked =
      link_both(whole, outcome.config, options,
                any_in_part ? table_of(outcome, out.records, false,
                                       [&](std::uint32_t record, std::size_t column) {
                                         return !hidden.in_part[record] && is_open(record, column);
                                       })
                            : shown,
                progress);
  add_persons(outcome, linked, out);
  add_pairs(linked, out);
  out.table = std::move(shown);
  for (std::size_t at = 0; at < out.records.size(); ++at)
    out.table.ids[at] = outcome.records.ids[out.records[at]];
  return out;
}

}  // namespace sanaq::investigation

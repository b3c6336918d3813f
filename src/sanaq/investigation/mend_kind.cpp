#include "sanaq/investigation/mend_kind.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/exchange/row_words.h"
#include "sanaq/investigation/ingested.h"
#include "sanaq/persons/mendings.h"
#include "sanaq/settings/config.h"
#include "sanaq/settings/read_config.h"
#include "sanaq/tables/ingest.h"

namespace sanaq::investigation {
namespace {

using base::Error;
using base::Kind;
using base::message;
using settings::KeyValue;

constexpr std::size_t rows_shown = 10;

// Rows of a list, as a spreadsheet counts them, to their records.
std::map<std::int64_t, std::uint32_t> records_of_list(const Outcome& outcome,
                                                      const std::string& list) {
  std::map<std::int64_t, std::uint32_t> records;
  for (std::uint32_t at = 0; at < outcome.records.record_count(); ++at) {
    if (outcome.records.lists[outcome.records.list_of[at]].name == list)
      records.emplace(outcome.records.rows[at], at);
  }
  return records;
}

std::set<std::int64_t> rows_of_nobody(const Outcome& outcome, const std::string& list) {
  std::set<std::int64_t> rows;
  for (const std::uint32_t record : outcome.no_person) {
    if (outcome.records.lists[outcome.records.list_of[record]].name == list)
      rows.insert(outcome.records.rows[record]);
  }
  return rows;
}

BadKind kind_wanted(const Outcome& outcome, const KindMending& mending) {
  for (BadKind& kind : bad_kinds(outcome)) {
    if (kind.list == mending.list && kind.column == mending.column && kind.text == mending.text)
      return std::move(kind);
  }
  throw Error(Kind::not_found,
              message("{}: in the column {} no cell that cannot be read says this; look at the "
                      "cells again",
                      mending.list, mending.column));
}

std::vector<std::string> with_word(std::vector<std::string> words, const std::string& word) {
  if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
  return words;
}

// The edit that an answer is, where it is one of the settings.
KeyValue edit_of(const Outcome& outcome, const BadKind& kind, const KindMending& mending) {
  if (mending.answer == KindAnswer::nobody)
    return {{"words", "nobody"},
            settings::texts_value(with_word(outcome.config.nobody_words, kind.text))};
  if (mending.answer == KindAnswer::dates) {
    if (mending.meaning != "dmy" && mending.meaning != "mdy" && mending.meaning != "ymd")
      throw Error(Kind::bad_input,
                  message("the order of dates is dmy, mdy or ymd: day, month and year as the list "
                          "writes them"));
    return {{"list", kind.list, "dates"}, settings::text_value(mending.meaning)};
  }
  return {{"list", kind.list, "values", kind.field.empty() ? kind.column : kind.field, kind.text},
          settings::text_value(mending.meaning)};
}

// Every cell of a list that cannot be read: row and column.
using BadPlaces = std::map<std::pair<std::int64_t, std::string>, record::BadCell>;

BadPlaces places_of(const std::vector<record::BadCell>& cells) {
  BadPlaces places;
  for (const record::BadCell& cell : cells) places.emplace(std::pair{cell.row, cell.column}, cell);
  return places;
}

// One list read anew under other settings, with what is mended in it.
std::vector<record::BadCell> read_again(const Outcome& outcome, std::size_t at,
                                        const settings::Config& config, base::Progress& progress) {
  tables::ListSource source = settings::list_source(config.lists[at], config, outcome.folder);
  std::uint32_t before = 0;
  for (std::size_t list = 0; list < at; ++list)
    before += static_cast<std::uint32_t>(outcome.lists[list].records);
  std::vector<persons::MendingHeld> held;
  for (persons::MendingHeld one : outcome.mendings_held) {
    if (outcome.records.list_of[one.record] != at) continue;
    one.record -= before;
    held.push_back(std::move(one));
  }
  source.mend = [&](const record::RecordTable&) { return mended_cells(held); };
  return tables::ingest(source, progress).bad_cells;
}

void compare(const std::vector<record::BadCell>& before, const std::vector<record::BadCell>& after,
             const BadKind& kind, KindEffect& effect) {
  const BadPlaces were = places_of(before), are = places_of(after);
  for (const auto& [place, cell] : were) effect.readable += are.contains(place) ? 0 : 1;
  for (const auto& [place, cell] : are) {
    effect.unreadable += were.contains(place) ? 0 : 1;
    if (cell.list != kind.list || cell.column != kind.column || cell.value != kind.text) continue;
    if (effect.left++ > 0) continue;
    effect.reason = cell.reason;
    effect.advice = cell.advice;
  }
}

void try_edit(const Outcome& outcome, const BadKind& kind, const std::string& toml,
              base::Progress& progress, KindEffect& effect) {
  const std::string file = base::join(outcome.folder, std::string(settings::settings_file));
  effect.toml = settings::with_value(toml, effect.edit.path, effect.edit.value, file);
  const settings::Config config = settings::parse_config(effect.toml, file);
  const bool is_of_all = effect.edit.path.front() == "words";
  for (std::size_t at = 0; at < outcome.lists.size(); ++at) {
    if (!is_of_all && outcome.lists[at].name != kind.list) continue;
    compare(outcome.lists[at].bad_cells, read_again(outcome, at, config, progress), kind, effect);
  }
}

// One decision that names the rows, in which the cells that cannot be read stand.
void name_rows(const Outcome& outcome, const BadKind& kind, const KindMending& mending,
               const base::Catalog& catalog, KindEffect& effect) {
  const auto records = records_of_list(outcome, kind.list);
  const exchange::RowWords words(outcome.records);
  effect.decision.verdict = ledger::Verdict::no_person;
  effect.decision.reason = mending.reason;
  const std::set<std::int64_t> rows(kind.rows.begin(), kind.rows.end());
  for (const std::int64_t row : rows) {
    const auto found = records.find(row);
    if (found == records.end()) {
      ++effect.left;
      continue;
    }
    effect.decision.records.push_back(outcome.records.identities[found->second]);
    effect.decision.cells.push_back(
        persons::cells_read(outcome.records, outcome.list_fields, found->second));
    if (effect.rows.size() < rows_shown)
      effect.rows.push_back(words.named_line(found->second, catalog));
  }
  for (const ListReport& list : outcome.lists) {
    for (const record::BadCell& cell : list.bad_cells)
      effect.readable += cell.list == kind.list && rows.contains(cell.row) ? 1 : 0;
  }
}

}  // namespace

std::vector<BadKind> bad_kinds(const Outcome& outcome) {
  std::vector<BadKind> all;
  for (const ListReport& list : outcome.lists) {
    const std::set<std::int64_t> nobody = rows_of_nobody(outcome, list.name);
    std::map<std::pair<std::string, std::string>, BadKind> kinds;
    for (const record::BadCell& cell : list.bad_cells) {
      if (cell.column.empty() || nobody.contains(cell.row)) continue;
      BadKind& kind = kinds[{cell.column, cell.value}];
      if (kind.rows.empty())
        kind = {list.name,   cell.column,
                cell.value,  cell.field ? std::string(record::field_name(*cell.field)) : "",
                cell.reason, cell.advice,
                {}};
      kind.rows.push_back(cell.row);
    }
    const auto first = static_cast<std::ptrdiff_t>(all.size());
    for (auto& [key, kind] : kinds) all.push_back(std::move(kind));
    std::stable_sort(all.begin() + first, all.end(), [](const BadKind& left, const BadKind& right) {
      return left.rows.size() > right.rows.size();
    });
  }
  return all;
}

KindEffect effect_of(const Outcome& outcome, const KindMending& mending, const std::string& toml,
                     base::Progress& progress, const base::Catalog& catalog) {
  const BadKind kind = kind_wanted(outcome, mending);
  KindEffect effect;
  if (mending.answer == KindAnswer::no_person) {
    name_rows(outcome, kind, mending, catalog, effect);
    return effect;
  }
  effect.edit = edit_of(outcome, kind, mending);
  try_edit(outcome, kind, toml, progress, effect);
  return effect;
}

}  // namespace sanaq::investigation

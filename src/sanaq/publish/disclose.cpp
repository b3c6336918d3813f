#include "sanaq/publish/disclose.h"

#include <algorithm>
#include <map>

#include "sanaq/base/catalog.h"
#include "sanaq/base/check.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/publish/case_page.h"
#include "sanaq/publish/disclose_case.h"
#include "sanaq/publish/disclose_living.h"
#include "sanaq/text/name.h"

namespace sanaq::publish {
namespace {

using investigation::Outcome;
using record::Field;

const investigation::ListConfig* config_of(const Outcome& outcome, const std::string& list) {
  for (const auto& config : outcome.config.lists) {
    if (config.name == list) return &config;
  }
  return nullptr;
}

const investigation::ListReport* report_of(const Outcome& outcome, const std::string& list) {
  for (const auto& report : outcome.lists) {
    if (report.name == list) return &report;
  }
  return nullptr;
}

// The header under which this list has the column's field; empty where it has none.
std::string header_in(const Outcome& outcome, const std::string& list,
                      const record::Column& column) {
  if (!column.field) return column.header;
  const investigation::ListReport* report = report_of(outcome, list);
  if (report == nullptr) return {};
  const auto found = report->columns.find(std::string(record::field_name(*column.field)));
  return found == report->columns.end() ? std::string() : found->second;
}

bool is_public(const Outcome& outcome, const std::string& list, const record::Column& column) {
  const investigation::ListConfig* config = config_of(outcome, list);
  const investigation::ListReport* report = report_of(outcome, list);
  if (config == nullptr || (report != nullptr && !report->unclear_headers.empty())) return false;
  const std::string header = header_in(outcome, list, column);
  return std::any_of(config->public_fields.begin(), config->public_fields.end(),
                     [&](const std::string& word) {
                       return (column.field && word == record::field_name(*column.field)) ||
                              (!header.empty() && word == header);
                     });
}

// Which columns of the record table leave, list by list: public_columns[list][column].
using Mask = std::vector<std::vector<bool>>;

Mask public_mask(const Outcome& outcome) {
  Mask mask;
  for (const record::List& list : outcome.records.lists) {
    std::vector<bool>& columns = mask.emplace_back();
    for (const record::Column& column : outcome.records.columns)
      columns.push_back(is_public(outcome, list.name, column));
  }
  return mask;
}

bool any(const std::vector<bool>& flags) {
  return std::find(flags.begin(), flags.end(), true) != flags.end();
}

struct Gate {
  const Outcome& outcome;
  Mask mask;
  std::vector<std::size_t> columns;  // of the record table, that leave from some list

  explicit Gate(const Outcome& from) : outcome(from), mask(public_mask(from)) {
    for (std::size_t column = 0; column < from.records.columns.size(); ++column) {
      if (std::any_of(mask.begin(), mask.end(), [&](const auto& list) { return list[column]; }))
        columns.push_back(column);
    }
  }

  [[nodiscard]] std::size_t list_of(std::uint32_t record) const {
    return outcome.records.list_of[record];
  }
  [[nodiscard]] bool shows(std::uint32_t record) const { return any(mask[list_of(record)]); }

  [[nodiscard]] std::optional<PublicCell> cell(std::uint32_t record, std::size_t column) const {
    if (!mask[list_of(record)][column]) return std::nullopt;
    const record::Column& values = outcome.records.columns[column];
    const std::uint32_t code = values.codes[record];
    const std::string& reading = values.canonical[code];
    return PublicCell{values.values[code], reading.empty() ? values.values[code] : reading};
  }

  // What the record says about a field, where that may leave; "" otherwise.
  [[nodiscard]] std::string read(std::uint32_t record, Field field) const {
    for (const std::size_t column : columns) {
      if (outcome.records.columns[column].field != field) continue;
      if (const auto value = cell(record, column)) return value->text;
    }
    return {};
  }

  // A public date of death that can be read. An event's date is not a death.
  [[nodiscard]] bool tells_death(std::uint32_t record) const {
    for (const std::size_t column : columns) {
      const record::Column& values = outcome.records.columns[column];
      if (values.field != Field::death && values.field != Field::death_year) continue;
      if (mask[list_of(record)][column] && !values.canonical[values.codes[record]].empty())
        return true;
    }
    return false;
  }
};

std::string public_name(const Gate& gate, std::uint32_t record) {
  if (std::string name = gate.read(record, Field::name); !name.empty()) return name;
  std::string joined;
  for (const Field field : {Field::family, Field::given, Field::patronymic}) {
    const std::string part = gate.read(record, field);
    if (!part.empty()) joined += (joined.empty() ? "" : " ") + part;
  }
  return joined;
}

bool may_have_page(const Gate& gate, const investigation::Person& person) {
  const auto& records = person.records;
  const bool is_dead = gate.outcome.config.scope.all_dead() ||
                       std::any_of(records.begin(), records.end(),
                                   [&](auto record) { return gate.tells_death(record); });
  return is_dead && std::any_of(records.begin(), records.end(),
                                [&](auto record) { return gate.shows(record); });
}

void mark_differences(PublicPerson& person, std::size_t column_count) {
  for (std::size_t column = 0; column < column_count; ++column) {
    const std::string* first = nullptr;
    for (PublicRecord& record : person.records) {
      std::optional<PublicCell>& cell = record.cells[column];
      if (!cell || cell->text.empty()) continue;
      if (first == nullptr) first = &cell->reading;
      cell->differs = cell->reading != *first;
    }
  }
}

PublicRecord public_record(const Gate& gate, std::uint32_t record) {
  PublicRecord out{gate.list_of(record), gate.outcome.records.rows[record], {}};
  for (const std::size_t column : gate.columns) out.cells.push_back(gate.cell(record, column));
  return out;
}

std::string address(const std::string& id) { return base::portable_file_name(id); }

PublicPerson public_person(const Gate& gate, const investigation::Person& person) {
  PublicPerson out;
  out.id = address(person.id);
  out.probability = person.probability;
  out.is_linkable = person.is_linkable;
  for (const std::uint32_t record : person.records) {
    const std::string own = address(gate.outcome.record_ids[record]);
    if (own != out.id) out.forwards.push_back(own);
    if (gate.list_of(record) >= gate.outcome.lists.size()) continue;  // a name in the case file
    if (!gate.shows(record)) {
      ++out.withheld_records;
      continue;
    }
    if (out.name.empty()) out.name = public_name(gate, record);
    out.records.push_back(public_record(gate, record));
  }
  out.sort_key = text::fold(text::romanise(out.name));
  mark_differences(out, gate.columns.size());
  return out;
}

// Pairs of shown records of one person. `place[record]` is the person and the position among its
// shown records.
void add_pairs(const Gate& gate, std::vector<PublicPerson>& persons,
               const std::map<std::uint32_t, std::pair<std::size_t, std::size_t>>& place) {
  for (const link::Pair& pair : gate.outcome.link.pairs) {
    const auto left = place.find(pair.left), right = place.find(pair.right);
    if (left == place.end() || right == place.end() || left->second.first != right->second.first)
      continue;
    persons[left->second.first].pairs.push_back(
        {left->second.second, right->second.second, pair.probability});
  }
}

void disclose_persons(const Gate& gate, PublicView& view) {
  view.has_register = gate.outcome.config.publish.register_pages;
  std::map<std::uint32_t, std::pair<std::size_t, std::size_t>> place;
  for (const investigation::Person& person : gate.outcome.persons) {
    if (!view.has_register || !may_have_page(gate, person)) {
      ++view.withheld_persons;
      continue;
    }
    std::size_t position = 0;
    for (const std::uint32_t record : person.records) {
      if (gate.shows(record)) place[record] = {view.persons.size(), position++};
    }
    view.persons.push_back(public_person(gate, person));
  }
  add_pairs(gate, view.persons, place);
  view.has_register = !view.persons.empty();
  std::stable_sort(view.persons.begin(), view.persons.end(),
                   [](const PublicPerson& left, const PublicPerson& right) {
                     if (left.sort_key.empty() != right.sort_key.empty())
                       return right.sort_key.empty();
                     return std::tie(left.sort_key, left.id) < std::tie(right.sort_key, right.id);
                   });
}

std::string edtf(const std::optional<record::PartialDate>& date) {
  return date ? record::to_edtf(*date) : std::string();
}

std::string covers_text(const investigation::Scope& covers) {
  std::string out;
  for (const std::string& place : covers.places) out += (out.empty() ? "" : ", ") + place;
  if (covers.from || covers.to)
    out += (out.empty() ? "" : ", ") + edtf(covers.from) + "–" + edtf(covers.to);
  return out;
}

PublicList public_list(const Gate& gate, const investigation::ListReport& report) {
  PublicList out;
  out.name = report.name;
  out.version = report.version;
  out.rows_read = report.rows_read;
  out.records = report.records;
  out.blank = report.blank;
  out.refused = report.refused;
  out.bad_cells = static_cast<std::int64_t>(report.bad_cells.size());
  out.out_of_scope = report.out_of_scope;
  out.unlinkable = report.unlinkable;
  out.one_per_person = report.one_per_person;
  out.withheld_columns =
      static_cast<std::int64_t>(report.columns.size() + report.unmapped_headers.size());
  if (const auto* config = config_of(gate.outcome, report.name))
    out.covers = covers_text(config->covers);
  return out;
}

void disclose_lists(const Gate& gate, PublicView& view) {
  for (const std::size_t column : gate.columns) {
    const record::Column& values = gate.outcome.records.columns[column];
    view.columns.push_back({values.field, values.field ? std::string() : values.header});
  }
  // Reports and the record table's lists are in one order: that of investigation.toml.
  // The case file's own list of names, behind them, has none.
  base::check(gate.outcome.lists.size() <= gate.outcome.records.lists.size() ||
                  gate.outcome.records.lists.empty(),
              "every list of the table has its report");
  for (std::size_t list = 0; list < gate.outcome.lists.size(); ++list) {
    PublicList out = public_list(gate, gate.outcome.lists[list]);
    for (std::size_t column = 0; column < gate.columns.size() && list < gate.mask.size();
         ++column) {
      if (gate.mask[list][gate.columns[column]]) out.columns.push_back(column);
    }
    out.withheld_columns = std::max<std::int64_t>(
        0, out.withheld_columns - static_cast<std::int64_t>(out.columns.size()));
    view.lists.push_back(std::move(out));
  }
}

// A public column that no list has is a slip worth telling: perhaps the wrong one stays closed.
void warn_of_unknown_columns(const Gate& gate, PublicView& view) {
  for (const auto& config : gate.outcome.config.lists) {
    for (const std::string& word : config.public_fields) {
      const bool is_known =
          std::any_of(gate.columns.begin(), gate.columns.end(), [&](std::size_t column) {
            const record::Column& values = gate.outcome.records.columns[column];
            return (values.field && word == record::field_name(*values.field)) ||
                   word == header_in(gate.outcome, config.name, values);
          });
      if (!is_known) {
        view.warnings.push_back(base::message(
            "{}: no column {} to publish; see the columns in the report of `sanaq ingest`",
            config.name, word));
      }
    }
  }
}

std::optional<PublicOverlap> public_overlap(const Outcome& outcome) {
  if (!outcome.capture || outcome.capture->lists.empty()) return std::nullopt;
  PublicOverlap out;
  out.lists = outcome.capture->lists;
  const std::size_t lists = out.lists.size();
  out.pairs.assign(lists * lists, 0);
  for (const estimate::Cell& cell : outcome.capture->cells) {
    out.patterns.push_back({cell.listed, cell.not_covered, cell.count});
    out.observed += cell.count;
    for (std::size_t left = 0; left < lists; ++left) {
      for (std::size_t right = 0; right < lists; ++right) {
        if ((cell.listed >> left & 1U) && (cell.listed >> right & 1U))
          out.pairs[left * lists + right] += cell.count;
      }
    }
  }
  std::sort(out.patterns.begin(), out.patterns.end(), [](const auto& left, const auto& right) {
    if (left.count != right.count) return left.count > right.count;
    return std::tie(left.listed, left.not_covered) < std::tie(right.listed, right.not_covered);
  });
  return out;
}

// Strata say what people were: only where every list makes each of their columns public.
bool strata_are_public(const investigation::Config& config) {
  for (const std::string& name : config.strata) {
    for (const investigation::ListConfig& list : config.lists) {
      const auto& made_public = list.public_fields;
      if (std::find(made_public.begin(), made_public.end(), name) == made_public.end())
        return false;
    }
  }
  return true;
}

// Without times, without cells (the overlap has them) and without what
// of the strata is not public.
std::optional<estimate::Summary> public_summary(std::optional<estimate::Summary> summary,
                                                const investigation::Config& config) {
  if (!summary) return summary;
  summary->diagnostics.seconds = 0;
  summary->diagnostics.ess_per_second.reset();
  summary->cells.clear();
  if (summary->prediction) summary->prediction->cells.clear();
  for (auto& stratum : summary->strata) stratum.draws.clear();
  if (!strata_are_public(config)) summary->strata.clear();
  return summary;
}

PublicClaim public_claim(const investigation::Claim& claim) {
  return {claim.id,    claim.what,        claim.place,       claim.from,       claim.to,
          claim.group, claim.asserted_by, claim.asserted_at, claim.printed_in, claim.source,
          claim.min,   claim.max,         claim.in_scope};
}

// Inputs are named by their list, or by the last part of the path: a folder's name may tell who
// keeps it.
PublicProvenance public_provenance(const Outcome& outcome) {
  const investigation::Provenance& from = outcome.provenance;
  PublicProvenance out{from.version, from.seed, from.settings, from.made_on, {}};
  for (const auto& [name, hash] : from.inputs) {
    std::string shown;
    for (const auto& list : outcome.lists) {
      if (list.version == hash) shown = list.name;
    }
    for (const auto& table : outcome.config.tables) {
      if (shown.empty() && base::file_name(table.file) == base::file_name(name)) shown = table.kind;
    }
    out.inputs.emplace_back(shown, hash);
  }
  return out;
}

void choose_languages(const Outcome& outcome, PublicView& view) {
  const std::vector<std::string> known = base::Catalog::languages();
  for (const std::string& language : outcome.config.languages) {
    if (std::find(known.begin(), known.end(), language) == known.end()) {
      view.warnings.push_back(
          base::message("there is no site in the language {} yet; it is left out", language));
    } else if (std::find(view.languages.begin(), view.languages.end(), language) ==
               view.languages.end()) {
      view.languages.push_back(language);
    }
  }
  if (view.languages.empty()) view.languages = {"en"};
}

}  // namespace

PublicView disclose(const Outcome& outcome) {
  const Gate gate(outcome);
  PublicView view;
  view.title = outcome.config.title;
  view.about = outcome.config.about;
  view.is_invented = outcome.config.is_invented;
  choose_languages(outcome, view);
  const investigation::Scope& scope = outcome.config.scope;
  view.scope = {edtf(scope.from), edtf(scope.to), scope.places, scope.all_dead(), scope.what};
  disclose_lists(gate, view);
  warn_of_unknown_columns(gate, view);
  disclose_persons(gate, view);
  view.documented_low = outcome.documented_low;
  view.documented_high = outcome.documented_high;
  for (const auto& claim : outcome.claims) {
    if (claim.visibility == "public") view.claims.push_back(public_claim(claim));
  }
  for (const base::Message& closing : outcome.closings) view.warnings.push_back(closing);
  view.overlap = public_overlap(outcome);
  if (!strata_are_public(outcome.config)) {
    view.warnings.push_back(
        base::message("the estimate's strata are not published: not every list makes their columns "
                      "public"));
  }
  view.estimate = public_summary(outcome.estimate, outcome.config);
  view.estimate_with_unlinkable = public_summary(outcome.estimate_with_unlinkable, outcome.config);
  if (view.is_invented) view.truth = outcome.invented_truth;
  view.case_file = disclose_case(outcome, view);
  for (PublicClaim& claim : view.claims)
    claim.page = page_of(view.case_file, casefile::subject_of("claim", claim.id));
  view.provenance = public_provenance(outcome);
  if (!scope.all_dead()) disclose_living(outcome, view);
  return view;
}

std::vector<std::string> columns_that_leave(const PublicView& view) {
  std::vector<std::string> out;
  for (const PublicList& list : view.lists) {
    for (const std::size_t column : list.columns) {
      const PublicColumn& shown = view.columns[column];
      out.push_back(list.name + ": " +
                    (shown.field ? std::string(record::field_name(*shown.field)) : shown.header));
    }
  }
  return out;
}

}  // namespace sanaq::publish

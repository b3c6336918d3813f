#include "sanaq/report/result_text.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "sanaq/base/shown.h"
#include "sanaq/base/toml_text.h"
#include "sanaq/link/explain.h"
#include "sanaq/report/figures.h"
#include "sanaq/report/text_table.h"

namespace sanaq::report {
namespace {

using base::Catalog;
using base::message;
using investigation::ListReport;
using investigation::Outcome;

constexpr std::size_t faults_shown = 20;
constexpr std::size_t cell_characters = 30;

std::string said(const Catalog& catalog, std::int64_t number) {
  return figure(number, catalog.language());
}

std::string line(const Catalog& catalog, const base::Message& sentence) {
  return catalog.say(sentence) + "\n";
}

bool is_name(const std::optional<record::Field>& field) {
  using record::Field;
  return field == Field::name || field == Field::given || field == Field::family ||
         field == Field::patronymic;
}

// As it can be pasted into investigation.toml.
std::string mapping_text(const ListReport& list) {
  std::string text;
  for (const auto& [field, header] : list.columns) {
    if (header.ends_with(" (heading)")) continue;  // given by rows over others, no column to name
    text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", field,
                        base::shown(base::toml_text(header)));
  }
  return fmt::format("columns = {{ {} }}", text);
}

// Cells with the same fault in one column.
struct Fault {
  std::string column, reason, advice;
  bool is_of_name = false;
  std::optional<record::Field> field;
  std::vector<std::string> rows, values;  // some of them
  std::int64_t cells = 0;
};

std::vector<Fault> faults_of(const std::vector<record::BadCell>& cells, const Catalog& catalog) {
  constexpr std::size_t shown = 3;
  std::vector<Fault> faults;
  std::map<std::string, std::size_t> place;
  for (const record::BadCell& cell : cells) {
    const std::string reason = catalog.say(cell.reason);
    const auto [found, is_new] = place.emplace(cell.column + '\n' + reason, faults.size());
    if (is_new)
      faults.push_back({cell.column,
                        reason,
                        catalog.say(cell.advice),
                        is_name(cell.field),
                        cell.field,
                        {},
                        {},
                        0});
    Fault& fault = faults[found->second];
    ++fault.cells;
    if (fault.rows.size() <= shown) fault.rows.push_back(std::to_string(cell.row));
    if (fault.values.size() <= shown &&
        std::find(fault.values.begin(), fault.values.end(), cell.value) == fault.values.end())
      fault.values.push_back(cell.value);
  }
  return faults;
}

// "3, 7, 12, …"
std::string some_of(const std::vector<std::string>& texts, std::int64_t all) {
  constexpr std::size_t shown = 3;
  std::string some;
  for (std::size_t at = 0; at < std::min(shown, texts.size()); ++at)
    some += (some.empty() ? "" : ", ") + safe_cell(texts[at], cell_characters);
  return all > static_cast<std::int64_t>(shown) && texts.size() > shown ? some + ", …" : some;
}

// What the user can write where a word means one thing in the whole column.
std::string advice_of(const Fault& fault, const Catalog& catalog) {
  if (fault.field != record::Field::sex || fault.values.empty() || fault.values.size() > 3)
    return fault.advice;
  std::string values;
  for (const std::string& value : fault.values)
    values += fmt::format("{}{} = \"…\"", values.empty() ? "" : ", ",
                          base::shown(base::toml_text(value)));
  return catalog.say(message("say what they mean, m or f; write under this list:  values = {}",
                             "{ sex = { " + values + " } }"));
}

void add_faults(const std::vector<record::BadCell>& cells, const Catalog& catalog,
                std::vector<std::vector<std::string>>& rows) {
  for (const Fault& fault : faults_of(cells, catalog)) {
    rows.push_back({"  " + some_of(fault.rows, fault.cells), said(catalog, fault.cells),
                    safe_cell(fault.column, cell_characters),
                    fault.is_of_name ? catalog.say("(a name: see the report)")
                                     : some_of(fault.values, fault.cells),
                    fault.reason, advice_of(fault, catalog)});
  }
}

// Refused rows, unreadable and doubtful cells, equal faults as one line.
std::string bad_cells_text(const ListReport& list, const Catalog& catalog) {
  if (list.bad_cells.empty() && list.refused_rows.empty() && list.doubtful_cells.empty()) return "";
  std::vector<std::vector<std::string>> rows = {{"  " + catalog.say("row"), catalog.say("how many"),
                                                 catalog.say("column"), catalog.say("stands there"),
                                                 catalog.say("why"), catalog.say("what to do")}};
  std::vector<record::BadCell> refused;
  for (const tables::RefusedRow& row : list.refused_rows)
    refused.push_back({list.name, row.row, "", std::nullopt, catalog.say("(the whole row)"),
                       row.reason, message("not counted")});
  add_faults(refused, catalog, rows);
  add_faults(list.bad_cells, catalog, rows);
  add_faults(list.doubtful_cells, catalog, rows);
  const std::size_t all = rows.size() - 1;
  if (all > faults_shown) rows.resize(faults_shown + 1);
  std::string text = text_table(rows);
  if (all > faults_shown)
    text +=
        "  " + line(catalog, message("and {} more in ingest-report.csv",
                                     said(catalog, static_cast<std::int64_t>(all - faults_shown))));
  return text;
}

std::string change_text(const ListReport& list, const Catalog& catalog) {
  const persons::VersionChange& change = list.change;
  if (!change.is_new || change.is_first) return "";
  return "  " +
         line(catalog,
              message("a new version: {} records as before, {} changed, {} added, {} removed",
                      said(catalog, change.unchanged), said(catalog, change.changed),
                      said(catalog, change.added), said(catalog, change.removed)));
}

std::string level_text(double level, const Catalog& catalog) {
  return catalog.say(message("{} % interval", static_cast<int>(std::lround(level * 100))));
}

std::string number_line(const estimate::Estimate& estimate, const Catalog& catalog) {
  const std::string& language = catalog.language();
  const auto bound = [&](double value) {
    return std::isfinite(value) ? rounded_figure(value, language) : std::string("∞");
  };
  return catalog.say(message("{} ({} {} to {})", bound(estimate.median),
                             level_text(estimate.interval.level, catalog),
                             bound(estimate.interval.low), bound(estimate.interval.high)));
}

std::string strata_text(const estimate::Summary& summary, const Catalog& catalog) {
  if (summary.strata.empty()) return "";
  std::vector<std::vector<std::string>> rows(
      1, {catalog.say("stratum"), catalog.say("on the lists"), catalog.say("estimated"),
          catalog.say("alone, without the others")});
  for (const estimate::StratumAnswer& stratum : summary.strata) {
    rows.push_back(
        {safe_cell(stratum.name, cell_characters), said(catalog, stratum.observed),
         stratum.estimate ? number_line(*stratum.estimate, catalog) : catalog.say("no number"),
         stratum.alone ? number_line(*stratum.alone, catalog) : catalog.say("no number")});
  }
  std::string text = text_table(rows);
  for (const estimate::StratumAnswer& stratum : summary.strata) {
    for (const base::Message& reason : stratum.reasons)
      text +=
          fmt::format("  {}: {}\n", safe_cell(stratum.name, cell_characters), catalog.say(reason));
  }
  return text;
}

// The bounds that hardly need a model, beside the number.
std::string bounds_text(const estimate::Summary& summary, const Catalog& catalog) {
  if (summary.chao_lower_bound <= 0) return "";
  const std::string& language = catalog.language();
  const std::string plain = rounded_figure(summary.chao_lower_bound, language);
  if (!summary.chao_with_list_effects)
    return line(catalog, message("Chao's lower bound: {}", plain));
  return line(catalog,
              message("Chao's lower bound: {}; where lists differ in how many they reach: {}",
                      plain, rounded_figure(*summary.chao_with_list_effects, language)));
}

}  // namespace

std::string list_text(const ListReport& list, const Catalog& catalog) {
  std::string text = line(catalog, message("{}  ({}, {}, header in row {})", list.name, list.file,
                                           list.encoding, list.header_row));
  text += "  " + line(catalog, message("{} rows read = {} records + {} blank + {} refused",
                                       said(catalog, list.rows_read), said(catalog, list.records),
                                       said(catalog, list.blank), said(catalog, list.refused)));
  text += fmt::format("  {}\n", mapping_text(list));
  if (!list.unmapped_headers.empty()) {
    std::string headers;
    for (const std::string& header : list.unmapped_headers)
      headers += (headers.empty() ? "" : ", ") + safe_cell(header, cell_characters);
    text += "  " + line(catalog, message("columns of no known kind: {}", headers));
  }
  text += change_text(list, catalog);
  if (list.out_of_scope > 0)
    text += "  " + line(catalog, message("{} records lie outside the scope and are not counted",
                                         said(catalog, list.out_of_scope)));
  if (list.no_person > 0)
    text += "  " + line(catalog, message("{} rows are no persons, as a reviewer decided, and are "
                                         "not counted",
                                         said(catalog, list.no_person)));
  if (list.unlinkable > 0)
    text +=
        "  " + line(catalog,
                    message("{} records have no name: they are counted apart, unless a number that "
                            "another list has too tells who they are",
                            said(catalog, list.unlinkable)));
  for (const base::Message& warning : list.warnings) text += "  ! " + line(catalog, warning);
  return text + bad_cells_text(list, catalog);
}

std::string ingest_text(const Outcome& outcome, const Catalog& catalog) {
  std::string text;
  for (const ListReport& list : outcome.lists) text += list_text(list, catalog);
  for (const base::Message& warning : outcome.warnings) text += "! " + line(catalog, warning);
  for (const record::BadCell& cell : outcome.bad_case_cells) {
    text += "! " +
            line(catalog, message("{}, row {}, column {}: {}; {}", cell.list, cell.row, cell.column,
                                  catalog.say(cell.reason), catalog.say(cell.advice)));
  }
  return text;
}

std::string link_text(const record::RecordTable& records, const link::Result& linked,
                      std::int64_t persons, const Catalog& catalog) {
  std::string text =
      line(catalog, message("{} records in {} lists are {} persons",
                            said(catalog, static_cast<std::int64_t>(records.record_count())),
                            said(catalog, static_cast<std::int64_t>(records.lists.size())),
                            said(catalog, persons)));
  text += line(catalog, message("{} pairs were weighed", said(catalog, linked.candidate_pairs)));
  for (const link::BlockRule& rule : linked.model.rules)
    text += fmt::format("  {}  {}\n", rule.rule, said(catalog, rule.pairs));
  if (linked.model.recall_lost > 0)
    text += line(catalog, message("blocking is expected to lose at least {} % of the true pairs",
                                  fmt::format("{:.2f}", 100 * linked.model.recall_lost)));
  double lost = 0;
  for (const link::Lost& of : linked.lost) lost += of.matches;
  if (lost >= 1)
    text +=
        line(catalog, message("about {} pairs of one person were not found; registers drawn for "
                              "the estimate have as many more",
                              said(catalog, static_cast<std::int64_t>(std::llround(lost)))));
  for (const base::Message& warning : linked.warnings) text += "! " + line(catalog, warning);
  return text;
}

std::string explanation_text(const link::Explanation& explanation, const Catalog& catalog) {
  std::vector<std::vector<std::string>> rows = {{catalog.say("column"), catalog.say("left"),
                                                 catalog.say("right"), catalog.say("agreement"),
                                                 catalog.say("bits")}};
  for (const auto& compared : explanation.lines) {
    rows.push_back({compared.column, safe_cell(compared.left, cell_characters),
                    safe_cell(compared.right, cell_characters), compared.level,
                    fmt::format("{:+.2f}", compared.weight_bits)});
  }
  if (explanation.differing_bits != 0) {
    rows.push_back(
        {catalog.say(message("{} of {} differ", explanation.differing, explanation.filled)), "", "",
         "", fmt::format("{:+.2f}", explanation.differing_bits)});
  }
  rows.push_back(
      {catalog.say("before looking"), "", "", "", fmt::format("{:+.2f}", explanation.prior_bits)});
  rows.push_back({catalog.say("together"), "", "", "",
                  fmt::format("{:+.2f}", explanation.prior_bits + explanation.weight_bits)});
  return text_table(rows) + line(catalog, message("one person with probability {}",
                                                  fmt::format("{:.4f}", explanation.probability)));
}

std::string estimate_text(const estimate::Summary& summary, const Catalog& catalog) {
  std::string text;
  if (summary.estimate) {
    text +=
        line(catalog, message("Estimated: {}, method {}", number_line(*summary.estimate, catalog),
                              estimate::method_name(summary.method)));
  } else {
    text += line(catalog, message("Estimated: no number can be given here"));
  }
  if (summary.unlisted)
    text += line(catalog, message("On no list: {}", number_line(*summary.unlisted, catalog)));
  text += bounds_text(summary, catalog);
  text += strata_text(summary, catalog);
  if (!summary.usable()) text += line(catalog, message("Not to be quoted, because:"));
  for (const base::Message& reason : summary.reasons) text += "  - " + line(catalog, reason);
  for (const base::Message& warning : summary.warnings) text += "! " + line(catalog, warning);
  for (const estimate::Alternative& other : summary.alternatives) {
    const std::string number =
        other.estimate ? number_line(*other.estimate, catalog) : catalog.say("no number");
    text += fmt::format("  {:<10} {}{}\n", estimate::method_name(other.method), number,
                        other.usable ? "" : "  " + catalog.say("(not to be quoted)"));
  }
  return text;
}

std::string overlap_text(const estimate::CaptureTable& table, const Catalog& catalog) {
  const std::vector<std::int64_t> both = estimate::overlap(table);
  const std::size_t lists = table.lists.size();
  std::vector<std::vector<std::string>> rows(1, {catalog.say("on both")});
  for (const std::string& list : table.lists) rows[0].push_back(safe_cell(list, cell_characters));
  for (std::size_t left = 0; left < lists; ++left) {
    rows.push_back({safe_cell(table.lists[left], cell_characters)});
    for (std::size_t right = 0; right < lists; ++right)
      rows.back().push_back(said(catalog, both[left * lists + right]));
  }
  return text_table(rows);
}

std::string number_text(const Outcome& outcome, const Catalog& catalog) {
  std::string text;
  if (outcome.documented_low == outcome.documented_high) {
    text += line(catalog, message("Documented: {} persons", said(catalog, outcome.documented_low)));
  } else {
    text += line(catalog, message("Documented: {} persons with a name; {} if every record without "
                                  "a name is somebody else",
                                  said(catalog, outcome.documented_low),
                                  said(catalog, outcome.documented_high)));
  }
  if (outcome.no_estimate)
    text += line(catalog, message("Estimated: {}", catalog.say(*outcome.no_estimate)));
  if (outcome.estimate) text += estimate_text(*outcome.estimate, catalog);
  if (outcome.estimate_with_unlinkable && outcome.estimate_with_unlinkable->estimate) {
    text +=
        line(catalog, message("With the records without a name, each taken by chance for a named "
                              "person of another list or for somebody else: {}",
                              number_line(*outcome.estimate_with_unlinkable->estimate, catalog)));
  }
  for (const base::Message& otherwise : outcome.counted_otherwise)
    text += line(catalog, message("Counted otherwise: {}", catalog.say(otherwise)));
  if (!outcome.claims.empty())
    text += line(catalog, message("Claims by others: {}",
                                  said(catalog, static_cast<std::int64_t>(outcome.claims.size()))));
  if (outcome.invented_truth)
    text += line(catalog, message("This is an invented example; the true number is {}",
                                  said(catalog, *outcome.invented_truth)));
  return text;
}

}  // namespace sanaq::report

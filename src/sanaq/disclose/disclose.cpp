#include "sanaq/disclose/disclose.h"

#include <algorithm>
#include <map>
#include <set>

#include "sanaq/base/catalog.h"
#include "sanaq/base/check.h"
#include "sanaq/disclose/closed_lists.h"
#include "sanaq/disclose/closed_persons.h"
#include "sanaq/disclose/disclose_articles.h"
#include "sanaq/disclose/disclose_case.h"
#include "sanaq/disclose/disclose_living.h"
#include "sanaq/disclose/disclose_persons.h"
#include "sanaq/disclose/disclose_provenance.h"
#include "sanaq/disclose/disclose_translations.h"
#include "sanaq/disclose/list_names.h"
#include "sanaq/disclose/person_rules.h"
#include "sanaq/draw/markup.h"
#include "sanaq/investigation/open_register.h"
#include "sanaq/pages/case_page.h"
#include "sanaq/pages/case_pages.h"
#include "sanaq/pages/fact_lines.h"
#include "sanaq/persons/claims_beside.h"
#include "sanaq/settings/config.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/writing.h"

namespace sanaq::disclose {
namespace {

using investigation::Outcome;
using record::Field;

const settings::ListConfig* config_of(const Outcome& outcome, const std::string& list) {
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
  const settings::ListConfig* config = config_of(outcome, list);
  const investigation::ListReport* report = report_of(outcome, list);
  if (config == nullptr || (report != nullptr && !report->unclear_headers.empty())) return false;
  const std::string header = header_in(outcome, list, column);
  return std::any_of(config->public_fields.begin(), config->public_fields.end(),
                     [&](const std::string& word) {
                       return (column.field && word == record::field_name(*column.field)) ||
                              (!header.empty() && text::fold(word) == text::fold(header));
                     });
}

// Which columns of the record table leave, list by list.
investigation::OpenColumns open_columns(const Outcome& outcome) {
  investigation::OpenColumns open;
  for (const record::List& list : outcome.records.lists) {
    std::vector<bool>& columns = open.emplace_back();
    for (const record::Column& column : outcome.records.columns)
      columns.push_back(is_public(outcome, list.name, column));
  }
  return open;
}

// The header of a user's own column as the first list writes it that makes it public.
std::string public_header(const Outcome& outcome, const record::Column& column) {
  for (const auto& list : outcome.config.lists) {
    for (const std::string& word : list.public_fields) {
      if (text::fold(word) == text::fold(column.header)) return word;
    }
  }
  return column.header;
}

// Columns that leave from some list: fields in their order, then the users' own by header. The
// order in which closed lists brought them is theirs alone.
std::vector<OpenColumn> columns_of(const Outcome& outcome, const investigation::OpenColumns& open) {
  std::vector<OpenColumn> columns;
  for (std::size_t at = 0; at < outcome.records.columns.size(); ++at) {
    const record::Column& column = outcome.records.columns[at];
    if (std::none_of(open.begin(), open.end(), [&](const auto& list) { return list[at]; }))
      continue;
    columns.push_back(
        {{column.field, column.field ? "" : draw::harmless(public_header(outcome, column))}, at});
  }
  std::sort(columns.begin(), columns.end(), [](const OpenColumn& left, const OpenColumn& right) {
    if (left.shown.field && right.shown.field) return *left.shown.field < *right.shown.field;
    if (left.shown.field || right.shown.field) return left.shown.field.has_value();
    return left.shown.header < right.shown.header;
  });
  return columns;
}

std::string edtf(const std::optional<record::PartialDate>& date) {
  return date ? record::to_edtf(*date) : std::string();
}

std::string covers_text(const settings::Scope& covers) {
  std::string out;
  for (const std::string& place : covers.places)
    out += (out.empty() ? "" : ", ") + draw::isolated(place);
  if (covers.from || covers.to)
    out += (out.empty() ? "" : ", ") + edtf(covers.from) + "–" + edtf(covers.to);
  return out;
}

// Cells that could not be read, of columns that leave: the others are nobody's business.
std::int64_t open_bad_cells(const Outcome& outcome, const investigation::ListReport& report,
                            const std::vector<OpenColumn>& columns, const pages::PublicList& list) {
  return std::count_if(
      report.bad_cells.begin(), report.bad_cells.end(), [&](const record::BadCell& cell) {
        return std::any_of(list.columns.begin(), list.columns.end(), [&](std::size_t at) {
          const record::Column& column = outcome.records.columns[columns[at].at];
          return column.field ? cell.field == column.field
                              : text::fold(cell.column) == text::fold(column.header);
        });
      });
}

pages::PublicList public_list(const Outcome& outcome, const investigation::ListReport& report,
                              const std::vector<OpenColumn>& columns,
                              const std::vector<bool>& open_of_list) {
  pages::PublicList out;
  out.name = ListNames(outcome.config).of(report.name);
  out.records = report.records;
  out.one_per_person = report.one_per_person;
  for (std::size_t column = 0; column < columns.size(); ++column) {
    if (open_of_list[columns[column].at]) out.columns.push_back(column);
  }
  if (const auto* config = config_of(outcome, report.name)) {
    out.covers = covers_text(config->covers);
    out.is_hash_open = config->publish_hash;
  }
  out.is_open = !out.columns.empty();
  if (!out.is_open) return out;
  out.rows_read = report.rows_read;
  out.blank = report.blank;
  out.refused = report.refused;
  out.bad_cells = open_bad_cells(outcome, report, columns, out);
  out.out_of_scope = report.out_of_scope;
  out.unlinkable = report.unlinkable;
  return out;
}

void disclose_lists(const Outcome& outcome, const investigation::OpenColumns& open,
                    const std::vector<OpenColumn>& columns, pages::PublicView& view) {
  for (const OpenColumn& column : columns) view.columns.push_back(column.shown);
  // Reports and the record table's lists are in one order: that of investigation.toml.
  // The case file's own list of names, behind them, has none.
  base::check(outcome.lists.size() <= outcome.records.lists.size() || outcome.records.lists.empty(),
              "every list of the table has its report");
  const std::vector<bool> nothing(outcome.records.columns.size(), false);
  for (std::size_t list = 0; list < outcome.lists.size(); ++list)
    view.lists.push_back(public_list(outcome, outcome.lists[list], columns,
                                     list < open.size() ? open[list] : nothing));
}

// A public column that no list has is a slip worth telling: perhaps the wrong one stays closed.
void warn_of_unknown_columns(const Outcome& outcome, const std::vector<OpenColumn>& columns,
                             pages::PublicView& view) {
  for (const auto& config : outcome.config.lists) {
    for (const std::string& word : config.public_fields) {
      const bool is_known =
          std::any_of(columns.begin(), columns.end(), [&](const OpenColumn& column) {
            const record::Column& values = outcome.records.columns[column.at];
            return (values.field && word == record::field_name(*values.field)) ||
                   text::fold(word) == text::fold(header_in(outcome, config.name, values));
          });
      if (!is_known) {
        view.warnings.push_back(base::message(
            "{}: no column {} to publish; see the columns in the report of `sanaq ingest`",
            config.name, word));
      }
    }
    if (!config.has_own_name)
      view.warnings.push_back(base::message(
          "{}: this list has no name of its own, and its file's does not leave; on the site it is "
          "{}. Give it one:  name = \"…\"",
          config.name, ListNames(outcome.config).of(config.name)));
  }
}

// Without a secret nobody has an address, and so no page.
void warn_without_secret(const Outcome& outcome, const std::vector<OpenColumn>& columns,
                         pages::PublicView& view) {
  const bool would_show = outcome.config.publish.register_pages && !columns.empty();
  if (outcome.addresses.has_secret() || !would_show) return;
  view.warnings.push_back(base::message(
      "no person has a page: addresses are made under a secret of the ledger, and it has none; "
      "publish once where the ledger can be written: sanaq publish {}",
      outcome.folder));
}

// Pages are made of what is published; where that tells it otherwise than the whole does, whoever
// publishes should know.
void warn_of_other_persons(const Outcome& outcome, const investigation::OpenRegister& shown,
                           pages::PublicView& view) {
  std::vector<std::size_t> person_of(outcome.records.record_count(), outcome.persons.size());
  for (std::size_t person = 0; person < outcome.persons.size(); ++person) {
    for (const std::uint32_t record : outcome.persons[person].records) person_of[record] = person;
  }
  std::int64_t joined = 0;
  std::map<std::size_t, int> pages;  // of a person of the register
  for (const investigation::OpenPerson& person : shown.persons) {
    std::set<std::size_t> of;
    for (const std::uint32_t record : person.records) of.insert(person_of[record]);
    joined += of.size() > 1 ? 1 : 0;
    for (const std::size_t one : of) ++pages[one];
  }
  const auto parted = std::count_if(pages.begin(), pages.end(),
                                    [](const auto& person) { return person.second > 1; });
  if (joined > 0 || parted > 0)
    view.warnings.push_back(base::message(
        "lists that publish nothing have no part in the pages. So {} pages show several persons of "
        "the register as one, and {} persons have several pages; a reviewer's decision on their "
        "records settles it: sanaq decide",
        joined, parted));
}

std::optional<pages::PublicOverlap> public_overlap(const Outcome& outcome) {
  if (!outcome.capture || outcome.capture->lists.empty()) return std::nullopt;
  pages::PublicOverlap out;
  for (const std::string& list : outcome.capture->lists)
    out.lists.push_back(ListNames(outcome.config).of(list));
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
bool strata_are_public(const settings::Config& config) {
  for (const std::string& name : config.strata) {
    for (const settings::ListConfig& list : config.lists) {
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
                                                const settings::Config& config) {
  if (!summary) return summary;
  summary->diagnostics.seconds = 0;
  summary->diagnostics.ess_per_second.reset();
  summary->cells.clear();
  if (summary->prediction) summary->prediction->cells.clear();
  for (auto& stratum : summary->strata) stratum.draws.clear();
  if (!strata_are_public(config)) summary->strata.clear();
  ListNames(config).put_into(*summary);
  return summary;
}

pages::PublicClaim public_claim(const persons::Claim& claim) {
  return {claim.id,    claim.what,        claim.place,       claim.from,       claim.to,
          claim.group, claim.asserted_by, claim.asserted_at, claim.printed_in, claim.source,
          claim.min,   claim.max,         claim.in_scope};
}

void choose_languages(const Outcome& outcome, pages::PublicView& view) {
  const std::vector<std::string> known = base::Catalog::languages();
  for (const std::string& language : outcome.config.languages) {
    const bool is_known = language == text::mirrored_language ||
                          std::find(known.begin(), known.end(), language) != known.end();
    if (!is_known) {
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

investigation::OpenRegister shown_register(const Outcome& outcome, base::Progress& progress) {
  if (!outcome.config.publish.register_pages) return {};
  const investigation::OpenColumns open = open_columns(outcome);
  return investigation::open_register(outcome, open, progress, PersonRules(outcome, open).hidden());
}

pages::PublicView disclose(const Outcome& outcome, const investigation::OpenRegister& shown) {
  const investigation::OpenColumns open = open_columns(outcome);
  const std::vector<OpenColumn> columns = columns_of(outcome, open);
  const PersonRules rules(outcome, open);
  pages::PublicView view;
  view.title = draw::harmless(outcome.config.title);
  view.about = draw::harmless(outcome.config.about);
  view.url = outcome.config.publish.url;
  view.is_invented = outcome.config.is_invented;
  view.contact = draw::harmless(outcome.config.publish.contact);
  choose_languages(outcome, view);
  const settings::Scope& scope = outcome.config.scope;
  view.scope = {edtf(scope.from), edtf(scope.to), {}, scope.all_dead(), draw::harmless(scope.what)};
  for (const std::string& place : scope.places) view.scope.places.push_back(draw::harmless(place));
  disclose_lists(outcome, open, columns, view);
  warn_of_unknown_columns(outcome, columns, view);
  warn_without_secret(outcome, columns, view);
  disclose_persons(outcome, open, columns, shown, rules, view);
  warn_of_other_persons(outcome, shown, view);
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
  if (scope.all_dead()) {
    withhold_closed_persons(outcome, rules, view);
    withhold_closed_lists(outcome.config, view);
  }
  disclose_provenance(outcome, view);
  disclose_case(outcome, shown, rules, view);
  disclose_translations(outcome, view);
  for (pages::PublicClaim& claim : view.claims)
    claim.page = pages::page_of(view.case_file, casefile::subject_of("claim", claim.id));
  if (!scope.all_dead()) disclose_living(outcome, view);
  disclose_articles(outcome, shown, rules, view);
  view.main_case = std::make_shared<const std::vector<pages::Page>>(
      pages::case_pages(view, draw::Voice(view.languages.front())));
  view.fact_lines = pages::all_fact_lines(view, *view.main_case);
  return view;
}

pages::PublicView disclose(const Outcome& outcome, base::Progress& progress) {
  return disclose(outcome, shown_register(outcome, progress));
}

pages::PublicView disclose(const Outcome& outcome) {
  base::Progress silent;
  return disclose(outcome, silent);
}

std::vector<std::string> columns_that_leave(const pages::PublicView& view) {
  std::vector<std::string> out;
  for (const pages::PublicList& list : view.lists) {
    for (const std::size_t column : list.columns) {
      const pages::PublicColumn& shown = view.columns[column];
      out.push_back(list.name + ": " +
                    (shown.field ? std::string(record::field_name(*shown.field)) : shown.header));
    }
  }
  return out;
}

}  // namespace sanaq::disclose

#include "sanaq/pages/data_files.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "sanaq/pages/long_text.h"
#include "sanaq/tables/csv_write.h"

namespace sanaq::pages {
namespace {

using base::message;
using nlohmann::ordered_json;
using Rows = std::vector<std::vector<std::string>>;

std::string csv(const Rows& rows, tables::CsvFor reader) {
  std::string out;
  for (const auto& row : rows) {
    tables::append_csv_row(out, {row.begin(), row.end()}, reader);
  }
  return out;
}

std::string column_name(const PublicColumn& column) {
  return column.field ? std::string(record::field_name(*column.field)) : column.header;
}

std::string probability_text(const PublicPerson& person) {
  return person.probability ? fmt::format("{:.4f}", *person.probability) : std::string();
}

void append_person(const PublicView& view, const PublicPerson& person, tables::CsvFor reader,
                   std::string& out) {
  const std::string probability = probability_text(person);
  std::vector<std::string_view> cells;
  for (const PublicRecord& record : person.records) {
    const std::string row = std::to_string(record.row);
    cells = {person.id, probability, view.lists[record.list].name, row};
    for (const auto& cell : record.cells)
      cells.push_back(cell ? std::string_view(cell->text) : std::string_view());
    tables::append_further_csv_row(out, cells, reader);
  }
}

// The register for programs and for people, made row by row: of a hundred thousand persons all rows
// at once would take more than both files.
std::array<std::string, 2> register_csv(const PublicView& view) {
  std::vector<std::string> names;
  for (const PublicColumn& column : view.columns) names.push_back(column_name(column));
  std::vector<std::string_view> header = {"person", "probability", "list", "row"};
  header.insert(header.end(), names.begin(), names.end());
  std::array<std::string, 2> files;
  for (const auto reader : {tables::CsvFor::program, tables::CsvFor::person}) {
    std::string first;
    tables::append_csv_row(first, header, reader);
    files[reader == tables::CsvFor::program ? 0 : 1] =
        long_text(std::move(first), view.persons.size(), [&](std::size_t at, std::string& out) {
          append_person(view, view.persons[at], reader, out);
        });
  }
  return files;
}

Rows claim_rows(const PublicView& view) {
  Rows rows{{"claim", "what", "min", "max", "place", "from", "to", "group", "asserted_by",
             "asserted_at", "printed_in", "source", "in_scope"}};
  const auto text = [](const std::optional<std::int64_t>& value) {
    return value ? std::to_string(*value) : std::string();
  };
  for (const PublicClaim& claim : view.claims) {
    rows.push_back({claim.id, claim.what, text(claim.min), text(claim.max), claim.place, claim.from,
                    claim.to, claim.group, claim.asserted_by, claim.asserted_at, claim.printed_in,
                    claim.source, claim.in_scope ? "1" : "0"});
  }
  return rows;
}

// The input of `sanaq estimate --cells`: 1, 0 or NA (did not cover) a list, and the count.
Rows cell_rows(const PublicOverlap& overlap) {
  Rows rows{overlap.lists};
  rows[0].push_back("count");
  for (const auto& pattern : overlap.patterns) {
    auto& row = rows.emplace_back();
    for (std::size_t list = 0; list < overlap.lists.size(); ++list) {
      row.push_back(pattern.listed >> list & 1U        ? "1"
                    : pattern.not_covered >> list & 1U ? "NA"
                                                       : "0");
    }
    row.push_back(std::to_string(pattern.count));
  }
  return rows;
}

Rows draw_rows(const estimate::Summary& summary) {
  Rows rows{{"draw", "total"}};
  std::int64_t number = 0;
  for (const double total : summary.total_draws)
    rows.push_back({std::to_string(++number), fmt::format("{}", total)});
  return rows;
}

ordered_json json_of(const estimate::Interval& interval) {
  return {{"level", interval.level}, {"low", interval.low}, {"high", interval.high}};
}

ordered_json json_of(const std::optional<estimate::Estimate>& found) {
  if (!found) return nullptr;
  return {{"median", found->median}, {"mean", found->mean}, {"interval", json_of(found->interval)}};
}

ordered_json json_of(const std::vector<base::Message>& messages) {
  ordered_json out = ordered_json::array();
  for (const base::Message& sentence : messages) out.push_back(sentence.english());
  return out;
}

ordered_json json_of(const std::optional<estimate::Summary>& summary) {
  if (!summary) return nullptr;
  ordered_json out{{"lists", summary->lists},
                   {"observed", summary->observed},
                   {"method", std::string(estimate::method_name(summary->method))},
                   {"estimate", json_of(summary->estimate)},
                   {"unlisted", json_of(summary->unlisted)},
                   {"usable", summary->usable()},
                   {"reasons", json_of(summary->reasons)}};
  out["intervals"] = ordered_json::array();
  for (const auto& interval : summary->intervals) {
    ordered_json item = json_of(interval);
    item["name"] = interval.name;
    out["intervals"].push_back(item);
  }
  const estimate::Diagnostics& found = summary->diagnostics;
  out["diagnostics"] = {{"rhat", found.rhat ? ordered_json(*found.rhat) : ordered_json()},
                        {"ess", found.ess ? ordered_json(*found.ess) : ordered_json()},
                        {"chains", found.chains},
                        {"draws", found.draws}};
  out["alternatives"] = ordered_json::array();
  for (const auto& other : summary->alternatives) {
    out["alternatives"].push_back({{"method", std::string(estimate::method_name(other.method))},
                                   {"estimate", json_of(other.estimate)},
                                   {"usable", other.usable},
                                   {"reasons", json_of(other.reasons)}});
  }
  return out;
}

ordered_json lists_json(const PublicView& view) {
  ordered_json out = ordered_json::array();
  for (const PublicList& list : view.lists) {
    ordered_json one{{"name", list.name}};
    if (list.records) one["records"] = *list.records;
    if (list.is_open) {
      one["rows_read"] = list.rows_read;
      one["blank"] = list.blank;
      one["refused"] = list.refused;
      one["bad_cells"] = list.bad_cells;
      one["out_of_scope"] = list.out_of_scope;
      one["unlinkable"] = list.unlinkable;
    }
    out.push_back(std::move(one));
  }
  return out;
}

// Of persons who may be living: what the pages say, and not one digit more.
ordered_json living_json(const PublicView& view) {
  ordered_json out{{"title", view.title}, {"invented", view.is_invented}};
  out["lists"] = ordered_json::array();
  for (std::size_t list = 0; list < view.lists.size(); ++list) {
    out["lists"].push_back(
        {{"name", view.lists[list].name},
         {"persons", view.overlap ? view.overlap->pairs[list * view.lists.size() + list] : 0}});
  }
  out["documented"] = {{"low", view.documented_low}, {"high", view.documented_high}};
  out["estimate"] = nullptr;
  if (view.estimate && view.estimate->estimate) {
    const estimate::Estimate& found = *view.estimate->estimate;
    out["estimate"] = {{"method", std::string(estimate::method_name(view.estimate->method))},
                       {"median", found.median},
                       {"interval", json_of(found.interval)},
                       {"rounded_to",
                        {{"median", view.rounding->median_step},
                         {"low", view.rounding->low_step},
                         {"high", view.rounding->high_step}}}};
  }
  out["counts_rounded_to"] = rounding_step;
  out["version"] = view.provenance.version;
  return out;
}

std::string results_json(const PublicView& view) {
  if (view.rounding)
    return living_json(view).dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  ordered_json out{
      {"title", view.title}, {"invented", view.is_invented}, {"lists", lists_json(view)}};
  out["documented"] = {{"low", view.documented_low}, {"high", view.documented_high}};
  out["estimate"] = json_of(view.estimate);
  out["estimate_with_unlinkable"] = json_of(view.estimate_with_unlinkable);
  if (view.truth) out["truth"] = *view.truth;
  out["overlap_rounded_to"] = 1;
  out["version"] = view.provenance.version;
  out["seed"] = view.provenance.seed;
  out["made_on"] = view.provenance.made_on;
  out["inputs"] = ordered_json::array();
  for (const PublicInput& input : view.provenance.inputs)
    out["inputs"].push_back({{"name", input.name.empty() ? "everything else" : input.name},
                             {input.is_open ? "sha256" : "commitment", input.hash}});
  return out.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace

std::vector<DataFile> data_files(const PublicView& view) {
  using tables::CsvFor;
  std::vector<DataFile> files;
  files.push_back({"results.json", results_json(view),
                   message("Every number of this site, for programs (JSON)")});
  if (view.has_register) {
    auto [program, person] = register_csv(view);
    files.push_back({"register.csv", std::move(program),
                     message("The register, one row a record, for programs (CSV, UTF-8)")});
    files.push_back({"register-excel.csv", std::move(person),
                     message("The same for Excel (CSV with semicolons)")});
  }
  if (view.overlap && !view.overlap->is_of_pages)
    files.push_back({"cells.csv", csv(cell_rows(*view.overlap), CsvFor::program),
                     message("The capture table: input of `sanaq estimate --cells`")});
  if (view.estimate && !view.estimate->total_draws.empty()) {
    files.push_back({"draws.csv", csv(draw_rows(*view.estimate), CsvFor::program),
                     message("Every draw of the total")});
  }
  if (!view.claims.empty()) {
    files.push_back(
        {"claims.csv", csv(claim_rows(view), CsvFor::program), message("The claims (CSV, UTF-8)")});
    files.push_back({"claims-excel.csv", csv(claim_rows(view), CsvFor::person),
                     message("The claims for Excel (CSV with semicolons)")});
  }
  return files;
}

Page data_page(const PublicView& view, const std::vector<DataFile>& files,
               const draw::Voice& voice) {
  Data data;
  data.set("files", data_list(files, [&](const DataFile& file) {
             Data row;
             row.set("href", way_up(language_folder(view, voice.language()) + "data.html") +
                                 "data/" + file.path);
             row.set("name", file.path);
             row.set("what", voice.say(file.what));
             row.set("size",
                     voice.say(message("{} bytes",
                                       voice.number(static_cast<std::int64_t>(file.size())))));
             return row;
           }));
  data.set("is_rounded", view.rounding.has_value());
  return {"data.html", "data", voice.say("Data"), render("data", voice, data)};
}

}  // namespace sanaq::pages

#include "sanaq/investigation/estimate_state.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/sha256.h"
#include "sanaq/exchange/estimate_json.h"
#include "sanaq/exchange/message_json.h"
#include "sanaq/exchange/summary_json.h"

namespace sanaq::investigation {
namespace {

using Json = nlohmann::json;

Json capture_json(const std::optional<estimate::CaptureTable>& table) {
  if (!table) return nullptr;
  Json cells = Json::array();
  for (const estimate::Cell& cell : table->cells)
    cells.push_back({cell.listed, cell.not_covered, cell.count});
  return {{"lists", table->lists}, {"cells", cells}};
}

std::optional<estimate::CaptureTable> capture_from(const Json& json) {
  if (json.is_null()) return std::nullopt;
  estimate::CaptureTable table;
  json.at("lists").get_to(table.lists);
  for (const Json& cell : json.at("cells"))
    table.cells.push_back({cell.at(0), cell.at(1), cell.at(2)});
  return table;
}

Json optional_summary_json(const std::optional<estimate::Summary>& summary) {
  return summary ? exchange::summary_json(*summary) : Json(nullptr);
}

std::optional<estimate::Summary> optional_summary_from(const Json& json) {
  return json.is_null() ? std::nullopt : std::optional(exchange::summary_from_json(json));
}

std::string exact_text(double value) { return Json(value).dump(); }

// What the clock put in is no result: two runs that say the same differ in it.
Json without_times(Json content) {
  content.erase("made_on");
  for (const char* name : {"estimate", "with_unlinkable"}) {
    if (!content.at(name).is_object()) continue;
    content[name].at("diagnostics").erase("seconds");
    content[name].at("diagnostics").erase("ess_per_second");
  }
  return content;
}

}  // namespace

Json estimate_content(const Outcome& outcome) {
  Json content = {{"documented", {outcome.documented_low, outcome.documented_high}},
                  {"capture", capture_json(outcome.capture)},
                  {"estimate", optional_summary_json(outcome.estimate)},
                  {"with_unlinkable", optional_summary_json(outcome.estimate_with_unlinkable)},
                  {"no_estimate",
                   exchange::messages_json(outcome.no_estimate ? std::vector{*outcome.no_estimate}
                                                               : std::vector<base::Message>{})},
                  {"made_on", outcome.provenance.made_on}};
  if (!outcome.counted_otherwise.empty())
    content["counted_otherwise"] = exchange::messages_json(outcome.counted_otherwise);
  if (!outcome.config.scope.all_dead()) {
    const auto& moves = outcome.one_person_moves;
    content["one_person_moves"] =
        moves ? Json{exchange::number(moves->median), exchange::number(moves->low),
                     exchange::number(moves->high)}
              : Json();
  }
  return content;
}

void restore_estimate(const Json& content, Outcome& outcome) {
  outcome.documented_low = content.at("documented").at(0);
  outcome.documented_high = content.at("documented").at(1);
  outcome.capture = capture_from(content.at("capture"));
  outcome.estimate = optional_summary_from(content.at("estimate"));
  outcome.estimate_with_unlinkable = optional_summary_from(content.at("with_unlinkable"));
  const std::vector<base::Message> reasons =
      exchange::messages_from_json(content.at("no_estimate"));
  outcome.no_estimate = reasons.empty() ? std::nullopt : std::optional(reasons.front());
  outcome.provenance.made_on = content.at("made_on");
  outcome.counted_otherwise =
      exchange::messages_from_json(content.value("counted_otherwise", Json::array()));
  outcome.one_person_moves.reset();
  const Json moves = content.value("one_person_moves", Json());
  if (!moves.is_null()) {
    outcome.one_person_moves =
        estimate::Moves{exchange::number_from(moves.at(0)), exchange::number_from(moves.at(1)),
                        exchange::number_from(moves.at(2))};
  }
}

std::string estimate_digest(const Json& content) {
  return base::sha256_hex(without_times(content).dump());
}

NamedTexts estimate_figures(const Outcome& outcome) {
  NamedTexts figures = {{"documented_low", std::to_string(outcome.documented_low)},
                        {"documented_high", std::to_string(outcome.documented_high)},
                        {"made_on", outcome.provenance.made_on}};
  if (!outcome.estimate || !outcome.estimate->estimate) return figures;
  const auto& estimate = *outcome.estimate->estimate;
  figures.emplace_back("median", exact_text(estimate.median));
  figures.emplace_back("low", exact_text(estimate.interval.low));
  figures.emplace_back("high", exact_text(estimate.interval.high));
  return figures;
}

}  // namespace sanaq::investigation

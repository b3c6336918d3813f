#include "sanaq/report/result_json.h"

#include <cmath>

#include "sanaq/base/system.h"
#include "sanaq/exchange/summary_details_json.h"
#include "sanaq/investigation/version.h"
#include "sanaq/link/model_file.h"

namespace sanaq::report {
namespace {

using investigation::Outcome;

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }
Json number(const std::optional<double>& value) { return value ? number(*value) : Json(nullptr); }

Json sentences(const std::vector<base::Message>& messages, const base::Catalog& catalog) {
  Json all = Json::array();
  for (const base::Message& sentence : messages) all.push_back(catalog.say(sentence));
  return all;
}

Json point_and_interval(const std::optional<estimate::Estimate>& estimate) {
  if (!estimate) return nullptr;
  const estimate::Interval& interval = estimate->interval;
  return {{"median", number(estimate->median)},
          {"mean", number(estimate->mean)},
          {"interval",
           {{"level", number(interval.level)},
            {"low", number(interval.low)},
            {"high", number(interval.high)}}}};
}

Json intervals(const std::vector<estimate::Interval>& intervals) {
  Json all = Json::array();
  for (const estimate::Interval& interval : intervals) {
    all.push_back({{"name", interval.name},
                   {"level", number(interval.level)},
                   {"low", number(interval.low)},
                   {"high", number(interval.high)}});
  }
  return all;
}

Json diagnostics(const estimate::Summary& summary) {
  const estimate::Diagnostics& seen = summary.diagnostics;
  return {{"rhat", number(seen.rhat)},
          {"ess", number(seen.ess)},
          {"ess_per_second", number(seen.ess_per_second)},
          {"chains", seen.chains},
          {"draws", seen.draws},
          {"seconds", number(seen.seconds)},
          {"chao_lower_bound",
           summary.chao_lower_bound > 0 ? number(summary.chao_lower_bound) : Json(nullptr)},
          {"chao_with_list_effects", number(summary.chao_with_list_effects)}};
}

Json alternatives(const std::vector<estimate::Alternative>& others, const base::Catalog& catalog) {
  Json all = Json::array();
  for (const estimate::Alternative& other : others) {
    all.push_back({{"method", estimate::method_name(other.method)},
                   {"estimate", point_and_interval(other.estimate)},
                   {"usable", other.usable},
                   {"reasons", sentences(other.reasons, catalog)}});
  }
  return all;
}

Json input_files(const std::vector<std::pair<std::string, std::string>>& inputs) {
  Json all = Json::array();
  for (const auto& [name, hash] : inputs) all.push_back({{"name", name}, {"sha256", hash}});
  return all;
}

Json models(const std::vector<estimate::ModelWeight>& weights) {
  Json all = Json::array();
  for (const estimate::ModelWeight& model : weights) {
    all.push_back({{"model", model.model},
                   {"criterion", number(model.criterion)},
                   {"weight", number(model.weight)},
                   {"total", number(model.total)}});
  }
  return all;
}

Json hidden_lists(const estimate::Summary& summary) {
  Json all = Json::array();
  for (const estimate::HiddenList& list : summary.hidden_lists) {
    all.push_back({{"list", summary.lists[list.list]},
                   {"known", list.truth},
                   {"median", number(list.median)},
                   {"low", number(list.low)},
                   {"high", number(list.high)},
                   {"held", list.held()}});
  }
  return all;
}

Json left_out_lists(const estimate::Summary& summary) {
  Json all = Json::array();
  for (const estimate::LeftOutList& list : summary.left_out_lists) {
    all.push_back({{"list", summary.lists[list.list]},
                   {"observed", list.observed},
                   {"median", number(list.median)},
                   {"low", number(list.low)},
                   {"high", number(list.high)}});
  }
  return all;
}

}  // namespace

Json ingest_result(const Outcome& outcome, const base::Catalog& catalog) {
  Json lists = Json::array();
  for (const investigation::ListReport& list : outcome.lists) {
    lists.push_back({{"name", list.name},
                     {"file", list.file},
                     {"version", list.version},
                     {"rows_read", list.rows_read},
                     {"records", list.records},
                     {"blank", list.blank},
                     {"refused", list.refused},
                     {"bad_cells", list.bad_cells.size()},
                     {"doubtful_cells", list.doubtful_cells.size()},
                     {"warnings", sentences(list.warnings, catalog)},
                     {"columns", list.columns},
                     {"encoding", list.encoding},
                     {"header_row", list.header_row},
                     {"out_of_scope", list.out_of_scope},
                     {"no_person", list.no_person},
                     {"without_name", list.unlinkable}});
  }
  return {{"lists", lists}};
}

Json link_result(const record::RecordTable& records, const link::Result& linked,
                 std::int64_t persons, const base::Catalog& catalog) {
  const link::Phase& seconds = linked.seconds;
  Json lost = Json::array();
  for (const link::Lost& of : linked.lost)
    lost.push_back({{"lists", {records.lists[of.left].name, records.lists[of.right].name}},
                    {"pairs", of.matches}});
  return {{"records", records.record_count()},
          {"candidate_pairs", linked.candidate_pairs},
          {"persons", persons},
          {"model", link::model_json(linked.model)},
          {"lost", lost},
          {"seconds",
           {{"load", seconds.load},
            {"u", seconds.u},
            {"em", seconds.em},
            {"block", seconds.block},
            {"score", seconds.score},
            {"cluster", seconds.cluster},
            {"write", seconds.write}}},
          {"peak_mb", base::peak_memory_mb()},
          {"threads", linked.threads},
          {"warnings", sentences(linked.warnings, catalog)}};
}

Json estimate_result(const estimate::Summary& summary, const base::Catalog& catalog,
                     const std::vector<std::pair<std::string, std::string>>& inputs) {
  Json result = {{"lists", summary.lists},
                 {"observed", summary.observed},
                 {"method", estimate::method_name(summary.method)},
                 {"estimate", point_and_interval(summary.estimate)},
                 {"unlisted", point_and_interval(summary.unlisted)},
                 {"usable", summary.usable()},
                 {"reasons", sentences(summary.reasons, catalog)},
                 {"warnings", sentences(summary.warnings, catalog)},
                 {"intervals", intervals(summary.intervals)},
                 {"diagnostics", diagnostics(summary)},
                 {"alternatives", alternatives(summary.alternatives, catalog)},
                 {"models", models(summary.models)},
                 {"hidden_lists", hidden_lists(summary)},
                 {"left_out_lists", left_out_lists(summary)},
                 {"registers", summary.register_count},
                 {"link_share", number(summary.link_share)}};
  const nlohmann::json details = exchange::summary_details_json(
      summary,
      [&](const base::Message& sentence) { return nlohmann::json(catalog.say(sentence)); });
  for (const auto& [key, value] : details.items()) result[key] = value;
  result["seed"] = std::to_string(summary.seed);
  result["version"] = investigation::program_version();
  result["inputs"] = input_files(inputs);
  return result;
}

Json no_estimate_result(const Outcome& outcome, const base::Catalog& catalog) {
  Json lists = Json::array();
  for (const settings::ListConfig& list : outcome.config.lists) lists.push_back(list.name);
  return {
      {"lists", lists},
      {"observed", outcome.documented_low},
      {"method", nullptr},
      {"estimate", nullptr},
      {"unlisted", nullptr},
      {"usable", false},
      {"reasons", outcome.no_estimate ? sentences({*outcome.no_estimate}, catalog) : Json::array()},
      {"seed", outcome.provenance.seed},
      {"version", outcome.provenance.version},
      {"inputs", input_files(outcome.provenance.inputs)}};
}

Json run_result(const investigation::Run& run, const base::Catalog& catalog) {
  const Outcome& outcome = run.outcome;
  Json steps = Json::array();
  for (const investigation::StepDone& step : outcome.steps) {
    steps.push_back({{"name", step.name},
                     {"done", step.was_up_to_date ? "up to date" : "done"},
                     {"seconds", number(step.seconds)}});
  }
  return {{"steps", steps},
          {"documented", {{"low", outcome.documented_low}, {"high", outcome.documented_high}}},
          {"estimate", outcome.estimate
                           ? estimate_result(*outcome.estimate, catalog, outcome.provenance.inputs)
                           : no_estimate_result(outcome, catalog)},
          {"with_unnamed", outcome.estimate_with_unlinkable
                               ? point_and_interval(outcome.estimate_with_unlinkable->estimate)
                               : Json()},
          {"counted_otherwise", sentences(outcome.counted_otherwise, catalog)},
          {"site", run.site}};
}

}  // namespace sanaq::report

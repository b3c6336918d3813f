#include "sanaq/answers/run_json.h"

#include "sanaq/report/result_json.h"

namespace sanaq::answers {

using investigation::Outcome;
using report::estimate_result;
using report::input_files;
using report::number;
using report::point_and_interval;
using report::sentences;

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

}  // namespace sanaq::answers

#include "sanaq/exchange/summary_details_json.h"

#include <nlohmann/json.hpp>

#include "sanaq/exchange/estimate_json.h"
#include "sanaq/exchange/message_json.h"

namespace sanaq::exchange {
namespace {

using Json = nlohmann::json;

Json strata_json(const std::vector<estimate::StratumAnswer>& strata, const SentenceJson& sentence) {
  Json all = Json::array();
  for (const estimate::StratumAnswer& stratum : strata) {
    Json reasons = Json::array();
    for (const base::Message& reason : stratum.reasons) reasons.push_back(sentence(reason));
    all.push_back({{"name", stratum.name},
                   {"observed", stratum.observed},
                   {"estimate", estimate_json(stratum.estimate)},
                   {"unlisted", estimate_json(stratum.unlisted)},
                   {"alone", estimate_json(stratum.alone)},
                   {"reasons", reasons}});
  }
  return all;
}

Json priors_json(const std::vector<estimate::PriorAnswer>& answers, const SentenceJson& sentence) {
  Json all = Json::array();
  for (const estimate::PriorAnswer& answer : answers)
    all.push_back(
        {{"prior", sentence(answer.prior)}, {"estimate", estimate_json(answer.estimate)}});
  return all;
}

Json prediction_json(const std::optional<estimate::Prediction>& prediction) {
  if (!prediction) return nullptr;
  Json cells = Json::array();
  for (const estimate::PredictedCell& cell : prediction->cells) {
    cells.push_back({{"listed", cell.listed},
                     {"not_covered", cell.not_covered},
                     {"observed", cell.observed},
                     {"expected", number(cell.expected)},
                     {"low", number(cell.low)},
                     {"high", number(cell.high)}});
  }
  return {{"p_value", number(prediction->p_value)}, {"cells", cells}};
}

std::optional<estimate::Prediction> prediction_from(const Json& json) {
  if (json.is_null()) return std::nullopt;
  estimate::Prediction prediction;
  prediction.p_value = number_from(json.at("p_value"));
  for (const Json& cell : json.at("cells")) {
    prediction.cells.push_back({cell.at("listed"), cell.at("not_covered"), cell.at("observed"),
                                number_from(cell.at("expected")), number_from(cell.at("low")),
                                number_from(cell.at("high"))});
  }
  return prediction;
}

Json merged_json(const std::vector<estimate::MergedLists>& merged) {
  Json all = Json::array();
  for (const estimate::MergedLists& pair : merged) {
    all.push_back({{"first", pair.first},
                   {"second", pair.second},
                   {"median", number(pair.median)},
                   {"low", number(pair.low)},
                   {"high", number(pair.high)}});
  }
  return all;
}

Json added_json(const std::vector<estimate::ListsAdded>& added) {
  Json all = Json::array();
  for (const estimate::ListsAdded& step : added) {
    all.push_back({{"lists", step.lists},
                   {"observed", step.observed},
                   {"median", number(step.median)},
                   {"low", number(step.low)},
                   {"high", number(step.high)}});
  }
  return all;
}

Json overlap_json(const estimate::Summary& summary) {
  const estimate::CaptureTable table{summary.lists, summary.cells};
  Json patterns = Json::array();
  for (const estimate::Cell& cell : summary.cells)
    patterns.push_back(
        {{"listed", cell.listed}, {"not_covered", cell.not_covered}, {"count", cell.count}});
  return {{"pairs", estimate::overlap(table)}, {"patterns", patterns}};
}

Json dependent_json(const std::vector<estimate::DependentLists>& pairs) {
  Json all = Json::array();
  for (const estimate::DependentLists& pair : pairs) all.push_back({pair.first, pair.second});
  return all;
}

base::Message message_from(const Json& json) {
  return messages_from_json(Json::array({json})).front();
}

}  // namespace

Json summary_details_json(const estimate::Summary& summary, const SentenceJson& sentence) {
  return {{"strata", strata_json(summary.strata, sentence)},
          {"unstratified", estimate_json(summary.unstratified)},
          {"shared_doubt", number(summary.shared_doubt)},
          {"dependent_lists", dependent_json(summary.dependent_lists)},
          {"prior_answers", priors_json(summary.prior_answers, sentence)},
          {"predicted", prediction_json(summary.prediction)},
          {"merged_lists", merged_json(summary.merged_lists)},
          {"lists_added", added_json(summary.lists_added)},
          {"overlap", overlap_json(summary)}};
}

void summary_details_from_json(const Json& json, estimate::Summary& summary) {
  for (const Json& stratum : json.at("strata")) {
    summary.strata.push_back({stratum.at("name"),
                              stratum.at("observed"),
                              estimate_from(stratum.at("estimate")),
                              estimate_from(stratum.at("unlisted")),
                              estimate_from(stratum.at("alone")),
                              messages_from_json(stratum.at("reasons")),
                              {}});
  }
  summary.unstratified = estimate_from(json.at("unstratified"));
  summary.shared_doubt = number_from(json.at("shared_doubt"));
  for (const Json& pair : json.at("dependent_lists"))
    summary.dependent_lists.push_back({pair.at(0), pair.at(1)});
  for (const Json& answer : json.at("prior_answers"))
    summary.prior_answers.push_back(
        {message_from(answer.at("prior")), *estimate_from(answer.at("estimate"))});
  summary.prediction = prediction_from(json.at("predicted"));
  for (const Json& pair : json.at("merged_lists")) {
    summary.merged_lists.push_back({pair.at("first"), pair.at("second"),
                                    number_from(pair.at("median")), number_from(pair.at("low")),
                                    number_from(pair.at("high"))});
  }
  for (const Json& step : json.at("lists_added")) {
    summary.lists_added.push_back({step.at("lists"), step.at("observed"),
                                   number_from(step.at("median")), number_from(step.at("low")),
                                   number_from(step.at("high"))});
  }
  for (const Json& cell : json.at("overlap").at("patterns"))
    summary.cells.push_back({cell.at("listed"), cell.at("not_covered"), cell.at("count")});
}

}  // namespace sanaq::exchange

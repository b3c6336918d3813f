#include "sanaq/exchange/summary_json.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/check.h"
#include "sanaq/exchange/estimate_json.h"
#include "sanaq/exchange/message_json.h"
#include "sanaq/exchange/summary_details_json.h"

namespace sanaq::exchange {
namespace {

using Json = nlohmann::json;

Json diagnostics_json(const estimate::Diagnostics& seen) {
  return {{"rhat", number(seen.rhat)},
          {"ess", number(seen.ess)},
          {"ess_per_second", number(seen.ess_per_second)},
          {"chains", seen.chains},
          {"draws", seen.draws},
          {"seconds", number(seen.seconds)}};
}

estimate::Diagnostics diagnostics_from(const Json& json) {
  return {optional_from(json.at("rhat")),
          optional_from(json.at("ess")),
          optional_from(json.at("ess_per_second")),
          json.at("chains"),
          json.at("draws"),
          number_from(json.at("seconds"))};
}

estimate::Method method_from(const Json& json) {
  const auto method = estimate::method_from_name(json.get<std::string>());
  if (!method) throw std::out_of_range("method");
  return *method;
}

Json alternatives_json(const std::vector<estimate::Alternative>& alternatives) {
  Json all = Json::array();
  for (const estimate::Alternative& other : alternatives) {
    all.push_back({{"method", estimate::method_name(other.method)},
                   {"estimate", estimate_json(other.estimate)},
                   {"usable", other.usable},
                   {"reasons", messages_json(other.reasons)}});
  }
  return all;
}

Json models_json(const std::vector<estimate::ModelWeight>& models) {
  Json all = Json::array();
  for (const estimate::ModelWeight& model : models) {
    all.push_back({{"model", model.model},
                   {"criterion", number(model.criterion)},
                   {"weight", number(model.weight)},
                   {"total", number(model.total)}});
  }
  return all;
}

Json hidden_json(const std::vector<estimate::HiddenList>& lists) {
  Json all = Json::array();
  for (const estimate::HiddenList& list : lists) {
    all.push_back({{"list", list.list},
                   {"truth", list.truth},
                   {"median", number(list.median)},
                   {"low", number(list.low)},
                   {"high", number(list.high)}});
  }
  return all;
}

Json left_out_json(const std::vector<estimate::LeftOutList>& lists) {
  Json all = Json::array();
  for (const estimate::LeftOutList& list : lists) {
    all.push_back({{"list", list.list},
                   {"observed", list.observed},
                   {"median", number(list.median)},
                   {"low", number(list.low)},
                   {"high", number(list.high)}});
  }
  return all;
}

Json stratum_draws(const estimate::Summary& summary) {
  Json all = Json::array();
  for (const estimate::StratumAnswer& stratum : summary.strata) all.push_back(stratum.draws);
  return all;
}

void lists_of_rows_from(const Json& json, estimate::Summary& summary) {
  for (const Json& other : json.at("alternatives")) {
    summary.alternatives.push_back({method_from(other.at("method")),
                                    estimate_from(other.at("estimate")), other.at("usable"),
                                    messages_from_json(other.at("reasons"))});
  }
  for (const Json& model : json.at("models")) {
    summary.models.push_back({model.at("model"), number_from(model.at("criterion")),
                              number_from(model.at("weight")), number_from(model.at("total"))});
  }
  for (const Json& list : json.at("hidden_lists")) {
    summary.hidden_lists.push_back({list.at("list"), list.at("truth"),
                                    number_from(list.at("median")), number_from(list.at("low")),
                                    number_from(list.at("high"))});
  }
  for (const Json& list : json.at("left_out_lists")) {
    summary.left_out_lists.push_back({list.at("list"), list.at("observed"),
                                      number_from(list.at("median")), number_from(list.at("low")),
                                      number_from(list.at("high"))});
  }
}

}  // namespace

Json summary_json(const estimate::Summary& summary) {
  Json intervals = Json::array();
  for (const estimate::Interval& interval : summary.intervals)
    intervals.push_back(interval_json(interval));
  return {{"lists", summary.lists},
          {"observed", summary.observed},
          {"method", estimate::method_name(summary.method)},
          {"estimate", estimate_json(summary.estimate)},
          {"unlisted", estimate_json(summary.unlisted)},
          {"intervals", intervals},
          {"reasons", messages_json(summary.reasons)},
          {"warnings", messages_json(summary.warnings)},
          {"diagnostics", diagnostics_json(summary.diagnostics)},
          {"alternatives", alternatives_json(summary.alternatives)},
          {"models", models_json(summary.models)},
          {"total_draws", summary.total_draws},
          {"chao_lower_bound", number(summary.chao_lower_bound)},
          {"chao_with_list_effects", number(summary.chao_with_list_effects)},
          {"register_count", summary.register_count},
          {"link_share", number(summary.link_share)},
          {"two_class_weight", number(summary.two_class_weight)},
          {"hidden_lists", hidden_json(summary.hidden_lists)},
          {"left_out_lists", left_out_json(summary.left_out_lists)},
          {"stratum_draws", stratum_draws(summary)},
          {"details", summary_details_json(summary,
                                           [](const base::Message& sentence) {
                                             return messages_json({sentence}).front();
                                           })},
          {"seed", std::to_string(summary.seed)}};
}

estimate::Summary summary_from_json(const Json& json) {
  estimate::Summary summary;
  json.at("lists").get_to(summary.lists);
  json.at("observed").get_to(summary.observed);
  summary.method = method_from(json.at("method"));
  summary.estimate = estimate_from(json.at("estimate"));
  summary.unlisted = estimate_from(json.at("unlisted"));
  for (const Json& interval : json.at("intervals"))
    summary.intervals.push_back(interval_from(interval));
  summary.reasons = messages_from_json(json.at("reasons"));
  summary.warnings = messages_from_json(json.at("warnings"));
  summary.diagnostics = diagnostics_from(json.at("diagnostics"));
  lists_of_rows_from(json, summary);
  json.at("total_draws").get_to(summary.total_draws);
  summary.chao_lower_bound = number_from(json.at("chao_lower_bound"));
  summary.chao_with_list_effects = optional_from(json.value("chao_with_list_effects", Json()));
  json.at("register_count").get_to(summary.register_count);
  summary.link_share = optional_from(json.at("link_share"));
  summary.two_class_weight = number_from(json.at("two_class_weight"));
  summary_details_from_json(json.at("details"), summary);
  for (std::size_t at = 0; at < summary.strata.size(); ++at)
    json.at("stratum_draws").at(at).get_to(summary.strata[at].draws);
  summary.seed = std::stoull(json.at("seed").get<std::string>());
  return summary;
}

}  // namespace sanaq::exchange

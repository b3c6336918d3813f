#include "sanaq/link/model_file.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/json_depth.h"
#include "sanaq/link/limits.h"

namespace sanaq::link {
namespace {

using base::Error;
using base::Kind;
using base::message;
using Json = nlohmann::json;

constexpr int version = 4;
constexpr const char* format_name = "sanaq link model";

Json comparison_json(const Comparison& comparison) {
  Json levels = Json::array(), depends_on = Json::array();
  for (const Level& level : comparison.levels) {
    levels.push_back({{"label", level.label},
                      {"m", level.m},
                      {"u", level.u},
                      {"weight_bits", level.weight_bits}});
    if (level.sharing > 0) levels.back()["sharing"] = level.sharing;
  }
  for (const Dependence& dependence : comparison.depends_on)
    depends_on.push_back(
        {{"column", dependence.column}, {"u", dependence.u}, {"level", dependence.level}});
  Json json{{"column", comparison.column},
            {"kind", comparison.kind},
            {"levels", levels},
            {"depends_on", depends_on}};
  for (const Between& between : comparison.between)
    json["between"].push_back(
        {{"lists", {between.left, between.right}}, {"m", between.m}, {"u", between.u}});
  return json;
}

Comparison comparison_from(const Json& json) {
  Comparison comparison{json.at("column"), json.at("kind"), {}, {}};
  for (const Json& level : json.at("levels"))
    comparison.levels.push_back({level.at("label"), level.at("m"), level.at("u"),
                                 level.value("weight_bits", 0.0), level.value("sharing", 0.0)});
  for (const Json& dependence : json.value("depends_on", Json::array()))
    comparison.depends_on.push_back(
        {dependence.at("column"), dependence.at("u"), dependence.value("level", -1)});
  for (const Json& between : json.value("between", Json::array()))
    comparison.between.push_back(
        {between.at("lists").at(0), between.at("lists").at(1), between.at("m"), between.at("u")});
  return comparison;
}

void check_share(double value, const std::string& what, const std::string& path) {
  if (!(value > 0 && value <= 1))
    throw Error(Kind::bad_input,
                message("{}, {}: {} is not above 0 and at most 1", path, what, value));
}

void check_model(const Model& model, const std::string& path) {
  check_share(model.prior_match, "prior_match", path);
  check_share(model.prior_within, "prior_within", path);
  for (const double tilt : model.differences) {
    if (!(tilt > 0 && tilt < 1e6))
      throw Error(Kind::bad_input,
                  message("{}, differences: {} is not above 0 and finite", path, tilt));
  }
  for (const Comparison& comparison : model.comparisons) {
    for (const Level& level : comparison.levels) {
      check_share(level.m, comparison.column + " m", path);
      check_share(level.u, comparison.column + " u", path);
    }
    for (const Between& between : comparison.between) {
      for (const double m : between.m) check_share(m, comparison.column + " m", path);
      for (const double u : between.u) check_share(u, comparison.column + " u", path);
    }
    for (const Dependence& dependence : comparison.depends_on) {
      for (const double u : dependence.u) check_share(u, comparison.column + " u", path);
    }
  }
}

// Discarded where it is no JSON, or more than a model.
Json parsed_within_limits(std::string_view text) {
  if (text.size() > model_bytes_max || base::json_depth(text) > model_depth_max)
    return Json(Json::value_t::discarded);
  return Json::parse(text, nullptr, false);
}

}  // namespace

Json model_json(const Model& model) {
  Json comparisons = Json::array(), rules = Json::array();
  for (const Comparison& comparison : model.comparisons)
    comparisons.push_back(comparison_json(comparison));
  for (const BlockRule& rule : model.rules)
    rules.push_back({{"rule", rule.rule}, {"pairs", rule.pairs}});
  Json json{{"prior_match", model.prior_match}, {"comparisons", comparisons},
            {"differences", model.differences}, {"rules", rules},
            {"recall_lost", model.recall_lost}, {"em_iterations", model.em_iterations},
            {"converged", model.converged}};
  if (model.prior_within > 0) json["prior_within"] = model.prior_within;
  for (const SameValues& same : model.same_values)
    json["same_values"].push_back({{"column", same.column}, {"groups", same.groups}});
  return json;
}

Model model_from_json(const Json& json) {
  Model model;
  json.at("prior_match").get_to(model.prior_match);
  model.prior_within = json.value("prior_within", model.prior_match);
  model.recall_lost = json.value("recall_lost", 0.0);
  model.em_iterations = json.value("em_iterations", 0);
  model.converged = json.value("converged", false);
  for (const Json& comparison : json.at("comparisons"))
    model.comparisons.push_back(comparison_from(comparison));
  if (json.contains("differences")) json.at("differences").get_to(model.differences);
  for (const Json& same : json.value("same_values", Json::array()))
    model.same_values.push_back({same.at("column"), same.at("groups")});
  for (const Json& rule : json.value("rules", Json::array()))
    model.rules.push_back({rule.at("rule"), rule.value("pairs", std::int64_t{0})});
  return model;
}

std::string write_model(const Model& model) {
  Json json = model_json(model);
  json["format"] = format_name;
  json["version"] = version;
  return json.dump(1) + "\n";
}

bool looks_like_own_model(std::string_view text) {
  const Json json = parsed_within_limits(text);
  return json.is_object() && json.value("format", Json()) == format_name;
}

Model read_model(std::string_view text, const std::string& path) {
  const Json json = parsed_within_limits(text);
  if (!json.is_object())
    throw Error(Kind::bad_input, message("{}: this is not JSON; give a model that sanaq link "
                                         "--save-model or Splink has saved",
                                         path));
  if (json.value("version", Json()) != version)
    throw Error(Kind::bad_input, message("{}: the model has version {}, this program reads {}",
                                         path, json.value("version", Json()).dump(), version));
  try {
    Model model = model_from_json(json);
    check_model(model, path);
    return model;
  } catch (const Json::exception& wrong) {
    throw Error(Kind::bad_input, message("{}: the model cannot be read: {}", path, wrong.what()));
  }
}

}  // namespace sanaq::link

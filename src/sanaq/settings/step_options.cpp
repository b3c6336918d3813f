#include "sanaq/settings/step_options.h"

#include <limits>

#include "sanaq/link/model_file.h"
#include "sanaq/splink/model.h"
#include "sanaq/settings/option_kinds.h"

namespace sanaq::settings {
namespace {

using base::message;
using Json = nlohmann::json;
using ConfigOption = Option<Config>;

// What stands in the file counts, not its name: flags may bring another one.
Json model_value(const Config& config) {
  if (config.splink_model) return config.splink_model->text;
  return config.link.model ? link::model_json(*config.link.model) : Json();
}

Json labels_value(const Config& config) {
  Json all = Json::array();
  for (const link::Label& label : config.link.labels)
    all.push_back(
        {label.list_left, label.record_left, label.list_right, label.record_right, label.match});
  return all;
}

Json nicknames_value(const Config& config) {
  Json all = Json::array();
  for (const link::Nickname& pair : config.link.nicknames)
    all.push_back({pair.name, pair.nickname});
  return all;
}

// A file below the investigation's folder, whose content is `value`.
template <typename Field>
ConfigOption file_option(std::string_view key, Field field, Json (*value)(const Config&)) {
  ConfigOption made = option<Config>(key, Step::link, field);
  made.value = value;
  return made;
}

std::vector<ConfigOption> of_linking() {
  std::vector<ConfigOption> all;
  const auto add = [&](ConfigOption made) { all.push_back(std::move(made)); };
  add(option<Config>(
          "threshold", Step::link, [](auto& of) -> auto& { return of.link.threshold; })
          .shown("0.5",
                 message("two records are one person where that is more probable than this")));
  add(whole_option<Config>("draws", Step::link, [](auto& of) -> auto& { return of.link.draws; },
                           {0, 10'000, "0, 50, 200"})
          .shown("25", message("registers drawn by their probability: the number is "
                               "estimated on each (0: links taken as known)")));
  add(option<Config>(
          "block", Step::link, [](auto& of) -> auto& { return of.link.block_rules; })
          .shown("[\"family_key,birth_year\", \"given_key,place\"]",
                 message("which pairs to look at; otherwise sanaq chooses")));
  add(option<Config>(
          "ignore", Step::link, [](auto& of) -> auto& { return of.link.ignore_headers; })
          .shown(message("[\"Remarks\"]").id,
                 message("headers that say nothing about who a person is")));
  add(file_option(
          "nicknames", [](auto& of) -> auto& { return of.linking_files.nicknames; },
          nicknames_value)
          .shown("\"nicknames.csv\"",
                 message("your own short forms, beside those that sanaq knows:  name,nickname")));
  add(file_option(
          "labels", [](auto& of) -> auto& { return of.linking_files.labels; }, labels_value)
          .shown("\"labels.csv\"", message("pairs whose truth is known:  "
                                           "list_l,record_l,list_r,record_r,label")));
  add(file_option(
          "model", [](auto& of) -> auto& { return of.linking_files.model; }, model_value)
          .shown("\"model.json\"",
                 message("a model that  sanaq link --save-model  has saved, instead of learning "
                         "one")));
  add(seed_option<Config>(
          "seed", Step::link, [](auto& of) -> auto& { return of.link.seed; })
          .shown("1"));
  add(unread_option<Config>(
      "pair_probability_min", Step::link,
      [](auto& of) -> auto& { return of.link.pair_probability_min; }));
  return all;
}

// The total or the share on no list, most probably between two numbers or certainly between them:
// one of four keys. `prior` gives the member that the key sets.
template <typename Prior>
ConfigOption prior_option(std::string_view key, bool is_range, Prior prior) {
  const auto read = [key = std::string(key), is_range, prior](Section& section, Config& config) {
    const auto range = section.range(key);
    if (!range) return;
    if (config.estimate.total_prior || config.estimate.unlisted_prior)
      section.wrong(key, "prior | prior_range | prior_unlisted | prior_unlisted_range");
    prior(config) = {range->first, range->second, is_range};
  };
  const auto value = [is_range, prior](const Config& config) {
    const auto& known = prior(config);
    return known && known->is_range == is_range ? Json{known->low, known->high} : Json();
  };
  return {key, Step::estimate, read, value};
}

void add_priors(std::vector<ConfigOption>& all) {
  const auto total = [](auto& of) -> auto& { return of.estimate.total_prior; };
  const auto unlisted = [](auto& of) -> auto& { return of.estimate.unlisted_prior; };
  all.push_back(
      prior_option("prior", false, total)
          .shown("[100, 500]",
                 message("what a survey said of the total: 90 % between. Or prior_range: "
                         "certainly between (a census);\nprior_unlisted, prior_unlisted_range: "
                         "the same of the share on no list, [0.2, 0.6]")));
  all.push_back(prior_option("prior_range", true, total));
  all.push_back(prior_option("prior_unlisted", false, unlisted));
  all.push_back(prior_option("prior_unlisted_range", true, unlisted));
}

ConfigOption dependent_option() {
  const auto read = [](Section& section, Config& config) {
    for (auto& [first, second] : section.pairs("dependent"))
      config.estimate.dependent_lists.push_back({first, second});
  };
  const auto value = [](const Config& config) {
    Json all = Json::array();
    for (const estimate::DependentLists& pair : config.estimate.dependent_lists)
      all.push_back({pair.first, pair.second});
    return all;
  };
  return {"dependent", Step::estimate, read, value};
}

// How long and how widely a method looks; most investigations need none of these.
void add_effort(std::vector<ConfigOption>& all) {
  const auto add = [&](ConfigOption made) { all.push_back(std::move(made)); };
  const Bounds count{1, 1'000'000'000, "1, 2, 3, …"};
  add(choice_option<Config>(
      "criterion", Step::estimate, [](auto& of) -> auto& { return of.estimate.criterion; },
      estimate::criterion_from_name, estimate::criterion_name, "bic, aic, aicc"));
  add(option<Config>(
      "average", Step::estimate, [](auto& of) -> auto& { return of.estimate.average_models; }));
  add(whole_option<Config>(
      "bootstrap", Step::estimate, [](auto& of) -> auto& { return of.estimate.bootstrap; },
      {std::numeric_limits<int>::min(), std::numeric_limits<int>::max(), "0, 200, 1000"}));
  add(whole_option<Config>(
      "chains", Step::estimate, [](auto& of) -> auto& { return of.estimate.chains; }, count));
  add(whole_option<Config>(
      "draws", Step::estimate, [](auto& of) -> auto& { return of.estimate.draws; }, count));
  add(whole_option<Config>(
      "warmup", Step::estimate, [](auto& of) -> auto& { return of.estimate.warmup; }, count));
  add(unread_option<Config>(
      "classes_max", Step::estimate, [](auto& of) -> auto& { return of.estimate.classes_max; }));
  add(option<Config>(
          "checks", Step::estimate,
          [](auto& of) -> auto& { return of.estimate.checks_on_own_lists; })
          .shown("true", message("false: quicker, and the method is not tried on your own lists")));
  add(unread_option<Config>(
      "alternatives", Step::estimate, [](auto& of) -> auto& { return of.estimate.alternatives; }));
}

std::vector<ConfigOption> of_estimating() {
  std::vector<ConfigOption> all;
  const auto add = [&](ConfigOption made) { all.push_back(std::move(made)); };
  const std::string methods = "auto, lcm, dga, loglinear, sparse, threshold, chao, chapman, all";
  add(choice_option<Config>(
          "method", Step::estimate, [](auto& of) -> auto& { return of.estimate.method; },
          estimate::method_from_name, estimate::method_name, methods)
          .shown("\"auto\"", message("auto, lcm, dga, loglinear, sparse, threshold, "
                                     "chao, chapman, all")));
  add(option<Config>(
          "strata", Step::estimate, [](auto& of) -> auto& { return of.strata; })
          .shown("[\"sex\", \"place\"]",
                 message("estimated apart, pooled in part, added up; where lists reach some "
                         "groups better than others")));
  add_priors(all);
  add(dependent_option().shown(message("[[\"hospital\", \"police\"]]").id,
                               message("lists that copy from one another or share a source: "
                                       "their dependence is in every model")));
  add(seed_option<Config>(
          "seed", Step::estimate, [](auto& of) -> auto& { return of.estimate.seed; })
          .shown("1"));
  add_effort(all);
  return all;
}

}  // namespace

const std::vector<Option<Config>>& link_options() {
  static const std::vector<Option<Config>> all = of_linking();
  return all;
}

const std::vector<Option<Config>>& estimate_options() {
  static const std::vector<Option<Config>> all = of_estimating();
  return all;
}

}  // namespace sanaq::settings

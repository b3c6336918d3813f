#include "sanaq/settings/step_options.h"

#include <algorithm>

#include "sanaq/link/model_file.h"
#include "sanaq/settings/option_kinds.h"
#include "sanaq/splink/model.h"

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
  made.written = Written::file;
  return made;
}

// A Splink model hands out all pairs unless something else was said.
ConfigOption pairs_option() {
  ConfigOption made =
      number_option<Config>("pair_probability_min", Step::link,
                            [](auto& of) -> auto& { return of.link.pair_probability_min; }, {0, 1});
  made.read = [read = made.read](Section& section, Config& config) {
    read(section, config);
    config.says_pairs = config.says_pairs || section.number("pair_probability_min").has_value();
  };
  return std::move(made)
      .shown("0.01", message("pairs less probable than this are not kept, nor shown for review"))
      .flagged("--pairs-from",
               message("Least probability of a pair in --pairs; with a Splink model "
                       "0 if not said"));
}

void add_linking_files(std::vector<ConfigOption>& all) {
  const auto add = [&](ConfigOption made) { all.push_back(std::move(made)); };
  add(file_option(
          "nicknames", [](auto& of) -> auto& { return of.linking_files.nicknames; },
          nicknames_value)
          .shown("\"nicknames.csv\"",
                 message("your own short forms, beside those that sanaq knows:  name,nickname"))
          .flagged("--nicknames", message("Short forms of given names beside those that are built "
                                          "in: name,nickname")));
  add(file_option(
          "labels", [](auto& of) -> auto& { return of.linking_files.labels; }, labels_value)
          .shown("\"labels.csv\"", message("pairs whose truth is known:  "
                                           "list_l,record_l,list_r,record_r,label"))
          .flagged("--labels", message("Pairs whose truth is known: "
                                       "list_l,record_l,list_r,record_r,label")));
  add(file_option(
          "model", [](auto& of) -> auto& { return of.linking_files.model; }, model_value)
          .shown("\"model.json\"",
                 message("a model that  sanaq link --save-model  has saved, instead of learning "
                         "one"))
          .flagged("--model", message("Use this model: one that --save-model or Splink has saved, "
                                      "or Splink settings, whose m and u are then learnt")));
}

std::vector<ConfigOption> of_linking() {
  std::vector<ConfigOption> all;
  const auto add = [&](ConfigOption made) { all.push_back(std::move(made)); };
  add(number_option<Config>("threshold", Step::link,
                            [](auto& of) -> auto& { return of.link.threshold; }, {0, 1, false})
          .shown("0.5", message("two records are one person where that is more probable than this"))
          .flagged("--threshold", message("Join records where that is more probable than this, "
                                          "between 0 and 1")));
  add(whole_option<Config>("draws", Step::link, [](auto& of) -> auto& { return of.link.draws; },
                           {0, 10'000, "0, 50, 200"})
          .shown(std::to_string(registers_drawn),
                 message("registers drawn by their probability: the number is "
                         "estimated on each (0: links taken as known)"))
          .flagged("--draws", message("How many registers to draw by their probability; in an "
                                      "investigation {} if not said",
                                      registers_drawn)));
  add(option<Config>(
          "block", Step::link, [](auto& of) -> auto& { return of.link.block_rules; })
          .shown("[\"family_key,birth_year\", \"given_key,place\"]",
                 message("which pairs to look at; otherwise sanaq chooses"))
          .flagged("--block", message("Rule for which pairs to look at: names parted by commas, "
                                      "such as family_key,birth_year; * is all")));
  add(option<Config>(
          "ignore", Step::link, [](auto& of) -> auto& { return of.link.ignore_headers; })
          .shown(message("[\"Remarks\"]").id,
                 message("headers that say nothing about who a person is")));
  add_linking_files(all);
  add(seed_option<Config>(
          "seed", Step::link, [](auto& of) -> auto& { return of.link.seed; })
          .shown("1")
          .flagged("--seed", message("Seed of every random number")));
  add(pairs_option());
  return all;
}

void expect_one_prior(const Section& section, const std::string& key) {
  const Words all = {"prior", "prior_range", "prior_unlisted", "prior_unlisted_range"};
  const Words keys = section.keys();
  std::string either;
  std::ptrdiff_t said = 0;
  for (const std::string& each : all) {
    either += (either.empty() ? "" : " | ") + section.spelled(each);
    said += std::count(keys.begin(), keys.end(), each);
  }
  if (said > 1) section.wrong(key, either);
}

// The total or the share on no list, most probably between two numbers or certainly between them:
// one of four keys. `prior` gives the member that the key sets.
template <typename Prior>
ConfigOption prior_option(std::string_view key, bool is_range, Prior prior) {
  const auto read = [key = std::string(key), is_range, prior](Section& section, Config& config) {
    const auto range = section.range(key);
    if (!range) return;
    expect_one_prior(section, key);
    config.estimate.total_prior.reset();
    config.estimate.unlisted_prior.reset();
    prior(config) = {range->first, range->second, is_range};
  };
  const auto value = [is_range, prior](const Config& config) {
    const auto& known = prior(config);
    return known && known->is_range == is_range ? Json{known->low, known->high} : Json();
  };
  return {key, Step::estimate, read, value, {}, {}, Written::range};
}

void add_priors(std::vector<ConfigOption>& all) {
  const auto total = [](auto& of) -> auto& { return of.estimate.total_prior; };
  const auto unlisted = [](auto& of) -> auto& { return of.estimate.unlisted_prior; };
  all.push_back(
      prior_option("prior", false, total)
          .shown("[100, 500]",
                 message("what a survey said of the total: 90 % between. Or prior_range: "
                         "certainly between (a census);\nprior_unlisted, prior_unlisted_range: "
                         "the same of the share on no list, [0.2, 0.6]"))
          .flagged("--prior",
                   message("LOW:HIGH, where a survey put the total with 90 % certainty")));
  all.push_back(prior_option("prior_range", true, total)
                    .flagged("--prior-range",
                             message("LOW:HIGH, where the total certainly lies, as by a census")));
  all.push_back(
      prior_option("prior_unlisted", false, unlisted)
          .flagged("--prior-unlisted", message("LOW:HIGH, the same as --prior of the share that is "
                                               "on no list, such as 20%:60%")));
  all.push_back(
      prior_option("prior_unlisted_range", true, unlisted)
          .flagged("--prior-unlisted-range", message("LOW:HIGH, where that share certainly lies")));
}

ConfigOption dependent_option() {
  const auto read = [](Section& section, Config& config) {
    config.estimate.dependent_lists.clear();
    for (auto& [first, second] : section.pairs("dependent"))
      config.estimate.dependent_lists.push_back({first, second});
  };
  const auto value = [](const Config& config) {
    Json all = Json::array();
    for (const estimate::DependentLists& pair : config.estimate.dependent_lists)
      all.push_back({pair.first, pair.second});
    return all;
  };
  return {"dependent", Step::estimate, read, value, {}, {}, Written::pairs};
}

// How long and how widely a method looks; most investigations need none of these.
void add_effort(std::vector<ConfigOption>& all) {
  const auto add = [&](ConfigOption made) { all.push_back(std::move(made)); };
  add(choice_option<Config>(
          "criterion", Step::estimate, [](auto& of) -> auto& { return of.estimate.criterion; },
          estimate::criterion_from_name, estimate::criterion_name, {"bic", "aic", "aicc"})
          .flagged("--criterion", message("loglinear: choose by bic, aic or aicc")));
  add(option<Config>(
          "average", Step::estimate, [](auto& of) -> auto& { return of.estimate.average_models; })
          .flagged("--average", message("loglinear: the average of all models by their weight")));
  add(whole_option<Config>("bootstrap", Step::estimate,
                           [](auto& of) -> auto& { return of.estimate.bootstrap; },
                           {100, 1'000'000, "0, 200, 1000", true})
          .flagged("--bootstrap", message("loglinear, sparse: resamples for an interval that "
                                          "contains the doubt about the choice, such as 1000")));
  add(whole_option<Config>("chains", Step::estimate,
                           [](auto& of) -> auto& { return of.estimate.chains; },
                           {1, 1024, "1, 8, 64"}));
  add(whole_option<Config>("draws", Step::estimate,
                           [](auto& of) -> auto& { return of.estimate.draws; },
                           {1, 1'000'000'000, "1, 2, 3, …"}));
  add(whole_option<Config>("warmup", Step::estimate,
                           [](auto& of) -> auto& { return of.estimate.warmup; },
                           {100, 1'000'000'000, "100, 2000"}));
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
  const Words methods = {"auto",      "lcm",  "dga",     "loglinear", "sparse",
                         "threshold", "chao", "chapman", "all"};
  add(choice_option<Config>(
          "method", Step::estimate, [](auto& of) -> auto& { return of.estimate.method; },
          estimate::method_from_name, estimate::method_name, methods)
          .shown("\"auto\"", message("auto, lcm, dga, loglinear, sparse, threshold, "
                                     "chao, chapman, all"))
          .flagged("--method"));
  ConfigOption strata = option<Config>(
      "strata", Step::estimate, [](auto& of) -> auto& { return of.strata; });
  strata.written = Written::list;
  add(std::move(strata)
          .shown("[\"sex\", \"place\"]",
                 message("estimated apart, pooled in part, added up; where lists reach some "
                         "groups better than others"))
          .flagged("--strata",
                   message("Columns of --cells, or fields of an investigation, by which "
                           "persons are parted: estimated apart, pooled in part, added "
                           "up")));
  add_priors(all);
  add(dependent_option()
          .shown(message("[[\"hospital\", \"police\"]]").id,
                 message("lists that copy from one another or share a source: "
                         "their dependence is in every model"))
          .flagged("--dependent",
                   message("LIST+LIST: two lists that copy from one another or share "
                           "a source (several times for several pairs)")));
  add(seed_option<Config>(
          "seed", Step::estimate, [](auto& of) -> auto& { return of.estimate.seed; })
          .shown("1")
          .flagged("--seed", message("Seed of every random number")));
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

#include "sanaq/investigation/step_keys.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/investigation/case_tables.h"
#include "sanaq/investigation/new_investigation.h"
#include "sanaq/investigation/truth.h"
#include "sanaq/investigation/version.h"
#include "sanaq/link/model_file.h"
#include "sanaq/splink/model.h"

namespace sanaq::investigation {
namespace {

using Json = nlohmann::json;

Json scope_json(const Scope& scope) {
  return {scope.from ? record::to_edtf(*scope.from) : "",
          scope.to ? record::to_edtf(*scope.to) : "", scope.places, scope.status, scope.what};
}

Json reading_json(const ListConfig& list) {
  Json reading = {list.name,
                  list.file,
                  list.sheets.empty() ? "" : list.sheets.front(),
                  list.encoding.value_or(""),
                  list.has_duplicates,
                  list.columns};
  if (list.sheets.size() > 1) reading.push_back({"sheets", list.sheets});
  if (list.header_row) reading.push_back({"header_row", *list.header_row});
  if (!list.skip_rows.empty()) reading.push_back({"skip_rows", list.skip_rows});
  if (!list.dates.empty()) reading.push_back({"dates", list.dates});
  if (!list.calendar.empty()) reading.push_back({"calendar", list.calendar});
  if (list.century) reading.push_back({"century", *list.century});
  if (!list.values.empty()) reading.push_back({"values", list.values});
  return reading;
}

std::string hash_of(const InputHashes& inputs, const std::string& path) {
  for (const auto& [name, hash] : inputs) {
    if (name == path) return hash;
  }
  return "";
}

std::string list_path(const ListConfig& list) { return base::join("lists", list.file); }

Json ingest_settings(const Config& config) {
  Json settings = {scope_json(config.scope)};
  for (const ListConfig& list : config.lists) settings.push_back(reading_json(list));
  if (!config.nobody_words.empty()) settings.push_back({"nobody", config.nobody_words});
  for (const TableConfig& table : config.tables) {
    settings.push_back({table.kind, table.file});
    if (!table.columns.empty()) settings.push_back({"columns", table.columns});
    if (!table.ignored.empty()) settings.push_back({"ignore", table.ignored});
  }
  return settings;
}

Json labels_json(const std::vector<link::Label>& labels) {
  Json all = Json::array();
  for (const link::Label& label : labels)
    all.push_back(
        {label.list_left, label.record_left, label.list_right, label.record_right, label.match});
  return all;
}

Json nicknames_json(const std::vector<link::Nickname>& nicknames) {
  Json all = {"nicknames"};
  for (const link::Nickname& pair : nicknames) all.push_back({pair.name, pair.nickname});
  return all;
}

Json link_settings(const Config& config) {
  const link::Options& options = config.link;
  Json settings = {options.block_rules,          options.threshold,
                   options.pair_probability_min, std::to_string(options.seed),
                   options.ignore_headers,       options.draws};
  if (!options.labels.empty()) settings.push_back(labels_json(options.labels));
  if (!options.nicknames.empty()) settings.push_back(nicknames_json(options.nicknames));
  if (options.model) settings.push_back(link::model_json(*options.model));
  if (config.splink_model) settings.push_back(config.splink_model->text);
  return settings;
}

Json estimate_settings(const Config& config) {
  const estimate::Options& options = config.estimate;
  Json settings = {estimate::method_name(options.method),
                   std::to_string(options.seed),
                   options.chains,
                   options.draws,
                   options.warmup,
                   options.classes_max,
                   options.checks_on_own_lists,
                   options.alternatives,
                   estimate::criterion_name(options.criterion),
                   options.average_models,
                   options.bootstrap};
  if (const auto& prior = options.total_prior)
    settings.push_back({prior->low, prior->high, prior->is_range});
  if (const auto& share = options.unlisted_prior)
    settings.push_back({"share", share->low, share->high, share->is_range});
  for (const estimate::DependentLists& pair : options.dependent_lists)
    settings.push_back({"dependent", pair.first, pair.second});
  if (!config.strata.empty()) settings.push_back({"strata", config.strata});
  for (const ListConfig& list : config.lists) settings.push_back(scope_json(list.covers));
  return settings;
}

Json publish_settings(const Config& config) {
  Json settings = {config.title,
                   config.about,
                   config.is_invented,
                   config.languages,
                   config.publish.register_pages,
                   config.publish.overlap,
                   config.publish.held_on};
  for (const ListConfig& list : config.lists) {
    settings.push_back(list.public_fields);
    settings.push_back({list.has_own_name, list.publish_hash});
    if (!list.ignored.empty()) settings.push_back({"ignore", list.ignored});
  }
  for (const TableConfig& table : config.tables) settings.push_back(table.publish_hash);
  return settings;
}

std::string hash_of(const Json& json) { return base::sha256_hex(json.dump()); }

StepSettings step_settings(const Config& config) {
  StepSettings settings;
  settings.ingest = hash_of(ingest_settings(config));
  settings.link = hash_of({settings.ingest, link_settings(config)});
  settings.estimate = hash_of({settings.link, estimate_settings(config)});
  settings.publish = hash_of({settings.estimate, publish_settings(config)});
  return settings;
}

Json input_hashes(const Config& config, const InputHashes& inputs) {
  Json hashes = Json::array();
  for (const ListConfig& list : config.lists) hashes.push_back(hash_of(inputs, list_path(list)));
  for (const TableConfig& table : config.tables) hashes.push_back(hash_of(inputs, table.file));
  return hashes;
}

}  // namespace

InputHashes hash_inputs(const std::string& folder, const Config& config) {
  InputHashes inputs;
  const auto add = [&](const std::string& path) {
    inputs.emplace_back(path, base::sha256_hex(base::MappedFile(base::join(folder, path)).bytes()));
  };
  add(std::string(settings_file));
  for (const ListConfig& list : config.lists) add(list_path(list));
  for (const TableConfig& table : config.tables) add(table.file);
  const LinkingFiles& linking = config.linking_files;
  for (const std::string& file : {linking.model, linking.labels, linking.nicknames}) {
    if (!file.empty()) add(file);
  }
  if (base::file_exists(base::join(folder, std::string(vocabulary_file))))
    add(std::string(vocabulary_file));
  if (config.is_invented && base::file_exists(base::join(folder, std::string(truth_file))))
    add(std::string(truth_file));
  return inputs;
}

StepKeys step_keys(const Config& config, const InputHashes& inputs, const std::string& decisions,
                   const std::string& addresses) {
  StepKeys keys;
  keys.settings = step_settings(config);
  keys.ingest = hash_of({program_version(), keys.settings.ingest, input_hashes(config, inputs)});
  keys.link = hash_of({keys.ingest, keys.settings.link, decisions});
  keys.estimate = hash_of({keys.link, keys.settings.estimate});
  keys.publish = hash_of({keys.estimate, keys.settings.publish, inputs, addresses});
  return keys;
}

}  // namespace sanaq::investigation

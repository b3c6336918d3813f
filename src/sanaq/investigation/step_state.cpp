#include "sanaq/investigation/step_state.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/investigation/new_investigation.h"
#include "sanaq/investigation/truth.h"
#include "sanaq/investigation/version.h"

namespace sanaq::investigation {
namespace {

using Json = nlohmann::json;

Json scope_json(const Scope& scope) {
  return {scope.from ? record::to_edtf(*scope.from) : "",
          scope.to ? record::to_edtf(*scope.to) : "", scope.places, scope.status, scope.what};
}

Json reading_json(const ListConfig& list) {
  return {list.name,           list.file,   list.sheet.value_or(""), list.encoding.value_or(""),
          list.has_duplicates, list.columns};
}

std::string hash_of(const InputHashes& inputs, const std::string& path) {
  for (const auto& [name, hash] : inputs) {
    if (name == path) return hash;
  }
  return "";
}

std::string list_path(const ListConfig& list) { return base::join("lists", list.file); }

std::string state_path(const std::string& folder, std::string_view step) {
  return base::join(base::join(folder, ".sanaq"), std::string(step) + ".json");
}

std::string ingest_key(const Config& config, const InputHashes& inputs) {
  Json made_from = {program_version(), scope_json(config.scope)};
  for (const ListConfig& list : config.lists)
    made_from.push_back({reading_json(list), hash_of(inputs, list_path(list))});
  for (const TableConfig& table : config.tables)
    made_from.push_back({table.kind, table.file, hash_of(inputs, table.file)});
  return base::sha256_hex(made_from.dump());
}

std::string link_key(const Config& config, const std::string& ingest) {
  const link::Options& options = config.link;
  const Json made_from = {ingest,
                          options.block_rules,
                          options.threshold,
                          options.pair_probability_min,
                          std::to_string(options.seed),
                          options.ignore_headers,
                          options.draws};
  return base::sha256_hex(made_from.dump());
}

std::string estimate_key(const Config& config, const std::string& link) {
  const estimate::Options& options = config.estimate;
  Json made_from = {link,
                    estimate::method_name(options.method),
                    std::to_string(options.seed),
                    options.chains,
                    options.draws,
                    options.warmup,
                    options.classes_max};
  if (options.total_prior)
    made_from.push_back({options.total_prior->low, options.total_prior->high});
  for (const ListConfig& list : config.lists) made_from.push_back(scope_json(list.covers));
  return base::sha256_hex(made_from.dump());
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
  if (config.is_invented && base::file_exists(base::join(folder, std::string(truth_file))))
    add(std::string(truth_file));
  return inputs;
}

StepKeys step_keys(const Config& config, const InputHashes& inputs) {
  StepKeys keys;
  keys.ingest = ingest_key(config, inputs);
  keys.link = link_key(config, keys.ingest);
  keys.estimate = estimate_key(config, keys.link);
  keys.publish = base::sha256_hex(Json({keys.estimate, inputs}).dump());
  return keys;
}

std::optional<Json> read_state(const std::string& folder, std::string_view step,
                               const std::string& key) {
  const std::string path = state_path(folder, step);
  if (!base::file_exists(path)) return std::nullopt;
  const Json state = Json::parse(base::read_file(path), nullptr, false);
  if (!state.is_object() || !state.contains("content") || state.value("key", Json()) != key)
    return std::nullopt;
  return state.at("content");
}

void write_state(const std::string& folder, std::string_view step, const std::string& key,
                 const Json& content) {
  const std::string path = state_path(folder, step);
  base::make_folder(base::parent_folder(path));
  base::write_file_whole(path, Json({{"key", key}, {"content", content}}).dump() + "\n");
}

}  // namespace sanaq::investigation

#include "sanaq/investigation/step_keys.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/exchange/truth.h"
#include "sanaq/investigation/case_tables.h"
#include "sanaq/investigation/own_translations.h"
#include "sanaq/investigation/version.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {
namespace {

using Json = nlohmann::json;

std::string hash_of(const InputHashes& inputs, const std::string& path) {
  for (const auto& [name, hash] : inputs) {
    if (name == path) return hash;
  }
  return "";
}

std::string list_path(const settings::ListConfig& list) { return base::join("lists", list.file); }

std::string hash_of(const Json& json) { return base::sha256_hex(json.dump()); }

Json input_hashes(const settings::Config& config, const InputHashes& inputs) {
  Json hashes = Json::array();
  for (const settings::ListConfig& list : config.lists)
    hashes.push_back(hash_of(inputs, list_path(list)));
  for (const settings::TableConfig& table : config.tables)
    hashes.push_back(hash_of(inputs, table.file));
  if (const std::string mendings = hash_of(inputs, mendings_input); !mendings.empty())
    hashes.push_back({mendings_input, mendings});
  return hashes;
}

}  // namespace

InputHashes hash_inputs(const std::string& folder, const settings::Config& config) {
  InputHashes inputs;
  const auto add = [&](const std::string& path) {
    inputs.emplace_back(path, base::sha256_hex(base::MappedFile(base::join(folder, path)).bytes()));
  };
  add(std::string(settings::settings_file));
  for (const settings::ListConfig& list : config.lists) add(list_path(list));
  for (const settings::TableConfig& table : config.tables) add(table.file);
  const settings::LinkingFiles& linking = config.linking_files;
  for (const std::string& file : {linking.model, linking.labels, linking.nicknames}) {
    if (!file.empty()) add(file);
  }
  if (base::file_exists(base::join(folder, std::string(vocabulary_file))))
    add(std::string(vocabulary_file));
  if (config.is_invented &&
      base::file_exists(base::join(folder, std::string(exchange::truth_file))))
    add(std::string(exchange::truth_file));
  for (const std::string& file : translation_files(folder)) add(file);
  return inputs;
}

StepKeys step_keys(const settings::Config& config, const InputHashes& inputs,
                   const std::string& decisions, const std::string& addresses) {
  StepKeys keys;
  keys.settings = settings::step_settings(config);
  keys.ingest = hash_of({program_version(), keys.settings.ingest, input_hashes(config, inputs)});
  keys.link = hash_of({keys.ingest, keys.settings.link, decisions});
  keys.estimate = hash_of({keys.link, keys.settings.estimate});
  keys.publish = hash_of({keys.estimate, keys.settings.publish, inputs, addresses});
  return keys;
}

}  // namespace sanaq::investigation

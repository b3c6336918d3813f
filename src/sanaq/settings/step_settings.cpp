#include "sanaq/settings/step_settings.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/sha256.h"
#include "sanaq/settings/options.h"

namespace sanaq::settings {
namespace {

std::string hash_of(const std::string& before, const Config& config, Step step) {
  return base::sha256_hex(nlohmann::json{before, options_json(config, step)}.dump());
}

}  // namespace

StepSettings step_settings(const Config& config) {
  StepSettings settings;
  settings.ingest = hash_of("", config, Step::ingest);
  settings.link = hash_of(settings.ingest, config, Step::link);
  settings.estimate = hash_of(settings.link, config, Step::estimate);
  settings.publish = hash_of(settings.estimate, config, Step::publish);
  return settings;
}

}  // namespace sanaq::settings

#include "sanaq/investigation/step_state.h"

#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"

namespace sanaq::investigation {
namespace {

using Json = nlohmann::json;

std::string state_path(const std::string& folder, std::string_view step) {
  return base::join(base::join(folder, ".sanaq"), std::string(step) + ".json");
}

}  // namespace

std::optional<LastState> read_last_state(const std::string& folder, std::string_view step) {
  const std::string path = state_path(folder, step);
  if (!base::file_exists(path)) return std::nullopt;
  const std::string text = base::read_file(path);
  const std::size_t end = text.find('\n');
  if (end == std::string::npos) return std::nullopt;
  const std::string_view json = std::string_view(text).substr(end + 1);
  if (text.substr(0, end) != base::sha256_hex(json)) return std::nullopt;
  Json state = Json::parse(json, nullptr, false);
  if (!state.is_object() || !state.contains("key") || !state["key"].is_string())
    return std::nullopt;
  for (const char* part : {"content", "outputs", "figures"}) {
    if (!state.contains(part)) return std::nullopt;
  }
  return LastState{state["key"].get<std::string>(),
                   {std::move(state["content"]), state["outputs"].get<NamedTexts>(),
                    state["figures"].get<NamedTexts>()}};
}

std::optional<StepState> read_state(const std::string& folder, std::string_view step,
                                    const std::string& key) {
  auto last = read_last_state(folder, step);
  if (!last || last->key != key) return std::nullopt;
  return std::move(last->state);
}

void write_state(const std::string& folder, std::string_view step, const std::string& key,
                 const StepState& state) {
  const std::string path = state_path(folder, step);
  base::make_folder(base::parent_folder(path));
  const Json whole = {{"key", key},
                      {"outputs", state.outputs},
                      {"figures", state.figures},
                      {"content", state.content}};
  const std::string json = whole.dump() + "\n";
  base::write_file_whole(path, base::sha256_hex(json) + "\n" + json);
}

}  // namespace sanaq::investigation

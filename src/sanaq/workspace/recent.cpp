#include "sanaq/workspace/recent.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/system.h"

namespace sanaq::workspace {
namespace {

using nlohmann::json;

constexpr std::size_t recent_most = 10;

std::optional<std::string> recent_file() {
  const auto folder = state_folder();
  return folder ? std::optional(base::join(*folder, "recent.json")) : std::nullopt;
}

std::vector<Recent> read_recent() {
  const auto file = recent_file();
  if (!file || !base::file_exists(*file)) return {};
  std::vector<Recent> found;
  try {
    const json read = json::parse(base::read_file(*file));
    for (const json& one : read.at("opened"))
      found.push_back({one.at("folder").get<std::string>(), one.at("port").get<int>()});
  } catch (const std::exception&) {
    return {};
  }
  return found;
}

}  // namespace

std::optional<std::string> state_folder() {
  if (const auto state = base::environment("XDG_STATE_HOME")) return base::join(*state, "sanaq");
  if (const auto home = base::environment("HOME")) return base::join(*home, ".local/state/sanaq");
  return std::nullopt;
}

std::vector<Recent> recent_folders() {
  std::vector<Recent> all = read_recent();
  std::erase_if(all, [](const Recent& one) {
    return one.folder.empty() || !base::file_exists(base::join(one.folder, "investigation.toml"));
  });
  if (all.size() > recent_most) all.resize(recent_most);
  return all;
}

void note_recent(const Recent& recent) {
  const auto file = recent_file();
  if (!file) return;
  std::vector<Recent> all = read_recent();
  std::erase_if(all, [&](const Recent& one) { return one.folder == recent.folder; });
  all.insert(all.begin(), recent);
  if (all.size() > recent_most + 1) all.resize(recent_most + 1);
  json opened = json::array();
  for (const Recent& one : all) opened.push_back({{"folder", one.folder}, {"port", one.port}});
  try {
    base::make_private_folder(*state_folder());
    base::write_private_file_whole(*file, json{{"opened", opened}}.dump(1) + "\n");
  } catch (const std::exception&) {
    return;
  }
}

int last_port_of(const std::string& folder) {
  for (const Recent& one : read_recent()) {
    if (one.folder == folder) return one.port;
  }
  return 0;
}

}  // namespace sanaq::workspace

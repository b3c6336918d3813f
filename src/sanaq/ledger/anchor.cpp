#include "sanaq/ledger/anchor.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/left_files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/canonical.h"
#include "sanaq/ledger/keys.h"

namespace sanaq::ledger {
namespace {

using base::message;
using nlohmann::json;

// A folder's name may hold anything; the file is named by its hash.
std::optional<std::string> anchor_path(const std::string& investigation) {
  const auto keys = keys_folder_if_any();
  if (!keys) return std::nullopt;
  const std::string name = base::sha256_hex(base::absolute_path(investigation)).substr(0, 32);
  return base::join(base::join(*keys, "folders"), name + ".json");
}

Anchor anchor_in(const std::string& path) {
  const json file = json::parse(base::read_file(path), nullptr, false);
  Anchor anchor;
  try {
    anchor.id = file.at("id").get<std::string>();
    anchor.founder = file.at("founder").get<std::string>();
    for (const auto& [writer, head] : file.at("own").items())
      anchor.own[writer] = {head.at("seq").get<std::int64_t>(), head.at("self").get<std::string>()};
  } catch (const json::exception&) {
    throw base::Error(
        base::Kind::bad_input,
        message("{}: this file of your keys is damaged; put its backup in place", path));
  }
  return anchor;
}

}  // namespace

std::optional<Anchor> read_anchor(const std::string& investigation) {
  const auto path = anchor_path(investigation);
  if (!path || !base::file_exists(*path)) return std::nullopt;
  return anchor_in(*path);
}

void write_anchor(const std::string& investigation, const Anchor& anchor) {
  const auto path = anchor_path(investigation);
  if (!path) return;
  json own = json::object();
  for (const auto& [writer, head] : anchor.own)
    own[writer] = {{"seq", head.first}, {"self", head.second}};
  const json file = {{"folder", base::absolute_path(investigation)},
                     {"format", 2},
                     {"founder", anchor.founder},
                     {"id", anchor.id},
                     {"own", own}};
  base::make_private_folder(keys_folder());
  base::make_private_folder(base::parent_folder(*path));
  (void)base::remove_left_files_of(*path);  // of a process that was killed here
  base::write_private_file_whole(*path, canonical(file) + "\n");
}

void remove_anchor(const std::string& investigation) {
  const auto path = anchor_path(investigation);
  if (path) base::remove_file(*path);
}

bool is_believed_anywhere(const std::string& id) {
  const auto keys = keys_folder_if_any();
  if (!keys || !base::folder_exists(base::join(*keys, "folders"))) return false;
  for (const std::string& name : base::list_folder(base::join(*keys, "folders"))) {
    if (name.ends_with(".json") &&
        anchor_in(base::join(base::join(*keys, "folders"), name)).id == id)
      return true;
  }
  return false;
}

void move_anchor(const std::string& from, const std::string& to) {
  const auto anchor = read_anchor(from);
  if (!anchor || read_anchor(to)) return;
  write_anchor(to, *anchor);
  remove_anchor(from);
}

}  // namespace sanaq::ledger

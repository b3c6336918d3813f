#include "sanaq/workspace/list_at_hand.h"

#include <algorithm>
#include <deque>
#include <mutex>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/base/file_stamp.h"
#include "sanaq/base/files.h"
#include "sanaq/http/form.h"
#include "sanaq/investigation/own_places.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::workspace {
namespace {

// The last looks at files, each of which takes up to a megabyte.
class LooksKept {
 public:
  struct Key {
    std::string path, list, settings;  // `settings`: their digest
    std::optional<base::FileStamp> stamp;
    bool operator==(const Key&) const = default;
  };
  using Look = std::shared_ptr<const tables::Preview>;

  Look find(const Key& key) {
    const std::lock_guard lock(mutex_);
    const auto found = std::find_if(looks_.begin(), looks_.end(),
                                    [&](const auto& look) { return look.first == key; });
    return found == looks_.end() ? nullptr : found->second;
  }
  void keep(const Key& key, Look look) {
    constexpr std::size_t looks_most = 12;
    const std::lock_guard lock(mutex_);
    looks_.emplace_front(key, std::move(look));
    if (looks_.size() > looks_most) looks_.pop_back();
  }

 private:
  std::mutex mutex_;
  std::deque<std::pair<Key, Look>> looks_;  // the newest first
};

}  // namespace

ListAtHand list_at_hand(const Visit& visit, const Bench& bench) {
  ListAtHand found;
  found.file = investigation::read_settings(bench.folder());
  found.config = settings::parse_config(found.file.toml, found.file.path);
  const std::string& name = visit.names.at("NAME");
  const settings::ListConfig* list = nullptr;
  for (const settings::ListConfig& one : found.config.lists) {
    if (one.name == name) list = &one;
  }
  if (list == nullptr)
    throw base::Error(base::Kind::not_found,
                      base::message("there is no list {} in the settings", name));
  found.list = *list;
  found.held = bench.held();
  if (found.held == nullptr) return found;
  const auto& lists = found.held->outcome.lists;
  for (std::size_t at = 0; at < lists.size(); ++at) {
    if (lists[at].name == name) found.at = at;
  }
  return found;
}

tables::Preview look_at_list(const ListAtHand& at_hand, const settings::ListConfig& list,
                             const std::string& folder) {
  investigation::expect_inside(folder, at_hand.config, {});
  const tables::ListSource source = settings::list_source(list, at_hand.config, folder);
  const base::MappedFile file(source.path);
  base::Progress progress;
  return tables::preview(source, file.bytes(), progress);
}

std::shared_ptr<const tables::Preview> look_at_list(const ListAtHand& at_hand,
                                                    const std::string& folder) {
  static LooksKept kept;
  investigation::expect_inside(folder, at_hand.config, {});
  const std::string path = settings::list_source(at_hand.list, at_hand.config, folder).path;
  const LooksKept::Key key{path, at_hand.list.name, at_hand.file.digest, base::file_stamp(path)};
  if (auto found = kept.find(key)) return found;
  auto seen = std::make_shared<const tables::Preview>(look_at_list(at_hand, at_hand.list, folder));
  // A link has no stamp of what it leads to.
  if (key.stamp) kept.keep(key, seen);
  return seen;
}

std::string path_of_list(const std::string& name) {
  return "/lists/" + http::percent_encoded(name);
}

}  // namespace sanaq::workspace

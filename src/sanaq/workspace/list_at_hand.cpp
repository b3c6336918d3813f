#include "sanaq/workspace/list_at_hand.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/http/form.h"
#include "sanaq/investigation/own_places.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::workspace {

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

std::string path_of_list(const std::string& name) {
  return "/lists/" + http::percent_encoded(name);
}

}  // namespace sanaq::workspace

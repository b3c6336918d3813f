#include "sanaq/cli/verify_site.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/publish/log_site.h"
#include "sanaq/publish/site_check.h"
#include "sanaq/report/text_table.h"
#include "sanaq/settings/config.h"

namespace sanaq::cli {
namespace {

using base::Error;
using base::Kind;
using base::message;

constexpr std::size_t path_characters_max = 400;

bool has_mark(const std::string& folder) {
  return base::path_kind(base::join(folder, publish::mark_file)) != base::PathKind::nothing;
}

publish::SiteMark mark_of(const std::string& site, const base::Catalog& catalog) {
  const std::string path = base::join(site, publish::mark_file);
  if (base::path_kind(path) != base::PathKind::file)
    throw Error(Kind::not_found,
                message("{}: this is neither an investigation nor a site with a mark ({})", site,
                        publish::mark_file));
  auto mark = publish::parse_mark(base::MappedFile(path).bytes());
  if (!mark)
    throw Error(Kind::corrupt,
                message("{}: the mark of the site is damaged: {}; {}", path,
                        catalog.say(mark.error().reason), catalog.say(mark.error().advice)));
  return std::move(*mark);
}

std::string text_of(const publish::SiteMark& mark, const publish::SiteState& state,
                    const base::Catalog& catalog) {
  std::string text;
  const auto add = [&](const std::vector<std::string>& paths, const std::string& weight,
                       const std::string& what) {
    for (const std::string& path : paths)
      text += weight + "  " + report::safe_cell(path, path_characters_max) + ": " + what + "\n";
  };
  add(state.changed, catalog.say("DAMAGE"), catalog.say("this is not what was published"));
  add(state.missing, catalog.say("DAMAGE"), catalog.say("this was published and is missing"));
  add(state.strangers, catalog.say("note"),
      catalog.say("the mark does not list this; it is not of the site"));
  text += catalog.say(message("checked: files {}; the mark has the SHA-256 {}", mark.files.size(),
                              publish::mark_hash(mark))) +
          "\n";
  if (state.is_whole()) text += catalog.say("whole, as far as its own mark goes") + "\n";
  return text;
}

}  // namespace

bool is_site_folder(const std::string& folder) {
  if (base::file_exists(base::join(folder, std::string(settings::settings_file)))) return false;
  return has_mark(folder) || publish::has_log(folder) ||
         !base::folder_exists(ledger::ledger_folder(folder));
}

void verify_site(const std::string& site, bool as_json, Context& context) {
  if (!base::folder_exists(site))
    throw Error(Kind::not_found,
                message("{}: there is no such file or folder; check the path", site));
  const publish::SiteMark mark = mark_of(site, context.catalog);
  const publish::SiteState state = publish::check_site(site, mark, context.progress);
  if (as_json)
    context.print(nlohmann::json({{"whole", state.is_whole()},
                                  {"files", mark.files.size()},
                                  {"mark", publish::mark_hash(mark)},
                                  {"changed", state.changed},
                                  {"missing", state.missing},
                                  {"not_listed", state.strangers}})
                      .dump(1, ' ', false, nlohmann::json::error_handler_t::replace) +
                  "\n");
  else
    context.print(text_of(mark, state, context.catalog));
  if (!state.is_whole())
    throw Error(Kind::corrupt,
                message("{}: this is not what it was; the places are named above", site));
}

}  // namespace sanaq::cli

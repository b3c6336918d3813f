#include "sanaq/publish/own_site.h"

#include <algorithm>
#include <map>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/ledger/verify_report.h"
#include "sanaq/publish/site_check.h"
#include "sanaq/settings/config.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::publish {
namespace {

using base::join;
using base::message;
using ledger::Finding;
using ledger::Publication;
using ledger::Weight;

using Publications = std::vector<Publication>;  // of one place, in the order of the union

std::string site_of_settings(const std::string& investigation) {
  const std::string path = join(investigation, std::string(settings::settings_file));
  try {
    return settings::parse_config(base::read_file(path), path).publish.site;
  } catch (const base::Error&) {
    return "";  // the steps say what is wrong with the settings
  }
}

// Every place below the folder of which the ledger or the settings speak.
std::map<std::string, Publications> places(const std::string& investigation) {
  std::map<std::string, Publications> all;
  for (Publication& publication : ledger::publications(investigation)) {
    const std::string site = publication.site;
    if (is_site_path(site)) all[site].push_back(std::move(publication));
  }
  const std::string site = site_of_settings(investigation);
  if (!site.empty() && read_mark(join(investigation, site))) all.try_emplace(site);
  return all;
}

class OwnSite {
 public:
  OwnSite(const std::string& investigation, const std::string& site, std::vector<Finding>& out)
      : folder_(join(investigation, site)), site_(site), out_(out) {}

  void verify(const Publications& known, base::Progress& progress) {
    const base::PathKind kind = base::path_kind(folder_);
    if (kind == base::PathKind::nothing)
      return find(Weight::note, site_, message("the site that was published is not here"),
                  message("`sanaq publish` makes it again"));
    const auto mark =
        kind == base::PathKind::folder ? read_mark(folder_) : std::optional<SiteMark>();
    if (!mark)
      return find(Weight::damage, join(site_, mark_file),
                  message("the mark of the site is missing or cannot be read"),
                  message("`sanaq publish` makes the site again"));
    check_mark(mark_hash(*mark), known);
    const SiteState state = check_site(folder_, *mark, progress);
    for (const std::string& path : state.changed)
      find(Weight::damage, join(site_, path), message("this is not what was published"),
           message("`sanaq publish` puts it aside and restores the page"));
    for (const std::string& path : state.missing)
      find(Weight::damage, join(site_, path), message("this was published and is missing"),
           message("`sanaq publish` restores it"));
    for (const std::string& path : state.strangers)
      find(Weight::note, join(site_, path), message("sanaq did not publish this"),
           message("look at it; whoever reads the site may take it for yours"));
  }

 private:
  void find(Weight weight, const std::string& file, base::Message what, base::Message advice) {
    out_.push_back({weight, file, 0, std::move(what), std::move(advice)});
  }

  void check_mark(const std::string& hash, const Publications& known) {
    const std::string file = join(site_, mark_file);
    const bool is_known = std::any_of(known.begin(), known.end(),
                                      [&](const auto& entered) { return entered.mark == hash; });
    if (known.empty())
      return find(Weight::warning, file, message("this site was never entered in the ledger"),
                  message("`sanaq publish` with your key enters it"));
    if (!is_known)
      return find(Weight::damage, file,
                  message("this is no site that the ledger says was published: it was altered, or "
                          "published without a key"),
                  message("`sanaq publish` with your key makes it again and enters it"));
    if (known.back().mark != hash)
      find(Weight::warning, file,
           message("this site is older than the one that was published last, on {}",
                   known.back().time.substr(0, 10)),
           message("`sanaq publish` makes it anew"));
  }

  std::string folder_, site_;
  std::vector<Finding>& out_;
};

}  // namespace

std::vector<Finding> verify_own_sites(const std::string& investigation, base::Progress& progress) {
  std::vector<Finding> findings;
  for (const auto& [site, known] : places(investigation))
    OwnSite(investigation, site, findings).verify(known, progress);
  return findings;
}

}  // namespace sanaq::publish

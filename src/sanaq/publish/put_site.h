// Puts a finished site in its place: at every moment, also when the process is killed, the old site
// or the new one stands there or can be put back by the next publication, and nothing is destroyed
// that sanaq did not write.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/base/progress.h"
#include "sanaq/base/whole_folder.h"
#include "sanaq/publish/site_mark.h"
#include "sanaq/publish/site_place.h"

namespace sanaq::publish {

// What was found at the place beside what we had published there.
struct SiteChange {
  // Path in the site, and where it is now below the investigation: changed by somebody, or in the
  // way of a page.
  std::vector<std::pair<std::string, std::string>> aside;
  std::vector<std::string> left;      // files and folders that nobody published; they stay
  std::vector<std::string> restored;  // had been removed by somebody
  std::vector<std::string> removed;   // folders that an earlier publication had left unfinished
  std::string renamed_to;             // the folder that stood there unmarked; empty: none
};
[[nodiscard]] std::vector<base::Message> sentences(const SiteChange& change);

// Renames what stands at the place to SITE.before-DAY, and gives the new name.
[[nodiscard]] std::string step_aside(const SitePlace& place);

// Puts right what a killed process left beside the place: the old site returns where neither
// stands, and what was still to be carried over from it is.
void recover_site(const SitePlace& place, SiteChange& change, base::Progress& progress);

// `made` has the whole site and its mark and is synced. `order`: its paths in the order of writing,
// by which a site from before there were marks is known. Throws Error{usage} where a stranger's
// folder stands at the place, with nothing changed.
void put_site(const SitePlace& place, base::WholeFolder& made, const SiteMark& mark,
              const std::vector<std::string>& order, SiteChange& change, base::Progress& progress);

}  // namespace sanaq::publish

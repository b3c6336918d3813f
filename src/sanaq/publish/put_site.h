// Puts a finished site in its place. At every moment, also if the process is killed, the old or the
// new site is there or can be put back by the next publication, and nothing is destroyed that sanaq
// did not write.
#pragma once
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/base/progress.h"
#include "sanaq/base/whole_folder.h"
#include "sanaq/publish/site_mark.h"
#include "sanaq/publish/site_place.h"

namespace sanaq::publish {

// What was found at the place besides what we had published there.
struct SiteChange {
  // Files that somebody changed or that were in the way of a page: their path in the site, and
  // where they are now, relative to the investigation.
  std::vector<std::pair<std::string, std::string>> aside;
  std::vector<std::string> left;      // files and folders that nobody published; they stay
  std::vector<std::string> restored;  // files that somebody had removed
  std::vector<std::string> removed;   // folders that an earlier publication had left unfinished
  std::string renamed_to;  // the new name of a folder without a mark that was there; "" if none was
};
[[nodiscard]] std::vector<base::Message> sentences(const SiteChange& change);

// Renames what is at the place to SITE.before-DAY, and returns the new name.
[[nodiscard]] std::string step_aside(const SitePlace& place);

// Repairs what a killed process left beside the place: if neither site is there, the old one is put
// back, and what was still to be copied from it is.
void recover_site(const SitePlace& place, SiteChange& change, base::Progress& progress);

// `made` must contain the whole site with its mark, and be synced. `order` tells its paths in the
// order of writing, by which a site older than marks is recognised; it is asked for that alone.
// Throws Error{usage}, and changes nothing, if a folder that is not ours is at the place.
void put_site(const SitePlace& place, base::WholeFolder& made, const SiteMark& mark,
              const std::function<std::vector<std::string>()>& order, SiteChange& change,
              base::Progress& progress);

}  // namespace sanaq::publish

#include "sanaq/publish/publish.h"

#include <set>

#include "sanaq/base/files.h"
#include "sanaq/publish/disclose.h"
#include "sanaq/publish/site.h"

namespace sanaq::publish {
namespace {

SiteCount write_site(const PublicView& view, const std::string& folder, base::Progress& progress) {
  base::WholeFolder site(folder);
  std::set<std::string> made;
  const SiteCount count = build_site(
      view,
      [&](const std::string& path, std::string_view bytes) {
        const std::string whole = base::join(site.path(), path);
        if (made.insert(base::parent_folder(whole)).second)
          base::make_folder(base::parent_folder(whole));
        base::write_file_whole(whole, bytes);
      },
      progress);
  site.put_in_place();
  return count;
}

}  // namespace

Report publish(const investigation::Outcome& outcome, const Options& options,
               base::Progress& progress) {
  const PublicView view = disclose(outcome);
  const SiteCount count = options.dry_run
                              ? build_site(
                                    view, [](const std::string&, std::string_view) {}, progress)
                              : write_site(view, options.folder, progress);
  return {count.pages, count.files, columns_that_leave(view), view.warnings};
}

}  // namespace sanaq::publish

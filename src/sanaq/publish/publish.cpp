#include "sanaq/publish/publish.h"

#include "sanaq/base/files.h"
#include "sanaq/base/late_sync.h"
#include "sanaq/base/sha256.h"
#include "sanaq/publish/disclose.h"
#include "sanaq/publish/site.h"

namespace sanaq::publish {
namespace {

// One file a line as sha256sum prints it, in the order of writing, and the SHA-256 of that.
class Digest {
 public:
  void add(const std::string& path, std::string_view bytes) {
    whole_.add(base::sha256_hex(bytes) + "  " + path + "\n");
  }
  [[nodiscard]] std::string hex() { return whole_.hex(); }

 private:
  base::Sha256 whole_;
};

SiteCount write_site(const PublicView& view, const std::string& folder, Digest& digest,
                     base::Progress& progress) {
  base::WholeFolder site(folder);
  base::LateSync files;
  const SiteCount count = build_site(
      view,
      [&](const std::string& path, std::string_view bytes) {
        files.write(base::join(site.path(), path), bytes);
        digest.add(path, bytes);
      },
      progress);
  files.sync();
  site.put_in_place();
  return count;
}

}  // namespace

Report publish(const investigation::Outcome& outcome, const Options& options,
               base::Progress& progress) {
  const PublicView view = disclose(outcome);
  Digest digest;
  const WriteFile only_hash = [&](const std::string& path, std::string_view bytes) {
    digest.add(path, bytes);
  };
  const SiteCount count = options.dry_run ? build_site(view, only_hash, progress)
                                          : write_site(view, options.folder, digest, progress);
  return {count.pages, count.files, digest.hex(), columns_that_leave(view), view.warnings};
}

}  // namespace sanaq::publish

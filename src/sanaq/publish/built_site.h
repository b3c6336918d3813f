// What a site that is being made will have: its mark, and from what each file was made.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/log/file_hashes.h"
#include "sanaq/log/merkle.h"
#include "sanaq/pages/site.h"
#include "sanaq/publish/site_mark.h"
#include "sanaq/publish/site_record.h"

namespace sanaq::publish {

class BuiltSite {
 public:
  SiteMark mark;                  // once it is finished
  std::vector<log::Hash> inputs;  // of each file of the mark; zeroes: nobody said it
  pages::SiteCount count;

  // A file that was made. `made_from` are its inputs as 64 hex digits; "": nobody said it.
  void add(std::string_view path, std::string_view sha256, std::string_view made_from);
  // A file that stands, by its place in the mark of the site that stands.
  void keep(std::size_t place);

  // Makes the mark from what was added and kept of the site that stands.
  void finish(const log::FileHashes& standing, const SiteRecord& record);
  // Makes it where nothing was kept.
  void finish();

  // The mark becomes that of a site that has a log besides, whose files are made each time.
  void add_log(log::FileHashes site);

  // The paths of what was added, in the order of adding: only a site older than marks is known by
  // it, and of a large one it is much to remember.
  [[nodiscard]] std::vector<std::string> paths() const { return gathered_.paths(); }
  void forget_order() { gathered_ = {}; }

 private:
  void append(const log::FileHashes::File& file, const log::Hash& from);
  std::vector<log::Hash> sorted_inputs(const log::GatheredFiles::Places& places, std::size_t files);

  log::GatheredFiles gathered_;
  std::vector<log::Hash> from_;  // of each that is gathered
  std::vector<bool> is_kept_;    // by place
};

}  // namespace sanaq::publish

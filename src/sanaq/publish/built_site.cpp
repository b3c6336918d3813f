#include "sanaq/publish/built_site.h"

#include <utility>

#include "sanaq/base/check.h"

namespace sanaq::publish {

void BuiltSite::add(std::string_view path, std::string_view sha256, std::string_view made_from) {
  gathered_.add(path, sha256);
  from_.push_back(log::hash_of_hex(made_from).value_or(log::Hash{}));
}

void BuiltSite::keep(std::size_t place) {
  if (place >= is_kept_.size()) is_kept_.resize(place + 1);
  is_kept_[place] = true;
}

void BuiltSite::finish(const log::FileHashes& standing, const SiteRecord& record) {
  log::GatheredFiles::Places places;
  const log::FileHashes made = gathered_.sorted(&places);
  const std::vector<log::Hash> from = sorted_inputs(places, made.size());
  mark.files.reserve(made.size() + is_kept_.size(), 0);
  inputs.reserve(made.size() + is_kept_.size());
  std::size_t next = 0;
  for (std::size_t at = 0; at < is_kept_.size(); ++at) {
    if (!is_kept_[at]) continue;
    const log::FileHashes::File kept = standing[at];
    for (; next < made.size() && made[next].path < kept.path; ++next)
      append(made[next], from[next]);
    append(kept, record[at].inputs);
  }
  for (; next < made.size(); ++next) append(made[next], from[next]);
}

void BuiltSite::finish() {
  base::check(is_kept_.empty(), "only of a site that stands a file is kept");
  log::GatheredFiles::Places places;
  mark.files = gathered_.sorted(&places);
  inputs = sorted_inputs(places, mark.files.size());
}

void BuiltSite::add_log(log::FileHashes site) {
  std::vector<log::Hash> all;
  all.reserve(site.size());
  std::size_t page = 0;
  for (const auto& [path, hash] : site)
    all.push_back(is_log_path(path) ? log::Hash{} : inputs.at(page++));
  base::check(page == inputs.size(), "a log adds no page to a site");
  inputs = std::move(all);
  mark.files = std::move(site);
  count.files = static_cast<std::int64_t>(mark.files.size());
}

void BuiltSite::append(const log::FileHashes::File& file, const log::Hash& from) {
  const bool is_next = mark.files.append(file.path, file.hash);
  base::check(is_next, "no file is made that is kept");
  inputs.push_back(from);
}

std::vector<log::Hash> BuiltSite::sorted_inputs(const log::GatheredFiles::Places& places,
                                                std::size_t files) {
  std::vector<log::Hash> sorted(files);
  for (std::size_t at = 0; at < places.size(); ++at) sorted[places[at]] = from_[at];
  from_ = {};
  return sorted;
}

}  // namespace sanaq::publish

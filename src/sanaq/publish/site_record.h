// What a publication remembers of the site that it wrote, in .sanaq/site-record: from which inputs
// each page was made, and how its file is known again without being read. It is derived: without it
// the next publication makes every page anew.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/file_stamp.h"
#include "sanaq/base/files.h"
#include "sanaq/base/progress.h"
#include "sanaq/log/merkle.h"
#include "sanaq/publish/site_mark.h"
#include "sanaq/publish/site_place.h"

namespace sanaq::publish {

struct RecordedFile {
  log::Hash inputs{};  // of all that the page is made from; zeroes if nobody said it
  base::FileStamp stamp;
};

// One for each file of the mark, in its order. Of a large site they are not read but looked up in
// the file.
class SiteRecord {
 public:
  explicit SiteRecord(base::MappedFile file);
  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] RecordedFile operator[](std::size_t at) const;

 private:
  base::MappedFile file_;
};

// A site that is whole, and ours, as far as can be told without reading it.
struct StandingSite {
  SiteMark mark;
  SiteRecord record;
};

// Returns the site at the place if the record is of it, every file of its mark is as it was
// recorded, and nothing else is in it. Otherwise nullopt: then a publication writes everything.
[[nodiscard]] std::optional<StandingSite> standing_as_recorded(const SitePlace& place,
                                                               base::Progress& progress);
// Returns the record alone, for a site whose mark was read already; `hash` is mark_hash of it.
[[nodiscard]] std::optional<SiteRecord> standing_record(const SitePlace& place,
                                                        const SiteMark& mark,
                                                        const std::string& hash,
                                                        base::Progress& progress);

// One for each file of a mark, in its order; none where nothing stands.
using Stamps = std::vector<std::optional<base::FileStamp>>;

// Looks at every file of the mark, but for those that `known` (a stamp, or none, by the place in
// the mark) tells.
using KnownStamp = std::function<std::optional<base::FileStamp>(std::size_t at)>;
[[nodiscard]] Stamps stamps_of(const std::string& site, const SiteMark& mark,
                               const KnownStamp& known = {});

// Remembers every file of the mark, whose mark_hash is `hash`; stamps and inputs are in its order,
// the latter zeroes for a file that is made each time. Never throws for what cannot be written: a
// record is a convenience.
void record_site(const SitePlace& place, const SiteMark& mark, const std::string& hash,
                 const Stamps& stamps, const std::vector<log::Hash>& inputs);

}  // namespace sanaq::publish

// What a publication remembers of the site that it wrote, in .sanaq/site-record: from which inputs
// each page was made, and how its file is known again without being read. It is derived: without it
// the next publication makes every page anew.
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/file_stamp.h"
#include "sanaq/base/progress.h"
#include "sanaq/publish/site_mark.h"
#include "sanaq/publish/site_place.h"

namespace sanaq::publish {

struct RecordedFile {
  std::string inputs;  // a hash of all that the page is made from; "" if nobody said it
  base::FileStamp stamp;
};

struct SiteRecord {
  std::map<std::string, RecordedFile> files;  // by path from the site's root
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
// Returns the record alone, for a site whose mark was read already.
[[nodiscard]] std::optional<SiteRecord> standing_record(const SitePlace& place,
                                                        const SiteMark& mark,
                                                        base::Progress& progress);

// One for each file of a mark, in its order; none where nothing stands.
using Stamps = std::vector<std::optional<base::FileStamp>>;

// Looks at every file of the mark, but for those that `known` (a path's stamp, or none) tells.
using KnownStamp = std::function<std::optional<base::FileStamp>(const std::string& path)>;
[[nodiscard]] Stamps stamps_of(const std::string& site, const SiteMark& mark,
                               const KnownStamp& known = {});

// Remembers every file of the mark, with its inputs: "" for a file that is made each time. Never
// throws for what cannot be written: a record is a convenience.
using InputsOf = std::function<std::string_view(const std::string& path)>;
void record_site(const SitePlace& place, const SiteMark& mark, const Stamps& stamps,
                 const InputsOf& inputs);

}  // namespace sanaq::publish

// Changes a standing site in its place: only the files that differ are written. A folder beside it
// has them all before the first is replaced, so that a publication that is killed meanwhile is
// carried through by the next command that writes.
#pragma once
#include <string>
#include <vector>

#include "sanaq/base/late_sync.h"
#include "sanaq/base/whole_folder.h"
#include "sanaq/publish/site_place.h"
#include "sanaq/publish/site_record.h"

namespace sanaq::publish {

// In the folder of the changes: the paths that go, one a line.
inline constexpr const char* update_file = ".sanaq-update";

// Completes the folder of the changes: `now` is the whole new mark. Nothing is sure to be on the
// disk until `files` was synced.
void stage_update(const SiteMark& before, const SiteMark& now, const base::WholeFolder& made,
                  base::LateSync& files);

// Carries the changes out. `made` must be synced; from here on they will be carried out, now or by
// the next command. Throws Error{io}.
void put_update(const SitePlace& place, base::WholeFolder& made);

// Carries out what a killed process left, if `folder` is one with changes that were to be carried
// out and the place still has a site of ours; otherwise returns false and does nothing.
[[nodiscard]] bool finish_update(const SitePlace& place, const std::string& folder);

}  // namespace sanaq::publish

// When the files of a site were last changed, in public: a day, never the moment at which somebody
// sat at the machine; and so that caches and mirrors notice every change.
#pragma once
#include <string>
#include <vector>

#include "sanaq/publish/site_mark.h"
#include "sanaq/publish/site_record.h"

namespace sanaq::publish {

// What stands at the place before: its folder, and its mark if it has one.
struct SiteBefore {
  std::string folder;
  const SiteMark* mark = nullptr;
};

// Sets the time of each file of `written` in `made`, and of its mark if that is there. A file that
// stood before with the same bytes keeps the time that it had. Every other gets 00:00:00 UTC of
// `day` (2026-11-24), or one second after its time before, if that is later. Throws Error{io}.
void set_file_times(const std::string& made, const std::vector<std::string>& written,
                    const SiteMark& now, const SiteBefore& before, const std::string& day);

// Sets the time of each folder of the site that has files of the mark to the newest of its files
// and folders. `stamps` are those of the mark's files, in its order.
void set_folder_times(const std::string& site, const SiteMark& mark, const Stamps& stamps);

}  // namespace sanaq::publish

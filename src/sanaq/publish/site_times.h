// When the files of a site were last changed, in public: a day, never the moment at which somebody
// sat at the machine; and so that caches and mirrors notice every change.
#pragma once
#include <string>

#include "sanaq/publish/site_mark.h"

namespace sanaq::publish {

// Sets the time of every file of the site that is being made in `made`, its mark included; what is
// not there is not changed (update_site.h). A file that stands in `standing` with the same bytes,
// by the mark of that site, keeps its own time. Every other gets 00:00:00 UTC of `day`
// (2026-11-24), or one second after its time in `standing`, if that is later. Throws Error{io}.
void set_file_times(const std::string& made, const SiteMark& now, const std::string& standing,
                    const std::string& day);

// Sets the time of each folder of the site that has files of the mark to the newest of its files
// and folders.
void set_folder_times(const std::string& site, const SiteMark& mark);

}  // namespace sanaq::publish

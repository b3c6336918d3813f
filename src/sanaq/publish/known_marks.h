// The marks that this investigation is known to have published, by which its own sites are told
// from others.
#pragma once
#include <optional>
#include <string>

#include "sanaq/publish/site_mark.h"
#include "sanaq/publish/site_place.h"

namespace sanaq::publish {

// Returns true if the mark was entered as a publication, or is remembered in .sanaq/site-marks: for
// when nobody could sign, and between the writing of a site and its entry. The mark in a folder
// proves nothing by itself, since anybody can write one.
[[nodiscard]] bool is_known_mark(const std::string& investigation, const std::string& hash);

// Remembers a mark for the next publication. The file stays whole however the program is
// interrupted.
void remember_mark(const std::string& investigation, const std::string& hash);

// Returns true if a site is at the place whose mark this investigation never published: somebody
// else's, or one made by hand.
[[nodiscard]] bool is_anothers_site(const SitePlace& place);

// Does the same where the mark that stands there was read already (read_mark).
[[nodiscard]] bool is_anothers_site(const SitePlace& place, const std::optional<SiteMark>& mark);

// Throws Error{usage} for such a site if the user named the place.
void expect_no_others_site(const SitePlace& place);

}  // namespace sanaq::publish

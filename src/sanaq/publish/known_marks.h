// Whose a marked site is: the marks that this investigation is known to have published.
#pragma once
#include <string>

#include "sanaq/publish/site_place.h"

namespace sanaq::publish {

// Entered as a publication, or remembered in .sanaq/site-marks: where nobody could sign, and
// between the writing of a site and its entry. Anybody can write a mark into a folder.
[[nodiscard]] bool is_known_mark(const std::string& investigation, const std::string& hash);

// For the next publication; kept whole however it is interrupted.
void remember_mark(const std::string& investigation, const std::string& hash);

// Whether a site stands at the place whose mark this investigation never published: another's, or
// made by hand.
[[nodiscard]] bool is_anothers_site(const SitePlace& place);

// Throws Error{usage} for such a site where the user named it.
void expect_no_others_site(const SitePlace& place);

}  // namespace sanaq::publish

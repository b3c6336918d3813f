// What stands at the end of every page: what was changed on it, and how to say that something is
// wrong.
#pragma once
#include <string>
#include <string_view>

#include "sanaq/pages/page_template.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::pages {

// Returns the markup for the page at `path` (from the language's root).
[[nodiscard]] std::string page_end(const PublicView& view, std::string_view path,
                                   const draw::Voice& voice);

// Returns what a correction says, in one sentence and as the page writes values: "now 2 May 1970,
// before 1971".
[[nodiscard]] std::string correction_sentence(const PublicView& view,
                                              const PublicCorrection& correction,
                                              const draw::Voice& voice);

// Returns what the property is called on that page.
[[nodiscard]] std::string corrected_label(const PublicView& view,
                                          const PublicCorrection& correction,
                                          const draw::Voice& voice);

// Returns the link for the settings' contact: mailto: for an address of e-mail, an address of the
// web as it is, "" for any other text.
[[nodiscard]] std::string contact_link(std::string_view contact);

}  // namespace sanaq::pages

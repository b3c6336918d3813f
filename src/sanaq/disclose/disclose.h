// The one gate: what may leave an investigation. docs/method/disclosure.md states the rules in
// words.
//
// A cell is published only if its own list makes its column public. A record is published only if
// its person is known to be dead: the scope says that all are, or the record has a public date of
// death. Never published are headers of columns that are not public, bad cells, refused rows, file
// names, record ids, and anything made from closed cells; closed records have no effect on any
// page. About persons who may be living few figures are published, and these are rounded:
// disclose_living.h. Pages are made from the PublicView that this room returns, never from an
// Outcome.
#pragma once
#include "sanaq/base/progress.h"
#include "sanaq/investigation/open_register.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::disclose {

// Returns what may be published. `shown` is the result of shown_register for the same outcome; the
// other two work it out themselves.
[[nodiscard]] pages::PublicView disclose(const investigation::Outcome& outcome,
                                         const investigation::OpenRegister& shown);
[[nodiscard]] pages::PublicView disclose(const investigation::Outcome& outcome,
                                         base::Progress& progress);
[[nodiscard]] pages::PublicView disclose(const investigation::Outcome& outcome);

// Returns the persons who have pages, from the linked lists alone; it needs no number. It is empty
// if the settings want no pages of persons.
[[nodiscard]] investigation::OpenRegister shown_register(const investigation::Outcome& outcome,
                                                         base::Progress& progress);

// Returns "hospital: Name" for each column that is published, in the order of lists.
[[nodiscard]] std::vector<std::string> columns_that_leave(const pages::PublicView& view);

}  // namespace sanaq::disclose

// The one gate: what of an investigation may leave it. docs/method/disclosure.md states the rules
// in words.
//
// A cell leaves only where its own list makes its column public. A record leaves only when it is of
// somebody known to be dead: the scope says that all are, or a public date of death can be read in
// it. Headers of columns that are not public, bad cells, refused rows, file names, record ids, and
// whatever is made from closed cells, do not leave; closed records have no part in any page.
// Of persons who may be living few figures leave, and rounded: disclose_living.h.
// Everything in this room but the entry sees a PublicView, never an Outcome.
#pragma once
#include "sanaq/base/progress.h"
#include "sanaq/investigation/open_register.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::disclose {

// `shown`: what shown_register gives of the same outcome.
[[nodiscard]] pages::PublicView disclose(const investigation::Outcome& outcome,
                                         const investigation::OpenRegister& shown);
[[nodiscard]] pages::PublicView disclose(const investigation::Outcome& outcome,
                                         base::Progress& progress);
[[nodiscard]] pages::PublicView disclose(const investigation::Outcome& outcome);

// The persons that have pages, from the linked lists alone: it needs no number. Empty where the
// settings want no pages of persons.
[[nodiscard]] investigation::OpenRegister shown_register(const investigation::Outcome& outcome,
                                                         base::Progress& progress);

// "hospital: Name" for each column that leaves, in the order of lists.
[[nodiscard]] std::vector<std::string> columns_that_leave(const pages::PublicView& view);

}  // namespace sanaq::disclose

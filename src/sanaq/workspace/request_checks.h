// What every request must say of itself before anything is done for it: that it is asked of this
// computer by name, and by a page of ours.
#pragma once
#include "sanaq/http/request.h"

namespace sanaq::workspace {

// Returns 0, or the status with which it is refused: 421 for a Host that is neither
// 127.0.0.1:`port` nor localhost:`port` (a name that was made to lead here), 403 for what another
// page asks: a POST with another Origin, or without one that is ours where the browser does not say
// same-origin either, and everything that a browser calls cross-site or same-site. A link that
// leads to "/in" may stand anywhere.
[[nodiscard]] int refusal_of(const http::Request& request, int port);

}  // namespace sanaq::workspace

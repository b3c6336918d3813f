// How one comes in: the page that takes the secret of a link, and what somebody sees who has no
// session.
#pragma once
#include <string>

#include "sanaq/http/form.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

enum class WhyOutside {
  arrives,    // by a link: its secret is in the fragment, which our script sends
  away,       // there is no session, or it has ended
  used_link,  // a link that was used or is too old
};

// `to` is where the reader wanted to go, with a GET, or what the form was posted to; the form is
// carried along, and nothing of it is stored.
[[nodiscard]] http::Response entry_screen(const Visit& visit, Bench& bench, WhyOutside why,
                                          const std::string& to, const http::Form& form);

// The secret in what was typed or pasted: a whole link, or what stands behind its #.
[[nodiscard]] std::string token_in(const std::string& typed);

}  // namespace sanaq::workspace

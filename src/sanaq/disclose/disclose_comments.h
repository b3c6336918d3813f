// The gate for what readers sent: accepted comments leave, as text; of refused ones their number by
// day; of held ones and of testimony nothing.
#pragma once
#include <string>

#include "sanaq/disclose/public_text.h"
#include "sanaq/investigation/outcome.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::disclose {

// The id under which a comment is public: 16 hex digits, under the secret of the ledger, so that
// nobody who has the server's spool can tell which of its envelopes are comments.
[[nodiscard]] std::string public_id_of(const std::string& secret, const std::string& envelope);

// Puts the comments under the articles that the view has already. Names of closed persons are
// replaced in them.
void disclose_comments(const investigation::Outcome& outcome, const PublicText& text,
                       pages::PublicView& view);

// Where comments and testimony can be sent, with the file of keys for the server. Without a key
// nothing is taken, and the publisher is told.
void disclose_intake(const investigation::Outcome& outcome, pages::PublicView& view);

}  // namespace sanaq::disclose

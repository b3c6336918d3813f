// The public form of what goes into the public log (docs/formats/log.md): of each shown row of a
// list or of a case table; of each entry of the ledger that is a statement, a decision on records,
// a document, a comment, a retraction or an erasure; and of each further key of the log.
//
// An open form has only what the site shows. A closed one has what it would have if it were public
// and unshortened; it is hashed under its own salt and never written anywhere.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/disclose/withdrawals.h"
#include "sanaq/investigation/outcome.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::disclose {

struct PublicForm {
  std::string of;            // WRITER:SEQ; or the row, see row_words.h
  std::string text;          // canonical JSON
  std::string salt_key;      // the bytes under which its salt is made: of the entry, or the secret
  std::string subject = {};  // the person's address, if it is about a person with a page
  std::vector<std::uint64_t> ends = {};  // the leaves that are closed by it
  // Of a row that stands open already: its leaf. Nothing else of it is then made: no text, no ends.
  std::optional<std::uint64_t> leaf = {};
};

struct PublicForms {
  std::vector<PublicForm> open;    // rows first, then entries in the order of the ledger
  std::vector<PublicForm> closed;  // entries, the oldest first
  // By which withdrawal a leaf is closed that is open no more: by WRITER:SEQ, and of rows by their
  // place. Asked only where something closed, since to know it takes a while; the outcome must then
  // still be there. None: no withdrawal is in force.
  std::function<std::map<std::string, Withdrawn>()> withdrawn = {};
};

// The form of a row that replaces this leaf, or none.
using RowForm = std::function<std::string(std::optional<std::uint64_t> replaces)>;

using OpenRow = std::function<std::optional<std::uint64_t>(const std::string& of)>;

// What the log has already. Asked on several threads at once.
struct KnownLeaves {
  std::function<std::optional<std::uint64_t>(const std::string& of)> index_of;  // the newest
  std::function<bool(std::uint64_t index)> was_open;  // in any publication
  // The leaf, and those that were closed by it: whatever closes it says why they are closed, too.
  std::function<std::vector<std::uint64_t>(std::uint64_t index)> with_what_it_closed;
  // The leaf in whose place the row stands. Of a row that is open already, the same as then.
  std::function<std::optional<std::uint64_t>(const std::string& of, const RowForm& form)>
      replaced_by;
  // The leaf that is open as this very row. None: every row is made.
  OpenRow open_row = {};
};

// `origin` is the log's. What is open is what `view` shows. Without a secret there are no rows.
// `outcome` is what the view was made from: without it every decision and document stays closed.
[[nodiscard]] PublicForms public_forms(const std::string& investigation,
                                       const pages::PublicView& view, const std::string& secret,
                                       const std::string& origin, const KnownLeaves& known,
                                       const investigation::Outcome* outcome = nullptr);

}  // namespace sanaq::disclose

// The public form of what goes into the public log (docs/formats/log.md): of each shown row of a
// list, of each entry of the ledger that is a statement, a retraction or an erasure, and of each
// further key of the log.
//
// An open form has only what the site shows. A closed one has what it would have if it were public
// and unshortened; it is hashed under its own salt and never written anywhere.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/pages/public_view.h"

namespace sanaq::disclose {

struct PublicForm {
  std::string of;            // WRITER:SEQ; or the row, see row_word()
  std::string text;          // canonical JSON
  std::string salt_key;      // the bytes under which its salt is made: of the entry, or the secret
  std::string subject = {};  // the person's address, if it is about a person with a page
  std::vector<std::uint64_t> ends = {};  // the leaves that are closed by it
};

struct PublicForms {
  std::vector<PublicForm> open;    // rows first, then entries in the order of the ledger
  std::vector<PublicForm> closed;  // entries, the oldest first
};

// The form of a row that replaces this leaf, or none.
using RowForm = std::function<std::string(std::optional<std::uint64_t> replaces)>;

// What the log has already.
struct KnownLeaves {
  std::function<std::optional<std::uint64_t>(const std::string& of)> index_of;  // the newest
  std::function<bool(std::uint64_t index)> was_open;  // in any publication
  // The leaf, and those that were closed by it: whatever closes it says why they are closed, too.
  std::function<std::vector<std::uint64_t>(std::uint64_t index)> with_what_it_closed;
  // The leaf in whose place the row stands. Of a row that is open already, the same as then.
  std::function<std::optional<std::uint64_t>(const std::string& of, const RowForm& form)>
      replaced_by;
};

// `origin` is the log's. What is open is what `view` shows. Without a secret there are no rows.
[[nodiscard]] PublicForms public_forms(const std::string& investigation,
                                       const pages::PublicView& view, const std::string& secret,
                                       const std::string& origin, const KnownLeaves& known);

// "row:PLACE:CELLS", two keyed hashes: by the first a row is known whose cells were corrected, by
// the second one that went to another person. Nobody without the secret can make them.
[[nodiscard]] std::string row_word(const std::string& secret, std::string_view list,
                                   std::string_view person, std::size_t number,
                                   std::string_view cells);

}  // namespace sanaq::disclose

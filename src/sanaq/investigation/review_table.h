// The queue as a table that is filled in with a spreadsheet, and reading that table again.
//
// A row has the words of one or two records side by side, and beside them `answer` and `reason` to
// fill in. `identity_l`, `digest_l`, `identity_r` and `digest_r` say which records were shown and
// what they said (row_words.h). They begin with a letter, so that no spreadsheet takes them for
// numbers. The headers are the same in every language; docs/guide/review.md describes them.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/investigation/review_queue.h"

namespace sanaq::investigation {

// In XLSX every cell is stored as text. CSV is for people: cells that may be formulas are made
// harmless.
enum class ReviewForm { xlsx, csv };
// Returns the form by the extension of the file's name; nullopt for any other extension.
[[nodiscard]] std::optional<ReviewForm> review_form(std::string_view file);

[[nodiscard]] std::string write_review_table(const Outcome& outcome,
                                             const std::vector<ReviewTask>& tasks, ReviewForm form,
                                             const base::Catalog& catalog);

struct ReviewRow {
  std::int64_t row = 0;        // as a spreadsheet shows it
  std::string answer, reason;  // as written; either may be empty
  struct Shown {
    std::string reference;  // "morgue:17"
    std::string identity;   // 32 hex digits; "" if the cell has none
    std::string digest;
  };
  std::vector<Shown> records;  // two, one, or none
};

struct ReviewTable {
  std::vector<ReviewRow> rows;  // those in which somebody wrote an answer or a reason
  std::int64_t blank = 0;       // number of the others
};

// Reads a table in any form and encoding that a list may have, its rows in any order. Returns
// nullopt if it is a table but not one of these: no row among the first twenty has their headers.
// Throws Error{bad_input} for a file that is not a table.
[[nodiscard]] std::optional<ReviewTable> read_review_table(std::string_view bytes,
                                                           const std::string& file);
// Returns true if a file is such a table, and false also for a file that is not a table.
[[nodiscard]] bool is_review_table(std::string_view bytes, const std::string& file);

}  // namespace sanaq::investigation

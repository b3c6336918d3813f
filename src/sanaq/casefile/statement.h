// One statement of the case file, whoever made it and however it came in.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/ledger/statements.h"

namespace sanaq::casefile {

// Where a statement can be looked up: a row of a table's file, or an entry of the ledger.
struct Origin {
  std::string file;      // below the investigation's folder; empty for the ledger
  std::string hash;      // SHA-256 of that file
  std::int64_t row = 0;  // as a spreadsheet shows it
  std::string entry;     // WRITER:SEQ
  bool operator==(const Origin&) const = default;
};

struct Statement {
  std::string subject;  // KIND:ID
  std::string property, value, language, source, locator, confidence;
  std::string visibility = "restricted";
  std::string author, time;
  Origin origin;
  [[nodiscard]] bool is_public() const { return visibility == "public"; }
  bool operator==(const Statement&) const = default;
};

// Returns the statements of the ledger in their order. One without a visibility is restricted; one
// whose visibility is none of the three words is sealed.
[[nodiscard]] std::vector<Statement> statements_in_ledger(
    const std::vector<ledger::Statement>& statements);

// Returns the kind: "custody:c7" -> "custody"; "" if there is no colon.
[[nodiscard]] std::string_view kind_of(std::string_view subject);
[[nodiscard]] std::string_view id_of(std::string_view subject);
[[nodiscard]] std::string subject_of(std::string_view kind, std::string_view id);

// Returns only the public statements.
[[nodiscard]] std::vector<Statement> public_part(const std::vector<Statement>& said);

// Returns the parts of a cell that are separated by |, trimmed, without empty ones.
[[nodiscard]] std::vector<std::string> several_in(std::string_view cell);

}  // namespace sanaq::casefile

// What the body of each kind of entry may say: one table, for writing and for reading
// (docs/formats/ledger-bodies.md). A body that does not fit its kind counts for nothing.
#pragma once
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "sanaq/base/result.h"

namespace sanaq::ledger {

enum class Shape : std::uint8_t {
  text,
  hash,           // 64 lower-case hex digits: a SHA-256, a writer, a secret
  identity,       // 32 lower-case hex digits
  count,          // a whole number, 0 to 2^53 - 1
  place,          // the same from 1 on: a seq, a format
  flag,           // true or false
  evidence_file,  // text: evidence/, the body's own `sha256`, an ending without / \ " and controls
  object,         // with these fields
  list,           // of one form
  by_name,        // an object whose keys are anything, each member of one form
  by_writer,      // an object whose keys are hashes
};

struct Field;

struct Form {
  Shape shape = Shape::text;
  std::span<const Field> fields = {};            // of an object, sorted by name
  const Form* each = nullptr;                    // of a list or of what has names: its members
  std::size_t members_min = 0;                   // of a list
  std::span<const std::string_view> words = {};  // of a text: those that this version knows
};

struct Field {
  std::string_view name;
  Form form;
  bool is_required = false;
};

// The forms of a kind stand together; the first whose `tell` fits is the one. Fields that no form
// names, and texts that are none of its `words`, fit and are not read: a later version has them.
struct BodyForm {
  std::string_view kind;
  std::string_view tell;  // a field by which it is told; none: any body that no form before it is
  std::string_view word;  // what that field says; none: that it is there
  std::span<const Field> fields;
};

[[nodiscard]] std::span<const BodyForm> body_forms();

// Longer ones are not entered, and not read.
inline constexpr std::size_t body_bytes_max = std::size_t{64} << 20;

// What is wrong with a body of that kind, naming the field; none where it fits. The slow twin of
// fit_of (body_scan.h). The second one takes the body's canonical text, and its length as well.
[[nodiscard]] std::optional<base::Problem> body_problem(std::string_view kind,
                                                        const nlohmann::json& body);
[[nodiscard]] std::optional<base::Problem> body_text_problem(std::string_view kind,
                                                             std::string_view body);

// The first field that this version does not know, or whose word it does not know; none where it
// knows all. Of a body that fits.
[[nodiscard]] std::optional<std::string> unknown_in(std::string_view kind,
                                                    const nlohmann::json& body);

// `evidence/` and this hash, and an ending that cannot lead elsewhere.
[[nodiscard]] bool is_evidence_file(std::string_view file, std::string_view sha256);

}  // namespace sanaq::ledger

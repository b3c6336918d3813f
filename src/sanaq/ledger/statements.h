// What people said, as it stands now: statements and reviewers' decisions, less what was retracted.
#pragma once
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/ledger/entry.h"
#include "sanaq/ledger/writer.h"

namespace sanaq::ledger {

// Where an entry stands: its writer's chain and its place there. As text "WRITER:SEQ", where a
// beginning of WRITER that only one has will do.
struct EntryPlace {
  std::string writer;
  std::int64_t seq = 0;
  auto operator<=>(const EntryPlace&) const = default;
};
// Throws Error: usage for what has not the form, not_found where no entry or more than one writer
// is meant.
[[nodiscard]] EntryPlace find_entry(const std::string& investigation, std::string_view text);

enum class Verdict { same, different, out_of_scope };

// A reviewer's word on records, named by their identities (record/identity.h).
struct Decision {
  Verdict verdict = Verdict::same;
  std::vector<std::string> records;  // two or more; for out_of_scope one or more
  std::string reason;
  std::string by;
  EntryPlace place;  // filled when read
  std::string time;  // filled when read
};

struct Statement {
  std::string subject, property, value, language, source, locator, confidence, visibility, author;
  EntryPlace place;
  std::string time;
};

[[nodiscard]] nlohmann::json body_of(const Decision& decision);
[[nodiscard]] nlohmann::json body_of(const Statement& statement);
[[nodiscard]] nlohmann::json retraction_body(const EntryPlace& place, const std::string& reason,
                                             const std::string& by);
[[nodiscard]] nlohmann::json erasure_body(const EntryPlace& place, const std::string& reason,
                                          const std::string& by);

// Enters the erasure, then destroys the body in the files here. Throws Error{usage} for kinds that
// cannot be erased: a key, a checkpoint, an erasure, a retraction.
Entry erase(Writer& writer, const EntryPlace& place, const std::string& reason,
            const std::string& by);

// In the order of the union. A retracted one is left out (a retraction that was itself retracted
// counts for nothing). Of several decisions on the same records the last one counts; statements
// that contradict each other stand side by side.
[[nodiscard]] std::vector<Decision> decisions_in_force(const std::string& investigation);
[[nodiscard]] std::vector<Statement> statements_in_force(const std::string& investigation);

}  // namespace sanaq::ledger

// What people said, as it stands now: statements and reviewers' decisions, less what was retracted.
#pragma once
#include <cstdint>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/ledger/entry.h"
#include "sanaq/ledger/grounds.h"
#include "sanaq/ledger/writer.h"

namespace sanaq::ledger {

// "WRITER:SEQ", where a beginning of WRITER that only one has will do. Throws Error: usage for what
// has not the form, not_found where no entry or more than one writer is meant.
[[nodiscard]] EntryPlace find_entry(const std::string& investigation, std::string_view text);

// unsure binds nothing: the reviewer looked, and could not say.
// no_person: the rows are nobody.
enum class Verdict { same, different, out_of_scope, unsure, no_person };

// What the reviewer had before him of one record: which fields his list had, and a digest of their
// cells. By it a record that was corrected since is told from one that was not.
struct CellsRead {
  std::vector<std::string> fields;
  std::string digest;  // 32 hex digits: Identities::of_cells with occurrence 1
};

// How a decision came about that answers a task of the review queue; empty in any other.
struct HowAsked {
  std::string task;    // 32 hex digits: the showing that it answers; one act has one task
  std::string chosen;  // why the task was shown: "gain", "random" or "again"
  std::string held;    // of a task drawn at random: what the register held, "same" or "different"
  bool saw_weight = false;              // whether the weight was looked at before the answer
  std::optional<std::int64_t> seconds;  // from showing to answering
  bool operator==(const HowAsked&) const = default;
};

// A reviewer's word on records, named by their identities (record/identity.h).
struct Decision {
  Verdict verdict = Verdict::same;
  std::vector<std::string> records;  // two or more; of the others one or more
  std::string reason;
  std::string by;
  EntryPlace place;                   // filled when read
  std::string time;                   // filled when read
  std::vector<CellsRead> cells = {};  // one a record; none in an entry that does not say
  std::int64_t round = 0;             // of several reviewers' answers; 0: not said
  HowAsked asked = {};
};

struct Statement {
  std::string subject, property, value, language, source, locator, confidence, visibility, author;
  EntryPlace place;
  std::string time;
  // Of a withdrawal (withdrawal_of): on which ground.
  std::string ground = {};
  std::string reason = {};            // of a withdrawal or a mending; it is never published
  std::vector<CellsRead> cells = {};  // of a mending: the cell that it replaces
};

// The statement that closes a thing from the next publication on, and says on which ground.
[[nodiscard]] Statement withdrawal_of(const std::string& subject, const std::string& ground,
                                      const std::string& reason, const std::string& by);

[[nodiscard]] nlohmann::json body_of(const Decision& decision);
[[nodiscard]] nlohmann::json body_of(const Statement& statement);
// `ground` (grounds.h) is what readers of the public log are told; the reason is for the ledger.
[[nodiscard]] nlohmann::json retraction_body(const EntryPlace& place, const std::string& reason,
                                             const std::string& by,
                                             const std::string& ground = ground_not_given);
[[nodiscard]] nlohmann::json erasure_body(const EntryPlace& place, const std::string& reason,
                                          const std::string& by,
                                          const std::string& ground = ground_not_given);

// Enters the retraction. Throws Error{usage} for what is never out of force: a key, a checkpoint, a
// secret.
Entry retract(Writer& writer, const EntryPlace& place, const std::string& reason,
              const std::string& by, const std::string& ground = ground_not_given);
// Closes one statement: retracts it and enters it again, sealed, in one write. Throws Error{usage}
// unless the entry is a statement that is in force. Returns the retraction.
Entry withdraw_statement(Writer& writer, const EntryPlace& place, const std::string& ground,
                         const std::string& reason, const std::string& by);

// Enters an erasure. One's own entry's body goes; another's is sealed, and goes when the erasure
// holds (standing.h) and what else has its words is forgotten (investigation::erase). Throws
// Error{usage} for kinds that cannot be erased: a key, a checkpoint, an erasure, a retraction, a
// secret.
Entry enter_erasure(Writer& writer, const EntryPlace& place, const std::string& reason,
                    const std::string& by, const std::string& ground = ground_not_given);
// The same, and destroys the bodies whose erasure holds in the ledger's own files.
Entry erase(Writer& writer, const EntryPlace& place, const std::string& reason,
            const std::string& by);

// In the order of the union. A retracted one is left out (a retraction that was itself retracted
// counts for nothing). Of several decisions on the same records the last one counts; statements
// that contradict each other stand side by side.
[[nodiscard]] std::vector<Decision> decisions_in_force(const std::string& investigation);
// The same, and those too that a newer one on the same records took the place of.
[[nodiscard]] std::vector<Decision> decisions_standing(const std::string& investigation);
// Every decision whose body is here, those too that were retracted or decided otherwise since.
[[nodiscard]] std::vector<Decision> decisions_entered(const std::string& investigation);
[[nodiscard]] std::vector<Statement> statements_in_force(const std::string& investigation);

// Every entry of that kind whose body is here and that nobody retracted, in the order of the union.
void visit_in_force(const std::string& investigation, std::string_view kind,
                    const std::function<void(const Entry&, const nlohmann::json&)>& visit);

}  // namespace sanaq::ledger

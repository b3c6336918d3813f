// Takes documents into an investigation: stores the bytes by their hash, enters their metadata as
// statements, and, on request, makes a copy without it.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sanaq/evidence/fact.h"
#include "sanaq/evidence/file_sort.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::investigation {

struct IntakeResult {
  ledger::AddedDocument document;
  std::optional<ledger::AddedDocument> working_copy;  // with `cleans`, if one could be made
  std::optional<base::Problem> not_cleaned;           // why there is no copy
  bool was_clean = false;                             // there was nothing to remove
  evidence::FileSort sort = evidence::FileSort::other;
  std::vector<evidence::Betrays> betrays;   // which metadata could betray a source
  std::vector<base::Problem> problems;      // what metadata could not be read
  std::int64_t statements = 0, sealed = 0;  // entered now; 0 for bytes that were known
};

class Intake {
 public:
  // `author` is named in the statements; `version` is the program's. The writer must outlive this.
  Intake(ledger::Writer& writer, std::string author, std::string version);

  // Reads the file and never changes it. Its entries and those of the statements and of the working
  // copy are written together or not at all. With `cleans` the document is sealed, and
  // custody.visibility applies to the working copy. Throws as ledger::add_document does; damage and
  // encryption are not errors.
  [[nodiscard]] IntakeResult take(const std::string& path, const ledger::Custody& custody,
                                  bool cleans);

 private:
  ledger::Writer& writer_;
  std::string author_, version_;
  // Hashes that an entry in force has; read when they are first needed.
  std::optional<std::set<std::string>> known_;

  [[nodiscard]] bool is_known(const std::string& sha256);
};

// The statements that the ledger gets about a document's metadata: property `metadata.KEY`, sealed
// if it could betray a source, and restricted otherwise. For one document; if there are more, the
// last statement says how many.
inline constexpr std::size_t statements_max = 500;
[[nodiscard]] std::vector<ledger::Statement> metadata_statements(
    const std::vector<evidence::Fact>& facts, const std::string& sha256, const std::string& author);

}  // namespace sanaq::investigation

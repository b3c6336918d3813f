// Takes documents into an investigation: the bytes by their hash, what they say of themselves as
// statements, and, on request, a copy that no longer says it.
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
  std::optional<ledger::AddedDocument> working_copy;  // with `cleans`, where one could be made
  std::optional<base::Problem> not_cleaned;           // why there is none
  bool was_clean = false;                             // there was nothing to take out
  evidence::FileSort sort = evidence::FileSort::other;
  std::vector<evidence::Betrays> betrays;   // what the document says that could betray a source
  std::vector<base::Problem> problems;      // what could not be read of what it says
  std::int64_t statements = 0, sealed = 0;  // entered now; none for bytes that were known
};

class Intake {
 public:
  // `author` stands in the statements; `version` is the program's. The writer must outlive this.
  Intake(ledger::Writer& writer, std::string author, std::string version);

  // The file is only read. Its entries, those of the statements and of the working copy are written
  // together or not at all. With `cleans` the document is sealed and custody.visibility is that of
  // the working copy. Throws as ledger::add_document; damage and encryption are no error.
  [[nodiscard]] IntakeResult take(const std::string& path, const ledger::Custody& custody,
                                  bool cleans);

 private:
  ledger::Writer& writer_;
  std::string author_, version_;
  std::optional<std::set<std::string>>
      known_;  // hashes of which an entry is in force; read when needed

  [[nodiscard]] bool is_known(const std::string& sha256);
};

// What stands in the ledger of a document's metadata: property `metadata.KEY`, sealed where it
// could betray a source and restricted otherwise.
inline constexpr std::size_t statements_max = 500;  // a document; the last then says how many more
[[nodiscard]] std::vector<ledger::Statement> metadata_statements(
    const std::vector<evidence::Fact>& facts, const std::string& sha256, const std::string& author);

}  // namespace sanaq::investigation

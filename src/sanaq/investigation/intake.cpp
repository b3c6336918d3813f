#include "sanaq/investigation/intake.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/evidence/evidence.h"
#include "sanaq/evidence/fact.h"
#include "sanaq/evidence/reading.h"

namespace sanaq::investigation {
namespace {

using evidence::Betrays;
using evidence::Fact;

// Says nothing of the person, the device or the day, as the original's name may: IMG_20111216.jpg.
std::string neutral_name(const std::string& original, std::string_view copy) {
  const std::size_t point = original.rfind('.');
  return "cleaned-" + base::sha256_hex(copy).substr(0, 12) +
         (point == std::string::npos ? "" : original.substr(point));
}

}  // namespace

std::vector<ledger::Statement> metadata_statements(const std::vector<Fact>& facts,
                                                   const std::string& sha256,
                                                   const std::string& author) {
  std::vector<ledger::Statement> statements;
  std::set<std::tuple<std::string, std::string, std::string>> said;
  std::size_t more = 0;
  for (const Fact& fact : facts) {
    if (!said.emplace(fact.key, fact.value, fact.where).second) continue;
    if (statements.size() + 1 >= statements_max) {
      ++more;
      continue;
    }
    ledger::Statement statement;
    statement.property = "metadata." + fact.key;
    statement.value = fact.value;
    statement.source = ledger::document_subject(sha256);
    statement.locator = fact.where;
    statement.visibility = fact.betrays == Betrays::nothing ? "restricted" : "sealed";
    statement.author = author;
    statements.push_back(std::move(statement));
  }
  if (more > 0) {
    ledger::Statement statement = statements.back();
    statement.property = "metadata.not_entered";
    statement.value = fmt::format("{} more stand in the document itself", more);
    statement.locator.clear();
    statement.visibility = "restricted";
    statements.push_back(std::move(statement));
  }
  return statements;
}

Intake::Intake(ledger::Writer& writer, std::string author, std::string version)
    : writer_(writer), author_(std::move(author)), version_(std::move(version)) {}

// What was said of a document once is not said again: neither twice, nor after it was erased.
bool Intake::is_known(const std::string& sha256) {
  if (!known_) {
    known_.emplace();
    for (const ledger::Document& document : ledger::documents(writer_.investigation()))
      known_->insert(document.sha256);
  }
  return known_->contains(sha256);
}

IntakeResult Intake::take(const std::string& path, const ledger::Custody& custody, bool cleans) {
  const base::MappedFile file(path);
  const std::string name = base::file_name(path), sha256 = base::sha256_hex(file.bytes());
  const evidence::Reading reading = evidence::read_metadata(file.bytes());
  IntakeResult taken;
  taken.sort = reading.sort;
  taken.betrays = evidence::what_betrays(reading.facts);
  taken.problems = reading.problems;
  std::vector<ledger::NewDocument> documents = {{file.bytes(), name, custody}};
  if (!is_known(sha256))
    documents[0].statements = metadata_statements(reading.facts, sha256, author_);
  taken.statements = static_cast<std::int64_t>(documents[0].statements.size());
  taken.sealed = std::count_if(
      documents[0].statements.begin(), documents[0].statements.end(),
      [](const ledger::Statement& statement) { return statement.visibility == "sealed"; });
  std::string copy;
  if (cleans) {
    auto cleaned = evidence::clean_copy(file.bytes());
    if (cleaned) copy = std::move(*cleaned);
    if (!cleaned) taken.not_cleaned = cleaned.error();
    taken.was_clean = cleaned && copy == file.bytes();
    if (!taken.was_clean) documents[0].custody.visibility = "sealed";
    if (cleaned && !taken.was_clean)
      documents.push_back({copy,
                           neutral_name(name, copy),
                           {.when = "",
                            .by = author_,
                            .how = "cleaned by sanaq " + version_,
                            .from = "",
                            .is_original = false,
                            .of = sha256,
                            .visibility = custody.visibility}});
  }
  const std::vector<ledger::AddedDocument> added = ledger::add_documents(writer_, documents);
  taken.document = added.front();
  if (added.size() > 1) taken.working_copy = added.back();
  for (const ledger::AddedDocument& each : added) known_->insert(each.sha256);
  return taken;
}

}  // namespace sanaq::investigation

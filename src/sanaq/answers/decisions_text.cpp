#include "sanaq/answers/decisions_text.h"

#include <unordered_map>

#include "sanaq/base/shown.h"
#include "sanaq/exchange/row_words.h"

namespace sanaq::answers {
namespace {

using base::message;

class Rows {
 public:
  Rows(const record::RecordTable& records, const base::Catalog& catalog)
      : words_(records), catalog_(catalog) {
    for (std::uint32_t at = 0; at < records.record_count(); ++at)
      places_.emplace(records.identities[at], at);
  }
  // "morgue:17 Aibar Tanbaev (birth 1970-02-03)"; of a record that is gone its identity.
  [[nodiscard]] std::string words(const ledger::Decision& decision) const {
    std::string text;
    for (const std::string& identity : decision.records) {
      const auto found = places_.find(identity);
      text += (text.empty() ? "" : " | ") +
              base::shown(found == places_.end() ? identity
                                                 : words_.named_line(found->second, catalog_));
    }
    return text;
  }
  [[nodiscard]] std::string words(const std::vector<std::uint32_t>& records) const {
    std::string text;
    for (const std::uint32_t record : records)
      text += (text.empty() ? "" : " | ") + base::shown(words_.named_line(record, catalog_));
    return text;
  }

 private:
  exchange::RowWords words_;
  const base::Catalog& catalog_;
  std::unordered_map<std::string, std::uint32_t> places_;
};

// "3f9a0c12:7 (different, 2026-11-29, A. Reviewer)"
std::string described(const ledger::Decision& decision, const base::Catalog& catalog) {
  std::string text =
      persons::short_name(decision.place) + " (" + persons::verdict_word(decision.verdict, catalog);
  for (const std::string& detail : {decision.time.substr(0, 10), decision.by}) {
    if (!detail.empty()) text += ", " + detail;
  }
  return base::shown(text + ")");
}

base::Message sentence_on(const persons::Contradicted& contradicted, const base::Catalog& catalog) {
  const ledger::Decision& decision = contradicted.decision;
  if (!contradicted.is_new)
    return message("this contradicts the earlier decision {}, which no longer counts",
                   described(decision, catalog));
  return message(
      "two of these decisions contradict each other; the later one counts, and this "
      "one does not ({})",
      persons::verdict_word(decision.verdict, catalog));
}

}  // namespace

std::string decisions_text(const investigation::Outcome& outcome,
                           const std::vector<ledger::Decision>& decisions,
                           const base::Catalog& catalog) {
  const Rows rows(outcome.records, catalog);
  std::string text;
  for (const ledger::Decision& decision : decisions)
    text += persons::verdict_word(decision.verdict, catalog) + ": " + rows.words(decision) + "\n";
  return text;
}

std::string contradictions_text(const investigation::Outcome& outcome,
                                const persons::Contradictions& contradictions,
                                const base::Catalog& catalog) {
  if (contradictions.decisions.empty() && contradictions.lists.empty() &&
      contradictions.out_of_scope.empty())
    return "";
  const Rows rows(outcome.records, catalog);
  std::string text;
  for (const persons::Contradicted& contradicted : contradictions.decisions)
    text += catalog.say(sentence_on(contradicted, catalog)) + ": " +
            rows.words(contradicted.decision) + "\n";
  for (const ledger::Decision& earlier : contradictions.out_of_scope)
    text += catalog.say(message("the earlier decision {} puts this out of scope and still does, so "
                                "what is entered now binds nothing of it; if it is wrong: sanaq "
                                "retract {}",
                                described(earlier, catalog), persons::short_name(earlier.place))) +
            ": " + rows.words(earlier) + "\n";
  for (const persons::TwiceOnAList& twice : contradictions.lists)
    text += catalog.say(message("{} is declared free of duplicates (duplicates = false), and these "
                                "records of it become one person; if it does have somebody twice, "
                                "say duplicates = true, otherwise retract the decision",
                                twice.list)) +
            ": " + rows.words(twice.records) + "\n";
  return text;
}

}  // namespace sanaq::answers

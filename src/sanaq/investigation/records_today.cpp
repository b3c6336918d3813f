#include "sanaq/investigation/records_today.h"

#include "sanaq/exchange/row_words.h"
#include "sanaq/persons/decisions.h"

namespace sanaq::investigation {

RecordsToday::RecordsToday(const Outcome& outcome) : outcome_(outcome) {
  records_.reserve(outcome.records.record_count());
  for (std::uint32_t at = 0; at < outcome.records.record_count(); ++at)
    records_.emplace(outcome.records.identities[at], at);
}

std::optional<std::uint32_t> RecordsToday::find(std::string_view identity) const {
  const auto found = records_.find(identity);
  if (found == records_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::uint32_t> RecordsToday::find(std::string_view identity,
                                                std::string_view shown_digest) const {
  const auto record = find(identity);
  if (!record || exchange::shown_digest(outcome_.records, *record) != shown_digest)
    return std::nullopt;
  return record;
}

ledger::CellsRead RecordsToday::cells(std::uint32_t record) const {
  return persons::cells_read(outcome_.records, outcome_.list_fields, record);
}

bool RecordsToday::is_as_read(const ledger::Decision& decision, std::size_t at) const {
  const auto record = find(decision.records[at]);
  // The names of the case file stand behind the lists and are decided on by nobody.
  if (!record || outcome_.records.list_of[*record] >= outcome_.list_fields.size()) return false;
  return decision.cells.empty() || cells(*record).digest == decision.cells[at].digest;
}

}  // namespace sanaq::investigation

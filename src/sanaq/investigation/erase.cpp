#include "sanaq/investigation/erase.h"

namespace sanaq::investigation {

using base::message;

Erasing erase(ledger::Writer& writer, const ledger::EntryPlace& place, const std::string& reason,
              const std::string& by, const TakeFromSite& take) {
  Erasing erasing;
  erasing.entry = ledger::enter_erasure(writer, place, reason, by);
  erasing.said = carry_out_erasures(writer, take);
  return erasing;
}

std::vector<base::Message> carry_out_erasures(ledger::Writer& writer, const TakeFromSite& take) {
  const std::vector<ledger::Entry> entries = ledger::bodies_to_destroy(writer.investigation());
  std::vector<base::Message> said;
  if (entries.empty()) return said;
  for (const ledger::Entry& entry : entries)
    said.push_back(
        message("erased: {}:{} ({})", entry.writer.substr(0, 8), entry.seq, entry.kind));
  const std::vector<base::Message> more = forget(writer, entries, take);
  said.insert(said.end(), more.begin(), more.end());
  for (const ledger::Entry& entry : entries) writer.erase_body(entry.writer, entry.seq);
  return said;
}

}  // namespace sanaq::investigation

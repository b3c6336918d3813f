#include "sanaq/investigation/erase.h"

#include "sanaq/ledger/erased_bodies.h"
#include "sanaq/ledger/facts.h"

namespace sanaq::investigation {

using base::message;

Erasing erase(ledger::Writer& writer, const ledger::EntryPlace& place, const std::string& reason,
              const std::string& by, const TakeFromSite& take, const std::string& ground) {
  Erasing erasing;
  const std::set<ledger::EntryPlace> before = sealed_places(writer.investigation());
  erasing.entry = ledger::enter_erasure(writer, place, reason, by, ground);
  erasing.said = carry_out_erasures(writer, take);
  for (base::Message& said : withhold_sealed(writer, before, take))
    erasing.said.push_back(std::move(said));
  return erasing;
}

std::set<ledger::EntryPlace> sealed_places(const std::string& investigation) {
  const ledger::Standing standing = ledger::standing_here(investigation);
  std::set<ledger::EntryPlace> sealed = standing.sealed;
  for (const ledger::EntryPlace& place : standing.destroyed) sealed.erase(place);
  return sealed;
}

std::vector<base::Message> withhold_sealed(ledger::Writer& writer,
                                           const std::set<ledger::EntryPlace>& before,
                                           const TakeFromSite& take) {
  std::set<ledger::EntryPlace> sealed = sealed_places(writer.investigation());
  for (const ledger::EntryPlace& place : before) sealed.erase(place);
  std::vector<base::Message> said =
      withhold(writer, ledger::entries_with_bodies(writer.investigation(), sealed), take);
  for (const ledger::EntryPlace& place : sealed)
    said.push_back(
        message("sealed: {}:{}; it is another's entry, so it is in no page, search or publication "
                "from now on, and its words are destroyed once another voice asks for it too",
                place.writer.substr(0, 8), place.seq));
  return said;
}

std::vector<base::Message> carry_out_erasures(ledger::Writer& writer, const TakeFromSite& take) {
  const std::vector<ledger::Entry> entries = ledger::bodies_to_destroy(writer.investigation());
  std::vector<base::Message> said;
  if (entries.empty()) return said;
  for (const ledger::Entry& entry : entries)
    said.push_back(message("erased: {}:{} ({})", entry.writer.substr(0, 8), entry.seq, entry.kind));
  const std::vector<base::Message> more = forget(writer, entries, take);
  said.insert(said.end(), more.begin(), more.end());
  for (const ledger::Entry& entry : entries) writer.erase_body(entry.writer, entry.seq);
  return said;
}

}  // namespace sanaq::investigation

#include "sanaq/investigation/erase.h"

#include "sanaq/ledger/about_envelope.h"
#include "sanaq/ledger/erased_bodies.h"
#include "sanaq/ledger/facts.h"
#include "sanaq/ledger/taken_envelopes.h"

namespace sanaq::investigation {

using base::message;

namespace {

// What else is in force about a comment or testimony.
std::vector<ledger::EntryPlace> beside(const std::string& investigation,
                                       const ledger::EntryPlace& place) {
  const std::string envelope = ledger::envelope_at(investigation, place);
  if (envelope.empty()) return {};
  std::vector<ledger::EntryPlace> others = ledger::entries_about_envelope(investigation, envelope);
  std::erase(others, place);
  return others;
}

}  // namespace

Erasing erase(ledger::Writer& writer, const ledger::EntryPlace& place, const std::string& reason,
              const std::string& by, const TakeFromSite& take, const std::string& ground) {
  Erasing erasing;
  const std::set<ledger::EntryPlace> before = sealed_places(writer.investigation());
  const std::vector<ledger::EntryPlace> same = beside(writer.investigation(), place);
  erasing.entry = ledger::enter_erasure(writer, place, reason, by, ground);
  erasing.said = carry_out_erasures(writer, take);
  for (base::Message& said : withhold_sealed(writer, before, take))
    erasing.said.push_back(std::move(said));
  for (const ledger::EntryPlace& other : same)
    erasing.said.push_back(
        message("{}:{} is about the same and stays: another office's copy of it, a reply, the name "
                "of its source or a decision; erase it too, if it could betray somebody",
                other.writer.substr(0, 8), other.seq));
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

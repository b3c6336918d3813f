#include "sanaq/ledger/key_acts.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/ledger/anchor.h"
#include "sanaq/ledger/facts.h"
#include "sanaq/ledger/keys.h"
#include "sanaq/ledger/known_chains.h"

namespace sanaq::ledger {
namespace {

using base::message;

KeyEvent event_about(KeyEventKind kind, const std::string& key, std::int64_t last,
                     const std::string& by, const std::string& reason) {
  KeyEvent event;
  event.kind = kind;
  event.key = key;
  event.last_believed = last;
  event.by = by;
  event.reason = reason;
  return event;
}

// The last line that counted of each chain: what is vouched for under a new id.
std::vector<KeyEvent> vouches_for_all(const FolderFacts& folder, const Standing& standing) {
  std::vector<KeyEvent> events;
  for (const auto& [writer, key] : standing.keys) {
    if (key.counts_up_to == 0) continue;
    const auto chain =
        std::find_if(folder.chains.begin(), folder.chains.end(),
                     [&, &name = writer, &fork = key.fork](const ScannedChain& known) {
                       return known.file.writer == name && known.file.fork == fork;
                     });
    if (chain == folder.chains.end()) continue;
    const MappedIfThere file(chain->file.chain_path);
    for (const auto& [seq, line] : lines_numbered(file.bytes(), {key.counts_up_to})) {
      const auto entry = parse_chain_line(line);
      if (!entry) continue;
      KeyEvent event = event_about(KeyEventKind::vouched, writer, seq, "", "");
      event.self = entry->self;
      events.push_back(std::move(event));
    }
  }
  return events;
}

}  // namespace

std::string recovery_key_of(const FolderFacts& folder, const Standing& standing,
                            const std::string& key) {
  const SignatureCheck check = signature_holds;
  const KnownChains known(folder.facts, check);
  const PersonStanding* person = standing.person_of(key);
  return person == nullptr ? "" : known.recovery_key(person->person, standing.id);
}

Entry enter_key_event(Writer& writer, KeyEvent event) {
  if (event.kind != KeyEventKind::joined) event.investigation = writer.investigation_id();
  return writer.append("key", body_of(event));
}

Writer replace_key(const std::string& investigation, const WriterOptions& options,
                   const std::string& reason) {
  WriterOptions under_new_key = options;
  {
    Writer writer(investigation, options);
    const std::string name = options.name.empty() ? writer.key().name() : options.name;
    // A key that was sealed is not followed by one that is open.
    auto passphrase = passphrase_of_new_key(options);
    if (!passphrase && writer.key().has_passphrase() && options.ask_passphrase)
      passphrase = options.ask_passphrase();
    under_new_key.key = make_key(investigation, name, passphrase);
    under_new_key.new_passphrase = passphrase;
    under_new_key.rests_on = writer.key();
    // The chain ends with this very entry.
    KeyEvent event = event_about(KeyEventKind::replaced, writer.id(),
                                 writer.heads().at(writer.id()).first + 1, name, reason);
    event.successor = under_new_key.key->writer();
    enter_key_event(writer, std::move(event));
  }
  retire_key(under_new_key.rests_on->writer());
  return Writer(investigation, std::move(under_new_key));
}

Writer recover_key(const std::string& investigation, const WriterOptions& options,
                   const Recovery& recovery) {
  const FolderFacts folder = gather_facts(investigation);
  const Standing standing = standing_for_all(investigation, folder);
  const Signer paper(recovery.seed);
  if (recovery_key_of(folder, standing, recovery.of) != paper.writer())
    throw base::Error(base::Kind::usage,
                      message("this recovery code does not belong to the key {}; it is that of "
                              "another investigation or another person",
                              recovery.of.substr(0, 8)));
  WriterOptions under_new_key = options;
  under_new_key.key = make_key(investigation, options.name, passphrase_of_new_key(options));
  Writer writer(investigation, std::move(under_new_key));
  KeyEvent event = event_about(KeyEventKind::recovered, writer.id(), recovery.last, options.name,
                               recovery.reason);
  event.of = recovery.of;
  event.keeps = recovery.keeps;
  event.recovery_signature = paper.sign(recovered_text(writer.investigation_id(), event));
  enter_key_event(writer, std::move(event));
  retire_key(recovery.of);
  return writer;
}

Writer begin_again(const std::string& investigation, WriterOptions options) {
  const FolderFacts folder = gather_facts(investigation);
  const Standing standing = standing_here(investigation, folder);
  if (standing.id.empty())
    throw base::Error(base::Kind::usage,
                      message("{}: no investigation was founded here yet; the first command that "
                              "writes does it",
                              investigation));
  options.begins_chain = true;
  options.founds = true;
  Writer writer(investigation, std::move(options));
  for (KeyEvent& event : vouches_for_all(folder, standing))
    enter_key_event(writer, std::move(event));
  return writer;
}

void join_investigation(const std::string& investigation, const WriterOptions& options,
                        const std::string& id) {
  const FolderFacts folder = gather_facts(investigation);
  const Standing standing = standing_for_all(investigation, folder);
  const auto other = std::find_if(standing.founded.begin(), standing.founded.end(),
                                  [&](const FoundedId& founded) { return founded.id == id; });
  if (other == standing.founded.end())
    throw base::Error(base::Kind::not_found,
                      message("{}: no investigation with this code was founded here; merge the "
                              "other office's ledger first",
                              investigation));
  if (standing.id == id) return;
  const bool is_our_own =
      std::any_of(standing.founded.begin(), standing.founded.end(), [&](const FoundedId& founded) {
        return founded.id == standing.id && !own_writers({founded.founder}).empty();
      });
  if (is_our_own) {
    Writer writer(investigation, options);
    KeyEvent event = event_about(KeyEventKind::joined, "", 0, writer.key().name(), "");
    event.investigation = id;
    enter_key_event(writer, std::move(event));
  }
  Anchor anchor = read_anchor(investigation).value_or(Anchor());
  anchor.id = id;
  anchor.founder = other->founder;
  write_anchor(investigation, anchor);
}

}  // namespace sanaq::ledger

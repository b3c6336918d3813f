// Offices with keys of their own, and what somebody can write into their files by hand.
#pragma once
#include <algorithm>
#include <string>

#include "ledger/a_ledger.h"
#include "sanaq/ledger/canonical.h"
#include "sanaq/ledger/chain_scan.h"
#include "sanaq/ledger/key_events.h"
#include "sanaq/ledger/keys.h"
#include "sanaq/ledger/reader.h"

namespace sanaq::ledger {

// Several people, each at a machine with a key store of its own.
class Offices {
 public:
  [[nodiscard]] const ALedger& ledger() const { return ledger_; }
  [[nodiscard]] std::string folder(const std::string& name) const { return ledger_.folder(name); }
  // From now on the key store of this person is at hand.
  void sit_at(const std::string& person) const {
    ::setenv("SANAQ_KEYS", (ledger_.scratch() / ("keys-" + person)).c_str(), 1);
  }
  // Writes that many statements in the person's own folder; gives the writer.
  std::string write(const std::string& person, int count, int first = 0) const {
    sit_at(person);
    return ledger_.write(count, person, first);
  }
  // `person` takes in the writer of a chain that stands in his folder.
  void take_in(const std::string& person, const std::string& writer,
               const std::string& name = "") const {
    sit_at(person);
    Writer by(folder(person));
    KeyEvent event;
    event.kind = KeyEventKind::member;
    event.key = writer;
    event.investigation = by.investigation_id();
    event.began = by.investigation_id();
    event.name = name;
    by.append("key", body_of(event));
  }
  // Copies the ledger's files of one folder over another's, as a file manager does.
  void copy_files(const std::string& from, const std::string& to) const {
    std::filesystem::copy(folder(from) + "/ledger", folder(to) + "/ledger",
                          std::filesystem::copy_options::overwrite_existing |
                              std::filesystem::copy_options::recursive);
  }

 private:
  ALedger ledger_;
};

// Writes whole, sealed lines behind a chain, with whatever signature.
class Forger {
 public:
  Forger(const std::string& folder, const std::string& writer) : file_(chain_file(folder, writer)) {
    const ScannedChain chain = scan_chain(file_);
    last_ = chain.last;
    seq = chain.end;
    prev = seq == 0 ? std::string(first_prev) : chain.last_hash;
    clock = last_.clock;
    id = chain.id;
  }

  // Signed by `signer`, or not at all.
  Entry add(const std::string& kind, const nlohmann::json& body, const Signer* signer = nullptr) {
    Entry entry;
    entry.seq = ++seq;
    entry.clock = ++clock;
    entry.time = "2026-11-29T10:00:00Z";
    entry.writer = file_.writer;
    entry.kind = kind;
    entry.salt = random_salt();
    entry.body = canonical(body);
    entry.commitment = commit(entry.salt, *entry.body);
    entry.prev = prev;
    entry.seen = seen;
    seal(entry);
    if (signer != nullptr) entry.sig = signer->sign(signed_text(id, entry));
    if (!sig.empty()) entry.sig = sig;
    append(entry);
    return entry;
  }

  // Gives the line's hash: of a founding line, the id.
  std::string append(const Entry& entry) {
    base::make_folder(base::parent_folder(file_.chain_path));
    add_line(file_.chain_path, chain_line(entry));
    add_line(file_.bodies_path, body_line(entry));
    prev = line_hash(chain_line(entry));
    return prev;
  }

  std::int64_t seq = 0, clock = 0;
  std::string prev, id, sig;
  std::map<std::string, std::string> seen;

 private:
  ChainFile file_;
  Entry last_;

  static void add_line(const std::string& path, const std::string& line) {
    const std::string before = base::file_exists(path) ? base::read_file(path) : "";
    base::write_file_whole(path, before + line + "\n");
  }
};

// A key that a test makes from a name.
inline Signer signer_of(const std::string& name) { return Signer(line_hash(name)); }

// The first line of a chain under such a key, by which it names the id.
inline nlohmann::json begun_body(const Signer& signer, const std::string& id) {
  return {{"event", "begun"},
          {"format", 2},
          {"investigation", id},
          {"name", "somebody"},
          {"public", signer.writer()}};
}

// A chain of format 1: its first entry and that many statements.
inline std::string write_format_1(const std::string& folder, const Key& key, int count) {
  Forger forger(folder, key.writer());
  if (forger.seq == 0)
    forger.add("key", {{"format", 1}, {"name", key.name()}, {"public", key.writer()}});
  for (int at = 0; at < count; ++at) forger.add("statement", ALedger::fact(at));
  return key.writer();
}

// How many statements of a writer count.
inline int statements_that_count(const std::string& folder, const std::string& writer) {
  int count = 0;
  for_each_entry(folder, [&](const Entry& entry) {
    count += entry.writer == writer && entry.kind == "statement" && entry.body ? 1 : 0;
  });
  return count;
}

}  // namespace sanaq::ledger

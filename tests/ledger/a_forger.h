// Adds entries to a chain as a faulty or malicious program would: sealed, committed to and in their
// place, with any body whatever.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "sanaq/base/append_file.h"
#include "sanaq/base/check.h"
#include "sanaq/base/files.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/chain_scan.h"
#include "sanaq/ledger/entry.h"
#include "sanaq/ledger/keys.h"

namespace sanaq::ledger {

// Pairs of a kind and a body's text, which need not even be JSON. Signed, where the chain is: the
// writer's key must be at hand.
inline void forge(const std::string& folder, const std::string& writer,
                  const std::vector<std::pair<std::string, std::string>>& entries) {
  const ChainFile file = chain_file(folder, writer);
  const std::string line(last_whole_line(base::read_file(file.chain_path) + ""));
  const auto last = parse_chain_line(line);
  base::check(last.has_value(), "a chain to add to");
  const std::string id = scan_chain(file).id;
  std::optional<Signer> signer;
  for (const Key& key : all_keys()) {
    if (key.writer() == writer && !id.empty()) signer.emplace(key.open({}));
  }
  std::string prev = line_hash(line), chain, bodies;
  std::int64_t seq = last->seq, clock = last->clock;
  for (const auto& [kind, body] : entries) {
    Entry entry;
    entry.seq = ++seq;
    entry.clock = ++clock;
    entry.time = last->time;
    entry.writer = writer;
    entry.kind = kind;
    entry.salt = std::string(64, '7');
    entry.commitment = commit(entry.salt, body);
    entry.prev = prev;
    entry.body = body;
    seal(entry);
    if (signer) entry.sig = signer->sign(signed_text(id, entry));
    chain += chain_line(entry) + "\n";
    bodies += body_line(entry) + "\n";
    prev = line_hash(chain_line(entry));
  }
  base::AppendFile(file.bodies_path).append(bodies);
  base::AppendFile(file.chain_path).append(chain);
}

}  // namespace sanaq::ledger

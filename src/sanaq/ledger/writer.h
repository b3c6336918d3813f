// Adds entries to one's own chain. An entry that was returned is on the disk and stays there.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sanaq/base/file_lock.h"
#include "sanaq/base/message.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/entry.h"
#include "sanaq/ledger/keys.h"

namespace sanaq::ledger {

struct WriterOptions {
  std::string name;                       // of the person, for a new key; may be empty
  std::optional<std::string> passphrase;  // seals a new key; opens one to sign
  std::function<std::string()> now;       // UTC as in an entry's `time`; none: the system's clock
  // To write under; none: the one that belongs to this folder, or a new one.
  std::optional<Key> key = {};
};

class Writer {
 public:
  // Takes the ledger's lock, puts right what a killed process left, and finds the key that belongs
  // to this folder or makes one (whose `key` entry begins the chain). A chain of ours that has a
  // fork is left alone and a new one begun. Throws Error: conflict (another process writes here),
  // corrupt, io.
  explicit Writer(std::string investigation, WriterOptions options = {});

  // Body first, synced, then the chain line, synced. Throws Error{io} when the disk refuses: then
  // nothing of them is in the ledger.
  Entry append(const std::string& kind, const nlohmann::json& body);
  std::vector<Entry> append_all(const std::vector<std::pair<std::string, nlohmann::json>>& entries);

  // Takes the body of an entry of any writer out of the ledger's files here. The caller has
  // appended the `erasure` entry first.
  void erase_body(const std::string& writer, std::int64_t seq);

  [[nodiscard]] const std::string& id() const { return key_.writer(); }
  [[nodiscard]] const Key& key() const { return key_; }
  [[nodiscard]] const std::string& investigation() const { return investigation_; }
  [[nodiscard]] std::string sign(std::string_view text) const {
    return key_.sign(text, options_.passphrase);
  }
  // This writer's chain began with this opening, so its key is new.
  [[nodiscard]] bool began_chain() const { return began_chain_; }
  // What was put right at the start, with its place. To be shown.
  [[nodiscard]] const std::vector<base::Message>& recovered() const { return recovered_; }
  // The last line of each chain here, its own included: writer -> (seq, self).
  [[nodiscard]] std::map<std::string, std::pair<std::int64_t, std::string>> heads() const;

 private:
  std::string investigation_;
  WriterOptions options_;
  base::FileLock lock_;
  std::vector<base::Message> recovered_;
  Key key_;
  ChainFile file_;
  std::int64_t seq_ = 0, clock_ = 0;
  std::string prev_, self_;
  std::map<std::string, std::pair<std::int64_t, std::string>> others_;
  std::map<std::string, std::string> unseen_;  // heads that no entry of ours has named yet
  bool began_chain_ = false;
  bool is_broken_ = false;  // the disk refused and what it holds is not known

  void read_heads();
  void start_chain();
  [[nodiscard]] Entry next_entry(const std::string& kind, const nlohmann::json& body,
                                 const std::string& time);
  void write(const std::string& bodies, const std::string& chain);
};

}  // namespace sanaq::ledger

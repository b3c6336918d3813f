// Adds entries to one's own chain. An entry that was returned is on the disk and stays there.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
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
#include "sanaq/ledger/writer_options.h"

namespace sanaq::ledger {

struct Opening;       // opening.h
struct ScannedChain;  // chain_scan.h

// A new investigation's id, and what is printed once and kept on paper.
struct Founding {
  std::string id;
  std::string recovery_seed;  // of the recovery key: 64 hex digits; stands nowhere else
};

class Writer {
 public:
  // Takes the ledger's lock, puts right what a killed process left, and finds the key that belongs
  // to this folder or makes one. Opens it: a passphrase is asked for once. The first writer of
  // format 2 founds the investigation; every other chain begins, or begins format 2, with the entry
  // that names the id that is believed here. A chain of ours that has a fork is left alone and a
  // new one begun. Throws Error: conflict (another
  // process writes here), usage (a passphrase), io; corrupt where the chain is not what this key
  // store last wrote, a line within it was changed, the ledger was emptied, or the investigation
  // that is believed here is not in it.
  explicit Writer(std::string investigation, WriterOptions options = {});
  ~Writer();
  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) = delete;

  // Body first, synced, then the chain line, synced. Throws Error{io} when the disk refuses: then
  // nothing of them is in the ledger.
  Entry append(const std::string& kind, const nlohmann::json& body);
  // Draws 32 bytes from the system's generator and enters them (secrets.h).
  Entry enter_secret(bool redirects = false);
  std::vector<Entry> append_all(const std::vector<std::pair<std::string, nlohmann::json>>& entries);

  // Removes the bodies whose erasure holds by now from the ledger's files, and gives the entries.
  // What else has their words is investigation's to forget, before that.
  std::vector<EntryPlace> remove_erased_bodies();
  // Takes the body of an entry of any writer out of the ledger's files here, whatever holds.
  void erase_body(const std::string& writer, std::int64_t seq);

  [[nodiscard]] const std::string& id() const { return key_.writer(); }
  [[nodiscard]] const Key& key() const { return key_; }
  [[nodiscard]] const std::string& investigation() const { return investigation_; }
  // The id of the investigation that is believed here.
  [[nodiscard]] const std::string& investigation_id() const { return believed_id_; }
  [[nodiscard]] std::string sign(std::string_view text) const { return signer_->sign(text); }
  // This writer's chain began with this opening, so its key is new.
  [[nodiscard]] bool began_chain() const { return began_chain_; }
  // This opening founded the investigation. The recovery seed is to be shown now or never.
  [[nodiscard]] const std::optional<Founding>& founding() const { return founding_; }
  // The id was never believed from here before: its code is to be compared by telephone.
  [[nodiscard]] bool believes_for_the_first_time() const { return is_first_time_; }
  // What was put right or removed at the start, with its place. To be shown.
  [[nodiscard]] const std::vector<base::Message>& recovered() const { return recovered_; }
  // The last line that counts for everybody of each chain here, and of its own: writer -> (seq,
  // self).
  [[nodiscard]] std::map<std::string, std::pair<std::int64_t, std::string>> heads() const;

 private:
  struct Anchored;  // tells the key store at the end how far this chain came

  std::string investigation_;
  WriterOptions options_;
  base::FileLock lock_;
  std::vector<base::Message> recovered_;
  Key key_;
  std::optional<Signer> signer_;
  ChainFile file_;
  std::string believed_id_, founder_;
  std::string chain_id_;  // under which this chain's entries are signed: the id that it names
  std::int64_t seq_ = 0, clock_ = 0, clock_of_others_ = 0;
  std::string prev_, self_;
  std::map<std::string, std::pair<std::int64_t, std::string>> others_;
  std::map<std::string, std::string> unseen_;  // heads that no entry of ours has named yet
  std::optional<Founding> founding_;
  bool began_chain_ = false;
  bool is_first_time_ = false;
  bool is_broken_ = false;  // the disk refused and what it holds is not known
  std::unique_ptr<Anchored> anchored_;

  void choose_key(const Opening& opening);
  void read_heads(const Opening& opening);
  void ask_for_own_end(const Opening& opening);
  void go_back_to(const ScannedChain& chain, std::int64_t last);
  void begin_format_2(const Opening& opening);
  void found();
  void enter_missing_secret(const Opening& opening);
  void vouch(const Opening& opening);
  void note_anchor();
  void retire_others() const;
  void expect_clock_in_time(const Opening& opening) const;
  [[nodiscard]] Entry next_entry(const std::string& kind, const nlohmann::json& body,
                                 const std::string& time);
  void write(const std::string& bodies, const std::string& chain);
};

}  // namespace sanaq::ledger

// How far a chain is its writer's own: each line is of its form and follows the one before, and the
// last one's signature holds (docs/formats/ledger.md, A chain line).
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/entry.h"
#include "sanaq/ledger/key_events.h"

namespace sanaq::ledger {

// What a chain's file holds, and what of it is authentic.
struct ScannedChain {
  ChainFile file;
  std::int64_t line_count = 0;  // whole lines in the file, of whatever form
  std::int64_t sound = 0;       // those before the first that is not of its form or does not follow
  std::int64_t end = 0;         // of these, up to the last whose signature holds; format 1: all
  std::size_t end_offset = 0;   // bytes that the lines up to `end` take
  std::int64_t first_signed = 0;     // seq; 0: format 1 alone
  std::int64_t last_checkpoint = 0;  // of the lines of format 1: the last whose signature holds
  std::optional<KeyEvent> opening;   // `founded` or `begun`, of the first signed line
  std::string opening_hash;          // line_hash of that line
  std::string id;                    // the chain's investigation; "" in format 1
  std::string name;                  // of the writer, as the chain itself says
  Entry last;                        // the line at `end`, if any
  std::string last_hash;             // line_hash of it
  bool has_crlf =
      false;  // a mailer or an editor changed the line ends, and nothing else need be wrong
  // A line within was changed after it was written: lines that are signed stand behind it.
  bool is_interrupted = false;
  // The lines up to `end` by which others are checked, with their bodies where these are here:
  // keys, checkpoints, erasures, retractions, secrets.
  std::vector<Entry> marked;
};

// Fed with the lines of one file from the first to the last; finished with its bodies.
class ChainScan {
 public:
  // The bytes of the file must outlive it.
  ChainScan(ChainFile file, std::string_view chain);

  // `entry`: what read_chain_line() made of the line without a CR at its end, or nullptr where it
  // could not.
  void take(const Line& line, const Entry* entry);
  [[nodiscard]] const std::string& last_line_hash() const { return prev_; }
  [[nodiscard]] ScannedChain finish(std::string_view bodies);

 private:
  ScannedChain scanned_;
  std::string_view chain_;
  std::string prev_ = std::string(first_prev);
  std::int64_t clock_ = 0;
  std::size_t sound_offset_ = 0;
  bool has_stopped_ = false;
  bool was_changed_ = false;  // the line that it stopped at, or one behind it, does not follow
  std::string_view opening_line_;

  [[nodiscard]] bool follows(const Line& line, const Entry* entry) const;
  void open();
  void find_end();
  void find_checkpoint();
  void look_behind();
  void find_name();
  [[nodiscard]] bool is_signed_by_its_writer(const Entry& entry) const;
};

// The whole of a file.
[[nodiscard]] ScannedChain scan_chain(const ChainFile& file);

// Whether the chain has this line within its authentic part.
[[nodiscard]] bool has_line(const ScannedChain& chain, std::int64_t seq, const std::string& self);

// The bodies of those entries of one chain, by seq: each a line of `bodies` that fits the entry's
// commitment and is of their kind's form, wherever it stands.
void fill_bodies(std::vector<Entry>& entries, std::string_view bodies);

// The lines with these numbers (1, 2, 3, …; sorted, each once); those that are not there are left
// out.
[[nodiscard]] std::map<std::int64_t, std::string_view> lines_numbered(
    std::string_view bytes, const std::vector<std::int64_t>& numbers);

}  // namespace sanaq::ledger

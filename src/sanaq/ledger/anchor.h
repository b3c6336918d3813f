// What the key store remembers of a folder: the trust anchor that nobody who can write into the
// folder can move.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace sanaq::ledger {

struct Anchor {
  std::string id;       // the investigation's id that is believed here; empty before there is one
  std::string founder;  // the writer whose founding it is
  // The last own entry under each key of ours: writer -> (seq, self).
  std::map<std::string, std::pair<std::int64_t, std::string>> own;
  bool operator==(const Anchor&) const = default;
};

// None where the folder was never written into from here, or there is no place for keys. Throws
// Error{bad_input} for a damaged file.
[[nodiscard]] std::optional<Anchor> read_anchor(const std::string& investigation);
// Stands beside the keys, readable by its owner alone.
void write_anchor(const std::string& investigation, const Anchor& anchor);
void remove_anchor(const std::string& investigation);
// Some folder's investigation has this id: it was believed before, if elsewhere.
[[nodiscard]] bool is_believed_anywhere(const std::string& id);
// The folder was moved: what was remembered of the old place is, of the new one.
void move_anchor(const std::string& from, const std::string& to);

}  // namespace sanaq::ledger

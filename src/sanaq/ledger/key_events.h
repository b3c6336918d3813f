// What entries of kind `key` say: who founds an investigation, who is taken in, whose key was lost.
// docs/formats/ledger.md, Who counts, says what comes of it.
#pragma once
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/ledger/entry.h"

namespace sanaq::ledger {

enum class KeyEventKind {
  replaced,   // its owner goes on under another key
  lost,       // nobody has it any more
  revoked,    // it is, or may be, in foreign hands
  founded,    // an investigation begins, and with it its id
  begun,      // a chain begins, or begins format 2, in an investigation
  member,     // somebody is taken in
  voice,      // a member is given a voice
  confirmed,  // the successor of a key is its owner's
  recovered,  // the recovery code on paper names a new key
  lifted,     // what was voted against a key ends
  overruled,  // what somebody entered about his own key is void
  vouched,    // a chain's lines count up to a head
  joined,     // a founder's investigation goes into another
};

// One flat struct: each kind uses the fields that docs/formats/ledger.md names for it, the others
// are empty.
struct KeyEvent {
  KeyEventKind kind = KeyEventKind::replaced;
  std::string key;                 // `public`: the writer whose key it is
  std::int64_t last_believed = 0;  // `last`: what stands after it in that chain is not believed
  std::string successor;           // the new key; "" where none is named
  std::string by = {}, reason = {};
  std::string signature = {};      // format 1 alone: Ed25519, base64, over key_event_text()
  EntryPlace place = {};           // where it is entered; filled when read
  std::string investigation = {};  // the id for which it is meant; of `joined` the other id
  std::string name = {};           // of the person
  std::string began = {};          // of `member`: the id that the chain of `key` names
  std::string self = {};           // of `vouched`: of line `last`
  bool is_unasked = false;         // of `vouched`: nobody could be asked when it was entered
  std::string of = {};             // of `recovered`: the key that was there before
  std::string recovery = {};  // of `founded`, `begun`: public half of the key on paper; "" for none
  std::string recovery_signature = {};             // of `recovered`
  std::string same = {}, same_signature = {};      // of `begun`: another key of the same person
  std::string nonce = {};                          // of `founded`
  std::vector<std::string> keeps = {};             // of `lost`, `revoked`: chains that do not end
  std::optional<EntryPlace> entry = std::nullopt;  // of `overruled`
};

[[nodiscard]] std::string_view word_of(KeyEventKind kind);

// Reads the body of a `key` entry of either format. None where a field that the kind needs is
// missing, of another type or no key, id, hash or number: such a body counts for nothing. The first
// entry of a chain of format 1 is no event.
[[nodiscard]] std::optional<KeyEvent> key_event_of(const Entry& entry, const nlohmann::json& body);
// The body to enter.
[[nodiscard]] nlohmann::json body_of(const KeyEvent& event);

// What `same_signature` signs: that `key` belongs to the owner of the key that signs.
[[nodiscard]] std::string same_text(std::string_view id, std::string_view key);
// What `recovery_signature` signs.
[[nodiscard]] std::string recovered_text(std::string_view id, const KeyEvent& event);

// Format 1: "sanaq key 1" and "EVENT KEY LAST SUCCESSOR" (a dash for none), each line ended by LF.
[[nodiscard]] std::string key_event_text(const KeyEvent& event);
[[nodiscard]] bool event_signature_holds(const KeyEvent& event);

}  // namespace sanaq::ledger

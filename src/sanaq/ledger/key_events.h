// What became of a writer's key after its chain began: replaced, lost or revoked, and up to where
// its chain is still believed (docs/formats/ledger.md, Keys).
#pragma once
#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "sanaq/ledger/entry.h"
#include "sanaq/ledger/writer.h"

namespace sanaq::ledger {

enum class KeyEventKind {
  replaced,  // its owner goes on under another key
  lost,      // nobody has it any more
  revoked,   // it is, or may be, in foreign hands
};

struct KeyEvent {
  KeyEventKind kind = KeyEventKind::replaced;
  std::string key;                 // the writer whose key it is
  std::int64_t last_believed = 0;  // seq; what stands after it in that chain is not believed
  std::string successor;           // the new key; "" where none is named
  std::string by, reason;
  std::string signature;  // Ed25519, base64, by the writer of the entry, over key_event_text()
  EntryPlace place;       // where it is entered; filled when read
};

// "sanaq key 1" and "EVENT KEY LAST SUCCESSOR" (a dash for none), each line ended by LF.
[[nodiscard]] std::string key_event_text(const KeyEvent& event);
// None where the body has not the fields of an event.
[[nodiscard]] std::optional<KeyEvent> key_event_of(const Entry& entry, const nlohmann::json& body);
[[nodiscard]] bool event_signature_holds(const KeyEvent& event);

// Signs and enters it. Throws Error{usage} for a key with a passphrase that is not given.
Entry enter_key_event(Writer& writer, KeyEvent event);

// Goes on under a new key: the old chain ends with the entry that names it, the new one begins.
// Gives the writer that holds the new key. Throws Error as Writer does.
[[nodiscard]] Writer replace_key(const std::string& investigation, const WriterOptions& options,
                                 const std::string& reason);

// Every event whose signature holds, in the order of the union; one in a chain beyond the place up
// to which that chain is believed is left out.
[[nodiscard]] std::vector<KeyEvent> key_events(const std::string& investigation);
// writer -> seq of the last entry that is believed; writers without an event are left out.
[[nodiscard]] std::map<std::string, std::int64_t> believed_up_to(
    const std::vector<KeyEvent>& events);

}  // namespace sanaq::ledger

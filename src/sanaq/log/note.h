// A signed note (C2SP signed-note): a text and the signatures below it, each by a named key.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/result.h"

namespace sanaq::log {

// A public key with its name. Written as a vkey: NAME+8 hex digits of its id+base64(type || key).
struct NoteKey {
  std::string name;
  std::uint8_t type = 0;   // ed25519_type or cosignature_type
  std::string public_key;  // 32 bytes
  bool operator==(const NoteKey&) const = default;
};
inline constexpr std::uint8_t ed25519_type = 0x01;
inline constexpr std::uint8_t cosignature_type = 0x04;  // with the time at which it was made

// Not empty, no '+', no white space or control characters.
[[nodiscard]] bool is_key_name(std::string_view name);
// SHA-256(name || LF || type || key), its first 4 bytes.
[[nodiscard]] std::string key_id(const NoteKey& key);
[[nodiscard]] std::string vkey_text(const NoteKey& key);
// Refuses what is no vkey, a wrong id, and types other than the two above.
[[nodiscard]] base::Result<NoteKey> parse_vkey(std::string_view text);

struct NoteSignature {
  std::string name;
  std::string bytes;  // 4 of the key's id and the signature
  bool operator==(const NoteSignature&) const = default;
};

struct Note {
  std::string text;  // with its last LF
  std::vector<NoteSignature> signatures;
  bool operator==(const Note&) const = default;
};
[[nodiscard]] std::string note_text(const Note& note);
// Also reads signatures of unknown types. Refuses more than 64 of them, and control characters.
[[nodiscard]] base::Result<Note> parse_note(std::string_view text);
// "— NAME BASE64", without LF.
[[nodiscard]] std::string signature_line(const NoteSignature& signature);
[[nodiscard]] std::optional<NoteSignature> parse_signature_line(std::string_view line);

// 64 bytes of Ed25519 over the bytes given.
using SignBytes = std::function<std::string(std::string_view)>;
// `key` is of ed25519_type, and `sign` signs with it.
[[nodiscard]] NoteSignature sign_note(const NoteKey& key, std::string_view text,
                                      const SignBytes& sign);
// `key` is of cosignature_type; `time` in seconds since 1970.
[[nodiscard]] NoteSignature cosign_note(const NoteKey& key, std::string_view text,
                                        std::int64_t time, const SignBytes& sign);

enum class Signed {
  not_by,  // no signature of this name and id
  yes,
  falsely,  // one of this name and id, and it does not hold
};
// Ed25519 is judged as strictly as in the ledger (ledger/keys.h). Signatures by other keys are
// ignored.
[[nodiscard]] Signed signed_by(const Note& note, const NoteKey& key);
// The time of the key's cosignature, in seconds since 1970; none if there is none that holds.
[[nodiscard]] std::optional<std::int64_t> cosigned_at(const Note& note, const NoteKey& key);

}  // namespace sanaq::log

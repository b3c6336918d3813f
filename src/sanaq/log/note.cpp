#include "sanaq/log/note.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>

#include "sanaq/base/check.h"
#include "sanaq/log/base64.h"
#include "sanaq/log/merkle.h"

namespace sanaq::log {
namespace {

using base::message;

constexpr std::string_view dash = "\xE2\x80\x94 ";  // em dash and a space
constexpr std::size_t id_bytes = 4, signature_bytes = 64, time_bytes = 8, key_bytes = 32;
constexpr std::size_t signatures_max = 64;

tl::unexpected<base::Problem> no_vkey() {
  return tl::unexpected(
      base::Problem{message("this is no public key in the form NAME+DIGITS+BASE64"),
                    message("copy it again, whole, from whoever gave it to you")});
}

tl::unexpected<base::Problem> no_note() {
  return tl::unexpected(base::Problem{
      message("this is no signed note: a text, an empty line and lines of signatures"),
      message("get the file again, from another copy of the site if need be")});
}

bool ed25519_holds(std::string_view signature, std::string_view text, std::string_view key) {
  const auto bytes = [](std::string_view view) {
    return reinterpret_cast<const unsigned char*>(view.data());
  };
  base::check(sodium_init() >= 0, "libsodium starts");
  return signature.size() == signature_bytes && key.size() == key_bytes &&
         crypto_sign_verify_detached(bytes(signature), bytes(text), text.size(), bytes(key)) == 0;
}

std::string cosigned_text(std::int64_t time, std::string_view text) {
  return fmt::format("cosignature/v1\ntime {}\n{}", time, text);
}

// Whether what stands behind the key's id in the signature is the key's.
bool holds(std::string_view bytes, const Note& note, const NoteKey& key,
           std::optional<std::int64_t>& time) {
  bytes.remove_prefix(id_bytes);
  if (key.type == ed25519_type) return ed25519_holds(bytes, note.text, key.public_key);
  if (bytes.size() != time_bytes + signature_bytes || (bytes[0] & 0x80) != 0) return false;
  std::uint64_t seconds = 0;
  for (const char byte : bytes.substr(0, time_bytes))
    seconds = seconds << 8 | static_cast<unsigned char>(byte);
  time = static_cast<std::int64_t>(seconds);
  return ed25519_holds(bytes.substr(time_bytes), cosigned_text(*time, note.text), key.public_key);
}

Signed judge(const Note& note, const NoteKey& key, std::optional<std::int64_t>& time) {
  const std::string id = key_id(key);
  Signed judged = Signed::not_by;
  for (const NoteSignature& one : note.signatures) {
    if (one.name != key.name || !one.bytes.starts_with(id)) continue;
    if (!holds(one.bytes, note, key, time)) return Signed::falsely;
    judged = Signed::yes;
  }
  return judged;
}

}  // namespace

bool is_key_name(std::string_view name) {
  // Unicode has more spaces; those of Latin-1 and of the general punctuation are three bytes at
  // most and are found by their bytes.
  static constexpr std::string_view spaces[] = {
      "\xC2\x85",     "\xC2\xA0",     "\xE1\x9A\x80", "\xE2\x80\x80", "\xE2\x80\x81",
      "\xE2\x80\x82", "\xE2\x80\x83", "\xE2\x80\x84", "\xE2\x80\x85", "\xE2\x80\x86",
      "\xE2\x80\x87", "\xE2\x80\x88", "\xE2\x80\x89", "\xE2\x80\x8A", "\xE2\x80\xA8",
      "\xE2\x80\xA9", "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80"};
  if (name.empty()) return false;
  for (const char letter : name)
    if (static_cast<unsigned char>(letter) <= 32 || letter == 127 || letter == '+') return false;
  return std::none_of(std::begin(spaces), std::end(spaces),
                      [&](std::string_view space) { return name.find(space) != name.npos; });
}

std::string key_id(const NoteKey& key) {
  return bytes_of(sha256(key.name + "\n" + static_cast<char>(key.type) + key.public_key))
      .substr(0, id_bytes);
}

std::string vkey_text(const NoteKey& key) {
  std::string id;
  for (const char byte : key_id(key)) id += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return key.name + "+" + id + "+" + to_base64(static_cast<char>(key.type) + key.public_key);
}

base::Result<NoteKey> parse_vkey(std::string_view text) {
  const std::size_t first = text.find('+');
  const std::size_t second = first == text.npos ? first : text.find('+', first + 1);
  if (second == text.npos) return no_vkey();
  const auto bytes = from_base64(text.substr(second + 1));
  if (!bytes || bytes->size() != 1 + key_bytes) return no_vkey();
  NoteKey key{std::string(text.substr(0, first)), static_cast<std::uint8_t>((*bytes)[0]),
              bytes->substr(1)};
  const bool is_known = key.type == ed25519_type || key.type == cosignature_type;
  if (!is_known || !is_key_name(key.name) || vkey_text(key) != text) return no_vkey();
  return key;
}

std::string signature_line(const NoteSignature& signature) {
  return std::string(dash) + signature.name + " " + to_base64(signature.bytes);
}

std::optional<NoteSignature> parse_signature_line(std::string_view line) {
  if (!line.starts_with(dash)) return std::nullopt;
  line.remove_prefix(dash.size());
  const std::size_t space = line.find(' ');
  if (space == line.npos || !is_key_name(line.substr(0, space))) return std::nullopt;
  auto bytes = from_base64(line.substr(space + 1));
  if (!bytes || bytes->size() <= id_bytes) return std::nullopt;
  return NoteSignature{std::string(line.substr(0, space)), std::move(*bytes)};
}

std::string note_text(const Note& note) {
  std::string text = note.text + "\n";
  for (const NoteSignature& signature : note.signatures) text += signature_line(signature) + "\n";
  return text;
}

base::Result<Note> parse_note(std::string_view text) {
  const bool has_control = std::any_of(text.begin(), text.end(), [](char letter) {
    return static_cast<unsigned char>(letter) < 32 && letter != '\n';
  });
  const std::size_t end = text.rfind("\n\n");
  if (has_control || end == text.npos || !text.ends_with('\n')) return no_note();
  Note note{std::string(text.substr(0, end + 1)), {}};
  for (text.remove_prefix(end + 2); !text.empty();) {
    const std::size_t line = text.find('\n');
    auto signature = parse_signature_line(text.substr(0, line));
    if (!signature || note.signatures.size() == signatures_max) return no_note();
    note.signatures.push_back(std::move(*signature));
    text.remove_prefix(line + 1);
  }
  if (note.signatures.empty()) return no_note();
  return note;
}

NoteSignature sign_note(const NoteKey& key, std::string_view text, const SignBytes& sign) {
  base::check(key.type == ed25519_type, "a note is signed by a key for notes");
  return {key.name, key_id(key) + sign(text)};
}

NoteSignature cosign_note(const NoteKey& key, std::string_view text, std::int64_t time,
                          const SignBytes& sign) {
  base::check(key.type == cosignature_type && time >= 0, "a witness signs with its own key");
  std::string bytes = key_id(key);
  for (int shift = 56; shift >= 0; shift -= 8)
    bytes += static_cast<char>(static_cast<std::uint64_t>(time) >> shift & 0xFF);
  return {key.name, bytes + sign(cosigned_text(time, text))};
}

Signed signed_by(const Note& note, const NoteKey& key) {
  std::optional<std::int64_t> time;
  return judge(note, key, time);
}

std::optional<std::int64_t> cosigned_at(const Note& note, const NoteKey& key) {
  std::optional<std::int64_t> time;
  if (key.type != cosignature_type || judge(note, key, time) != Signed::yes) return std::nullopt;
  return time;
}

}  // namespace sanaq::log

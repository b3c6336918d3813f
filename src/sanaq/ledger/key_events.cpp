#include "sanaq/ledger/key_events.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "sanaq/ledger/keys.h"

namespace sanaq::ledger {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 13> words = {
    "replaced",  "lost",      "revoked", "founded",   "begun",   "member", "voice",
    "confirmed", "recovered", "lifted",  "overruled", "vouched", "joined"};
constexpr std::int64_t largest_number = (std::int64_t{1} << 53) - 1;

// Reads the fields of a body one by one and remembers whether each was what it has to be.
class Fields {
 public:
  explicit Fields(const json& body) : body_(body) {}
  [[nodiscard]] bool are_good() const { return are_good_; }

  std::string text(const char* name) { return typed_text(name, true); }
  std::string text_if_any(const char* name) { return typed_text(name, false); }
  std::string hash(const char* name) { return checked(text(name), true); }  // or a key, or an id
  std::string hash_if_any(const char* name) {
    const std::string found = text_if_any(name);
    return checked(found, !found.empty());
  }
  std::int64_t number(const char* name) {
    const auto field = body_.find(name);
    if (field == body_.end() || !field->is_number_integer()) return wrong();
    // Beyond 64 bits nlohmann::json has an unsigned one.
    if (field->is_number_unsigned() && field->get<std::uint64_t>() > std::uint64_t{largest_number})
      return wrong();
    const auto value = field->get<std::int64_t>();
    return value < 0 || value > largest_number ? wrong() : value;
  }
  bool flag_if_any(const char* name) {
    const auto field = body_.find(name);
    if (field == body_.end()) return false;
    if (!field->is_boolean()) return wrong() != 0;
    return field->get<bool>();
  }
  std::vector<std::string> hashes_if_any(const char* name) {
    std::vector<std::string> found;
    const auto field = body_.find(name);
    if (field == body_.end()) return found;
    if (!field->is_array()) return wrong(), found;
    for (const json& value : *field) {
      if (!value.is_string()) return wrong(), found;
      found.push_back(checked(value.get<std::string>(), true));
    }
    return found;
  }
  std::optional<EntryPlace> place(const char* name) {
    const auto field = body_.find(name);
    if (field == body_.end() || !field->is_object()) return wrong(), std::nullopt;
    Fields inner(*field);
    EntryPlace found{inner.hash("writer"), inner.number("seq")};
    if (!inner.are_good()) return wrong(), std::nullopt;
    return found;
  }
  void must(bool holds) { are_good_ = are_good_ && holds; }

 private:
  const json& body_;
  bool are_good_ = true;

  std::int64_t wrong() {
    are_good_ = false;
    return 0;
  }
  std::string checked(std::string text, bool is_needed) {
    must(!is_needed || is_hash(text));
    return text;
  }
  std::string typed_text(const char* name, bool is_needed) {
    const auto field = body_.find(name);
    if (field == body_.end()) return must(!is_needed), "";
    if (!field->is_string()) return wrong(), "";
    return field->get<std::string>();
  }
};

// `public` and what the kind has beside it, of a signed entry.
void read_signed(const Entry& entry, Fields& fields, KeyEvent& event) {
  const KeyEventKind kind = event.kind;
  using enum KeyEventKind;
  if (kind != founded) event.investigation = fields.hash("investigation");
  if (kind != joined && kind != overruled) event.key = fields.hash("public");
  switch (kind) {
    case founded:
    case begun:
      fields.must(fields.number("format") == 2 && event.key == entry.writer);
      event.name = fields.text_if_any("name");
      event.recovery = fields.hash_if_any("recovery");
      if (kind == founded) event.nonce = fields.hash("nonce");
      if (kind == begun) event.same = fields.hash_if_any("same");
      if (!event.same.empty()) event.same_signature = fields.text("same_signature");
      break;
    case replaced:
      event.last_believed = fields.number("last");
      event.successor = fields.hash_if_any("successor");
      fields.must(event.key == entry.writer && event.last_believed == entry.seq);
      break;
    case lost:
    case revoked:
      event.last_believed = fields.number("last");
      event.keeps = fields.hashes_if_any("keeps");
      break;
    case member:
      event.began = fields.hash("began");
      event.name = fields.text_if_any("name");
      break;
    case recovered:
      event.of = fields.hash("of");
      event.last_believed = fields.number("last");
      event.recovery_signature = fields.text("recovery_signature");
      event.keeps = fields.hashes_if_any("keeps");
      fields.must(event.key == entry.writer);
      break;
    case overruled:
      event.entry = fields.place("entry");
      break;
    case vouched:
      event.last_believed = fields.number("last");
      event.self = fields.hash("self");
      event.is_unasked = fields.flag_if_any("unasked");
      break;
    case voice:
    case confirmed:
    case lifted:
    case joined:
      break;
  }
}

void read_format_1(Fields& fields, KeyEvent& event) {
  using enum KeyEventKind;
  fields.must(event.kind == replaced || event.kind == lost || event.kind == revoked);
  event.key = fields.hash("public");
  event.last_believed = fields.number("last");
  event.signature = fields.text("signature");
  event.successor = fields.hash_if_any("successor");
}

}  // namespace

std::string_view word_of(KeyEventKind kind) { return words[static_cast<std::size_t>(kind)]; }

std::string key_event_text(const KeyEvent& event) {
  return "sanaq key 1\n" + std::string(word_of(event.kind)) + " " + event.key + " " +
         std::to_string(event.last_believed) + " " +
         (event.successor.empty() ? "-" : event.successor) + "\n";
}

std::optional<KeyEvent> key_event_of(const Entry& entry, const json& body) {
  if (!body.is_object()) return std::nullopt;
  Fields fields(body);
  const auto word = std::find(words.begin(), words.end(), fields.text("event"));
  if (word == words.end()) return std::nullopt;
  KeyEvent event;
  event.kind = static_cast<KeyEventKind>(word - words.begin());
  event.by = fields.text_if_any("by");
  event.reason = fields.text_if_any("reason");
  event.place = {entry.writer, entry.seq};
  entry.is_signed() ? read_signed(entry, fields, event) : read_format_1(fields, event);
  return fields.are_good() ? std::optional(std::move(event)) : std::nullopt;
}

json body_of(const KeyEvent& event) {
  using enum KeyEventKind;
  json body = {{"event", word_of(event.kind)}};
  for (const auto& [name, value] : {std::pair<const char*, const std::string&>{"public", event.key},
                                    {"successor", event.successor},
                                    {"by", event.by},
                                    {"reason", event.reason},
                                    {"signature", event.signature},
                                    {"investigation", event.investigation},
                                    {"name", event.name},
                                    {"began", event.began},
                                    {"self", event.self},
                                    {"of", event.of},
                                    {"recovery", event.recovery},
                                    {"recovery_signature", event.recovery_signature},
                                    {"same", event.same},
                                    {"same_signature", event.same_signature},
                                    {"nonce", event.nonce}}) {
    if (!value.empty()) body[name] = value;
  }
  switch (event.kind) {
    case founded:
    case begun:
      body["format"] = 2;
      break;
    case replaced:
    case lost:
    case revoked:
    case recovered:
    case vouched:
      body["last"] = event.last_believed;
      break;
    case member:
    case voice:
    case confirmed:
    case lifted:
    case overruled:
    case joined:
      break;
  }
  if (event.is_unasked) body["unasked"] = true;
  if (!event.keeps.empty()) body["keeps"] = event.keeps;
  if (event.entry) body["entry"] = {{"seq", event.entry->seq}, {"writer", event.entry->writer}};
  return body;
}

std::string same_text(std::string_view id, std::string_view key) {
  return fmt::format("sanaq same 2\n{} {}\n", id, key);
}

std::string recovered_text(std::string_view id, const KeyEvent& event) {
  return fmt::format("sanaq recovered 2\n{} {} {} {}\n", id, event.of, event.key,
                     event.last_believed);
}

bool event_signature_holds(const KeyEvent& event) {
  return signature_holds(key_event_text(event), event.signature, event.place.writer);
}

}  // namespace sanaq::ledger

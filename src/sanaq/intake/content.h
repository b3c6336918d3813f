// What an envelope holds, and its bytes (docs/formats/envelope.md, Content).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sanaq::intake {

// The numbers stand in envelopes and may never change.
enum class ContentKind : std::uint8_t { comment = 1, testimony = 2, file = 3, addition = 4 };

// What an envelope holds. Field names are ASCII; values are what the sender wrote, UTF-8 once they
// passed the server, and never to be believed:
//   comment:   page, lang, name, text, reply_to, day; trap = "filled" where a machine filled it
//   testimony: receipt (key_text), lang, text, publish ("nothing", "without-names", "all"),
//              contact, day
//   file:      receipt, lang, name, type, day, and the bytes
//   addition:  receipt, lang, text, day (what a witness adds at /return)
struct Content {
  ContentKind kind = ContentKind::comment;
  std::vector<std::pair<std::string, std::string>> fields;
  std::string file = {};
  // The value of a field; "" if there is none.
  [[nodiscard]] const std::string& value(std::string_view name) const;
  bool operator==(const Content&) const = default;
};

// All but the bytes of the file, which follow. Throws Error{bug} for more than 255 fields or a name
// of more than 255 bytes.
[[nodiscard]] std::string head_bytes(const Content& content);

// Reads the head and takes all that follows for the file; nullopt where the bytes have not the
// form.
[[nodiscard]] std::optional<Content> read_content(std::string_view bytes);

}  // namespace sanaq::intake

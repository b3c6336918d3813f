// One entry of the ledger: its line in the chain, and its body with the salt that hides it.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "sanaq/base/result.h"

namespace sanaq::ledger {

// Where an entry stands: its writer's chain and its place there. As text "WRITER:SEQ".
struct EntryPlace {
  std::string writer;
  std::int64_t seq = 0;
  auto operator<=>(const EntryPlace&) const = default;
};

// Fields as docs/formats/ledger.md names them. `body` is canonical JSON text; none where it was
// erased or is missing.
struct Entry {
  std::int64_t seq = 0;
  std::int64_t clock = 0;
  std::string time;
  std::string writer;
  std::string kind;
  std::string commitment;
  std::map<std::string, std::string> seen;  // writer -> self of the last line seen there
  std::string prev;
  std::string self;
  std::string sig;  // Ed25519, base64; empty in an entry of format 1
  std::optional<std::string> body;
  std::string salt;
  [[nodiscard]] bool is_signed() const { return !sig.empty(); }
};

inline constexpr std::string_view first_prev =
    "0000000000000000000000000000000000000000000000000000000000000000";
// The id under which a founding line is signed: it is itself what the id is made from.
inline constexpr std::string_view no_id = first_prev;

// SHA-256, hex, of the salt's 64 digits followed by the canonical body.
[[nodiscard]] std::string commit(std::string_view salt, std::string_view body);
void commit(std::string_view salt, std::string_view body, char* hex);  // writes 64 digits

// SHA-256, hex, of a line without its LF: what the next line's `prev` says.
[[nodiscard]] std::string line_hash(std::string_view line);
[[nodiscard]] bool is_hash(std::string_view text);  // 64 lower-case hex digits

// Fills `self` from the other fields; `sig` is none of them.
void seal(Entry& entry);

// What `sig` signs: "sanaq entry 2" and one line "ID WRITER SEQ SELF", each ended by LF.
[[nodiscard]] std::string signed_text(std::string_view id, const Entry& entry);

// The line without its LF. `self` must be sealed; without `sig` it is a line of format 1.
[[nodiscard]] std::string chain_line(const Entry& entry);
[[nodiscard]] std::string body_line(const Entry& entry);

// Reads a line and checks what it can alone: canonical form, fields, seal. The body is not filled.
[[nodiscard]] base::Result<Entry> parse_chain_line(std::string_view line);

// The same into an entry that is used again for the next line. A problem, or none.
[[nodiscard]] std::optional<base::Problem> read_chain_line(std::string_view line, Entry& entry);

struct Body {
  std::int64_t seq = 0;
  std::string salt;
  std::string body;
};
[[nodiscard]] base::Result<Body> parse_body_line(std::string_view line);
// The same without a copy: parts of the line.
struct BodyView {
  std::int64_t seq = 0;
  std::string_view salt;
  std::string_view body;
};
[[nodiscard]] base::Result<BodyView> view_body_line(std::string_view line);

// Nothing but the kinds of design.md 3.1 is ever entered.
[[nodiscard]] bool is_known_kind(std::string_view kind);

// Others are checked by the body of a key, a checkpoint, an erasure, a retraction or a secret.
[[nodiscard]] bool can_be_erased(std::string_view kind);

}  // namespace sanaq::ledger

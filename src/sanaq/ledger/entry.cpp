#include "sanaq/ledger/entry.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "sanaq/base/check.h"
#include "sanaq/base/error.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/canonical.h"
#include "sanaq/ledger/canonical_scan.h"

namespace sanaq::ledger {
namespace {

using base::message;
using nlohmann::json;

constexpr std::array<std::string_view, 13> kinds = {
    "key",     "checkpoint", "document",    "list",    "decision",  "statement", "retraction",
    "erasure", "run",        "publication", "comment", "testimony", "secret"};
constexpr std::int64_t integer_max = 9007199254740991;
constexpr std::size_t signature_digits = 88;  // of base64: 64 bytes, padded

// 86 digits of base64 and the padding. Whether it signs anything is another question (keys.h).
bool is_signature(std::string_view text) {
  static const std::array<bool, 256> is_digit = [] {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::array<bool, 256> table{};
    for (const char digit : digits) table[static_cast<unsigned char>(digit)] = true;
    return table;
  }();
  if (text.size() != signature_digits || !text.ends_with("==")) return false;
  return std::all_of(text.begin(), text.end() - 2,
                     [](char digit) { return is_digit[static_cast<unsigned char>(digit)]; });
}

base::Problem altered(base::Message reason) {
  return {std::move(reason), message("this line was altered or damaged after it was written; "
                                     "compare it with another copy of the ledger")};
}

json sealed_part(const Entry& entry) {
  return {{"clock", entry.clock}, {"commitment", entry.commitment},
          {"kind", entry.kind},   {"prev", entry.prev},
          {"seen", entry.seen},   {"seq", entry.seq},
          {"time", entry.time},   {"writer", entry.writer}};
}

bool is_time(std::string_view text) {
  constexpr std::string_view form = "0000-00-00T00:00:00Z";
  if (text.size() != form.size()) return false;
  for (std::size_t at = 0; at < form.size(); ++at) {
    if (form[at] == '0' ? text[at] < '0' || text[at] > '9' : text[at] != form[at]) return false;
  }
  return true;
}

// One hash state a thread: a ledger is millions of short texts.
base::Sha256& hash_state() {
  thread_local base::Sha256 state;
  return state;
}

// Takes a canonical chain line apart from left to right; empty-handed at the first byte that is not
// of the form.
class ChainLine {
 public:
  explicit ChainLine(std::string_view line) : rest_(line) {}

  bool read(Entry& entry) {
    std::string_view commitment, kind, prev, self, sig, time, writer;
    const bool is_read =
        word("{\"clock\":") && integer(entry.clock) && word(",\"commitment\":\"") &&
        hash(commitment) && word("\",\"kind\":\"") && until_quote(kind) && word("\",\"prev\":\"") &&
        hash(prev) && word("\",\"seen\":{") && seen(entry) && word("},\"self\":\"") && hash(self) &&
        word("\",\"seq\":") && integer(entry.seq) && signature(sig) && word(",\"time\":\"") &&
        until_quote(time) && word("\",\"writer\":\"") && hash(writer) && rest_ == "\"}";
    if (!is_read || entry.seq < 1 || entry.clock < 1 || !is_known_kind(kind) || !is_time(time))
      return false;
    entry.commitment = commitment;
    entry.kind = kind;
    entry.prev = prev;
    entry.self = self;
    entry.sig = sig;
    entry.time = time;
    entry.writer = writer;
    return true;
  }

 private:
  std::string_view rest_;

  bool word(std::string_view expected) {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(expected.size());
    return true;
  }

  bool hash(std::string_view& text) {
    text = rest_.substr(0, 64);
    if (!is_hash(text)) return false;
    rest_.remove_prefix(64);
    return true;
  }

  // None in a line of format 1.
  bool signature(std::string_view& text) {
    if (!word(",\"sig\":\"")) return true;
    text = rest_.substr(0, signature_digits);
    if (!is_signature(text)) return false;
    rest_.remove_prefix(signature_digits);
    return word("\"");
  }

  bool until_quote(std::string_view& text) {
    text = rest_.substr(0, rest_.find('"'));
    rest_.remove_prefix(text.size());
    return true;
  }

  bool integer(std::int64_t& number) {
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    const auto length = static_cast<std::size_t>(end - rest_.data());
    if (error != std::errc() || number < 0 || number > integer_max ||
        (rest_[0] == '0' && length > 1) || rest_[0] == '-')
      return false;
    rest_.remove_prefix(length);
    return true;
  }

  bool seen(Entry& entry) {
    std::string_view before;
    while (rest_.starts_with(before.empty() ? "\"" : ",\"")) {
      rest_.remove_prefix(before.empty() ? 1 : 2);
      std::string_view writer, self;
      if (!hash(writer) || writer <= before || !word("\":\"") || !hash(self) || !word("\""))
        return false;
      entry.seen.emplace_hint(entry.seen.end(), writer, self);
      before = writer;
    }
    return true;
  }
};

// The seal of a canonical line: the hash of it with `"self":"…",` and `"sig":"…",` taken out.
bool seal_holds(std::string_view line, std::string_view self, bool is_signed) {
  const std::size_t at = line.find("\"self\":\"");
  std::string_view rest = line.substr(at + 8 + 64 + 2);
  base::Sha256& state = hash_state();
  state.add(line.substr(0, at));
  if (is_signed) {
    const std::size_t signature_at = rest.find("\"sig\":\"");
    state.add(rest.substr(0, signature_at));
    rest.remove_prefix(signature_at + 7 + signature_digits + 2);
  }
  state.add(rest);
  std::array<char, 64> hex{};
  state.finish(hex.data());
  return std::string_view(hex.data(), hex.size()) == self;
}

// Why a line was refused, in words. Only reached for lines that were.
base::Problem chain_line_problem(std::string_view line) {
  if (line.ends_with('\r')) {
    return {message("the line ends in CR LF"),
            message("a mailer or an editor changed the line ends; nothing else need be wrong: turn "
                    "CR LF back into LF")};
  }
  const json value = json::parse(line, nullptr, false);
  if (value.is_discarded() || !value.is_object())
    return altered(message("the line is not a JSON object"));
  if (!is_canonical(line)) return altered(message("the line is not canonical JSON"));
  constexpr std::array<const char*, 9> fields = {"clock", "commitment", "kind", "prev",  "seen",
                                                 "self",  "seq",        "time", "writer"};
  const bool has_fields = value.size() == fields.size() + (value.contains("sig") ? 1 : 0) &&
                          std::all_of(fields.begin(), fields.end(),
                                      [&](const char* name) { return value.contains(name); });
  if (!has_fields) return altered(message("the line has not the fields of an entry"));
  return altered(message("a field of the entry is not of its form"));
}

base::Problem body_line_problem(std::string_view line) {
  if (line.ends_with('\r')) return chain_line_problem(line);
  const json value = json::parse(line, nullptr, false);
  if (value.is_discarded() || !value.is_object())
    return altered(message("the line is not a JSON object"));
  if (!is_canonical(line)) return altered(message("the line is not canonical JSON"));
  return altered(message("the line has not the fields of a body"));
}

}  // namespace

bool is_hash(std::string_view text) {
  if (text.size() != 64) return false;
  // All 64 without a branch: the compiler makes vector instructions of it.
  unsigned wrong = 0;
  for (std::size_t at = 0; at < 64; ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool is_decimal = static_cast<unsigned char>(byte - '0') < 10;
    const bool is_letter = static_cast<unsigned char>(byte - 'a') < 6;
    wrong |= static_cast<unsigned>(!(is_decimal | is_letter));
  }
  return wrong == 0;
}

std::string commit(std::string_view salt, std::string_view body) {
  base::Sha256& state = hash_state();
  state.add(salt);
  state.add(body);
  return state.hex();
}

void commit(std::string_view salt, std::string_view body, char* hex) {
  base::Sha256& state = hash_state();
  state.add(salt);
  state.add(body);
  state.finish(hex);
}

std::string line_hash(std::string_view line) {
  base::Sha256& state = hash_state();
  state.add(line);
  return state.hex();
}

std::string signed_text(std::string_view id, const Entry& entry) {
  return fmt::format("sanaq entry 2\n{} {} {} {}\n", id, entry.writer, entry.seq, entry.self);
}

void seal(Entry& entry) { entry.self = line_hash(canonical(sealed_part(entry))); }

std::string chain_line(const Entry& entry) {
  base::check(is_hash(entry.self) && is_known_kind(entry.kind),
              "an entry is sealed before it is written");
  json line = sealed_part(entry);
  line["self"] = entry.self;
  if (entry.is_signed()) line["sig"] = entry.sig;
  return canonical(line);
}

std::string body_line(const Entry& entry) {
  base::check(entry.body.has_value() && commit(entry.salt, *entry.body) == entry.commitment,
              "a body is what was committed to");
  return fmt::format(R"({{"body":{},"salt":"{}","seq":{}}})", *entry.body, entry.salt, entry.seq);
}

base::Result<Entry> parse_chain_line(std::string_view line) {
  Entry entry;
  if (auto problem = read_chain_line(line, entry)) return tl::unexpected(std::move(*problem));
  return entry;
}

std::optional<base::Problem> read_chain_line(std::string_view line, Entry& entry) {
  entry.seen.clear();
  entry.body.reset();
  entry.salt.clear();
  if (!ChainLine(line).read(entry)) return chain_line_problem(line);
  if (!seal_holds(line, entry.self, entry.is_signed()))
    return altered(message("the entry is not what its seal says"));
  return std::nullopt;
}

base::Result<Body> parse_body_line(std::string_view line) {
  const auto view = view_body_line(line);
  if (!view) return tl::unexpected(view.error());
  return Body{view->seq, std::string(view->salt), std::string(view->body)};
}

base::Result<BodyView> view_body_line(std::string_view line) {
  constexpr std::string_view head = R"({"body":)", salt_mark = R"(,"salt":")",
                             seq_mark = R"(","seq":)";
  const std::size_t seq_at = line.rfind(seq_mark);
  const std::size_t tail = salt_mark.size() + 64;
  if (!line.starts_with(head) || !line.ends_with('}') || seq_at == line.npos ||
      seq_at < head.size() + tail)
    return tl::unexpected(body_line_problem(line));
  BodyView body;
  body.salt = line.substr(seq_at - 64, 64);
  body.body = line.substr(head.size(), seq_at - tail - head.size());
  const std::string_view digits =
      line.substr(seq_at + seq_mark.size(), line.size() - seq_at - seq_mark.size() - 1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), body.seq);
  const bool has_form =
      line.substr(seq_at - tail, salt_mark.size()) == salt_mark && is_hash(body.salt) &&
      error == std::errc() && end == digits.data() + digits.size() && body.seq >= 1 &&
      std::to_string(body.seq) == digits && body.body.starts_with('{') && is_canonical(body.body);
  if (!has_form) return tl::unexpected(body_line_problem(line));
  return body;
}

bool can_be_erased(std::string_view kind) {
  return kind != "key" && kind != "checkpoint" && kind != "erasure" && kind != "retraction" &&
         kind != "secret";
}

bool is_known_kind(std::string_view kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

}  // namespace sanaq::ledger

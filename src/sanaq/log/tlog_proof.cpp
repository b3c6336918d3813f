#include "sanaq/log/tlog_proof.h"

#include <charconv>

#include "sanaq/log/base64.h"

namespace sanaq::log {
namespace {

constexpr std::string_view first_line = "c2sp.org/tlog-proof@v1\n";
constexpr std::size_t hashes_max = 63;

}  // namespace

std::string tlog_proof_text(const TlogProof& proof) {
  std::string text(first_line);
  if (!proof.extra.empty()) text += "extra " + to_base64(proof.extra) + "\n";
  text += "index " + std::to_string(proof.index) + "\n";
  for (const Hash& hash : proof.hashes) text += to_base64(bytes_of(hash)) + "\n";
  return text + "\n" + proof.checkpoint;
}

std::optional<TlogProof> parse_tlog_proof(std::string_view text) {
  const std::string_view whole = text;
  const auto next_line = [&] {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
  };
  TlogProof proof;
  next_line();
  std::string_view line = next_line();
  if (line.starts_with("extra ")) {
    auto extra = from_base64(line.substr(6));
    if (!extra) return std::nullopt;
    proof.extra = std::move(*extra);
    line = next_line();
  }
  if (!line.starts_with("index ")) return std::nullopt;
  std::from_chars(line.data() + 6, line.data() + line.size(), proof.index);
  for (line = next_line(); !line.empty(); line = next_line()) {
    const auto bytes = from_base64(line);
    if (!bytes || bytes->size() != sizeof(Hash) || proof.hashes.size() == hashes_max)
      return std::nullopt;
    proof.hashes.push_back(hash_of(*bytes));
  }
  proof.checkpoint = text;
  // Everything that was skipped over above stands in the one way in which we write it.
  if (tlog_proof_text(proof) != whole) return std::nullopt;
  return proof;
}

}  // namespace sanaq::log

#include "sanaq/disclose/fact_ids.h"

#include <charconv>
#include <initializer_list>
#include <map>

#include "sanaq/base/hmac.h"

namespace sanaq::disclose {
namespace {

constexpr std::size_t id_digits = 16;

// Parts that no text within them can make look like others.
std::string joined(std::initializer_list<std::string_view> parts) {
  std::string out = "sanaq fact";
  for (const std::string_view part : parts)
    out.append("\n").append(std::to_string(part.size())).append(":").append(part);
  return out;
}

// "person 7" is the seventh whom nobody may name: the number changes with others.
std::string without_number(const std::string& text) {
  static constexpr std::string_view nameless = "person ";
  const std::size_t at = text.rfind(nameless);
  const bool is_nameless = at != text.npos && at + nameless.size() < text.size() &&
                           (at == 0 || text[at - 1] == ':' || text[at - 1] == '/') &&
                           text.find_first_not_of("0123456789", at + nameless.size()) == text.npos;
  return is_nameless ? text.substr(0, at + nameless.size()) : text;
}

}  // namespace

FactIds::FactIds(const std::string& secret)
    : key_(base::hmac_sha256_hex(secret, "sanaq facts\n")) {}

std::uint64_t FactIds::made_from(const std::string& text) const {
  const std::string hash = base::hmac_sha256_hex(key_, text);
  std::uint64_t id = 0;
  std::from_chars(hash.data(), hash.data() + id_digits, id, 16);
  return id;
}

std::uint64_t FactIds::of_cell(std::string_view origin, std::string_view property,
                               std::string_view value) const {
  return made_from(joined({"cell", origin, property, value}));
}

std::vector<std::uint64_t> FactIds::of_statements(
    const std::vector<casefile::Statement>& said) const {
  std::vector<std::uint64_t> ids;
  std::map<std::string, int> equal;
  for (const casefile::Statement& one : said) {
    const std::string text =
        joined({"statement", without_number(one.subject), without_number(one.property),
                without_number(one.value), one.language, one.source, one.locator,
                one.origin.file.empty() ? "ledger" : "table"});
    ids.push_back(made_from(text + "\n" + std::to_string(++equal[text])));
  }
  return ids;
}

}  // namespace sanaq::disclose

#include "sanaq/workspace/reader_language.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "sanaq/base/catalog.h"

namespace sanaq::workspace {
namespace {

struct Wish {
  std::string language;
  double weight = 1;
};

// "ru-KZ;q=0.8"
Wish read_wish(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  const std::size_t semicolon = text.find(';');
  std::string_view name = text.substr(0, std::min(text.find('-'), semicolon));
  while (name.ends_with(' ')) name.remove_suffix(1);
  Wish wish{std::string(name), 1};
  for (char& letter : wish.language) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  const std::size_t weight = text.find("q=");
  if (semicolon != text.npos && weight != text.npos)
    wish.weight = std::strtod(std::string(text.substr(weight + 2)).c_str(), nullptr);
  return wish;
}

}  // namespace

bool speaks(std::string_view language) {
  const std::vector<std::string> known = base::Catalog::languages();
  return std::ranges::find(known, language) != known.end();
}

std::string reader_language(const http::Request& request) {
  const std::string_view chosen = request.cookie(language_cookie);
  if (speaks(chosen)) return std::string(chosen);
  std::string_view rest = request.header("Accept-Language");
  Wish best{"en", 0};
  while (!rest.empty()) {
    const std::size_t comma = rest.find(',');
    const Wish wish = read_wish(rest.substr(0, comma));
    if (wish.weight > best.weight && speaks(wish.language)) best = wish;
    if (comma == rest.npos) break;
    rest.remove_prefix(comma + 1);
  }
  return best.language;
}

}  // namespace sanaq::workspace

#include "sanaq/link/derived_columns.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <map>
#include <string>
#include <utility>

namespace sanaq::link {
namespace {

// Is `part` inside `whole` in more than 95 % of the rows where it is filled?
bool is_derived(const Feature& part, const Feature& whole) {
  std::int64_t filled = 0, inside = 0, longer = 0;
  const std::size_t step = std::max<std::size_t>(1, part.codes.size() / 4000);
  for (std::size_t at = 0; at < part.codes.size(); at += step) {
    if (!part.codes[at]) continue;
    ++filled;
    if (!whole.codes[at]) continue;
    const auto& little = part.tokens[part.codes[at]];
    const auto& large = whole.tokens[whole.codes[at]];
    inside +=
        !little.empty() && std::includes(large.begin(), large.end(), little.begin(), little.end());
    longer += large.size() > little.size();
  }
  return filled >= 10 && inside * 20 > filled * 19 && (longer > 0 || part.filled <= whole.filled);
}

// A category of one or two letters (m, f) stands inside other cells by chance.
bool is_short_code(const Feature& feature) {
  double letters = 0;
  for (std::size_t code = 1; code < feature.values.size(); ++code)
    letters += static_cast<double>(feature.values[code].size() * feature.counts[code]);
  return feature.kind == Kind::category && letters < 4 * static_cast<double>(feature.filled);
}

}  // namespace

void split_words(std::vector<Feature>& features) {
  std::map<std::string, std::uint32_t, std::less<>> ids;
  for (Feature& feature : features) {
    feature.tokens.resize(feature.values.size());
    for (std::size_t code = 1; code < feature.values.size(); ++code) {
      std::string word;
      const std::string value = feature.values[code] + ' ';
      for (const char letter : value) {
        const auto byte = static_cast<unsigned char>(letter);
        if (byte >= 0x80 || std::isalnum(byte)) {
          word += letter;
        } else if (!word.empty()) {
          const auto found = ids.emplace(word, static_cast<std::uint32_t>(ids.size())).first;
          feature.tokens[code].push_back(found->second);
          word.clear();
        }
      }
      std::sort(feature.tokens[code].begin(), feature.tokens[code].end());
    }
  }
}

void drop_derived(std::vector<Feature>& features) {
  std::vector<bool> gone(features.size());
  for (std::size_t part = 0; part < features.size(); ++part) {
    for (std::size_t whole = 0; whole < features.size() && !gone[part]; ++whole) {
      const bool is_twice = part > whole && features[part].codes == features[whole].codes;
      if (part == whole || gone[whole] || (is_short_code(features[part]) && !is_twice)) continue;
      gone[part] = is_twice || is_derived(features[part], features[whole]);
    }
  }
  std::size_t kept = 0;
  for (std::size_t at = 0; at < features.size(); ++at) {
    if (gone[at]) continue;
    if (kept != at) features[kept] = std::move(features[at]);
    ++kept;
  }
  features.resize(kept);
}

}  // namespace sanaq::link

#include "sanaq/casefile/person_cell.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "sanaq/text/fold.h"

namespace sanaq::casefile {
namespace {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> parted(std::string_view text, std::string_view by) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(by);
    parts.push_back(trimmed(text.substr(0, at)));
    if (at == text.npos) return parts;
    text.remove_prefix(at + by.size());
  }
}

// Words of a name: "A.", "Sample", "Әлия-ұлы". Ages, years and remarks in brackets are none.
std::size_t words_in(std::string_view part) {
  if (part.empty() || part.find_first_of("0123456789()") != part.npos) return 0;
  return static_cast<std::size_t>(std::count(part.begin(), part.end(), ' ')) + 1;
}

// "Sample B., Other A." and "Bolat Sample, Aigerim Other", but not "Sample, Bolat Erlanovich".
bool are_names(const std::vector<std::string_view>& parts) {
  if (parts.size() < 2) return false;
  const bool are_references = std::all_of(parts.begin(), parts.end(), looks_like_reference);
  const auto with_words = std::count_if(parts.begin(), parts.end(),
                                        [](std::string_view part) { return words_in(part) >= 2; });
  return are_references || with_words >= 2;
}

}  // namespace

bool looks_like_reference(std::string_view cell) {
  const std::size_t colon = cell.find(':');
  if (colon == cell.npos) return false;
  const std::string_view list = trimmed(cell.substr(0, colon)), rest = cell.substr(colon + 1),
                         record = trimmed(rest);
  if (list.empty() || record.empty() || record.starts_with("//")) return false;
  const bool is_tight = list.size() == colon && record.size() == rest.size();
  const bool is_one_word = record.find(' ') == record.npos;
  return is_tight || (is_one_word && record.find_first_of("0123456789") != record.npos);
}

bool names_several(std::string_view cell) {
  const std::string folded = text::fold(cell);
  static constexpr std::array<std::string_view, 7> separators = {",",     ";",      "/",  " и ",
                                                                 " and ", " және ", " & "};
  return std::any_of(separators.begin(), separators.end(), [&](std::string_view separator) {
    return are_names(parted(folded, separator));
  });
}

}  // namespace sanaq::casefile

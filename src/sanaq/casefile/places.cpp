#include "sanaq/casefile/places.h"

#include <algorithm>

#include "sanaq/text/fold.h"
#include "sanaq/text/romanise.h"

namespace sanaq::casefile {

std::vector<std::string> plain_places(const std::vector<std::string>& places) {
  std::vector<std::string> plain;
  for (const std::string& place : places) plain.push_back(text::fold(text::romanise(place)));
  return plain;
}

bool is_among_places(const std::vector<std::string>& plain, std::string_view place) {
  if (plain.empty()) return true;
  const std::string written = text::fold(text::romanise(place));
  return std::any_of(plain.begin(), plain.end(), [&](const std::string& word) {
    return written.find(word) != std::string::npos;
  });
}

}  // namespace sanaq::casefile

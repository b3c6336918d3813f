#include "sanaq/investigation/published_places.h"

#include <nlohmann/json.hpp>

namespace sanaq::investigation {

std::string without_words(std::string_view name, std::string_view text,
                          const HoldsWordsInLine& holds_words) {
  std::string kept;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    const std::string_view line = text.substr(0, end + 1);
    text.remove_prefix(end + 1);
    if (!holds_words(line)) {
      kept += line;
      continue;
    }
    if (name != published_corrections) continue;
    nlohmann::ordered_json correction = nlohmann::ordered_json::parse(line, nullptr, false);
    if (!correction.is_object()) continue;
    for (const char* key : {"old", "new"}) correction[key] = "";
    std::string closed = correction.dump() + "\n";
    if (!holds_words(closed)) kept += closed;
  }
  return kept;
}

}  // namespace sanaq::investigation

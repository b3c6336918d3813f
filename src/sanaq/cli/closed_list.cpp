#include "sanaq/cli/closed_list.h"

#include "sanaq/casefile/vocabulary.h"

namespace sanaq::cli {

WordReader word_of(const std::string& table, const base::Catalog& catalog) {
  return [table, &catalog](std::string& value) -> std::string {
    casefile::Vocabulary words;
    words.speak(catalog.language());
    const auto code = words.read(table, value);
    if (!code)
      return catalog.say(base::message("{} is none of: {}", value, words.all_labels(table)));
    value = *code;
    return "";
  };
}

}  // namespace sanaq::cli

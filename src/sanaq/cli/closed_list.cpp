#include "sanaq/cli/closed_list.h"

#include "sanaq/casefile/vocabulary.h"

namespace sanaq::cli {

CLI::Validator word_of(const std::string& table, const base::Catalog& catalog) {
  const auto read = [table, &catalog](std::string& value) -> std::string {
    casefile::Vocabulary words;
    words.speak(catalog.language());
    const auto code = words.read(table, value);
    if (!code)
      return catalog.say(base::message("{} is none of: {}", value, words.all_labels(table)));
    value = *code;
    return "";
  };
  return CLI::Validator(read, "", table);
}

}  // namespace sanaq::cli

#include "sanaq/investigation/own_translations.h"

#include <set>

#include "sanaq/base/files.h"
#include "sanaq/casefile/schema.h"

namespace sanaq::investigation {
namespace {

constexpr std::string_view ending = ".po";

class TextsOnce {
 public:
  void add(const std::string& text) {
    if (text.empty() || !known_.insert(text).second) return;
    base::PoEntry entry;
    entry.id = text;
    all_.push_back(std::move(entry));
  }
  std::vector<base::PoEntry> all() { return std::move(all_); }

 private:
  std::set<std::string> known_;
  std::vector<base::PoEntry> all_;
};

// What a cell holds as it was written; a person is not translated.
bool holds_words(const casefile::Statement& said) {
  const std::string_view kind = casefile::kind_of(said.subject);
  if (kind.empty() || kind == "person" || !said.language.empty()) return false;
  const casefile::Column* column = casefile::column_of(kind, said.property);
  return column != nullptr && column->holds == casefile::ValueType::text;
}

bool has_letter(const std::string& text) {
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> translation_files(const std::string& folder) {
  const std::string own = base::join(folder, std::string(translations_folder));
  std::vector<std::string> files;
  if (!base::folder_exists(own)) return files;
  for (const std::string& name : base::list_folder(own)) {
    if (name.ends_with(ending) && !name.starts_with('.'))
      files.push_back(std::string(translations_folder) + "/" + name);
  }
  return files;
}

OwnTranslations read_own_translations(const std::string& folder) {
  OwnTranslations all;
  for (const std::string& file : translation_files(folder))
    all[base::file_stem(file)] = base::read_po(base::read_file(base::join(folder, file)), file);
  return all;
}

std::vector<base::PoEntry> own_texts(const settings::Config& config,
                                     const std::vector<casefile::Statement>& said) {
  TextsOnce texts;
  texts.add(config.title);
  texts.add(config.about);
  for (const settings::ListConfig& list : config.lists) {
    if (list.has_own_name) texts.add(list.name);
  }
  std::set<std::string> ids;
  for (const casefile::Statement& one : said) ids.insert(std::string(casefile::id_of(one.subject)));
  for (const casefile::Statement& one : said) {
    const bool is_text = one.visibility == "public" && holds_words(one) && has_letter(one.value) &&
                         !ids.contains(one.value);
    if (is_text) texts.add(one.value);
  }
  return texts.all();
}

}  // namespace sanaq::investigation

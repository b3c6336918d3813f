#include "sanaq/answers/translations_text.h"

#include "sanaq/report/text_table.h"

namespace sanaq::answers {

std::string translations_text(const Translations& shown, const base::Catalog& catalog) {
  std::vector<std::vector<std::string>> rows = {{catalog.say("language"), catalog.say("total"),
                                                 catalog.say("missing"), catalog.say("machine"),
                                                 catalog.say("reviewed"), catalog.say("stale")}};
  for (const auto& [language, entries] : shown.translated) {
    const base::TranslationCount count = base::count_translations(shown.wanted, entries);
    std::vector<std::string> row = {language};
    for (const std::int64_t number :
         {count.total, count.missing, count.machine, count.reviewed, count.stale})
      row.push_back(std::to_string(number));
    rows.push_back(std::move(row));
  }
  return report::text_table(std::move(rows));
}

nlohmann::json translations_json(const Translations& shown) {
  nlohmann::json languages = nlohmann::json::object();
  for (const auto& [language, entries] : shown.translated) {
    const base::TranslationCount count = base::count_translations(shown.wanted, entries);
    nlohmann::json missing = nlohmann::json::array();
    for (const base::PoEntry& entry : base::missing_translations(shown.wanted, entries))
      missing.push_back(entry.id);
    languages[language] = {{"total", count.total},     {"missing", count.missing},
                           {"machine", count.machine}, {"reviewed", count.reviewed},
                           {"stale", count.stale},     {"missing_texts", std::move(missing)}};
  }
  return languages;
}

std::string missing_text(const Translations& shown, const std::string& language) {
  const auto found = shown.translated.find(language);
  std::string out;
  for (const base::PoEntry& entry : base::missing_translations(
           shown.wanted,
           found == shown.translated.end() ? std::vector<base::PoEntry>() : found->second)) {
    out += "#. sanaq: machine " + base::source_hash(entry) + "\n";
    if (!entry.context.empty()) out += "msgctxt " + base::po_string(entry.context) + "\n";
    out += "msgid " + base::po_string(entry.id) + "\n";
    if (entry.plural.empty()) {
      out += "msgstr \"\"\n\n";
    } else {
      out += "msgid_plural " + base::po_string(entry.plural) + "\n";
      out += "msgstr[0] \"\"\nmsgstr[1] \"\"\n\n";
    }
  }
  return out;
}

}  // namespace sanaq::answers

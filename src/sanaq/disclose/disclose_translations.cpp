#include "sanaq/disclose/disclose_translations.h"

#include <algorithm>

#include "sanaq/base/translation_state.h"
#include "sanaq/draw/markup.h"

namespace sanaq::disclose {

using base::TranslationState;

void disclose_translations(const investigation::Outcome& outcome, pages::PublicView& view) {
  draw::OwnTexts& own = view.own_texts;
  own.language = view.languages.front();
  for (const base::PoEntry& text : investigation::own_texts(outcome.config, outcome.case_file.said))
    own.texts.insert(draw::harmless(text.id));
  for (const auto& [language, entries] : outcome.translations) {
    if (std::find(view.languages.begin(), view.languages.end(), language) == view.languages.end()) {
      view.warnings.push_back(base::message(
          "translations/{}.po is in none of the site's languages; name it in languages = [..], or "
          "call the file as one of them",
          language));
      continue;
    }
    for (const base::PoEntry& entry : entries) {
      const TranslationState state = base::state_of(entry);
      const bool is_usable =
          state == TranslationState::machine || state == TranslationState::reviewed;
      const std::string text = draw::harmless(entry.id);
      if (is_usable && own.texts.contains(text))
        own.translations[language][text] = draw::harmless(entry.forms.front());
    }
  }
}

}  // namespace sanaq::disclose

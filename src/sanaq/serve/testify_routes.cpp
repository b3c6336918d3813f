#include "sanaq/serve/testify_routes.h"

#include <array>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/base/system.h"
#include "sanaq/intake/receipt_words.h"
#include "sanaq/intake/secret_memory.h"
#include "sanaq/serve/sent_form.h"
#include "sanaq/serve/witness_words.h"

namespace sanaq::serve {
namespace {

// What the field sends, and the part of the page that shows it chosen.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> choices = {
    {{"nothing", "publish_nothing"},
     {"without-names", "publish_without_names"},
     {"all", "publish_all"}}};

// Whatever else was sent allows nothing.
std::pair<std::string_view, std::string_view> choice_of(const Asked& asked) {
  for (const auto& choice : choices) {
    if (choice.first == asked.form.value("publish")) return choice;
  }
  return choices[0];
}

std::string contact_of(const Asked& asked) {
  return one_line(asked.form.value("contact"), contact_letters_most);
}

http::Response testify_page(const Reception& reception, const Asked& asked,
                            std::string_view normalised, Filling filling, int status = 200) {
  fill_words(filling, normalised, reception);
  const std::string& text = asked.form.value("text");
  filling.places["text"] = text;
  filling.places["contact"] = contact_of(asked);
  filling.places["letters_over"] =
      std::to_string(letters_over(text, testimony_letters_most, testimony_bytes_most));
  filling.parts.emplace(choice_of(asked).second);
  return asked.page("testify", std::move(filling), status);
}

intake::Content testimony_of(const Asked& asked, std::string_view normalised) {
  return {intake::ContentKind::testimony,
          {{"receipt", intake::key_text(intake::receipt_keys(normalised).public_half)},
           {"lang", asked.language},
           {"text", asked.form.value("text")},
           {"publish", std::string(choice_of(asked).first)},
           {"contact", contact_of(asked)},
           {"day", base::today()}}};
}

// Returns false where the disk does not take it. The same again is one that is here already.
bool keep_testimony(Reception& reception, const Asked& asked, std::string_view normalised) {
  std::string content =
      asked.form.value("publish") + "\n" + contact_of(asked) + "\n" + asked.form.value("text");
  const bool is_here = reception.arrivals.came_content(normalised, content, reception.now());
  if (!is_here) {
    if (!reception.has_room(intake::Coming::text)) return false;
    intake::Content testimony = testimony_of(asked, normalised);
    try {
      reception.keep(testimony);
    } catch (const base::Error& error) {
      if (error.kind() != base::Kind::io) throw;
      return false;
    }
    for (auto& [name, value] : testimony.fields) intake::wipe(value);
    reception.arrivals.note(normalised, reception.now());
    reception.arrivals.note_content(normalised, content, reception.now());
  }
  intake::wipe(content);
  return true;
}

}  // namespace

http::Response show_testify(Reception& reception, const Asked& asked) {
  const std::string words = intake::normalised_words(intake::new_receipt_words(asked.language));
  return testify_page(reception, asked, words, {});
}

http::Response take_testimony(Reception& reception, const Asked& asked) {
  std::string words = intake::normalised_words(asked.form.value("words"));
  Filling filling;
  if (!intake::are_ten_words(words) ||
      !reception.tokens.is_ours(words, asked.form.value("words_token"), reception.now())) {
    words = intake::normalised_words(intake::new_receipt_words(asked.language));
    filling.parts.insert("new_words");
    return testify_page(reception, asked, words, std::move(filling));
  }
  const std::string& text = asked.form.value("text");
  if (is_blank(text)) filling.parts.insert("empty");
  if (letters_over(text, testimony_letters_most, testimony_bytes_most) > 0)
    filling.parts.insert("too_long");
  if (!filling.parts.empty()) return testify_page(reception, asked, words, std::move(filling));
  if (!keep_testimony(reception, asked, words)) {
    reception.counts.count(&DayCount::full);
    filling.parts.insert("full");
    return testify_page(reception, asked, words, std::move(filling), 503);
  }
  fill_words(filling, words, reception);
  filling.parts.insert("text_arrived");
  return asked.page("receipt", std::move(filling));
}

http::Response check_words(Reception& reception, const Asked& asked) {
  const std::string words = intake::normalised_words(asked.form.value("words"));
  if (!intake::are_ten_words(words)) return asked.error("bad_form", 400);
  const bool are_right = is_nth_word(asked.form.value("word3"), words, 3) &&
                         is_nth_word(asked.form.value("word7"), words, 7);
  Filling filling;
  fill_words(filling, words, reception);
  filling.parts = {"words_asked", are_right ? "words_right" : "words_wrong"};
  return asked.page("receipt", std::move(filling));
}

}  // namespace sanaq::serve

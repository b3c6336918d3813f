#include "help/server_site.h"

#include <map>

namespace sanaq::help {
namespace {

struct Shown {
  std::vector<std::string> places, parts;
};

const std::map<std::string, Shown>& shown_pages() {
  static const std::map<std::string, Shown> pages = {
      {"guard",
       {{"page", "name", "text", "reply_to", "token", "sum_before", "sum_after", "sum_question",
         "minutes", "letters_over", "back"},
        {"wrong", "old", "used", "limit", "full", "too_long", "empty", "trap"}}},
      {"thanks", {{"back"}, {}}},
      {"testify",
       {{"words", "words_token", "text", "contact", "letters_over", "word1", "word3", "word7",
         "word10"},
        {"publish_nothing", "publish_without_names", "publish_all", "full", "too_long", "empty",
         "new_words"}}},
      {"receipt",
       {{"words", "words_token", "word1", "word10"},
        {"text_arrived", "file_arrived", "no_file", "file_too_large", "full", "words_asked",
         "words_right", "words_wrong"}}},
      {"return",
       {{"words", "reply", "text", "letters_over"},
        {"asked", "known", "has_reply", "arrived_today", "text_arrived", "file_arrived", "no_file",
         "file_too_large", "full", "too_long", "empty"}}},
      {"error", {{"status"}, {"not_found", "bad_form", "full", "too_large", "busy", "failed"}}}};
  return pages;
}

std::string template_of(const std::string& name, const Shown& shown) {
  std::string text = "<!DOCTYPE html><html lang=\"{%lang%}\"><title>" + name +
                     "</title><link rel=\"stylesheet\" href=\"{%root%}sanaq.css\">\n";
  for (const std::string& place : shown.places)
    text += "<input name=\"" + place + "\" value=\"{%" + place + "%}\">\n";
  for (const std::string& part : shown.parts)
    text += "{%if " + part + "%}<p id=\"" + part + "\"></p>{%end " + part + "%}\n";
  return text;
}

}  // namespace

std::string server_site(const Scratch& scratch, const std::vector<std::string>& languages,
                        const std::string& keys) {
  scratch.write("site/server/intake-keys.txt", keys);
  for (const std::string& language : languages) {
    for (const auto& [name, shown] : shown_pages())
      scratch.write("site/server/" + language + "/" + name + ".html", template_of(name, shown));
  }
  const std::string page =
      "<!DOCTYPE html><meta http-equiv=\"Content-Security-Policy\" content=\"script-src "
      "'none'\"><meta name=\"referrer\" content=\"no-referrer\"><title>An invented page</title>";
  scratch.write("site/index.html", page);
  scratch.write("site/articles/strike.html", page);
  scratch.write("site/articles/index.html", page);
  scratch.write("site/sanaq.css", "body{}");
  scratch.write("site/.hidden", "not for readers");
  scratch.write("site/sanaq-site.txt", "# sanaq site 1\n");
  return scratch / "site";
}

}  // namespace sanaq::help

#include "sanaq/pages/server_pages.h"

#include <string_view>

#include "sanaq/pages/frame.h"

namespace sanaq::pages {
namespace {

using base::message;

// A place's marks while the page around it is made, of letters of private use: escaping leaves them
// alone, and nobody writes two of them in a row.
constexpr std::string_view place_begins = "{%", place_ends = "%}", begins_mark = "\uE0B2\uE0B6",
                           ends_mark = "\uE0B6\uE0B2";

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

// Texts of the investigators can hold no place.
std::string with_places(const std::string& framed) {
  const std::string own = replaced(framed, place_begins, "{&#37;");
  return replaced(replaced(own, begins_mark, place_begins), ends_mark, place_ends);
}

std::string marked(const std::string& body) {
  return replaced(replaced(body, place_begins, begins_mark), place_ends, ends_mark);
}

Data shared(const PublicView& view, const draw::Voice& voice) {
  Data data;
  data.set("home", language_folder(view, voice.language()) + "index.html");
  const std::string& onion = view.written.intake.onion;
  put_text(data, "onion", onion.empty() ? onion : onion + "/testify");
  return data;
}

struct Filled {
  const char* name;
  std::string title;
  const char* in_language;  // Page::in_language
};

std::string filled_page(const PublicView& view, const Filled& one, const draw::Voice& voice) {
  Page page{std::string("server/") + one.name + ".html", "server", one.title,
            marked(render(std::string("server-") + one.name, voice, shared(view, voice)))};
  page.served_from = marked("{%root%}");
  page.form_action = "'self'";
  page.in_language = one.in_language;
  return with_places(frame(view, voice, page));
}

std::string proxy_page(const PublicView& view, const base::Message& said,
                       const draw::Voice& voice) {
  Data data = shared(view, voice);
  data.set("said", voice.say(said));
  Page page{"server/proxy.html", "server", voice.say("This did not work"),
            render("server-proxy", voice, data)};
  page.served_from = "/";
  return frame(view, voice, page);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> server_pages(const PublicView& view,
                                                              const draw::Voice& voice) {
  const std::string folder = "server/" + voice.language() + "/";
  const Filled filled[] = {{"guard", voice.say("One sum, and your comment is sent"), ""},
                           {"thanks", voice.say("Your comment has arrived"), ""},
                           {"testify", voice.say("Tell what you saw"), "testify?lang="},
                           {"receipt", voice.say("What you sent"), ""},
                           {"return", voice.say("You come back"), "return?lang="},
                           {"error", voice.say("This did not work"), ""}};
  const base::Message busy = message(
      "The server does not answer just now, and nothing was taken. Go back, wait a few minutes, "
      "and send it again: your text may still stand there.");
  const std::pair<const char*, base::Message> sent_by_proxy[] = {
      {"413", message("That was larger than may be sent here. A text may have 100,000 letters, a "
                      "file 63 megabytes; a longer film goes in parts.")},
      {"502", busy},
      {"503", busy},
      {"504", busy}};
  std::vector<std::pair<std::string, std::string>> pages;
  for (const Filled& one : filled)
    pages.emplace_back(folder + one.name + ".html", filled_page(view, one, voice));
  for (const auto& [status, said] : sent_by_proxy)
    pages.emplace_back(folder + status + ".html", proxy_page(view, said, voice));
  return pages;
}

}  // namespace sanaq::pages

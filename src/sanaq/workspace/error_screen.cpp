#include "sanaq/workspace/error_screen.h"

#include "sanaq/workspace/carried_form.h"

namespace sanaq::workspace {
namespace {

std::string title_of(const Visit& visit, base::Kind kind) {
  const draw::Voice& voice = visit.voice;
  switch (kind) {
    case base::Kind::not_found:
      return voice.say("This is not here");
    case base::Kind::conflict:
      return voice.say("Something is in the way");
    case base::Kind::bad_input:
    case base::Kind::usage:
      return voice.say("This cannot be taken as it is");
    default:
      return voice.say("This did not work");
  }
}

}  // namespace

int status_of(base::Kind kind) {
  switch (kind) {
    case base::Kind::usage:
    case base::Kind::bad_input:
      return 422;
    case base::Kind::not_found:
      return 404;
    case base::Kind::conflict:
      return 409;
    case base::Kind::io:
    case base::Kind::stopped:
      return 503;
    default:
      return 500;
  }
}

http::Response error_screen(const Visit& visit, Bench& bench, const base::Error& error,
                            const std::string& pattern) {
  const PageHead head{title_of(visit, error.kind()), "", status_of(error.kind())};
  const std::string sentence = visit.voice.say_isolating(error.message());
  if (visit.request.method != "POST" || visit.form.fields.size() < 2)
    return plain_screen(visit, bench, head.status, head.title, sentence);
  return form_again(visit, bench, head, sentence, visit.request.path, pattern, visit.form);
}

http::Response plain_screen(const Visit& visit, Bench& bench, int status, const std::string& title,
                            const std::string& sentence) {
  Data data;
  data.set("title", title);
  data.set("sentence", sentence);
  return page(visit, bench, {title, "", status}, "plain", data);
}

}  // namespace sanaq::workspace

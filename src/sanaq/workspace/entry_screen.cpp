#include "sanaq/workspace/entry_screen.h"

#include "sanaq/workspace/carried_form.h"

namespace sanaq::workspace {

http::Response entry_screen(const Visit& visit, Bench& bench, WhyOutside why, const std::string& to,
                            const http::Form& form) {
  Data data;
  data.set("is_arriving", why == WhyOutside::arrives);
  data.set("was_away", why == WhyOutside::away);
  data.set("is_used", why == WhyOutside::used_link);
  data.set("to", to);
  const Data fields = carried_fields(form, "was.");
  data.set("has_fields", !fields.is_empty_list());
  data.set("fields", fields);
  PageHead head{visit.voice.say("Open the workspace")};
  if (why == WhyOutside::away) head.status = 401;
  if (why == WhyOutside::used_link) head.status = 403;
  return page(visit, bench, head, "entry", data);
}

std::string token_in(const std::string& typed) {
  const std::size_t sign = typed.rfind('#');
  std::string token = sign == typed.npos ? typed : typed.substr(sign + 1);
  while (!token.empty() && static_cast<unsigned char>(token.back()) <= ' ') token.pop_back();
  std::size_t first = 0;
  while (first < token.size() && static_cast<unsigned char>(token[first]) <= ' ') ++first;
  return token.substr(first);
}

}  // namespace sanaq::workspace

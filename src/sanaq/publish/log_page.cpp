#include "sanaq/publish/log_page.h"

#include "sanaq/draw/voice.h"
#include "sanaq/pages/page_template.h"

namespace sanaq::publish {

std::string log_page(const std::string& title, const std::string& language, std::uint64_t size,
                     const std::string& code) {
  const draw::Voice voice(language);
  pages::Data data;
  data.set("language", voice.language());
  data.set("title", title);
  data.set("size", voice.number(static_cast<std::int64_t>(size)));
  data.set("code", code);
  return pages::render("log", voice, data);
}

}  // namespace sanaq::publish

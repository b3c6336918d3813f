// A page with places, filled with whatever a stranger sends; paths into a site.
#include "input.h"
#include "sanaq/serve/page_text.h"
#include "sanaq/serve/sent_form.h"
#include "sanaq/serve/site_file.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sanaq;
  const auto pieces = fuzz::pieces_of(fuzz::bytes_of(data, size), 2);
  const std::string text = serve::cleaned_text(pieces[1]);
  fuzz::expect(serve::cleaned_text(text) == text, "a cleaned text is clean");
  fuzz::expect(text.find('\0') == text.npos && text.find('\r') == text.npos, "and has no controls");
  const std::string line = serve::one_line(pieces[1], 80);
  fuzz::expect(serve::letter_count(line) <= 80 && line.find('\n') == line.npos, "a line is short");
  if (serve::is_public_path(text))
    fuzz::expect(("/" + text + "/").find("/../") == std::string::npos, "no path leads upwards");
  return fuzz::answered_in_words([&] {
    const serve::PageText page(pieces[0], {{"text"}, {"wrong"}}, "guard.html");
    const std::string filled = page.filled({{{"text", text}}, {"wrong"}});
    fuzz::expect(text.find('<') == text.npos || filled.find(text) == filled.npos ||
                     pieces[0].find(text) != pieces[0].npos,
                 "nothing of a stranger's stands in a page as HTML");
  });
}

#include "sanaq/serve/sent_form.h"

#include <algorithm>

#include "sanaq/base/utf8_letter.h"
#include "sanaq/http/multipart.h"

namespace sanaq::serve {
namespace {

constexpr std::string_view unknown_letter = "\xef\xbf\xbd";
constexpr std::size_t fields_most = 50;

class Fields : public http::PartSink {
 public:
  explicit Fields(http::Form& form) : form_(form) {}
  [[nodiscard]] bool begin(const http::PartHead& head) override {
    form_.fields.emplace_back(head.field, "");
    return form_.fields.size() <= fields_most;
  }
  [[nodiscard]] bool bytes(std::string_view piece) override {
    form_.fields.back().second += piece;
    return true;
  }

 private:
  http::Form& form_;
};

}  // namespace

http::Form sent_form(const http::Request& request, http::Body& body) {
  http::Form form;
  if (http::boundary_of(request.header("Content-Type"))) {
    Fields fields(form);
    body.parts(fields, form_bytes_most);
  } else {
    form = http::parse_form(body.whole(form_bytes_most));
  }
  for (auto& [name, value] : form.fields) value = cleaned_text(value);
  return form;
}

std::string cleaned_text(std::string_view sent) {
  std::string text;
  text.reserve(sent.size());
  while (!sent.empty()) {
    const base::Utf8Letter letter = base::first_letter(sent);
    const bool is_end_of_line = letter.code == '\r' || letter.code == '\n';
    const bool is_control = letter.code < 0x20 || (letter.code >= 0x7f && letter.code < 0xa0);
    if (is_end_of_line)
      text += '\n';
    else if (!letter.is_whole)
      text += unknown_letter;
    else if (!is_control || letter.code == '\t')
      text += sent.substr(0, letter.size);
    sent.remove_prefix(sent.starts_with("\r\n") ? 2 : letter.size);
  }
  return text;
}

std::string one_line(std::string_view sent, std::size_t letters_most) {
  const std::string text = cleaned_text(sent);
  std::string line;
  std::string_view rest = text;
  for (std::size_t count = 0; count < letters_most && !rest.empty();) {
    const std::size_t size = base::first_letter(rest).size;
    const std::string_view letter = rest.substr(0, size);
    rest.remove_prefix(size);
    const bool is_space = letter == "\n" || letter == "\t" || letter == " ";
    if (is_space && (line.empty() || line.ends_with(' '))) continue;
    line += is_space ? " " : letter;
    ++count;
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

std::size_t letter_count(std::string_view utf8) {
  return static_cast<std::size_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char byte) { return (byte & 0xc0) != 0x80; }));
}

std::size_t letters_over(std::string_view text, std::size_t letters_most, std::size_t bytes_most) {
  const std::size_t letters = letter_count(text);
  const std::size_t over = letters > letters_most ? letters - letters_most : 0;
  // Of letters that take three or four bytes fewer fit.
  const std::size_t bytes_over = text.size() > bytes_most ? text.size() - bytes_most : 0;
  const std::size_t by_bytes =
      bytes_over == 0 ? 0 : std::max<std::size_t>(1, bytes_over * letters / text.size());
  return std::max(over, by_bytes);
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \n\t") == text.npos; }

}  // namespace sanaq::serve

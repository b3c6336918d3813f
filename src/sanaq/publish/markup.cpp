#include "sanaq/publish/markup.h"

namespace sanaq::publish {

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char byte : text) {
    const auto code = static_cast<unsigned char>(byte);
    if (byte == '&')
      out += "&amp;";
    else if (byte == '<')
      out += "&lt;";
    else if (byte == '>')
      out += "&gt;";
    else if (byte == '"')
      out += "&quot;";
    else if (byte == '\'')
      out += "&#39;";
    else if ((code < 0x20 && byte != '\n' && byte != '\t') || code == 0x7f)
      out += "\uFFFD";
    else
      out += byte;
  }
  return out;
}

}  // namespace sanaq::publish

#include "sanaq/draw/label_lines.h"

#include <fmt/format.h>

#include <algorithm>

#include "sanaq/draw/markup.h"

namespace sanaq::draw {
namespace {

constexpr double letter_width = 7.8;  // a wide guess, so that no line leaves the drawing

std::size_t letters_of(std::string_view text) {
  // UTF-8.
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

}  // namespace

std::vector<std::string> label_lines(const std::string& label, const std::string& value,
                                     double width) {
  const auto most = static_cast<std::size_t>((width - 2 * label_margin) / letter_width);
  std::vector<std::string> lines(1);
  for (std::size_t from = 0; from < label.size();) {
    const std::size_t end = std::min(label.find(' ', from), label.size());
    const std::string word = label.substr(from, end - from);
    from = end + 1;
    if (!lines.back().empty() && letters_of(lines.back()) + 1 + letters_of(word) > most)
      lines.emplace_back();
    lines.back() += (lines.back().empty() ? "" : " ") + word;
  }
  if (letters_of(lines.back()) + 1 + letters_of(value) > most) lines.emplace_back();
  return lines;
}

std::string label_text(const std::vector<std::string>& lines, const std::string& value, double y) {
  std::string out = fmt::format("<text class=\"label\" y=\"{:.1f}\">", y);
  for (std::size_t at = 0; at < lines.size(); ++at)
    out += fmt::format("<tspan x=\"{:.1f}\" dy=\"{:.0f}\">{}</tspan>", label_margin,
                       at == 0 ? 0 : label_height, escape(isolated(lines[at])));
  // An empty line has no place for what follows it: the value begins it.
  if (lines.back().empty()) {
    out.resize(out.rfind("<tspan"));
    return out + fmt::format("<tspan class=\"value\" x=\"{:.1f}\" dy=\"{:.0f}\">{}</tspan></text>",
                             label_margin, label_height, escape(value));
  }
  return out + " <tspan class=\"value\">" + escape(value) + "</tspan></text>";
}

}  // namespace sanaq::draw

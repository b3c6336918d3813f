#include "sanaq/draw/axis_drawing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sanaq/draw/markup.h"

namespace sanaq::draw {
namespace {

constexpr double row_height = 46, top = 10, margin = 14, line_height = 18;
constexpr double letter_width = 7.8;  // a wide guess, so that no line leaves the drawing

double largest(const std::vector<AxisRow>& rows) {
  double most = 1;
  for (const AxisRow& row : rows) {
    for (const auto& value : {row.low, row.high, row.point}) {
      if (value && std::isfinite(*value)) most = std::max(most, *value);
    }
  }
  return most;
}

std::string value_text(const AxisRow& row, const Voice& voice) {
  if (row.point && row.low && row.high && row.kind == "estimated") {
    return fmt::format("{} ({}–{})", voice.number(*row.point), voice.number(*row.low),
                       voice.number(*row.high));
  }
  if (row.low && row.high) {
    return voice.range(std::llround(*row.low), std::llround(*row.high));
  }
  if (row.low) return voice.say(base::message("at least {}", voice.number(*row.low)));
  if (row.high) return voice.say(base::message("at most {}", voice.number(*row.high)));
  return row.point ? voice.number(*row.point) : std::string("–");
}

struct Scale {
  double left, right, most;
  [[nodiscard]] double at(double value) const {
    return left + (right - left) * std::clamp(value / most, 0.0, 1.0);
  }
};

std::size_t letters_of(std::string_view text) {
  // UTF-8.
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

// The label's words in lines that fit; the value must fit beside the last line, or has one of its
// own.
std::vector<std::string> label_lines(const std::string& label, const std::string& value,
                                     double width) {
  const auto most = static_cast<std::size_t>((width - 2 * margin) / letter_width);
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
    out += fmt::format("<tspan x=\"{:.1f}\" dy=\"{:.0f}\">{}</tspan>", margin,
                       at == 0 ? 0 : line_height, escape(isolated(lines[at])));
  // An empty line has no place for what follows it: the value begins it.
  if (lines.back().empty()) {
    out.resize(out.rfind("<tspan"));
    return out + fmt::format("<tspan class=\"value\" x=\"{:.1f}\" dy=\"{:.0f}\">{}</tspan></text>",
                             margin, line_height, escape(value));
  }
  return out + " <tspan class=\"value\">" + escape(value) + "</tspan></text>";
}

std::string mark(const AxisRow& row, const Scale& scale, double y) {
  std::string out;
  if (row.low || row.high) {
    const double from = scale.at(row.low.value_or(0)), to = scale.at(row.high.value_or(scale.most));
    const bool is_open = !row.low || !row.high;
    if (to - from > 0.5) {
      out += fmt::format(
          "<line class=\"span{}\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>",
          is_open ? " open" : "", from, to, y, y);
    }
    for (const auto& end : {row.low, row.high}) {
      if (end && (row.kind != "estimated")) {
        out += fmt::format("<circle class=\"dot\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4.5\"/>",
                           scale.at(*end), y);
      }
    }
  }
  if (row.point)
    out += fmt::format("<circle class=\"dot big\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"6.5\"/>",
                       scale.at(*row.point), y);
  return out;
}

std::string grid(const std::vector<double>& steps, const Scale& scale, double bottom,
                 const Voice& voice) {
  std::string out;
  for (const double step : steps) {
    const char* anchor = step == 0 ? "start" : step == steps.back() ? "end" : "middle";
    out +=
        fmt::format("<line class=\"grid\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"0\" y2=\"{1:.1f}\"/>",
                    scale.at(step), bottom);
    out +=
        fmt::format("<text class=\"tick\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>",
                    scale.at(step), bottom + 16, anchor, escape(voice.number(step)));
  }
  return out;
}

}  // namespace

std::vector<double> ticks(double high, int most) {
  const double rough = std::max(high, 1.0) / most;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  double step = power * 10;
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= rough) {
      step = factor * power;
      break;
    }
  }
  step = std::max(step, 1.0);
  std::vector<double> out;
  for (int at = 0; out.empty() || out.back() < high; ++at) out.push_back(step * at);
  return out;
}

std::string axis_drawing(const std::vector<AxisRow>& rows, const Voice& voice, double width,
                         const std::string& id) {
  return axis_drawing(rows, voice, width, id, voice.say("All numbers on one axis"));
}

std::string axis_drawing(const std::vector<AxisRow>& rows, const Voice& voice, double width,
                         const std::string& id, const std::string& title) {
  const std::vector<double> steps = ticks(largest(rows) * 1.02, width > 500 ? 8 : 4);
  const Scale scale{margin, width - margin, steps.back()};
  std::vector<std::vector<std::string>> labels;
  double bottom = top + 4;
  for (const AxisRow& row : rows) {
    labels.push_back(label_lines(row.label, value_text(row, voice), width));
    bottom += row_height + line_height * static_cast<double>(labels.back().size() - 1);
  }
  std::string out = fmt::format(
      "<svg class=\"drawing axis\" viewBox=\"0 0 {0:.0f} {1:.0f}\" role=\"img\" "
      "aria-labelledby=\"{2}-t {2}-d\">"
      "<title id=\"{2}-t\">{3}</title><desc id=\"{2}-d\">",
      width, bottom + 24, id, escape(title));
  for (const AxisRow& row : rows)
    out += escape(isolated(row.label) + ": " + value_text(row, voice) + ". ");
  out += "</desc>" + grid(steps, scale, bottom, voice);
  double y = top;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const double more = line_height * static_cast<double>(labels[at].size() - 1);
    out += fmt::format("<g class=\"row {}\">{}{}</g>", rows[at].kind,
                       label_text(labels[at], value_text(rows[at], voice), y + 14),
                       mark(rows[at], scale, y + 29 + more));
    y += row_height + more;
  }
  return out + "</svg>";
}

}  // namespace sanaq::draw

#include "sanaq/draw/axis_drawing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sanaq/draw/label_lines.h"
#include "sanaq/draw/markup.h"

namespace sanaq::draw {
namespace {

constexpr double row_height = 46, top = 10, margin = label_margin, line_height = label_height;

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

#include "sanaq/draw/time_drawing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sanaq/draw/label_lines.h"
#include "sanaq/draw/markup.h"

namespace sanaq::draw {
namespace {

constexpr double time_row_height = 46, time_top = 10;
constexpr double days_of_year = 365.2425;

struct TimeScale {
  std::int32_t first, last;
  double left, right;
  [[nodiscard]] double at(double day) const {
    const double share = (day - first) / std::max(1.0, static_cast<double>(last) - first);
    return left + (right - left) * std::clamp(share, 0.0, 1.0);
  }
};

// The year in which a day lies, and the day on which a year begins, near enough for a drawing.
int year_of(std::int32_t day) {
  return static_cast<int>(std::floor(1970 + day / days_of_year + 1e-6));
}
double start_of_year(int year) { return std::round((year - 1970) * days_of_year); }

TimeScale scale_of(const std::vector<TimeRow>& rows, std::int32_t today, double width) {
  std::int32_t first = rows.front().stretches.empty() ? today : rows.front().stretches[0].from;
  std::int32_t last = first;
  for (const TimeRow& row : rows) {
    for (const Stretch& stretch : row.stretches) {
      first = std::min(first, stretch.from);
      last = std::max(last, stretch.to);
    }
  }
  if (today != 0) {
    first = std::min(first, today);
    last = std::max(last, today);
  }
  const std::int32_t around = std::max(15, (last - first) / 40);
  return {first - around, last + around, label_margin, width - label_margin};
}

std::string years(const TimeScale& scale, double bottom, double width) {
  const int first = year_of(scale.first), last = year_of(scale.last);
  const int most = width > 500 ? 10 : 5;
  const int step = std::max(1, (last - first + most) / most);
  std::string out;
  for (int year = first + 1; year <= last; ++year) {
    if (year % step != 0) continue;
    out += fmt::format(
        "<line class=\"grid\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"0\" y2=\"{1:.1f}\"/>"
        "<text class=\"tick\" x=\"{0:.1f}\" y=\"{2:.1f}\" text-anchor=\"middle\">{3}</text>",
        scale.at(start_of_year(year)), bottom, bottom + 16, year);
  }
  return out;
}

std::string line_of(const Stretch& stretch, const TimeScale& scale, double y) {
  const double from = scale.at(stretch.from);
  const double to = std::max(from + 3, scale.at(stretch.to));
  std::string out = fmt::format(
      "<line class=\"stretch {}\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>",
      stretch.kind, from, to, y, y);
  if (stretch.is_open)
    out += fmt::format("<path class=\"arrow\" d=\"M{:.1f} {:.1f}l8 5l-8 5z\"/>", to, y - 5);
  return out;
}

}  // namespace

std::string time_drawing(const std::vector<TimeRow>& rows, std::int32_t today, double width,
                         const std::string& id, const std::string& title) {
  const TimeScale scale = scale_of(rows, today, width);
  std::vector<std::vector<std::string>> labels;
  double bottom = time_top;
  for (const TimeRow& row : rows) {
    labels.push_back(label_lines(row.label, row.value, width));
    bottom += time_row_height + label_height * static_cast<double>(labels.back().size() - 1);
  }
  std::string out = fmt::format(
      "<svg class=\"drawing time\" viewBox=\"0 0 {0:.0f} {1:.0f}\" role=\"img\" "
      "aria-labelledby=\"{2}-t {2}-d\"><title id=\"{2}-t\">{3}</title><desc id=\"{2}-d\">",
      width, bottom + 24, id, escape(title));
  for (const TimeRow& row : rows) out += escape(isolated(row.label) + ": " + row.value + ". ");
  out += "</desc>" + years(scale, bottom, width);
  if (today != 0)
    out +=
        fmt::format("<line class=\"today\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"0\" y2=\"{1:.1f}\"/>",
                    scale.at(today), bottom);
  double y = time_top;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const double more = label_height * static_cast<double>(labels[at].size() - 1);
    out += label_text(labels[at], rows[at].value, y + 14);
    for (const Stretch& stretch : rows[at].stretches) out += line_of(stretch, scale, y + 29 + more);
    y += time_row_height + more;
  }
  return out + "</svg>";
}

}  // namespace sanaq::draw

#include "sanaq/draw/upset_drawing.h"

#include <fmt/format.h>

#include <algorithm>

#include "sanaq/draw/markup.h"

namespace sanaq::draw {
namespace {

std::size_t shown_count(const Upset& upset) {
  return std::min(upset.columns.size(), upset_columns_max);
}

double largest(const Upset& upset) {
  std::int64_t most = 1;
  for (const UpsetColumn& column : upset.columns) most = std::max(most, column.count);
  return static_cast<double>(most);
}

std::string open_svg(double width, double height, const Upset& upset, const Voice& voice,
                     const std::string& id) {
  std::string out = fmt::format(
      "<svg class=\"drawing upset\" viewBox=\"0 0 {0:.0f} {1:.0f}\" role=\"img\" "
      "aria-labelledby=\"{2}-t {2}-d\">"
      "<title id=\"{2}-t\">{3}</title><desc id=\"{2}-d\">",
      width, height, id, escape(voice.say("Persons by the lists that they are on")));
  for (std::size_t at = 0; at < shown_count(upset); ++at) {
    std::string letters;
    for (std::size_t list = 0; list < upset.lists; ++list) {
      if (upset.columns[at].listed >> list & 1U)
        letters += (letters.empty() ? "" : "+") + list_letter(list);
    }
    out += escape(letters + ": " + voice.number(upset.columns[at].count) + ". ");
  }
  return out + "</desc>";
}

const char* dot_kind(const UpsetColumn& column, std::size_t list) {
  if (column.listed >> list & 1U) return "on";
  return column.not_covered >> list & 1U ? "uncovered" : "off";
}

// The line that joins the first and last dot of a column.
std::pair<std::size_t, std::size_t> ends(std::uint32_t listed, std::size_t lists) {
  std::size_t first = lists, last = 0;
  for (std::size_t list = 0; list < lists; ++list) {
    if (listed >> list & 1U) first = std::min(first, list), last = list;
  }
  return {std::min(first, last), last};
}

}  // namespace

std::string list_letter(std::size_t list) {
  return list < 26 ? std::string(1, static_cast<char>('A' + list)) : fmt::format("L{}", list + 1);
}

std::string upset_drawing(const Upset& upset, const Voice& voice, const std::string& id) {
  constexpr double width = 760, left = 40, bars_height = 190, row = 24;
  const std::size_t lists = upset.lists, shown = shown_count(upset);
  const double step =
      std::min(44.0, (width - left - 10) / static_cast<double>(std::max<std::size_t>(1, shown)));
  const double most = largest(upset), matrix = bars_height + 30;
  const auto y_of = [&](std::size_t list) {
    return matrix + row * (static_cast<double>(list) + 0.5);
  };
  std::string out =
      open_svg(width, matrix + row * static_cast<double>(lists) + 6, upset, voice, id);
  for (std::size_t list = 0; list < lists; ++list) {
    if (list % 2 == 0) {
      out += fmt::format(
          "<rect class=\"stripe\" x=\"0\" y=\"{:.1f}\" width=\"{:.0f}\" height=\"{:.0f}\"/>",
          y_of(list) - row / 2, width, row);
    }
    out += fmt::format("<text class=\"letter\" x=\"12\" y=\"{:.1f}\">{}</text>", y_of(list) + 5,
                       list_letter(list));
  }
  for (std::size_t at = 0; at < shown; ++at) {
    const UpsetColumn& column = upset.columns[at];
    const double x = left + step * (static_cast<double>(at) + 0.5);
    const double tall = bars_height * static_cast<double>(column.count) / most;
    out += fmt::format(
        "<rect class=\"bar\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>",
        x - step * 0.34, bars_height + 20 - tall, step * 0.68, tall);
    out += fmt::format(
        "<text class=\"count\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>", x,
        bars_height + 15 - tall, escape(voice.number(column.count)));
    const auto [first, last] = ends(column.listed, lists);
    out += fmt::format(
        "<line class=\"join\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1:.1f}\" y2=\"{2:.1f}\"/>", x,
        y_of(first), y_of(last));
    for (std::size_t list = 0; list < lists; ++list) {
      out += fmt::format("<circle class=\"dot {}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\"/>",
                         dot_kind(column, list), x, y_of(list), step < 18 ? 4 : 6);
    }
  }
  return out + "</svg>";
}

std::string upset_drawing_narrow(const Upset& upset, const Voice& voice, const std::string& id) {
  constexpr double width = 360, row = 23, top = 26;
  const std::size_t lists = upset.lists, shown = shown_count(upset);
  const double step = std::min(20.0, 150.0 / static_cast<double>(std::max<std::size_t>(1, lists)));
  const double bars = step * static_cast<double>(lists) + 12, most = largest(upset);
  const auto x_of = [&](std::size_t list) { return step * (static_cast<double>(list) + 0.5); };
  std::string out = open_svg(width, top + row * static_cast<double>(shown) + 4, upset, voice, id);
  for (std::size_t list = 0; list < lists; ++list) {
    out +=
        fmt::format("<text class=\"letter\" x=\"{:.1f}\" y=\"16\" text-anchor=\"middle\">{}</text>",
                    x_of(list), list_letter(list));
  }
  for (std::size_t at = 0; at < shown; ++at) {
    const UpsetColumn& column = upset.columns[at];
    const double y = top + row * (static_cast<double>(at) + 0.5);
    const double wide = (width - bars - 52) * static_cast<double>(column.count) / most;
    if (at % 2 == 0)
      out += fmt::format(
          "<rect class=\"stripe\" x=\"0\" y=\"{:.1f}\" width=\"{:.0f}\" height=\"{:.0f}\"/>",
          y - row / 2, width, row);
    const auto [first, last] = ends(column.listed, lists);
    out += fmt::format(
        "<line class=\"join\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>",
        x_of(first), x_of(last), y, y);
    for (std::size_t list = 0; list < lists; ++list) {
      out += fmt::format("<circle class=\"dot {}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"5\"/>",
                         dot_kind(column, list), x_of(list), y);
    }
    out += fmt::format(
        "<rect class=\"bar\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"13\"/>", bars,
        y - 6.5, wide);
    out += fmt::format("<text class=\"count\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>", bars + wide + 6,
                       y + 5, escape(voice.number(column.count)));
  }
  return out + "</svg>";
}

}  // namespace sanaq::draw

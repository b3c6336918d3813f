#include "sanaq/draw/histogram_drawing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sanaq/draw/axis_drawing.h"
#include "sanaq/draw/markup.h"

namespace sanaq::draw {
namespace {

constexpr double height = 204, top = 46, margin = 14;

struct Scale {
  double left, right, low, high;
  [[nodiscard]] double at(double value) const {
    return left + (right - left) * std::clamp((value - low) / (high - low), 0.0, 1.0);
  }
};

std::string bars(const Histogram& drawn, const Scale& scale) {
  const Bins& bins = drawn.bins;
  const double most = static_cast<double>(
      std::max<std::int64_t>(1, *std::max_element(bins.counts.begin(), bins.counts.end())));
  std::string out;
  for (std::size_t bin = 0; bin < bins.counts.size(); ++bin) {
    const double from = bins.low + bins.width * static_cast<double>(bin), to = from + bins.width;
    const double tall = (height - top) * static_cast<double>(bins.counts[bin]) / most;
    const double middle = (from + to) / 2;
    const bool is_inside = middle >= drawn.interval_low && middle <= drawn.interval_high;
    out += fmt::format(
        "<rect class=\"bar{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>",
        is_inside ? "" : " tail", scale.at(from), height - tall,
        std::max(0.5, scale.at(to) - scale.at(from) - 1), tall);
  }
  return out;
}

std::string upright(const Scale& scale, double value, const std::string& kind,
                    const std::string& label, double text_y) {
  const double x = scale.at(value);
  const bool is_right = x > (scale.left + scale.right) / 2;
  return fmt::format(
      "<g class=\"{0}\"><line class=\"upright\" x1=\"{1:.1f}\" x2=\"{1:.1f}\" y1=\"{2:.1f}\" "
      "y2=\"{3:.1f}\"/>"
      "<text class=\"note\" x=\"{4:.1f}\" y=\"{5:.1f}\" text-anchor=\"{6}\">{7}</text></g>",
      kind, x, text_y - 9, height, is_right ? x - 5 : x + 5, text_y, is_right ? "end" : "start",
      escape(label));
}

std::string axis(const Scale& scale, const Voice& voice, double width) {
  std::string out =
      fmt::format("<line class=\"base\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>",
                  scale.left, scale.right, height, height);
  const std::vector<double> steps = ticks(scale.high - scale.low, width > 500 ? 7 : 4);
  const double step = steps.size() > 1 ? steps[1] : 1;
  for (double value = std::ceil(scale.low / step) * step; value <= scale.high; value += step) {
    const double x = scale.at(value);
    if (x < scale.left + 12 || x > scale.right - 12) continue;
    out += fmt::format(
        "<text class=\"tick\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>", x,
        height + 17, escape(voice.number(value)));
  }
  return out;
}

}  // namespace

Bins bin_draws(std::vector<double> draws, int most) {
  std::erase_if(draws, [](double draw) { return !std::isfinite(draw); });
  Bins bins;
  if (draws.empty()) return bins;
  std::sort(draws.begin(), draws.end());
  const auto last =
      static_cast<std::size_t>(std::floor(0.995 * static_cast<double>(draws.size() - 1)));
  bins.low = std::floor(draws.front());
  const double span = std::max(1.0, std::ceil(draws[last]) + 1 - bins.low);
  bins.width = std::ceil(span / most);
  bins.counts.assign(static_cast<std::size_t>(std::ceil(span / bins.width)), 0);
  for (const double draw : draws) {
    const auto bin = static_cast<std::size_t>((draw - bins.low) / bins.width);
    if (bin < bins.counts.size())
      ++bins.counts[bin];
    else
      ++bins.beyond;
  }
  return bins;
}

std::string histogram_drawing(const Histogram& drawn, const Voice& voice, double width,
                              const std::string& id) {
  if (drawn.bins.counts.empty()) return {};
  const double end =
      drawn.bins.low + drawn.bins.width * static_cast<double>(drawn.bins.counts.size());
  double low = std::min(drawn.bins.low, static_cast<double>(drawn.documented)), high = end;
  if (drawn.truth) low = std::min(low, *drawn.truth), high = std::max(high, *drawn.truth);
  const double pad = (high - low) * 0.03;
  const Scale scale{margin, width - margin, low - pad, high + pad};
  std::string out = fmt::format(
      "<svg class=\"drawing histogram\" viewBox=\"0 0 {0:.0f} {1:.0f}\" role=\"img\" "
      "aria-labelledby=\"{2}-t {2}-d\">"
      "<title id=\"{2}-t\">{3}</title><desc id=\"{2}-d\">{4}</desc>",
      width, height + 26, id, escape(voice.say("How probable each total is")),
      escape(voice.say(base::message(
          "The most probable totals lie between {} and {}; half of the probability lies below {}.",
          voice.number(drawn.interval_low), voice.number(drawn.interval_high),
          voice.number(drawn.median)))));
  out += bars(drawn, scale) + axis(scale, voice, width);
  out += upright(scale, static_cast<double>(drawn.documented), "documented",
                 voice.say("documented"), 12);
  out += upright(scale, drawn.median, "estimated", voice.say("median"), 26);
  if (drawn.truth)
    out += upright(scale, *drawn.truth, "truth", voice.say("the truth (invented)"), 40);
  return out + "</svg>";
}

}  // namespace sanaq::draw

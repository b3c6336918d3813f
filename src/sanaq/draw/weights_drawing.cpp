#include "sanaq/draw/weights_drawing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "sanaq/draw/markup.h"

namespace sanaq::draw {
namespace {

constexpr double weights_width = 640, weights_height = 190, weights_top = 12, weights_margin = 20;
constexpr double probability_least = 1e-12;
constexpr std::array probabilities_named = {.001, .01, .1, .5, .9, .99, .999};

double log_odds(double probability) {
  const double inside = std::clamp(probability, probability_least, 1 - probability_least);
  return std::log(inside / (1 - inside));
}

// 0 at `from`, 1 at `to`.
double share_of_way(const Weights& weights, double probability) {
  const double from = log_odds(weights.from), to = log_odds(weights.to);
  return std::clamp((log_odds(probability) - from) / (to - from), 0.0, 1.0);
}

double x_of(const Weights& weights, double probability) {
  return weights_margin + (weights_width - 2 * weights_margin) * share_of_way(weights, probability);
}

// By the square root: a few doubtful pairs stand beside very many that are sure.
std::string bars_of_weights(const Weights& weights) {
  const double most = std::sqrt(static_cast<double>(
      std::max<std::int64_t>(1, *std::max_element(weights.pairs.begin(), weights.pairs.end()))));
  const double step =
      (weights_width - 2 * weights_margin) / static_cast<double>(weights.pairs.size());
  std::string out;
  for (std::size_t bin = 0; bin < weights.pairs.size(); ++bin) {
    if (weights.pairs[bin] == 0) continue;
    const double tall =
        (weights_height - weights_top) * std::sqrt(static_cast<double>(weights.pairs[bin])) / most;
    out += fmt::format(
        "<rect class=\"bar\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"/>",
        weights_margin + step * static_cast<double>(bin), weights_height - tall,
        std::max(0.5, step - 1), tall);
  }
  return out;
}

std::string axis_of_weights(const Weights& weights, const Voice& voice) {
  std::string out =
      fmt::format("<line class=\"base\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>",
                  weights_margin, weights_width - weights_margin, weights_height, weights_height);
  for (const double probability : probabilities_named) {
    if (probability < weights.from || probability > weights.to) continue;
    const int places = probability < .01 || probability > .99 ? 3 : 2;
    out += fmt::format(
        "<text class=\"tick\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>",
        x_of(weights, probability), weights_height + 18,
        escape(voice.decimal(probability, places)));
  }
  return out;
}

}  // namespace

std::size_t weight_bin(const Weights& weights, double probability) {
  const auto bin = static_cast<std::size_t>(share_of_way(weights, probability) *
                                            static_cast<double>(weights.pairs.size()));
  return std::min(bin, weights.pairs.size() - 1);
}

std::string weights_drawing(const Weights& weights, const Voice& voice, const std::string& id,
                            const std::string& title) {
  if (weights.pairs.empty()) return "";
  const double x = x_of(weights, weights.threshold);
  return fmt::format(
             "<svg class=\"drawing weights\" id=\"{0}\" viewBox=\"0 0 {1:.0f} {2:.0f}\" "
             "data-left=\"{3:.1f}\" data-right=\"{4:.1f}\" role=\"img\" "
             "aria-labelledby=\"{0}-t\"><title id=\"{0}-t\">{5}</title>",
             id, weights_width, weights_height + 28, weights_margin, weights_width - weights_margin,
             escape(title)) +
         bars_of_weights(weights) + axis_of_weights(weights, voice) +
         fmt::format(
             "<line class=\"upright\" id=\"{}-line\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"0\" "
             "y2=\"{:.1f}\"/></svg>",
             id, x, x, weights_height);
}

}  // namespace sanaq::draw

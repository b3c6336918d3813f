#include "drawings.h"

#include <algorithm>
#include <vector>

#include "sanaq/base/error.h"
#include "sanaq/draw/axis_drawing.h"
#include "sanaq/draw/histogram_drawing.h"
#include "sanaq/draw/upset_drawing.h"

namespace sanaq::python {
namespace {

// As wide as the site's main column, and as a telephone.
constexpr double wide = 760;
constexpr int bins_wide = 56, bins_narrow = 36;

std::string axis(const estimate::Summary& summary, const draw::Voice& voice, double width,
                 const std::string& id) {
  const auto observed = static_cast<double>(summary.observed);
  std::vector<draw::AxisRow> rows = {
      {voice.say("Documented"), "documented", observed, observed, {}}};
  if (summary.estimate)
    rows.push_back({voice.say("Estimated"), "estimated", summary.estimate->interval.low,
                    summary.estimate->interval.high, summary.estimate->median});
  return draw::axis_drawing(rows, voice, width, id);
}

std::string histogram(const estimate::Summary& summary, const draw::Voice& voice, double width,
                      const std::string& id) {
  if (!summary.estimate || summary.total_draws.empty()) return "";
  draw::Histogram drawn{{},
                        summary.estimate->interval.low,
                        summary.estimate->interval.high,
                        summary.estimate->median,
                        summary.observed,
                        {}};
  drawn.bins = draw::bin_draws(summary.total_draws, width < wide ? bins_narrow : bins_wide);
  return drawn.bins.counts.empty() ? "" : draw::histogram_drawing(drawn, voice, width, id);
}

draw::Upset overlap(const estimate::Summary& summary) {
  draw::Upset upset{summary.lists.size(), {}};
  for (const estimate::Cell& cell : summary.cells)
    upset.columns.push_back({cell.listed, cell.not_covered, cell.count});
  std::stable_sort(upset.columns.begin(), upset.columns.end(),
                   [](const auto& left, const auto& right) { return left.count > right.count; });
  return upset;
}

}  // namespace

std::string drawing(const estimate::Summary& summary, const std::string& kind,
                    const std::string& language, double width, const std::string& id) {
  const draw::Voice voice(language);
  if (kind == "axis") return axis(summary, voice, width, id);
  if (kind == "histogram") return histogram(summary, voice, width, id);
  if (kind == "upset") return draw::upset_drawing(overlap(summary), voice, id);
  if (kind == "upset narrow") return draw::upset_drawing_narrow(overlap(summary), voice, id);
  throw base::Error(base::Kind::usage,
                    base::message("there is no drawing {}; there are axis, histogram, upset and "
                                  "upset narrow",
                                  kind));
}

}  // namespace sanaq::python

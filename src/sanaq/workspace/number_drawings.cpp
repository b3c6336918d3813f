#include "sanaq/workspace/number_drawings.h"

#include <algorithm>
#include <cmath>

#include "sanaq/draw/axis_drawing.h"
#include "sanaq/draw/histogram_drawing.h"
#include "sanaq/draw/upset_drawing.h"
#include "sanaq/pages/page_template.h"

namespace sanaq::workspace {
namespace {

using base::message;

constexpr double wide = 760, narrow = 360;
constexpr int bins_wide = 56, bins_narrow = 36;

void set_axis(Data& data, const investigation::Number& number, const draw::Voice& voice) {
  std::vector<draw::AxisRow> rows = {{voice.say("Documented"),
                                      "documented",
                                      static_cast<double>(number.documented_low),
                                      static_cast<double>(number.documented_high),
                                      {}}};
  if (number.estimate && number.estimate->estimate) {
    const estimate::Estimate& total = *number.estimate->estimate;
    rows.push_back({voice.say("Estimated"), "estimated", total.interval.low, total.interval.high,
                    total.median});
  }
  if (number.invented_truth)
    rows.push_back({voice.say("The truth (invented)"),
                    "truth",
                    {},
                    {},
                    static_cast<double>(*number.invented_truth)});
  data.set("axis", draw::axis_drawing(rows, voice, wide, "axis"));
  data.set("axis_narrow", draw::axis_drawing(rows, voice, narrow, "axis-n"));
  data.set("axis_rows", pages::data_list(rows, [&](const draw::AxisRow& row) {
             Data item;
             item.set("label", row.label);
             item.set("low", row.low ? voice.number(*row.low) : std::string("–"));
             item.set("point", row.point ? voice.number(*row.point) : std::string("–"));
             item.set("high", row.high ? voice.number(*row.high) : std::string("–"));
             return item;
           }));
}

double quantile(const std::vector<double>& sorted, double share) {
  return sorted[static_cast<std::size_t>(
      std::lround(share * static_cast<double>(sorted.size() - 1)))];
}

void set_posterior(Data& data, const investigation::Number& number, const draw::Voice& voice) {
  data.set("has_posterior", false);
  if (!number.estimate || !number.estimate->estimate || number.estimate->total_draws.empty())
    return;
  const estimate::Summary& summary = *number.estimate;
  draw::Histogram drawn{{},
                        summary.estimate->interval.low,
                        summary.estimate->interval.high,
                        summary.estimate->median,
                        summary.observed,
                        {}};
  if (number.invented_truth) drawn.truth = static_cast<double>(*number.invented_truth);
  drawn.bins = draw::bin_draws(summary.total_draws, bins_wide);
  if (drawn.bins.counts.empty()) return;
  data.set("has_posterior", true);
  data.set("posterior", draw::histogram_drawing(drawn, voice, wide, "posterior"));
  drawn.bins = draw::bin_draws(summary.total_draws, bins_narrow);
  data.set("posterior_narrow", draw::histogram_drawing(drawn, voice, narrow, "posterior-n"));
  std::vector<double> sorted = summary.total_draws;
  std::sort(sorted.begin(), sorted.end());
  const std::vector<double> shares = {.025, .05, .25, .5, .75, .95, .975};
  data.set("quantiles", pages::data_list(shares, [&](double share) {
             Data row;
             row.set("share", voice.decimal(100 * share, 1) + " %");
             row.set("total", voice.number(quantile(sorted, share)));
             return row;
           }));
}

Data marks_of(const estimate::Cell& cell, std::size_t lists, const draw::Voice& voice) {
  Data marks{Data::type::list};
  for (std::size_t list = 0; list < lists; ++list) {
    const bool is_on = (cell.listed >> list & 1U) != 0,
               is_uncovered = (cell.not_covered >> list & 1U) != 0;
    Data mark;
    mark.set("mark", std::string(is_on ? "●" : is_uncovered ? "×" : "○"));
    mark.set("words", is_on          ? voice.say("on the list")
                      : is_uncovered ? voice.say("not covered")
                                     : voice.say("not on the list"));
    marks.push_back(mark);
  }
  return marks;
}

void set_upset(Data& data, const investigation::Number& number, const draw::Voice& voice) {
  data.set("has_upset", number.capture.has_value());
  if (!number.capture) return;
  const estimate::CaptureTable& table = *number.capture;
  std::vector<estimate::Cell> cells = table.cells;
  std::stable_sort(cells.begin(), cells.end(),
                   [](const auto& left, const auto& right) { return left.count > right.count; });
  draw::Upset upset{table.lists.size(), {}};
  for (const estimate::Cell& cell : cells)
    upset.columns.push_back({cell.listed, cell.not_covered, cell.count});
  data.set("upset", draw::upset_drawing(upset, voice, "upset"));
  data.set("upset_narrow", draw::upset_drawing_narrow(upset, voice, "upset-n"));
  Data lists{Data::type::list};
  for (std::size_t list = 0; list < table.lists.size(); ++list) {
    Data item;
    item.set("letter", draw::list_letter(list));
    item.set("name", table.lists[list]);
    lists.push_back(item);
  }
  data.set("lists", lists);
  data.set("cells", pages::data_list(cells, [&](const estimate::Cell& cell) {
             Data row;
             row.set("marks", marks_of(cell, table.lists.size(), voice));
             row.set("count", voice.number(cell.count));
             return row;
           }));
}

}  // namespace

void set_number_drawings(Data& data, const investigation::Number& number,
                         const draw::Voice& voice) {
  set_axis(data, number, voice);
  set_posterior(data, number, voice);
  set_upset(data, number, voice);
}

}  // namespace sanaq::workspace

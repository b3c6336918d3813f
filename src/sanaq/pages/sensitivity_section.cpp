#include "sanaq/pages/sensitivity_section.h"

#include <algorithm>
#include <cmath>

#include "sanaq/base/in_context.h"
#include "sanaq/draw/axis_drawing.h"
#include "sanaq/pages/overlap_page.h"

namespace sanaq::pages {
namespace {

using base::message;
using estimate::Summary;

constexpr std::size_t merged_shown = 6;

std::string span(double low, double high, const draw::Voice& voice) {
  return voice.number(low) + "–" + voice.number(high);
}

draw::AxisRow row_of(const std::string& label, double low, double high, double median) {
  return {label, "estimated", low, high, median};
}

void set_drawing(Data& data, const std::string& name, const std::vector<draw::AxisRow>& rows,
                 const std::string& title, const draw::Voice& voice) {
  data.set(name, draw::axis_drawing(rows, voice, 760, name, title));
  data.set(name + "_narrow", draw::axis_drawing(rows, voice, 360, name + "-n", title));
}

draw::AxisRow whole(const Summary& summary, const draw::Voice& voice) {
  return row_of(voice.say("With all lists"), summary.estimate->interval.low,
                summary.estimate->interval.high, summary.estimate->median);
}

void set_strata(Data& data, const Summary& summary, const draw::Voice& voice) {
  if (summary.strata.empty()) return;
  data.set("has_strata", true);
  data.set("strata", data_list(summary.strata, [&](const estimate::StratumAnswer& stratum) {
             Data row;
             row.set("label", stratum.name);
             row.set("observed", voice.number(stratum.observed));
             row.set("median",
                     stratum.estimate ? voice.number(stratum.estimate->median) : std::string("–"));
             row.set("interval", stratum.estimate ? span(stratum.estimate->interval.low,
                                                         stratum.estimate->interval.high, voice)
                                                  : std::string("–"));
             return row;
           }));
}

void set_hidden(Data& data, const Summary& summary, const draw::Voice& voice) {
  if (summary.hidden_lists.empty()) return;
  const auto held = std::count_if(summary.hidden_lists.begin(), summary.hidden_lists.end(),
                                  [](const auto& list) { return list.held(); });
  data.set("has_hidden", true);
  data.set("hidden_lead",
           voice.say(message("Each list was hidden in turn and its known size estimated from the "
                             "others: the interval held {} of {}.",
                             held, summary.hidden_lists.size())));
  data.set("hidden", data_list(summary.hidden_lists, [&](const estimate::HiddenList& list) {
             Data row;
             row.set("label", summary.lists[list.list]);
             row.set("truth", voice.number(list.truth));
             row.set("median", voice.number(list.median));
             row.set("interval", span(list.low, list.high, voice));
             row.set("held", list.held() ? voice.say(base::in_context("interval", "held"))
                                         : voice.say(base::in_context("interval", "missed")));
             return row;
           }));
}

void set_other_lists(Data& data, const Summary& summary, const draw::Voice& voice) {
  if (summary.left_out_lists.empty() && summary.lists_added.empty()) return;
  std::vector<draw::AxisRow> rows;
  for (const estimate::ListsAdded& step : summary.lists_added) {
    if (step.lists < summary.lists.size()) {
      rows.push_back(row_of(voice.say(message("The first {} lists", step.lists)), step.low,
                            step.high, step.median));
    }
  }
  rows.push_back(whole(summary, voice));
  if (!summary.lists_added.empty())
    set_drawing(data, "added", rows, voice.say("As lists are added"), voice);
  rows = {whole(summary, voice)};
  for (const estimate::LeftOutList& list : summary.left_out_lists) {
    rows.push_back(row_of(voice.say(message("Without {}", summary.lists[list.list])), list.low,
                          list.high, list.median));
  }
  if (rows.size() > 1)
    set_drawing(data, "left_out", rows, voice.say("Without one of the lists"), voice);
}

// Those pairs that move the number most.
void set_merged(Data& data, const Summary& summary, const draw::Voice& voice) {
  std::vector<estimate::MergedLists> pairs = summary.merged_lists;
  const auto moves = [&](const estimate::MergedLists& pair) {
    return std::abs(std::log(pair.median / summary.estimate->median));
  };
  std::stable_sort(pairs.begin(), pairs.end(),
                   [&](const auto& a, const auto& b) { return moves(a) > moves(b); });
  if (pairs.size() > merged_shown) pairs.resize(merged_shown);
  if (pairs.empty()) return;
  std::vector<draw::AxisRow> rows{whole(summary, voice)};
  for (const estimate::MergedLists& pair : pairs) {
    rows.push_back(row_of(summary.lists[pair.first] + " + " + summary.lists[pair.second], pair.low,
                          pair.high, pair.median));
  }
  set_drawing(data, "merged", rows, voice.say("Two lists taken as one"), voice);
}

void set_priors(Data& data, const Summary& summary, const draw::Voice& voice) {
  if (summary.prior_answers.empty()) return;
  data.set("has_priors", true);
  data.set("priors", data_list(summary.prior_answers, [&](const estimate::PriorAnswer& answer) {
             Data row;
             row.set("label", voice.say(answer.prior));
             row.set("median", voice.number(answer.estimate.median));
             row.set("interval",
                     span(answer.estimate.interval.low, answer.estimate.interval.high, voice));
             return row;
           }));
}

void set_overlap(Data& data, const PublicView& view, const draw::Voice& voice) {
  if (!view.overlap) return;
  data.set("upset", draw::upset_drawing(drawn_overlap(*view.overlap), voice, "number-upset"));
  data.set("upset_narrow",
           draw::upset_drawing_narrow(drawn_overlap(*view.overlap), voice, "number-upset-n"));
  Data lists{Data::type::list};
  for (std::size_t list = 0; list < view.overlap->lists.size(); ++list) {
    Data item;
    item.set("letter", draw::list_letter(list));
    item.set("name", view.overlap->lists[list]);
    lists.push_back(item);
  }
  data.set("upset_lists", lists);
}

}  // namespace

void set_sensitivity(Data& data, const PublicView& view, const draw::Voice& voice) {
  set_overlap(data, view, voice);
  if (!view.estimate || !view.estimate->estimate) return;
  const Summary& summary = *view.estimate;
  set_strata(data, summary, voice);
  set_hidden(data, summary, voice);
  set_other_lists(data, summary, voice);
  set_merged(data, summary, voice);
  set_priors(data, summary, voice);
  if (!summary.prediction) return;
  data.set("predicted",
           voice.say(message("Tables drawn from the model lie farther from its expectation than "
                             "these lists do in {} of cases; near 0 % the model would not fit.",
                             voice.percent(std::round(100 * summary.prediction->p_value) / 100))));
}

}  // namespace sanaq::pages

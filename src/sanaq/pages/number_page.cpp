#include "sanaq/pages/number_page.h"

#include <algorithm>

#include "sanaq/draw/axis_drawing.h"
#include "sanaq/draw/histogram_drawing.h"
#include "sanaq/pages/article_list.h"
#include "sanaq/pages/date_words.h"
#include "sanaq/pages/labels.h"
#include "sanaq/pages/live_number.h"
#include "sanaq/pages/rounding_section.h"
#include "sanaq/pages/scope_words.h"
#include "sanaq/pages/sensitivity_section.h"

namespace sanaq::pages {
namespace {

using base::message;
using estimate::Summary;

std::vector<draw::AxisRow> axis_rows(const PublicView& view, const draw::Voice& voice) {
  std::vector<draw::AxisRow> rows;
  if (!view.lists.empty()) {
    rows.push_back({voice.say("Documented"),
                    "documented",
                    static_cast<double>(view.documented_low),
                    static_cast<double>(view.documented_high),
                    {}});
  }
  if (view.estimate && view.estimate->estimate) {
    const estimate::Estimate& estimate = *view.estimate->estimate;
    rows.push_back({voice.say("Estimated"), "estimated", estimate.interval.low,
                    estimate.interval.high, estimate.median});
  }
  if (view.truth)
    rows.push_back(
        {voice.say("The truth (invented)"), "truth", {}, {}, static_cast<double>(*view.truth)});
  for (const PublicClaim& claim : view.claims) {
    if (!claim.in_scope || (!claim.min && !claim.max)) continue;
    draw::AxisRow row{voice.own(claim.asserted_by.empty() ? claim.what : claim.asserted_by),
                      "claimed",
                      {},
                      {},
                      {}};
    if (!claim.asserted_at.empty()) row.label += ", " + words_of_edtf(claim.asserted_at, voice);
    if (claim.min) row.low = static_cast<double>(*claim.min);
    if (claim.max) row.high = static_cast<double>(*claim.max);
    rows.push_back(row);
  }
  return rows;
}

Data sentences(const std::vector<base::Message>& messages, const draw::Voice& voice) {
  return data_list(messages, [&](const base::Message& sentence) {
    Data item;
    item.set("text", voice.say_isolating(sentence));
    return item;
  });
}

void set_estimate(Data& data, const Summary& summary, const PublicView& view,
                  const draw::Voice& voice) {
  data.set("has_summary", true);
  data.set("is_usable", summary.usable());
  data.set("reasons", sentences(summary.reasons, voice));
  data.set("has_reasons", !summary.reasons.empty());
  data.set("warnings", sentences(summary.warnings, voice));
  data.set("has_warnings", !summary.warnings.empty());
  if (!summary.estimate) return;
  const estimate::Estimate& total = *summary.estimate;
  data.set("has_estimate", true);
  data.set("median", voice.number(total.median));
  data.set("interval", interval_words(total.interval, voice));
  data.set(
      "estimate_rule",
      view.rounding
          ? voice.say(message("Persons on the lists and, by {}, those on none; rounded.",
                              method_label(summary.method, voice)))
          : voice.say(message("Persons on the lists and, by {}, those on none. Half of the "
                              "probability lies above {}, half below.",
                              method_label(summary.method, voice), voice.number(total.median))));
  if (summary.unlisted) {
    data.set("unlisted", voice.say(message("Of these, {} stand on no list ({}).",
                                           voice.number(summary.unlisted->median),
                                           interval_words(summary.unlisted->interval, voice))));
  }
  if (view.truth) {
    const auto truth = static_cast<double>(*view.truth);
    const bool is_inside = truth >= total.interval.low && truth <= total.interval.high;
    data.set("truth", is_inside
                          ? voice.say(message("The invented truth is {}: inside the interval.",
                                              voice.number(*view.truth)))
                          : voice.say(message("The invented truth is {}: outside the interval.",
                                              voice.number(*view.truth))));
  }
}

void set_posterior(Data& data, const PublicView& view, const draw::Voice& voice) {
  const Summary& summary = *view.estimate;
  if (!summary.estimate || summary.total_draws.empty()) return;
  draw::Histogram drawn{{},
                        summary.estimate->interval.low,
                        summary.estimate->interval.high,
                        summary.estimate->median,
                        summary.observed,
                        {}};
  if (view.truth) drawn.truth = static_cast<double>(*view.truth);
  drawn.bins = draw::bin_draws(summary.total_draws, 56);
  if (drawn.bins.counts.empty()) return;
  data.set("posterior", draw::histogram_drawing(drawn, voice, 760, "posterior"));
  drawn.bins = draw::bin_draws(summary.total_draws, 36);
  data.set("posterior_narrow", draw::histogram_drawing(drawn, voice, 360, "posterior-n"));
  data.set(
      "posterior_caption",
      voice.say(message(
          "{} draws of the total. Dark: inside the interval. {} draws lie beyond the right edge.",
          voice.number(static_cast<std::int64_t>(summary.total_draws.size())),
          voice.number(drawn.bins.beyond))));
}

Data compared_row(const std::string& label, const Summary& summary, const draw::Voice& voice) {
  Data row;
  row.set("label", label);
  row.set("observed", voice.number(summary.observed));
  row.set("median", summary.estimate ? voice.number(summary.estimate->median) : std::string("–"));
  row.set("interval", summary.estimate ? voice.number(summary.estimate->interval.low) + "–" +
                                             voice.number(summary.estimate->interval.high)
                                       : std::string("–"));
  row.set("level",
          summary.estimate ? voice.percent(summary.estimate->interval.level) : std::string());
  return row;
}

void set_compared(Data& data, const PublicView& view, const draw::Voice& voice) {
  if (!view.estimate || !view.estimate_with_unlinkable) return;
  Data rows{Data::type::list};
  rows.push_back(
      compared_row(voice.say("Without records that have no name"), *view.estimate, voice));
  rows.push_back(
      compared_row(voice.say("With them, each taken by chance for a named person of another "
                             "list or for somebody else"),
                   *view.estimate_with_unlinkable, voice));
  data.set("has_compared", true);
  data.set("compared", rows);
}

void set_alternatives(Data& data, const PublicView& view, const draw::Voice& voice) {
  if (!view.estimate || view.estimate->alternatives.empty()) return;
  data.set("has_alternatives", true);
  data.set(
      "alternatives",
      data_list(view.estimate->alternatives, [&](const estimate::Alternative& other) {
        Data row;
        row.set("label", method_label(other.method, voice));
        row.set("median", other.estimate ? voice.number(other.estimate->median) : std::string("–"));
        row.set("interval", other.estimate ? voice.number(other.estimate->interval.low) + "–" +
                                                 voice.number(other.estimate->interval.high)
                                           : std::string("–"));
        row.set("level",
                other.estimate ? voice.percent(other.estimate->interval.level) : std::string());
        row.set("usable", other.usable ? voice.say("may be quoted") : voice.say("with care"));
        return row;
      }));
}

}  // namespace

Page number_page(const PublicView& view, const draw::Voice& voice) {
  Data data;
  data.set("title", voice.own(view.title));
  put_text(data, "title_lang", voice.other_language_of(view.title));
  put_text(data, "about", voice.own(view.about));
  put_text(data, "about_lang", voice.other_language_of(view.about));
  put_text(data, "scope", scope_in_words(view.scope, voice));
  data.set("has_lists", !view.lists.empty());
  data.set("documented", voice.range(view.documented_low, view.documented_high));
  data.set("is_range", view.documented_low != view.documented_high);
  data.set("has_register", view.has_register);
  data.set("has_overlap", view.overlap.has_value());
  data.set("has_search", has_search(view));
  data.set("has_places", has_places(view));
  data.set("has_statistics", view.overlap.has_value() || view.estimate.has_value());
  set_rounding(data, view, voice);
  if (view.estimate) {
    set_estimate(data, *view.estimate, view, voice);
    set_posterior(data, view, voice);
  }
  const std::string claimed = claimed_range(view, voice);
  data.set("claimed", claimed);
  data.set("has_claims", !view.claims.empty());
  data.set("claims_count",
           voice.count("{} claim", "{} claims", static_cast<std::int64_t>(view.claims.size())));
  const std::vector<draw::AxisRow> rows = axis_rows(view, voice);
  if (!rows.empty()) {
    data.set("axis", draw::axis_drawing(rows, voice, 760, "axis"));
    data.set("axis_narrow", draw::axis_drawing(rows, voice, 360, "axis-n"));
  }
  set_compared(data, view, voice);
  set_alternatives(data, view, voice);
  set_sensitivity(data, view, voice);
  data.set("newest", newest_articles(view, voice));
  return {"index.html", "number", voice.say("The number"), render("number", voice, data)};
}

}  // namespace sanaq::pages

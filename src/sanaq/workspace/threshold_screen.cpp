#include "sanaq/workspace/threshold_screen.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/draw/weights_drawing.h"
#include "sanaq/investigation/settings_changes.h"
#include "sanaq/investigation/thresholds.h"
#include "sanaq/report/json_text.h"
#include "sanaq/settings/read_config.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/persons_at_hand.h"
#include "sanaq/workspace/run_words.h"
#include "sanaq/workspace/table_download.h"
#include "sanaq/workspace/undo_screen.h"

namespace sanaq::workspace {
namespace {

using base::Error;
using base::Kind;
using base::message;
using investigation::Thresholds;
using investigation::ThresholdStep;

constexpr std::size_t weight_bins = 60;
constexpr std::string_view step_number = "{:.4g}";

std::optional<double> typed_number(std::string text) {
  std::replace(text.begin(), text.end(), ',', '.');
  const std::size_t from = text.find_first_not_of(' ');
  const std::size_t to = text.find_last_not_of(' ');
  if (from == text.npos) return std::nullopt;
  double number = 0;
  const auto [end, error] = std::from_chars(text.data() + from, text.data() + to + 1, number);
  if (error != std::errc() || end != text.data() + to + 1) return std::nullopt;
  return number;
}

std::optional<Thresholds> thresholds_of(const Bench& bench) {
  const HeldNow held = bench.held();
  if (!held || held->reach < Reach::linked) return std::nullopt;
  return investigation::kept_thresholds(bench.folder(), held->outcome.keys);
}

std::string weights_of(const Visit& visit, const investigation::Outcome& outcome,
                       const Thresholds& thresholds, double at) {
  draw::Weights weights{std::vector<std::int64_t>(weight_bins), thresholds.steps.front().threshold,
                        thresholds.steps.back().threshold, at};
  for (const link::Pair& pair : outcome.link.pairs)
    ++weights.pairs[draw::weight_bin(weights, pair.probability)];
  return draw::weights_drawing(weights, visit.voice, "weights",
                               visit.voice.say("Pairs of records by the probability that they are "
                                               "one person"));
}

// "1,204 persons, 3 more than now; 12 pairs would come together, 2 would part"
std::string step_words(const Visit& visit, const Thresholds& now, const ThresholdStep& step) {
  const std::int64_t more = step.persons - now.persons;
  const std::string persons = visit.voice.count("{} person", "{} persons", step.persons);
  const std::string made = visit.voice.count("{} pair of records would come together",
                                             "{} pairs of records would come together", step.made);
  const std::string lost = visit.voice.count("{} pair of records would part",
                                             "{} pairs of records would part", step.lost);
  const std::string change =
      more == 0  ? visit.voice.say("as many as now")
      : more > 0 ? visit.voice.say(message("{} more than now", visit.voice.number(more)))
                 : visit.voice.say(message("{} fewer than now", visit.voice.number(-more)));
  return fmt::format("{}, {}; {}; {}", persons, change, made, lost);
}

// 0: the threshold that holds; otherwise the one that was asked about.
void set_steps(Data& data, const Visit& visit, const Thresholds& now, double at) {
  const ThresholdStep& here = investigation::nearest_step(now, at);
  Data rows(Data::type::list);
  std::size_t chosen = 0;
  for (std::size_t number = 0; number < now.steps.size(); ++number) {
    const ThresholdStep& step = now.steps[number];
    if (&step == &here) chosen = number;
    Data row;
    row.set("value", fmt::format(step_number, step.threshold));
    row.set("threshold", visit.voice.decimal(step.threshold, 4));
    row.set("persons", visit.voice.number(step.persons));
    row.set("made", visit.voice.number(step.made));
    row.set("lost", visit.voice.number(step.lost));
    row.set("words", step_words(visit, now, step));
    rows.push_back(row);
  }
  data.set("steps", rows);
  data.set("chosen", std::to_string(chosen));
  data.set("last", std::to_string(now.steps.size() - 1));
  data.set("words", step_words(visit, now, here));
}

struct ThresholdAsked {
  std::string typed = {};  // "": nothing
  std::optional<base::Message> problem = {};
  int status = 200;
};

http::Response threshold_page(const Visit& visit, Bench& bench, const ThresholdAsked& asked) {
  const HeldNow held = bench.held();
  const investigation::SettingsFile file = investigation::read_settings(bench.folder());
  const double set = settings::parse_config(file.toml, file.path).link.threshold;
  const std::optional<Thresholds> now = thresholds_of(bench);
  const std::string& typed = asked.typed;
  const double at = std::clamp(typed_number(typed).value_or(set), 1e-9, 1 - 1e-9);
  Data data;
  data.set("csrf", csrf_field(visit, "/threshold"));
  data.set("digest", file.digest);
  data.set("is_reading", !held && !bench.why_not_read());
  data.set("is_known", now.has_value());
  data.set("is_unknown", !now && (held || bench.why_not_read()));
  data.set("typed", typed.empty() ? fmt::format(step_number, set) : typed);
  data.set("has_problem", asked.problem.has_value());
  data.set("problem", asked.problem ? visit.voice.say_isolating(*asked.problem) : std::string());
  data.set("set", visit.voice.decimal(set, 3));
  if (now) {
    data.set("is_another", std::abs(now->threshold - set) > 1e-9);
    data.set("counted", visit.voice.decimal(now->threshold, 3));
    data.set("persons", visit.voice.count("{} person", "{} persons", now->persons));
    set_steps(data, visit, *now, at);
    data.set("weights", weights_of(visit, held->outcome, *now, at));
  }
  data.set("behind", visit.voice.say_isolating(behind_words(bench.behind(), {})));
  data.set("undo", undo_strip(visit, bench));
  http::Response response =
      page(visit, bench, {visit.voice.say("The threshold"), "threshold", asked.status}, "threshold",
           data);
  if (!held && !bench.why_not_read()) response.headers.emplace_back("Refresh", "2");
  return response;
}

}  // namespace

http::Response show_threshold(const Visit& visit, Bench& bench) {
  ThresholdAsked asked{visit.query.value("at")};
  if (!asked.typed.empty() && !typed_number(asked.typed))
    asked.problem = message("write the threshold as a number between 0 and 1, such as 0.5");
  if (asked.problem) asked.status = 422;
  return threshold_page(visit, bench, asked);
}

http::Response threshold_as_json(const Visit& /*visit*/, Bench& bench) {
  const std::optional<Thresholds> now = thresholds_of(bench);
  nlohmann::ordered_json answer;
  if (now) {
    nlohmann::ordered_json steps = nlohmann::ordered_json::array();
    for (const ThresholdStep& step : now->steps)
      steps.push_back({{"threshold", step.threshold},
                       {"persons", step.persons},
                       {"made", step.made},
                       {"lost", step.lost}});
    answer = {
        {"threshold", now->threshold}, {"persons", now->persons}, {"steps", std::move(steps)}};
  }
  http::Response response;
  response.type = "application/json";
  response.body = report::json_text(answer);
  return response;
}

http::Response download_thresholds(const Visit& visit, Bench& bench) {
  const std::optional<Thresholds> now = thresholds_of(bench);
  if (!now)
    throw Error(Kind::not_found,
                message("what other thresholds would make is known after the next count"));
  tables::Sheet sheet{visit.voice.say("The threshold"),
                      {{"threshold", 12}, {"persons", 12}, {"made", 12}, {"lost", 12}},
                      {},
                      0};
  for (tables::SheetColumn& column : sheet.columns) column.cells = tables::SheetCells::numbers;
  for (const ThresholdStep& step : now->steps)
    sheet.rows.push_back({fmt::format("{:.6f}", step.threshold), std::to_string(step.persons),
                          std::to_string(step.made), std::to_string(step.lost)});
  return table_download(visit, bench, std::move(sheet), "thresholds", form_wanted(visit));
}

http::Response use_threshold(const Visit& visit, Bench& bench) {
  ThresholdAsked asked{visit.form.value("threshold")};
  try {
    const std::optional<double> number = typed_number(asked.typed);
    if (!number || !(*number > 0 && *number < 1))
      throw Error(Kind::bad_input,
                  message("write the threshold as a number between 0 and 1, such as 0.5"));
    const std::string& digest = visit.form.value("digest");
    if (digest.empty())
      throw Error(Kind::conflict, message("the settings were changed meanwhile; look at this page "
                                          "again, and save again"));
    (void)investigation::set_value(bench.folder(), {"link", "threshold"},
                                   settings::number_value(*number), digest);
  } catch (const Error& error) {
    asked.problem = error.message();
    asked.status = error.kind() == Kind::conflict ? 409 : 422;
    return threshold_page(visit, bench, asked);
  }
  bench.read_again();
  return http::see_other("/threshold");
}

}  // namespace sanaq::workspace

#include "sanaq/workspace/home_screen.h"

#include <algorithm>

#include "sanaq/base/error.h"
#include "sanaq/investigation/glance.h"
#include "sanaq/pages/date_words.h"
#include "sanaq/pages/page_template.h"
#include "sanaq/workspace/count_ready.h"
#include "sanaq/workspace/next_step.h"
#include "sanaq/workspace/number_words.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/run_words.h"
#include "sanaq/workspace/undo_screen.h"

namespace sanaq::workspace {
namespace {

using base::message;

Situation situation_of(const investigation::Glance& glance, Bench& bench) {
  Situation now{glance, bench.held(), bench.behind(), bench.why_not_read(), bench.waiting(), {},
                {}};
  if (!now.waiting) now.waiting = glance.waiting;
  now.running = bench.jobs().current();
  for (const Job& job : bench.jobs().all()) {
    if (job.is_over() && !now.last) now.last = job;
  }
  return now;
}

struct Line {
  std::string words, path;
};

void add_line(std::vector<Line>& lines, std::int64_t count, std::string words, std::string path) {
  if (count > 0) lines.push_back({std::move(words), std::move(path)});
}

std::vector<Line> waiting_lines(const Situation& now, const draw::Voice& voice) {
  std::vector<Line> lines;
  const auto unnamed =
      now.held ? static_cast<std::int64_t>(lists_without_names(now.held->outcome).size())
               : std::int64_t{0};
  add_line(lines, unnamed,
           voice.count("{} list whose columns are to be confirmed",
                       "{} lists whose columns are to be confirmed", unnamed),
           "/lists");
  if (!now.waiting) return lines;
  const investigation::Waiting& waits = *now.waiting;
  add_line(lines, waits.bad_cells,
           voice.count("{} cell that nobody could read", "{} cells that nobody could read",
                       waits.bad_cells),
           "/lists");
  add_line(lines, waits.pairs, voice.count("{} pair to review", "{} pairs to review", waits.pairs),
           "/review");
  add_line(lines, waits.setbacks,
           voice.count("{} decision whose row changed", "{} decisions whose row changed",
                       waits.setbacks),
           "/review");
  const std::int64_t facts = waits.facts.value_or(0);
  add_line(lines, facts, voice.count("{} fact to publish", "{} facts to publish", facts),
           "/publish");
  return lines;
}

void set_step(Data& data, const NextStep& step, const Visit& visit) {
  data.set("step_path", step.path);
  data.set("step_words", visit.voice.say(step.words));
  data.set("step_why", step.why.id.empty() ? std::string() : visit.voice.say_isolating(step.why));
  data.set("has_step_why", !step.why.id.empty());
  data.set("is_posted", step.is_posted);
  data.set("is_disabled", step.is_disabled);
  data.set("step_csrf", step.is_posted ? csrf_field(visit, step.path) : std::string());
}

void set_run(Data& data, const Situation& now, const draw::Voice& voice) {
  const auto& number = now.glance.number;
  data.set("has_number", number.has_value());
  if (!number) return;
  set_number_words(data, number->number, voice);
  data.set("run",
           voice.say(message("Counted on {}.", pages::words_of_day(number->made_on, voice))));
  data.set("behind", voice.say_isolating(behind_words(now.behind, now.glance.touched)));
}

}  // namespace

http::Response show_home(const Visit& visit, Bench& bench) {
  const draw::Voice& voice = visit.voice;
  const investigation::Glance glance = investigation::glance(bench.folder());
  const Situation now = situation_of(glance, bench);
  Data data;
  data.set("title", glance.title);
  data.set("is_invented", glance.is_invented);
  std::vector<std::string> languages;
  for (const std::string& language : glance.languages)
    languages.emplace_back(draw::own_name(language));
  data.set("languages", fmt::format("{}", fmt::join(languages, ", ")));
  set_run(data, now, voice);
  const NextStep step = next_step(now);
  set_step(data, step, visit);
  data.set("waits", pages::data_list(waiting_lines(now, voice), [](const Line& line) {
             Data item;
             item.set("words", line.words);
             item.set("path", line.path);
             return item;
           }));
  const auto reading = bench.reading();
  data.set("has_reading", reading.has_value());
  data.set("reading", reading ? reading_words(*reading, voice) : std::string());
  data.set("has_jobs", now.last.has_value() || now.running.has_value());
  data.set("is_moving", reading.has_value() || now.running.has_value());
  data.set("undo", undo_strip(visit, bench));
  return page(visit, bench, {glance.title, "home"}, "home", data);
}

http::Response begin_count(const Visit& /*visit*/, Bench& bench) {
  if (const auto why = bench.why_not_read()) throw base::Error(base::Kind::bad_input, *why);
  const HeldNow held = bench.held();
  if (!held)
    throw base::Error(base::Kind::conflict,
                      message("The lists are still being read; try again in a moment."));
  const base::Message why_not = why_not_count(held->outcome);
  if (!why_not.id.empty()) throw base::Error(base::Kind::bad_input, why_not);
  const Job job = bench.begin("count", "estimate");
  return http::see_other("/jobs/" + std::to_string(job.id));
}

}  // namespace sanaq::workspace

#include "sanaq/answers/ask_chain.h"

#include "sanaq/base/error.h"
#include "sanaq/base/in_context.h"

namespace sanaq::answers {
namespace {

using base::message;
using casefile::CommandLine;
using casefile::Holder;
using nlohmann::ordered_json;

constexpr std::int64_t day_minutes = std::int64_t{24} * 60;

casefile::Range moment_asked(const std::string& on) {
  const auto moment = casefile::read_moment(on);
  if (moment && moment->high - moment->low < day_minutes) return *moment;
  throw base::Error(base::Kind::usage,
                    message("{}: write a day or a moment, 2011-12-16 or 2011-12-16T12:00", on));
}

std::int64_t day_of(std::int64_t minutes) {
  return minutes >= 0 ? minutes / day_minutes : (minutes - day_minutes + 1) / day_minutes;
}

ordered_json holder_json(const CaseAsked& asked, const Holder& holder) {
  const casefile::Post& post = *holder.post;
  return {{"person", post.person.ref},
          {"key", post.person.key},
          {"title", post.title},
          {"basis", post.basis},
          {"from", asked.view.value(post.subject, "from")},
          {"to", asked.view.value(post.subject, "to")},
          {"certain", holder.is_certain},
          {"sources", sources_json(asked.view, post.subject)}};
}

void tell_troubles(const CaseAsked& asked, const CommandLine& line, Answer& answer) {
  const base::Catalog& catalog = asked.catalog;
  ordered_json gaps = ordered_json::array(), contradictions = ordered_json::array();
  for (const casefile::Gap& gap : line.gaps) {
    const std::string from = casefile::day_text(day_of(gap.from)),
                      to = casefile::day_text(day_of(gap.to));
    answer.after.push_back(
        catalog.say(message("gap: nobody is on record as {} from {} to {}", gap.title, from, to)));
    gaps.push_back({{"title", gap.title}, {"from", from}, {"to", to}});
  }
  for (const auto& [left, right] : line.contradictions) {
    answer.after.push_back(catalog.say(message("contradiction: two hold one post at once: {}",
                                               left->person.ref + " / " + right->person.ref)));
    contradictions.push_back({{"organisation", left->organisation},
                              {"title", left->title},
                              {"people", {left->person.ref, right->person.ref}}});
  }
  if (!line.cycle.empty()) {
    std::string path;
    for (const std::string& one : line.cycle)
      path += (path.empty() ? "" : " → ") + asked.name_of(one);
    answer.after.push_back(catalog.say(message("the line of command runs in a circle: {}", path)));
  }
  for (const std::string& superior : line.unknown_superiors)
    answer.after.push_back(catalog.say(
        message("a superior that no table knows, or who was not in office: {}", superior)));
  answer.json["gaps"] = gaps;
  answer.json["contradictions"] = contradictions;
  answer.json["cycle"] = line.cycle;
  answer.json["unknown_superiors"] = line.unknown_superiors;
}

}  // namespace

Answer ask_command_of(const CaseAsked& asked, const std::string& unit, const std::string& on) {
  const CommandLine line = casefile::command_of(asked.entities, unit, moment_asked(on));
  const base::Catalog& catalog = asked.catalog;
  Answer answer;
  answer.json = {{"of", line.rungs.front().organisation}, {"on", on}};
  ordered_json rungs = ordered_json::array();
  answer.table.push_back({catalog.say("organisation"), catalog.say("person"), catalog.say("title"),
                          catalog.say("basis"), catalog.say("from"),
                          catalog.say(base::in_context("date", "to")), catalog.say("certain"),
                          catalog.say("source")});
  for (const casefile::Rung& rung : line.rungs) {
    ordered_json holders = ordered_json::array();
    for (const Holder& holder : rung.holders) {
      const casefile::Post& post = *holder.post;
      answer.table.push_back({asked.name_of(rung.organisation), post.person.ref, post.title,
                              asked.label("BASIS", post.basis),
                              asked.view.value(post.subject, "from"),
                              asked.view.value(post.subject, "to"),
                              holder.is_certain ? catalog.say("yes") : catalog.say("perhaps"),
                              sources_text(asked.view, post.subject)});
      holders.push_back(holder_json(asked, holder));
    }
    if (rung.holders.empty())
      answer.table.push_back({asked.name_of(rung.organisation), catalog.say("nobody on record"), "",
                              "", "", "", "", ""});
    rungs.push_back({{"organisation", rung.organisation},
                     {"name", asked.name_of(rung.organisation)},
                     {"by_parent", rung.by_parent},
                     {"holders", holders}});
  }
  answer.json["rungs"] = rungs;
  tell_troubles(asked, line, answer);
  return answer;
}

}  // namespace sanaq::answers

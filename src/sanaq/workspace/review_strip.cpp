#include "sanaq/workspace/review_strip.h"

#include <algorithm>
#include <unordered_set>

#include "sanaq/base/catalog.h"
#include "sanaq/draw/markup.h"
#include "sanaq/investigation/review_queue.h"
#include "sanaq/persons/decisions.h"
#include "sanaq/workspace/review_task.h"

namespace sanaq::workspace {
namespace {

constexpr std::size_t answers_on_strip = 10;

std::string records_decided_on(const ledger::Decision& decision) {
  std::vector<std::string> records = decision.records;
  std::sort(records.begin(), records.end());
  std::string all;
  for (const std::string& record : records) all += record + " ";
  return all;
}

AnswerGiven answer_given(const ledger::Decision& decision) {
  return {persons::short_name(decision.place), decision.verdict, decision.records, decision.reason};
}

}  // namespace

std::vector<AnswerGiven> last_answers(const ReviewNow& now, std::size_t count) {
  std::vector<AnswerGiven> answers;
  std::unordered_set<std::string> newer;  // records on which something newer counts
  std::string act;                        // whose entries stand one behind the other
  for (auto decision = now.standing->rbegin(); decision != now.standing->rend(); ++decision) {
    if (!newer.insert(records_decided_on(*decision)).second) continue;
    if (decision->place.writer != now.who.writer) continue;
    const bool goes_on = !act.empty() && decision->asked.task == act;
    act = decision->asked.task;
    if (goes_on) {
      answers.back() = answer_given(*decision);  // the first of an act says what was answered
      continue;
    }
    if (answers.size() == count) break;
    answers.push_back(answer_given(*decision));
  }
  return answers;
}

std::string answer_in_words(const ReviewNow& now, const AnswerGiven& answer,
                            const draw::Voice& voice) {
  const base::Catalog catalog(voice.language());
  std::string words = persons::verdict_word(answer.verdict, catalog) + ": ";
  bool is_first = true;
  // One decision may name fifty rows.
  constexpr std::size_t rows_named = 3;
  const bool is_long = answer.records.size() > investigation::records_of_a_task_max;
  for (const std::string& identity : answer.records) {
    if (is_long && &identity == &answer.records[rows_named])
      return words + " " +
             voice.say(base::message("and {} more", voice.number(static_cast<std::int64_t>(
                                                        answer.records.size() - rows_named))));
    const auto record = now.desk ? now.desk->today.find(identity) : std::nullopt;
    const std::string row =
        record ? draw::harmless(now.desk->words.named_line(*record, catalog)) : identity;
    words += (is_first ? "" : " | ") + draw::isolated(row);
    is_first = false;
  }
  return words;
}

std::string review_strip(const Visit& visit, const ReviewNow& now) {
  Data list(Data::type::list);
  for (const AnswerGiven& answer : last_answers(now, answers_on_strip)) {
    Data one;
    one.set("entry", answer.entry);
    one.set("words", answer_in_words(now, answer, visit.voice));
    const std::string weight = now.desk && answer.records.size() > 1
                                   ? weight_words(*now.desk, answer.records, visit.voice)
                                   : "";
    one.set("has_weight", !weight.empty());
    one.set("weight", weight);
    one.set("has_reason", !answer.reason.empty());
    one.set("reason", draw::harmless(answer.reason));
    list.push_back(one);
  }
  Data data;
  data.set("has_answers", list.is_non_empty_list());
  data.set("answers", list);
  data.set("csrf", csrf_field(visit, "/undo"));
  return piece(visit, "review_strip", data);
}

}  // namespace sanaq::workspace

#include "sanaq/workspace/review_post.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <variant>

#include "sanaq/base/catalog.h"
#include "sanaq/base/error.h"
#include "sanaq/draw/markup.h"
#include "sanaq/investigation/review_queue.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/persons/decisions.h"
#include "sanaq/workspace/error_screen.h"
#include "sanaq/workspace/ledger_questions.h"
#include "sanaq/workspace/review_desk.h"
#include "sanaq/workspace/review_live.h"
#include "sanaq/workspace/review_screen.h"
#include "sanaq/workspace/review_strip.h"
#include "sanaq/workspace/review_task.h"
#include "sanaq/workspace/run_words.h"

namespace sanaq::workspace {
namespace {

using base::Error;
using base::Kind;
using base::message;
using investigation::AnswerConflict;
using investigation::AnswerToEnter;
using investigation::NextTask;
using investigation::TaskAnswer;
using ledger::Decision;
using ledger::Verdict;

constexpr std::size_t reason_bytes_max = 4000;
constexpr std::int64_t seconds_max = std::int64_t{24} * 3600;

// ---- what was posted

[[noreturn]] void refuse_form() {
  throw Error(Kind::bad_input,
              message("this answer did not come from a page of this program; open the page again"));
}

std::vector<std::string> posted_names(const std::string& text) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    names.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  for (const std::string& name : names) {
    const bool is_name = name.size() == 32 && std::all_of(name.begin(), name.end(), [](char digit) {
                           return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
                         });
    if (!is_name) refuse_form();
  }
  return names;
}

std::optional<std::int64_t> whole_number(const std::string& text) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size())
    return std::nullopt;
  return number;
}

std::optional<Verdict> verdict_of(const std::string& word) {
  if (word == "same") return Verdict::same;
  if (word == "different") return Verdict::different;
  if (word == "unsure") return Verdict::unsure;
  if (word == "out_of_scope") return Verdict::out_of_scope;
  if (word == "no_person") return Verdict::no_person;
  return std::nullopt;
}

// Marks say of whom `same` of a group speaks, and what is of a record alone; any other answer
// speaks of all.
bool takes_marks(const PostedAnswer& posted) {
  const Verdict verdict = posted.answer.verdict;
  return verdict == Verdict::out_of_scope || verdict == Verdict::no_person ||
         (verdict == Verdict::same && posted.answer.records.size() > 2);
}

// ---- what stands in the way

// What is missing in the answer itself; an empty sentence if nothing is.
std::string what_is_missing(const PostedAnswer& posted, const draw::Voice& voice) {
  if (!verdict_of(posted.verdict)) return voice.say("Press one of the answers.");
  const TaskAnswer& answer = posted.answer;
  if (answer.reason.size() > reason_bytes_max)
    return voice.say("The reason is too long; a sentence or two are enough.");
  const bool is_of_one =
      answer.verdict == Verdict::out_of_scope || answer.verdict == Verdict::no_person;
  if (is_of_one && answer.about.empty() && answer.records.size() > 1)
    return voice.say("Mark which record it is.");
  if (answer.verdict == Verdict::out_of_scope && answer.reason.empty())
    return voice.say("Write why it is out of scope.");
  if (answer.verdict == Verdict::same && answer.about.size() == 1)
    return voice.say("Mark those that are one person: two or more, or none if all are.");
  return "";
}

std::string decision_in_words(const ReviewNow& now, const Decision& decision,
                              const draw::Voice& voice) {
  const AnswerGiven given{persons::short_name(decision.place), decision.verdict, decision.records,
                          decision.reason};
  std::string words = answer_in_words(now, given, voice) + " – " +
                      voice.say_isolating(message("by {}, on {}", draw::harmless(decision.by),
                                                  moment_words(decision.time, voice)));
  if (!decision.reason.empty()) words += " – " + draw::isolated(draw::harmless(decision.reason));
  return words;
}

void set_changed(const ReviewNow& now, const PostedAnswer& posted, const AnswerConflict& conflict,
                 const draw::Voice& voice, CardState& state) {
  for (const AnswerConflict::Changed& one : conflict.changed) {
    const auto place =
        std::find(posted.answer.records.begin(), posted.answer.records.end(), one.identity) -
        posted.answer.records.begin();
    const auto at = static_cast<std::size_t>(place);
    state.changed.push_back({at < posted.shown.size() ? posted.shown[at] : one.identity,
                             one.now ? record_in_a_line(*now.desk, *one.now, voice) : ""});
  }
}

std::string problem_words(const AnswerConflict& conflict, const draw::Voice& voice) {
  if (!conflict.changed.empty())
    return voice.say(
        "A record changed since it was shown, so nothing was entered. Look at it again.");
  if (!conflict.can_insist)
    return voice.say("This task was answered otherwise before; take that answer back first.");
  if (!conflict.earlier.empty())
    return voice.say("This contradicts an earlier answer, so nothing was entered yet.");
  return voice.say(
      "Then rows of a list that is declared to have nobody twice would be one person, so nothing "
      "was entered yet.");
}

CardState state_of(const ReviewNow& now, const PostedAnswer& posted, const AnswerConflict& conflict,
                   const draw::Voice& voice) {
  CardState state;
  state.problem = problem_words(conflict, voice);
  set_changed(now, posted, conflict, voice, state);
  for (const Decision& decision : conflict.earlier)
    state.earlier.push_back(decision_in_words(now, decision, voice));
  for (const persons::TwiceOnAList& twice : conflict.twice) {
    std::string line = draw::harmless(twice.list) + ": ";
    for (const std::uint32_t record : twice.records)
      line +=
          draw::isolated(draw::harmless(now.desk->words.named_line(record, voice.catalog()))) + " ";
    state.earlier.push_back(line);
  }
  if (conflict.can_insist) state.insists = posted.verdict;
  return state;
}

// The task that was answered, as it is now: by its name, or by the records that were posted.
NextTask task_of(const ReviewNow& now, const PostedAnswer& posted) {
  NextTask task;
  if (auto shown = shown_task(now, posted.answer.task)) task = std::move(*shown);
  task.id = posted.answer.task;
  if (!posted.answer.records.empty()) task.open = posted.answer.records;
  if (task.task.records.empty()) {
    task.task.records = task.open;
    task.task.kind =
        task.open.size() > 2 ? investigation::QueueKind::person : investigation::QueueKind::pair;
  }
  return task;
}

// Records that are gone by now cannot be shown; without any the next task is.
http::Response refused(const Visit& visit, Bench& bench, const PostedAnswer& posted,
                       CardState state, int status) {
  const ReviewNow now = review_now(bench);
  if (!now.desk) throw Error(Kind::io, message("the lists are being read; send it again"));
  state.reason = posted.answer.reason;
  state.about = posted.answer.about;
  state.has_weight = posted.answer.saw_weight;
  LivePart part;
  part.count = tasks_on_page + posted.ahead;
  part.front = task_of(now, posted);
  part.front_state = std::move(state);
  return review_with(visit, bench, now, part, status);
}

http::Response refused_by(const Visit& visit, Bench& bench, const PostedAnswer& posted,
                          const Error& error) {
  CardState state;
  state.problem = visit.voice.say_isolating(error.message());
  return refused(visit, bench, posted, std::move(state), status_of(error.kind()));
}

// ---- entering

// The same was said of the same records, as they still are: by another showing of the task, in
// another tab.
bool is_said(const ReviewNow& now, const std::vector<Decision>& wanted, const std::string& chosen) {
  if (chosen == "again") return false;
  const auto in_order = [](std::vector<std::string> records) {
    std::sort(records.begin(), records.end());
    return records;
  };
  return std::all_of(wanted.begin(), wanted.end(), [&](const Decision& want) {
    const std::vector<std::string> records = in_order(want.records);
    const auto last = std::find_if(
        now.standing->rbegin(), now.standing->rend(),
        [&](const Decision& decision) { return in_order(decision.records) == records; });
    if (last == now.standing->rend() || last->verdict != want.verdict ||
        !investigation::is_by(*last, now.who))
      return false;
    for (std::size_t at = 0; at < last->records.size(); ++at) {
      if (!now.desk->today.is_as_read(*last, at)) return false;
    }
    return true;
  });
}

void enter(ledger::Writer& writer, const ReviewNow& now, std::vector<Decision> decisions) {
  std::vector<std::pair<std::string, nlohmann::json>> bodies;
  for (Decision& decision : decisions) {
    decision.by = writer.key().name();
    bodies.emplace_back("decision", ledger::body_of(decision));
  }
  const std::vector<ledger::Entry> entries = writer.append_all(bodies);
  for (std::size_t at = 0; at < entries.size(); ++at) {
    decisions[at].place = {entries[at].writer, entries[at].seq};
    decisions[at].time = entries[at].time;
  }
  keep_entered(now, writer, decisions);
}

// Everything that could be in the way is looked at under the ledger's lock.
std::optional<AnswerConflict> enter_answer(Bench& bench, TaskAnswer answer) {
  std::optional<AnswerConflict> conflict;
  bool is_new = false;
  bench.write([&](ledger::Writer& writer) {
    const ReviewNow now = review_now(bench, writer);
    if (!now.desk) throw Error(Kind::io, message("the lists are being read; send it again"));
    const auto shown = shown_task(now, answer.task);
    answer.chosen = shown ? shown->chosen : "gain";
    auto decided = investigation::decisions_of(answer, now.desk->today, *now.standing);
    if (auto* found = std::get_if<AnswerConflict>(&decided)) {
      conflict = std::move(*found);
      return;
    }
    auto& wanted = std::get<AnswerToEnter>(decided);
    is_new = !wanted.was_entered && !is_said(now, wanted.decisions, answer.chosen);
    if (is_new) enter(writer, now, std::move(wanted.decisions));
  });
  if (is_new) bench.note_decisions();
  return conflict;
}

http::Response after_it(const Visit& visit, Bench& bench, const PostedAnswer& posted,
                        bool is_entered) {
  if (!visit.wants_piece()) return http::see_other(is_entered ? "/review?saved=1" : "/review");
  const ReviewNow now = review_now(bench);
  if (!now.desk) return http::see_other("/review");
  LivePart part;
  part.count = tasks_on_page + posted.ahead;
  const auto last = last_answers(now, 1);
  if (is_entered && !last.empty())
    part.said = visit.voice.say(message("Saved: {}", answer_in_words(now, last[0], visit.voice)));
  return review_with(visit, bench, now, part, 200);
}

// The lists are read again after each change of them: whoever waits a moment can answer.
http::Response come_again(const Visit& visit, Bench& bench) {
  http::Response response =
      error_screen(visit, bench,
                   Error(Kind::io, message("the lists are being read; the answer can be sent again "
                                           "in a moment")),
                   "/review");
  response.headers.emplace_back("Retry-After", "2");
  return response;
}

http::Response take_answer(const Visit& visit, Bench& bench, const PostedAnswer& posted) {
  if (std::string missing = what_is_missing(posted, visit.voice); !missing.empty()) {
    CardState state;
    state.problem = std::move(missing);
    return refused(visit, bench, posted, std::move(state), 422);
  }
  const auto conflict = enter_answer(bench, posted.answer);
  if (!conflict) return after_it(visit, bench, posted, true);
  const ReviewNow now = review_now(bench);
  if (!now.desk) return come_again(visit, bench);
  return refused(visit, bench, posted, state_of(now, posted, *conflict, visit.voice), 409);
}

}  // namespace

PostedAnswer read_answer(const http::Form& form) {
  PostedAnswer posted;
  TaskAnswer& answer = posted.answer;
  answer.insists = !form.value("insists").empty();
  posted.verdict = answer.insists ? form.value("insists") : form.value("verdict");
  answer.verdict = verdict_of(posted.verdict).value_or(Verdict::unsure);
  if (const std::string& task = form.value("task"); !task.empty()) {
    if (posted_names(task).size() != 1) refuse_form();
    answer.task = task;
  }
  answer.records = posted_names(form.value("records"));
  answer.digests = posted_names(form.value("cells"));
  for (const std::string& mark : form.values("about")) {
    const auto number = whole_number(mark);
    if (!number || *number < 1 || *number > static_cast<std::int64_t>(answer.records.size()))
      refuse_form();
    answer.about.push_back(static_cast<std::size_t>(*number - 1));
  }
  if (!takes_marks(posted)) answer.about.clear();
  answer.reason = form.value("reason");
  const auto seconds = whole_number(form.value("seconds"));
  if (seconds && *seconds >= 0 && *seconds <= seconds_max) answer.seconds = seconds;
  answer.saw_weight = form.value("saw_weight") == "1";
  posted.shown = form.values("shown");
  const auto ahead = whole_number(form.value("ahead"));
  if (ahead && *ahead > 0)
    posted.ahead = std::min(static_cast<std::size_t>(*ahead), tasks_ahead_max);
  return posted;
}

http::Response answer_task(const Visit& visit, Bench& bench) {
  const PostedAnswer posted = read_answer(visit.form);
  const ReviewNow now = review_now(bench);
  if (!now.desk) return come_again(visit, bench);
  if (posted.verdict == "unskip") {
    show_skipped_again(now);
    return after_it(visit, bench, posted, false);
  }
  if (posted.verdict == "skip") {
    if (const auto task = shown_task(now, posted.answer.task)) skip_task(now, *task);
    return after_it(visit, bench, posted, false);
  }
  if (posted.answer.records.empty() || posted.answer.task.empty()) refuse_form();
  try {
    return take_answer(visit, bench, posted);
  } catch (const NeedsPassphrase&) {
    throw;
  } catch (const NeedsOwnEnd&) {
    throw;
  } catch (const Error& error) {
    if (!bench.held()) return come_again(visit, bench);
    return refused_by(visit, bench, posted, error);
  }
}

}  // namespace sanaq::workspace

#include "sanaq/workspace/review_live.h"

#include <algorithm>

#include "sanaq/workspace/review_changes.h"
#include "sanaq/workspace/review_strip.h"

namespace sanaq::workspace {
namespace {

using investigation::NextTask;

std::string cards_of(const Visit& visit, const ReviewNow& now, const LivePart& part,
                     const std::vector<NextTask>& tasks) {
  std::string cards;
  if (part.front) cards = task_card(visit, now, *part.front, part.front_state);
  for (const NextTask& task : tasks) {
    if (part.front && task_key(task) == task_key(*part.front)) continue;
    CardState state;
    state.is_hidden = !cards.empty();
    cards += task_card(visit, now, task, state);
  }
  return cards;
}

}  // namespace

std::string review_live(const Visit& visit, const ReviewNow& now, const LivePart& part) {
  const std::vector<NextTask> tasks = tasks_to_show(now, part.count);
  const draw::Voice& voice = visit.voice;
  const std::size_t skipped = skipped_count(now);
  Data data;
  data.set("tasks", cards_of(visit, now, part, tasks));
  data.set("has_task", part.front || !tasks.empty());
  const std::int64_t left = tasks.empty() ? 0 : now.desk->left(*now.standing, now.who);
  data.set("left", voice.count("{} task waits", "{} tasks wait",
                               std::max(left, static_cast<std::int64_t>(tasks.size()))));
  data.set("has_skipped", skipped > 0);
  data.set("skipped",
           voice.count("{} was skipped", "{} were skipped", static_cast<std::int64_t>(skipped)));
  data.set("csrf", csrf_field(visit, "/review"));
  data.set("said", part.said);
  data.set("strip", review_strip(visit, now));
  data.set("is_stale", !now.desk->is_linked());
  const bool has_answers = now.behind == Behind::links || has_answers_since_count(now);
  data.set("can_count", !now.desk->is_linked() || has_answers);
  data.set("has_new_answers", has_answers);
  data.set("csrf_count", csrf_field(visit, "/count"));
  data.set("changes", review_changes(visit, now.folder));
  return piece(visit, "review_live", data);
}

}  // namespace sanaq::workspace

#include "sanaq/workspace/next_step.h"

#include "sanaq/workspace/count_ready.h"

namespace sanaq::workspace {
namespace {

using base::message;

bool has_failed(const std::optional<Job>& job) {
  return job && (job->state == JobState::failed || job->state == JobState::lost);
}

// Counted, and nothing changed since: what is left is for people.
NextStep step_after_counting(const investigation::Waiting& waiting) {
  if (waiting.setbacks > 0)
    return {"/review", false, message("Look again at decisions whose row changed")};
  if (waiting.bad_cells > 0) return {"/lists", false, message("Look at what nobody could read")};
  if (waiting.pairs > 0) return {"/review", false, message("Review doubtful pairs")};
  if (waiting.facts.value_or(0) > 0)
    return {"/publish", false, message("See what would be public")};
  return {"/number", false, message("See the number and how it was made")};
}

std::optional<NextStep> step_before_counting(const Situation& now) {
  if (now.running)
    return NextStep{"/jobs/" + std::to_string(now.running->id), false,
                    message("See how far it is")};
  if (now.glance.lists.empty() && !now.glance.has_tables)
    return NextStep{"/lists", false, message("Add your lists")};
  if (now.why_not_read) return NextStep{"/lists", false, message("Mend this"), *now.why_not_read};
  if (now.held && !now.held->outcome.lists.empty()) {
    const std::vector<std::string> without = lists_without_names(now.held->outcome);
    if (!without.empty())
      return NextStep{"/lists", false, message("Confirm the columns"),
                      why_not_count(now.held->outcome)};
  }
  return std::nullopt;
}

}  // namespace

NextStep next_step(const Situation& now) {
  if (auto step = step_before_counting(now)) return std::move(*step);
  if (has_failed(now.last) && now.behind != Behind::nothing)
    return {"/count", true, message("Count again"), why_of(*now.last)};
  if (!now.held && !now.glance.number)
    return {"/count", true, message("Count"), message("The lists are still being read."), true};
  if (now.behind == Behind::never_counted || !now.glance.number)
    return {"/count", true, message("Count")};
  const bool is_behind =
      now.behind == Behind::unknown ? !now.glance.touched.empty() : now.behind != Behind::nothing;
  if (is_behind) return {"/count", true, message("Count again"), {}, !now.held};
  return step_after_counting(now.waiting.value_or(investigation::Waiting{}));
}

}  // namespace sanaq::workspace

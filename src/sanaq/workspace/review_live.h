// The part of /review that goes on with each answer: the tasks, how many are left, the strip.
#pragma once
#include <optional>
#include <string>

#include "sanaq/workspace/page.h"
#include "sanaq/workspace/review_desk.h"
#include "sanaq/workspace/review_task.h"

namespace sanaq::workspace {

// The first task is shown, the next three are in the page already.
inline constexpr std::size_t tasks_on_page = 4;
// More than a page can ever be ahead of the server.
inline constexpr std::size_t tasks_ahead_max = 60;

struct LivePart {
  std::size_t count = tasks_on_page;
  // Stands before all others: a task whose answer was not entered, or of which somebody wants to
  // see more.
  std::optional<investigation::NextTask> front = {};
  CardState front_state = {};
  std::string said = {};  // for the live region: "saved: one person: …"
};

// Returns that part. `now.desk` must be there.
[[nodiscard]] std::string review_live(const Visit& visit, const ReviewNow& now,
                                      const LivePart& part);

}  // namespace sanaq::workspace

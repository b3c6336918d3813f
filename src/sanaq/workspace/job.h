// One piece of work that takes longer than a request, and how far it is.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/message.h"

namespace sanaq::workspace {

// lost: the server ended while it ran, so nobody knows how far it came; it can be begun again.
enum class JobState { waiting, running, done, failed, stopped, lost };

struct Job {
  std::int64_t id = 0;    // 1, 2, 3, … in one investigation
  std::string verb = {};  // "count", "publish", "copy", "verify"
  JobState state = JobState::waiting;
  std::int64_t done = 0, total = 0;    // of the part that it is at; a total of 0 is not known
  base::Message what = {};             // that part; an empty id before the first
  int code = 0;                        // base/error.h; 137: it was killed
  std::string began = {}, ended = {};  // UTC; "" as long as it did not
  // In memory alone, since they may name files and rows: why it failed or what it waits for, and
  // what else it said.
  base::Message says = {};
  std::vector<std::string> notes = {};
  [[nodiscard]] bool is_over() const {
    return state != JobState::waiting && state != JobState::running;
  }
};

inline constexpr int code_killed = 137;

// "waiting", "running", … as programs read it.
[[nodiscard]] std::string_view state_name(JobState state);
[[nodiscard]] std::optional<JobState> state_named(std::string_view name);

// Returns how it ended or what it waits for, in a sentence; with an empty id where there is nothing
// to say.
[[nodiscard]] base::Message why_of(const Job& job);
// Returns what the verb does: "Counting".
[[nodiscard]] base::Message title_of(const Job& job);

}  // namespace sanaq::workspace

#include "sanaq/workspace/job.h"

#include <array>
#include <utility>

#include "sanaq/base/error.h"

namespace sanaq::workspace {
namespace {

using base::message;

constexpr std::array<std::pair<JobState, std::string_view>, 6> state_names = {
    {{JobState::waiting, "waiting"},
     {JobState::running, "running"},
     {JobState::done, "done"},
     {JobState::failed, "failed"},
     {JobState::stopped, "stopped"},
     {JobState::lost, "lost"}}};

base::Message why_failed(int code) {
  switch (code) {
    case code_killed:
      return message(
          "It was ended from outside, most likely because memory was short: close other programs "
          "and begin it again. Lists and decisions are as they were.");
    case static_cast<int>(base::Kind::bad_input):
      return message("A file or a setting cannot be used as it is. Begin it again to see which.");
    case static_cast<int>(base::Kind::io):
      return message("The disk or the memory did not suffice. Begin it again to see which.");
    case static_cast<int>(base::Kind::conflict):
      return message("Something else was in the way. Begin it again.");
    default:
      return message("It ended with the code {}. Begin it again to see why.", code);
  }
}

}  // namespace

std::string_view state_name(JobState state) {
  for (const auto& [known, name] : state_names) {
    if (known == state) return name;
  }
  return "";
}

std::optional<JobState> state_named(std::string_view name) {
  for (const auto& [state, known] : state_names) {
    if (known == name) return state;
  }
  return std::nullopt;
}

base::Message why_of(const Job& job) {
  if (!job.says.id.empty()) return job.says;
  switch (job.state) {
    case JobState::failed:
      return why_failed(job.code);
    case JobState::stopped:
      return message("It was stopped. Nothing half-written stays, and it can be begun again.");
    case JobState::lost:
      return message(
          "sanaq ended while this ran. What was entered is there, nothing half-written stays, and "
          "it can be begun again.");
    case JobState::waiting:
      return message("It begins when the one before it has ended.");
    default:
      return {};
  }
}

base::Message title_of(const Job& job) {
  if (job.verb == "publish") return message("Writing the site");
  if (job.verb == "verify") return message("Checking the ledger and the site");
  if (job.verb == "copy") return message("Saving a copy");
  return message("Counting");
}

}  // namespace sanaq::workspace

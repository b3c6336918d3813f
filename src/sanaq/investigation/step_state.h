// What each step left in .sanaq/, valid as long as its key is unchanged. The file's first line is
// the SHA-256 of the rest, so that a number that a disk changed is never used.
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "sanaq/investigation/outcome.h"

namespace sanaq::investigation {

struct StepState {
  nlohmann::json content;
  NamedTexts outputs, figures;  // as in StepDone
};

// Returns nullopt if the step was never done, was done with another key, or its file is damaged (it
// can be made again).
[[nodiscard]] std::optional<StepState> read_state(const std::string& folder, std::string_view step,
                                                  const std::string& key);
// Returns what the step left behind last, whatever it was made from; nullopt if it was never done
// or its file is damaged.
struct LastState {
  std::string key;
  StepState state;
};
[[nodiscard]] std::optional<LastState> read_last_state(const std::string& folder,
                                                       std::string_view step);
void write_state(const std::string& folder, std::string_view step, const std::string& key,
                 const StepState& state);

}  // namespace sanaq::investigation

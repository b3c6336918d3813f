// The secret in a link that lets somebody in, once.
#pragma once
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "sanaq/workspace/clock.h"

namespace sanaq::workspace {

inline constexpr double token_seconds = 5 * 60.0;

class LinkTokens {
 public:
  explicit LinkTokens(Clock clock) : clock_(std::move(clock)) {}
  // Returns 32 random bytes as hex digits. Others that were not used stay good: somebody who
  // presses the icon twice gets two links. Of more than eight the oldest is gone.
  [[nodiscard]] std::string make();
  // Returns true once for each token, within five minutes.
  [[nodiscard]] bool take(std::string_view token);
  // Whether this one can still be taken.
  [[nodiscard]] bool is_good(std::string_view token);

 private:
  double now();

  Clock clock_;
  std::mutex mutex_;
  double latest_ = 0;
  std::map<std::string, double> made_;  // when, by the SHA-256 of the token
};

}  // namespace sanaq::workspace

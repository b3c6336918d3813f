// Who has come in: sessions by the cookie that a browser shows. They live in memory alone and end
// with the process.
#pragma once
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "sanaq/workspace/clock.h"

namespace sanaq::workspace {

inline constexpr double session_idle_seconds = 12 * 3600.0, session_seconds = 24 * 3600.0;

class Sessions {
 public:
  explicit Sessions(Clock clock) : clock_(std::move(clock)) {}
  // Returns the cookie's value: 32 random bytes as hex digits. Here only its SHA-256 is kept. Of
  // more than sixteen sessions the one that was idle longest ends.
  [[nodiscard]] std::string begin();
  // Returns the secret of the session with that cookie, which signs its forms; nullopt if it has
  // ended or never was. Its idle time begins anew, unless one only looks.
  [[nodiscard]] std::optional<std::string> secret_of(std::string_view cookie,
                                                     bool only_looks = false);
  void end(std::string_view cookie);
  [[nodiscard]] bool is_empty();

 private:
  struct Session {
    std::string secret;
    double began = 0, last = 0;
  };
  double now();
  void end_what_is_over(double now);

  Clock clock_;
  std::mutex mutex_;
  double latest_ = 0;                        // a clock that goes back makes no session longer
  std::map<std::string, Session> sessions_;  // by the SHA-256 of the cookie
};

}  // namespace sanaq::workspace

#include "sanaq/workspace/session.h"

#include <algorithm>

#include "sanaq/base/random_bytes.h"
#include "sanaq/base/sha256.h"

namespace sanaq::workspace {
namespace {

constexpr std::size_t sessions_most = 16, secret_bytes = 32;

}  // namespace

double Sessions::now() {
  latest_ = std::max(latest_, clock_());
  return latest_;
}

void Sessions::end_what_is_over(double now) {
  std::erase_if(sessions_, [now](const auto& item) {
    const Session& session = item.second;
    return now - session.last > session_idle_seconds || now - session.began > session_seconds;
  });
}

std::string Sessions::begin() {
  const std::string cookie = base::to_hex(base::random_bytes(secret_bytes));
  const std::lock_guard lock(mutex_);
  const double time = now();
  end_what_is_over(time);
  if (sessions_.size() >= sessions_most)
    sessions_.erase(
        std::ranges::min_element(sessions_, {}, [](const auto& item) { return item.second.last; }));
  sessions_[base::sha256_hex(cookie)] = {base::random_bytes(secret_bytes), time, time};
  return cookie;
}

std::optional<std::string> Sessions::secret_of(std::string_view cookie, bool only_looks) {
  if (cookie.empty()) return std::nullopt;
  const std::lock_guard lock(mutex_);
  const double time = now();
  end_what_is_over(time);
  const auto found = sessions_.find(base::sha256_hex(cookie));
  if (found == sessions_.end()) return std::nullopt;
  if (!only_looks) found->second.last = time;
  return found->second.secret;
}

void Sessions::end(std::string_view cookie) {
  const std::lock_guard lock(mutex_);
  sessions_.erase(base::sha256_hex(cookie));
}

bool Sessions::is_empty() {
  const std::lock_guard lock(mutex_);
  end_what_is_over(now());
  return sessions_.empty();
}

}  // namespace sanaq::workspace

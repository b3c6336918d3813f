#include "sanaq/workspace/link_token.h"

#include <algorithm>

#include "sanaq/base/random_bytes.h"
#include "sanaq/base/sha256.h"

namespace sanaq::workspace {
namespace {

constexpr std::size_t tokens_most = 8, token_bytes = 32;

}  // namespace

double LinkTokens::now() {
  latest_ = std::max(latest_, clock_());
  std::erase_if(made_, [this](const auto& item) { return latest_ - item.second > token_seconds; });
  return latest_;
}

std::string LinkTokens::make() {
  std::string token = base::to_hex(base::random_bytes(token_bytes));
  const std::lock_guard lock(mutex_);
  const double time = now();
  if (made_.size() >= tokens_most)
    made_.erase(std::ranges::min_element(made_, {}, [](const auto& item) { return item.second; }));
  made_[base::sha256_hex(token)] = time;
  return token;
}

bool LinkTokens::take(std::string_view token) {
  const std::lock_guard lock(mutex_);
  static_cast<void>(now());
  return made_.erase(base::sha256_hex(token)) == 1;
}

bool LinkTokens::is_good(std::string_view token) {
  const std::lock_guard lock(mutex_);
  static_cast<void>(now());
  return made_.contains(base::sha256_hex(token));
}

}  // namespace sanaq::workspace

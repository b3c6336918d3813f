#include "sanaq/serve/arrivals.h"

#include <algorithm>

#include "sanaq/base/hmac.h"
#include "sanaq/base/random_bytes.h"

namespace sanaq::serve {
namespace {

constexpr double remembered_seconds = 24 * 3600;
constexpr std::size_t remembered_most = 100000;

}  // namespace

Arrivals::Arrivals() : secret_(base::random_bytes(32)) {}

void Arrivals::note(std::string_view words, double now) { note_key(key_of(words, ""), now); }

bool Arrivals::came(std::string_view words, double now) { return has(key_of(words, ""), now); }

void Arrivals::note_content(std::string_view words, std::string_view content, double now) {
  note_key(key_of(words, content), now);
}

bool Arrivals::came_content(std::string_view words, std::string_view content, double now) {
  return has(key_of(words, content), now);
}

void Arrivals::note_key(const std::string& key, double now) {
  const std::scoped_lock lock(alone_);
  std::erase_if(seen_, [&](const auto& each) { return now - each.second > remembered_seconds; });
  if (seen_.size() >= remembered_most) seen_.clear();
  seen_[key] = now;
}

bool Arrivals::has(const std::string& key, double now) {
  const std::scoped_lock lock(alone_);
  const auto found = seen_.find(key);
  return found != seen_.end() && now - found->second <= remembered_seconds;
}

std::string Arrivals::key_of(std::string_view words, std::string_view content) const {
  return base::hmac_sha256_hex(secret_, std::string(words) + '\0' + std::string(content));
}

}  // namespace sanaq::serve

#include "sanaq/workspace/key_in_hand.h"

#include <sodium.h>

#include <cstring>
#include <mutex>

#include "sanaq/base/check.h"
#include "sanaq/base/system.h"

namespace sanaq::workspace {

struct KeyInHand::Inside {
  // Memory of libsodium: locked, between pages that nobody may touch, overwritten when it is freed.
  struct Freed {
    void operator()(char* bytes) const { sodium_free(bytes); }
  };
  Clock clock;
  std::mutex mutex;
  std::unique_ptr<char, Freed> bytes;
  std::size_t size = 0;
  double last = 0;
};

KeyInHand::KeyInHand() : KeyInHand(base::boot_seconds) {}

KeyInHand::KeyInHand(Clock clock) : inside_(std::make_unique<Inside>()) {
  inside_->clock = std::move(clock);
  base::check(sodium_init() >= 0, "libsodium is ready");
}

KeyInHand::~KeyInHand() = default;

void KeyInHand::take(std::string_view passphrase) {
  const std::lock_guard lock(inside_->mutex);
  inside_->bytes.reset(static_cast<char*>(sodium_malloc(passphrase.size() + 1)));
  if (!inside_->bytes) return;
  std::memcpy(inside_->bytes.get(), passphrase.data(), passphrase.size());
  inside_->size = passphrase.size();
  inside_->last = inside_->clock();
}

void KeyInHand::forget() {
  const std::lock_guard lock(inside_->mutex);
  inside_->bytes.reset();
}

std::optional<std::string> KeyInHand::passphrase() const {
  const std::lock_guard lock(inside_->mutex);
  if (!inside_->bytes) return std::nullopt;
  const double now = inside_->clock();
  if (now - inside_->last > passphrase_seconds || now < inside_->last) {
    inside_->bytes.reset();
    return std::nullopt;
  }
  inside_->last = now;
  return std::string(inside_->bytes.get(), inside_->size);
}

}  // namespace sanaq::workspace

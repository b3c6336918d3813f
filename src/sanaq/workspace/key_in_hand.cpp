#include "sanaq/workspace/key_in_hand.h"

#include <mutex>

namespace sanaq::workspace {

struct KeyInHand::Inside {
  std::mutex mutex;
  std::optional<std::string> passphrase;
};

KeyInHand::KeyInHand() : inside_(new Inside) {}
KeyInHand::~KeyInHand() { delete inside_; }

void KeyInHand::take(std::string_view passphrase) {
  const std::lock_guard lock(inside_->mutex);
  inside_->passphrase = passphrase;
}

void KeyInHand::forget() {
  const std::lock_guard lock(inside_->mutex);
  inside_->passphrase.reset();
}

std::optional<std::string> KeyInHand::passphrase() const {
  const std::lock_guard lock(inside_->mutex);
  return inside_->passphrase;
}

}  // namespace sanaq::workspace

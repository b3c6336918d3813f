// The passphrase of the key that signs entries, kept while somebody works.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "sanaq/workspace/clock.h"

namespace sanaq::workspace {

inline constexpr double passphrase_seconds = 30 * 60.0;

// In memory that is not written to a disk and is overwritten at the end. It is forgotten when it
// was not asked for in thirty minutes. Any thread may call it.
class KeyInHand {
 public:
  // By the clock of the machine.
  KeyInHand();
  explicit KeyInHand(Clock clock);
  ~KeyInHand();
  KeyInHand(const KeyInHand&) = delete;
  KeyInHand& operator=(const KeyInHand&) = delete;
  void take(std::string_view passphrase);
  void forget();
  // Returns nullopt if there is none.
  [[nodiscard]] std::optional<std::string> passphrase() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace sanaq::workspace

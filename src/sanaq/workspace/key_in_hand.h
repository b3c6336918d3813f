// The passphrase of the key that signs entries, kept while somebody works.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace sanaq::workspace {

// Any thread may call it.
class KeyInHand {
 public:
  KeyInHand();
  ~KeyInHand();
  KeyInHand(const KeyInHand&) = delete;
  KeyInHand& operator=(const KeyInHand&) = delete;
  void take(std::string_view passphrase);
  void forget();
  // Returns nullopt if there is none.
  [[nodiscard]] std::optional<std::string> passphrase() const;

 private:
  struct Inside;
  Inside* inside_;
};

}  // namespace sanaq::workspace

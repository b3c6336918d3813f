// Memory for what nobody may read later: kept out of the swap where the system allows it, and
// overwritten with zeros at its end.
#pragma once
#include <cstddef>
#include <memory>
#include <string>

namespace sanaq::intake {

struct FreeSecret {
  void operator()(unsigned char* bytes) const;
};
using SecretBytes = std::unique_ptr<unsigned char[], FreeSecret>;
// Throws std::bad_alloc.
[[nodiscard]] SecretBytes secret_bytes(std::size_t size);

// Overwrites a text with zeros, as far as it ever reached, and makes it empty.
void wipe(std::string& text);

}  // namespace sanaq::intake

#include "sanaq/intake/secret_memory.h"

#include <sodium.h>

#include <new>

#include "sanaq/base/check.h"

namespace sanaq::intake {

void FreeSecret::operator()(unsigned char* bytes) const { sodium_free(bytes); }

SecretBytes secret_bytes(std::size_t size) {
  base::check(sodium_init() >= 0, "libsodium can be used");
  auto* const bytes = static_cast<unsigned char*>(sodium_malloc(size));
  if (bytes == nullptr) throw std::bad_alloc();
  return SecretBytes(bytes);
}

void wipe(std::string& text) {
  text.resize(text.capacity());
  sodium_memzero(text.data(), text.size());
  text.clear();
}

}  // namespace sanaq::intake

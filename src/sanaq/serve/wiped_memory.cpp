#include "sanaq/serve/wiped_memory.h"

#include <malloc.h>
#include <string.h>
#include <unicode/uclean.h>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

// Read at each delete of the whole program.
std::atomic<bool> is_wiping = false;

void release(void* bytes) noexcept {
  if (bytes != nullptr && is_wiping.load(std::memory_order_relaxed))
    ::explicit_bzero(bytes, ::malloc_usable_size(bytes));
  std::free(bytes);
}

void* take_for_icu(const void*, std::size_t size) { return std::malloc(size); }

void* grow_for_icu(const void*, void* bytes, std::size_t size) {
  if (bytes == nullptr) return std::malloc(size);
  void* const grown = std::malloc(size);
  if (grown == nullptr) return nullptr;
  const std::size_t before = ::malloc_usable_size(bytes);
  ::memcpy(grown, bytes, before < size ? before : size);
  release(bytes);
  return grown;
}

void release_of_icu(const void*, void* bytes) { release(bytes); }

}  // namespace

// The library's own do the same, but for the wiping. Those for arrays call these; memory with a
// larger alignment is never a stranger's text.
void* operator new(std::size_t size) {
  for (;;) {
    if (void* const bytes = std::malloc(size == 0 ? 1 : size)) return bytes;
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}
void operator delete(void* bytes) noexcept { release(bytes); }
void operator delete(void* bytes, std::size_t) noexcept { release(bytes); }

namespace sanaq::serve {

void wipe_freed_memory() {
  is_wiping = true;
  UErrorCode status = U_ZERO_ERROR;
  u_setMemoryFunctions(nullptr, take_for_icu, grow_for_icu, release_of_icu, &status);
}

bool wipes_freed_memory() { return is_wiping; }

}  // namespace sanaq::serve

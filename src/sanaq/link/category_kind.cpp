// A few words from a list: agree or differ.
#include "sanaq/link/columns.h"
#include "sanaq/link/kind_of_levels.h"
#include "sanaq/link/levels.h"

namespace sanaq::link {
namespace {

int category_level(const Feature&, std::uint32_t, std::uint32_t) { return exact_levels; }

}  // namespace

const KindOfLevels& category_kind() {
  static const KindOfLevels kind{"category", with_exact({"differs"}), {1}, category_level};
  return kind;
}

}  // namespace sanaq::link

// Whole names: names.h says how two meet.
#include "sanaq/link/columns.h"
#include "sanaq/link/kind_of_levels.h"
#include "sanaq/link/names.h"

namespace sanaq::link {
namespace {

int name_level(const Feature& feature, std::uint32_t left, std::uint32_t right) {
  return static_cast<int>(meet(feature.names[left], feature.names[right]).agreement);
}

}  // namespace

const KindOfLevels& name_kind() {
  static const KindOfLevels kind{
      "name",
      {"same letters, strong", "same letters", "same sound, strong", "same sound",
       "one letter off, strong", "one letter off", "part missing, strong", "part missing",
       "part missing, weak", "part missing, very weak", "near, strong", "near", "near, weak",
       "differs"},
      {0.31, 0.12, 0.15, 0.08, 0.09, 0.03, 0.09, 0.04, 0.02, 0.01, 0.04, 0.01, 0.005, 0.002},
      name_level};
  return kind;
}

}  // namespace sanaq::link

#include "sanaq/link/names.h"

namespace sanaq::link {

NameMeeting meet(const PreparedName& left, const PreparedName& right) {
  const text::NameComparison found = text::compare_names(*left, *right);
  return {static_cast<int>(found.level), found.weight_bits};
}

}  // namespace sanaq::link

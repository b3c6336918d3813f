#include "sanaq/link/kind_of_levels.h"

#include <array>
#include <utility>

namespace sanaq::link {
namespace {

struct OfKind {
  Kind kind;
  const KindOfLevels& (*levels)();
};
constexpr std::array<OfKind, 7> all_kinds{{{Kind::name, name_kind},
                                           {Kind::text, text_kind},
                                           {Kind::date, date_kind},
                                           {Kind::code, code_kind},
                                           {Kind::number, number_kind},
                                           {Kind::category, category_kind},
                                           {Kind::email, email_kind}}};

constexpr bool stand_in_order() {
  for (std::size_t at = 0; at < all_kinds.size(); ++at) {
    if (static_cast<std::size_t>(all_kinds[at].kind) != at) return false;
  }
  return true;
}
static_assert(stand_in_order(), "a kind is found by its number");

}  // namespace

const KindOfLevels& kind_of_levels(Kind kind) {
  return all_kinds[static_cast<std::size_t>(kind)].levels();
}

std::optional<Kind> kind_named(std::string_view name) {
  for (const OfKind& of : all_kinds) {
    if (of.levels().name == name) return of.kind;
  }
  return std::nullopt;
}

std::vector<std::string> with_exact(std::initializer_list<const char*> others) {
  std::vector<std::string> labels{"same, rare value", "same, uncommon value", "same, common value",
                                  "same, very common value"};
  labels.insert(labels.end(), others.begin(), others.end());
  return labels;
}

}  // namespace sanaq::link

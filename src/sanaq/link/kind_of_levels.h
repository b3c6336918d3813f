// What a kind of column is to linking: its levels of agreement, in one place. A new kind is a value
// of Kind, a file like text_kind.cpp, and a line in kind_of_levels.cpp.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/link/columns.h"

namespace sanaq::link {

struct KindOfLevels {
  std::string_view name;            // "text"; stands in models
  std::vector<std::string> labels;  // of the levels, from equality to "differs"
  // How matches that are not equal usually differ: a share for each level beyond equality (of whole
  // names for each level); adds up to about 1.
  std::vector<double> usual_differences;
  // Of two different values, neither missing, without looking at other features.
  int (*level)(const Feature& feature, std::uint32_t left, std::uint32_t right);
};

[[nodiscard]] const KindOfLevels& kind_of_levels(Kind kind);
[[nodiscard]] inline std::string_view kind_name(Kind kind) { return kind_of_levels(kind).name; }
// The kind of this name; none where there is no such kind.
[[nodiscard]] std::optional<Kind> kind_named(std::string_view name);

// The four levels of equality, and then the others.
[[nodiscard]] std::vector<std::string> with_exact(std::initializer_list<const char*> others);

// Of names whole (names.h), of texts, of dates and so on.
[[nodiscard]] const KindOfLevels& name_kind();
[[nodiscard]] const KindOfLevels& text_kind();
[[nodiscard]] const KindOfLevels& date_kind();
[[nodiscard]] const KindOfLevels& code_kind();
[[nodiscard]] const KindOfLevels& number_kind();
[[nodiscard]] const KindOfLevels& category_kind();
[[nodiscard]] const KindOfLevels& email_kind();

}  // namespace sanaq::link

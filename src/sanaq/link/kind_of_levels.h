// What linking needs to know about a kind of column: its levels of agreement, in one place. A new
// kind needs a value of Kind, a file like text_kind.cpp, and a line in kind_of_levels.cpp.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/link/columns.h"

namespace sanaq::link {

struct KindOfLevels {
  std::string_view name;            // "text"; used in models
  std::vector<std::string> labels;  // of the levels, from equality to "differs"
  // How matches that are not equal usually differ: a share for each level beyond equality (for
  // whole names, for each level); they add up to about 1.
  std::vector<double> usual_differences;
  // Returns the level of two different values, neither missing, without looking at other features.
  int (*level)(const Feature& feature, std::uint32_t left, std::uint32_t right);
};

[[nodiscard]] const KindOfLevels& kind_of_levels(Kind kind);
[[nodiscard]] inline std::string_view kind_name(Kind kind) { return kind_of_levels(kind).name; }
// Returns the kind with this name; nullopt if there is none.
[[nodiscard]] std::optional<Kind> kind_named(std::string_view name);

// Returns the labels of the four levels of equality, and then the others.
[[nodiscard]] std::vector<std::string> with_exact(std::initializer_list<const char*> others);

// Return the kind of whole names (names.h), of texts, of dates and so on.
[[nodiscard]] const KindOfLevels& name_kind();
[[nodiscard]] const KindOfLevels& text_kind();
[[nodiscard]] const KindOfLevels& date_kind();
[[nodiscard]] const KindOfLevels& code_kind();
[[nodiscard]] const KindOfLevels& number_kind();
[[nodiscard]] const KindOfLevels& category_kind();
[[nodiscard]] const KindOfLevels& email_kind();

}  // namespace sanaq::link

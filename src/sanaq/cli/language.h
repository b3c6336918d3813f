// In which language the program speaks: --language, else the environment, else English.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sanaq::cli {

// "en", "ru" or "kk". `arguments` without the program's name; `environment` gives a variable's
// value or none. LC_ALL wins over LC_MESSAGES over LANG, as everywhere; "ru_RU.UTF-8" is "ru"; a
// language that is not built in is English. Throws Error{usage} for a --language that is not built
// in.
[[nodiscard]] std::string choose_language(
    const std::vector<std::string>& arguments,
    const std::function<std::optional<std::string>(const char*)>& environment);

}  // namespace sanaq::cli

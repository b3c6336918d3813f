// The help of a command beside the table of the options that its flags set.
#pragma once
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/run_the_program.h"
#include "sanaq/settings/options.h"

namespace sanaq::cli {

// "INT=25": what stands behind a flag in help; "no such flag" where help does not list it.
inline std::string behind_flag(const std::string& help, std::string_view flag) {
  const std::string start = "\n  " + std::string(flag) + " ";
  const std::size_t at = help.find(start);
  if (at == std::string::npos) return "no such flag";
  const std::string rest = help.substr(at + start.size());
  return rest.substr(0, rest.find_first_of(" \n"));
}

// Each option with a flag stands in help, with the value that its struct has.
inline void expect_flags_in_help(AddCommand command, const std::string& name,
                                 const std::vector<settings::Option<settings::Config>>& options) {
  for (const char* language : {"en", "ru"}) {
    Ended ended;
    const Streams streams = {[&](std::string_view text) { ended.output += text; },
                             [&](std::string_view text) { ended.error += text; }, false, 80};
    ASSERT_EQ(run_program({"--language", language, name, "--help"}, {command}, streams), 0);
    int flags = 0;
    for (const auto& option : options) {
      if (option.flag.name.empty()) continue;
      ++flags;
      const std::string behind = behind_flag(ended.output, option.flag.name);
      ASSERT_NE(behind, "no such flag") << option.flag.name;
      const nlohmann::json value = option.value(settings::Config{});
      const std::size_t equals = behind.find('=');
      const std::string shown = equals == std::string::npos ? "" : behind.substr(equals + 1);
      if (value.is_null() || value.is_array() || value.is_boolean())
        EXPECT_EQ(shown, "") << option.flag.name;
      else
        EXPECT_EQ(shown, value.is_string() ? value.get<std::string>() : value.dump())
            << option.flag.name;
      const std::string help = base::Catalog(language).say(option.flag.help);
      EXPECT_NE(ended.output.find(help), std::string::npos) << option.flag.name;
    }
    EXPECT_GT(flags, 5);
  }
}

}  // namespace sanaq::cli

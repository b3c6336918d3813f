// An invented town with three lists on disk, on which linking stays in doubt of some pairs.
#pragma once
#include <string>
#include <vector>

#include "cli/a_session.h"

namespace sanaq::cli {

// Seventy invented people; the hospital writes them out, the morgue and the union shorten some.
inline void write_invented_town(const ASession& session) {
  const std::vector<std::string> families = {"Tanbaev", "Munarov", "Ozenov", "Kumdarov", "Boranov",
                                             "Stepnov", "Jeruyev", "Tauov",  "Saryev",   "Kolov"};
  const std::vector<std::string> given = {"Aibar",  "Alibek", "Galymnur", "Omirtai",
                                          "Janali", "Sergei", "Asel"};
  std::string hospital = "id,name,birth,remark\n", morgue = "id,name,birth,remark\n",
              union_list = "id,name,birth\n";
  for (int at = 0; at < 70; ++at) {
    const std::string id = std::to_string(at + 1);
    const std::string& family = families[static_cast<std::size_t>(at % 10)];
    const std::string& first = given[static_cast<std::size_t>(at / 10)];
    const std::string year = std::to_string(1950 + at * 37 % 45);
    const std::string birth =
        year + "-0" + std::to_string(1 + at % 9) + "-1" + std::to_string(at % 8);
    const bool is_short = at % 3 == 0;
    if (at % 5 != 0) hospital += id + "," + family + " " + first + "," + birth + ",=1+1\n";
    if (at % 5 != 1)
      morgue += id + "," + family + " " + (is_short ? first.substr(0, 1) + "." : first) + "," +
                (at % 4 == 0 ? year : birth) + ",=1+1\n";
    if (at % 4 != 2)
      union_list += id + "," + first + " " + family + "," + (at % 6 == 0 ? "" : birth) + "\n";
  }
  morgue += "71,,1981,\n";
  session.scratch().write(
      "case/investigation.toml",
      "title = \"An invented town\"\ninvented = true\nlanguages = [\"en\"]\n"
      "[[list]]\nname = \"hospital\"\nfile = \"hospital.csv\"\nduplicates = false\n"
      "[[list]]\nname = \"morgue\"\nfile = \"morgue.csv\"\n"
      "[[list]]\nname = \"union\"\nfile = \"union.csv\"\n[estimate]\nmethod = \"chao\"\n");
  session.scratch().write("case/lists/hospital.csv", hospital);
  session.scratch().write("case/lists/morgue.csv", morgue);
  session.scratch().write("case/lists/union.csv", union_list);
}

}  // namespace sanaq::cli

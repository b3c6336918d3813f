// What the public log of a site tells of a ledger's closed entries: nothing, not even how many.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

#include "cli/run_the_program.h"
#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/publish_command.h"
#include "sanaq/cli/say_command.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::cli {
namespace {

// Commitments, what follows from them (roots, codes, signatures, salts, places in the tree, which
// are in the order of the commitments), and nothing else.
std::string masked(std::string text) {
  for (const auto& [what, with] :
       std::vector<std::pair<std::string, std::string>>{{"[0-9a-f]{64}", "HEX"},
                                                        {"[+][0-9a-f]{8}[+]", "+ID+"},
                                                        {"[A-Za-z0-9+/]{43,}=*", "BASE64"},
                                                        {"L-[0-9]+(-[0-9A-Z]+)+", "CODE"},
                                                        {"\"index\":[0-9]+", "\"index\":N"},
                                                        {"[+][0-9]+-[0-9]+\n", ""}})
    text = std::regex_replace(text, std::regex(what), with);
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    if (line.ends_with(',')) line.pop_back();
    lines.push_back(line);
  }
  std::sort(lines.begin(), lines.end());
  std::string all;
  for (const std::string& line : lines) all += line + "\n";
  return all;
}

struct PublishedLog {
  std::map<std::string, std::size_t> sizes;
  std::map<std::string, std::string> texts;  // masked; of tiles only the sizes are told
};

PublishedLog log_of(const std::string& site) {
  PublishedLog out;
  for (const auto& file : std::filesystem::recursive_directory_iterator(site)) {
    const std::string path = std::filesystem::relative(file.path(), site).string();
    const bool is_of_log = path.starts_with("log/") || path.ends_with(".entries.json");
    if (!file.is_regular_file() || !is_of_log) continue;
    const std::string bytes = base::read_file(file.path());
    const bool has_places = path == "log/opened.jsonl" || path.starts_with("log/open/") ||
                            path.ends_with(".entries.json");
    out.sizes[path] = has_places ? 0 : bytes.size();
    if (!path.starts_with("log/tile/")) out.texts[path] = masked(bytes);
  }
  return out;
}

}  // namespace

TEST(ClosedEntries, None1Or500MoreGiveALogOfTheSameNamesSizesAndMaskedBytes) {
  const help::Scratch scratch;
  ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
  const std::string first = help::small_investigation(
      scratch, "[scope]\nstatus = \"dead\"\n[publish]\norigin = \"town/log\"\n");
  ASSERT_EQ(run_the_program(
                add_say, {"say", "event:1", "dead", "11", "--visibility", "public", "--in", first})
                .code,
            0);
  std::vector<PublishedLog> logs;
  for (const int count : {0, 1, 500}) {
    const std::string folder = scratch / ("town" + std::to_string(count));
    std::filesystem::copy(first, folder, std::filesystem::copy_options::recursive);
    {
      ledger::Writer writer(folder);
      std::vector<std::pair<std::string, nlohmann::json>> entries;
      for (int number = 0; number < count; ++number)
        entries.push_back({"statement",
                           {{"subject", "person:Somebody " + std::to_string(number)},
                            {"property", "seen"},
                            {"value", std::string(static_cast<std::size_t>(number), 'x')},
                            {"visibility", number % 2 == 0 ? "sealed" : "restricted"}}});
      if (!entries.empty()) (void)writer.append_all(entries);
    }
    const Ended ended = run_the_program(add_publish, {"publish", folder, "--yes"});
    ASSERT_EQ(ended.code, 0) << ended.error;
    logs.push_back(log_of(folder + "/site"));
    EXPECT_TRUE(logs.back().sizes.contains("log/checkpoint"));
  }
  for (const std::size_t other : {1, 2}) {
    EXPECT_EQ(logs[other].sizes, logs[0].sizes);
    EXPECT_EQ(logs[other].texts, logs[0].texts);
  }
}

}  // namespace sanaq::cli

// What was found when a site was held against its log, or against an older state of it.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/base/message.h"

namespace sanaq::publish {

enum class LogWord {  // docs/formats/log.md
  changed,
  missing,
  extra,
  removed,
  forked,
  unwitnessed,
  withdrawn,  // from here on no damage
  note,
};

struct LogFinding {
  LogWord word = LogWord::note;
  std::string place;  // a path from the site's root, or "index N"
  base::Message what;
};

struct LogReport {
  std::vector<LogFinding> findings;
  std::string origin, code;                           // empty where the checkpoint cannot be read
  std::vector<std::string> signers;                   // vkeys of the log whose signature holds
  std::uint64_t size = 0;                             // leaves
  std::size_t files = 0, open = 0, publications = 0;  // how many were checked
  [[nodiscard]] bool is_whole() const {
    for (const LogFinding& finding : findings)
      if (finding.word < LogWord::withdrawn) return false;
    return true;
  }
  void add(LogWord word, std::string place, base::Message what) {
    findings.push_back({word, std::move(place), std::move(what)});
  }
};

// CHANGED, MISSING and so on; the same in every language, since other programs read it.
[[nodiscard]] inline std::string word_text(LogWord word) {
  static constexpr const char* words[] = {"CHANGED", "MISSING",     "EXTRA",     "REMOVED",
                                          "FORKED",  "UNWITNESSED", "WITHDRAWN", "note"};
  return words[static_cast<int>(word)];
}

[[nodiscard]] inline std::string place_of_leaf(std::uint64_t index) {
  return "index " + std::to_string(index);
}

}  // namespace sanaq::publish

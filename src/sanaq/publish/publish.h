// Turns a finished investigation into a static site that anyone can check.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/base/progress.h"
#include "sanaq/investigation/investigation.h"

namespace sanaq::publish {

struct Options {
  std::string folder;    // where the site goes; it appears whole or not at all
  bool dry_run = false;  // say what would leave, write nothing
};

struct Report {
  std::int64_t pages = 0, files = 0;
  std::string digest;  // SHA-256 over every file's SHA-256 and path, as sha256sum prints them
  std::vector<std::string> public_columns;  // LIST: HEADER, what leaves
  std::vector<base::Message> warnings;
};

[[nodiscard]] Report publish(const investigation::Outcome& outcome, const Options& options,
                             base::Progress& progress);

}  // namespace sanaq::publish

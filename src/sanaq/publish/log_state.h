// What the public log is before a publication: its leaves, what each publication opened and closed,
// and that all this is what was signed before.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "sanaq/log/log_publication.h"
#include "sanaq/log/open_lists.h"
#include "sanaq/publish/leaves_file.h"

namespace sanaq::publish {

struct LogState {
  LogLeaves leaves;
  // By the size of the log after that publication: the texts of log/open/SIZE.txt and
  // log/publication/SIZE.json.
  std::map<std::uint64_t, std::string> open_lists, publications;
  // By the same size: the public forms of the withdrawals by which it closed what nothing else
  // ended, one a line.
  std::map<std::uint64_t, std::string> withdrawals;
  std::set<std::uint64_t> open, ever_open;  // leaves, without those of publications
  [[nodiscard]] std::uint64_t size() const { return leaves.size(); }
};

// Reads publication/leaves and publication/openings/. Throws Error{corrupt} for what sanaq has not
// written.
[[nodiscard]] LogState read_log_state(const std::string& investigation);

// Writes both, the leaves last: what stands beside a shorter log counts for nothing, so that a
// process that is killed in between has done nothing.
void write_log_state(const std::string& investigation, const LogState& state);

// Throws Error{conflict} unless the leaves have the root of the ledger's newest publication and
// that of the checkpoint of `site`, if one is given: otherwise something else was signed before,
// here or elsewhere.
void expect_continued(const LogState& state, const std::string& investigation,
                      const std::string& site, const std::string& origin);

// What the newest publication committed to; none before the first.
[[nodiscard]] std::optional<log::LogPublication> newest_publication(const LogState& state);

}  // namespace sanaq::publish

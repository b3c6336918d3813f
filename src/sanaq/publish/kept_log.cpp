#include "sanaq/publish/kept_log.h"

#include <algorithm>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/published_places.h"
#include "sanaq/publish/log_cosignatures.h"
#include "sanaq/publish/log_state.h"

namespace sanaq::publish {

std::vector<base::Message> merge_kept_log(const std::string& investigation,
                                          const std::string& other) {
  const LogState here = read_log_state(investigation), there = read_log_state(other);
  const LogLeaves& shorter = here.size() < there.size() ? here.leaves : there.leaves;
  const LogLeaves& longer = here.size() < there.size() ? there.leaves : here.leaves;
  if (!std::equal(shorter.begin(), shorter.end(), longer.begin()))
    return {
        base::message("{}: this public log does not continue the one that is here, and was "
                      "not taken: one of the two signed without the other",
                      base::join(other, std::string(investigation::published_leaves)))};
  if (there.size() == here.size() && there.size() > 0)
    merge_cosignatures(investigation, other, here.size());
  if (there.size() <= here.size()) return {};
  expect_continued(there, investigation, "", "");
  write_log_state(investigation, there);
  merge_cosignatures(investigation, other, there.size());
  return {base::message("what the other office has published is in the public log here too")};
}

std::vector<ledger::Finding> verify_kept_log(const std::string& investigation) {
  try {
    expect_continued(read_log_state(investigation), investigation, "", "");
    return {};
  } catch (const base::Error& error) {
    if (error.kind() != base::Kind::corrupt && error.kind() != base::Kind::conflict) throw;
    return {{ledger::Weight::damage, std::string(investigation::published_leaves), 0,
             error.message(),
             base::message("until it is put back from a copy of the folder nothing more is "
                           "signed")}};
  }
}

}  // namespace sanaq::publish

// Whether links can be made at all, or what is said of them where their number could not be told.
#pragma once
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/link/em.h"
#include "sanaq/link/moments.h"
#include "sanaq/link/prepared_records.h"

namespace sanaq::link {

// Known by the user's model or labels, or plausible as it was learnt.
[[nodiscard]] bool is_sure_of_matches(const PreparedRecords& records, const Moments& moments,
                                      const Learnt& learnt);

// Where nothing tells persons from their families, links would be guesses: none is made. Where
// only their number could not be told, they are made, and it is said what they rest on.
struct ToldApart {
  bool links = true;  // are any made?
  std::vector<base::Message> warnings = {};
};
[[nodiscard]] ToldApart tells_apart(const PreparedRecords& records, const Moments& moments,
                                    const Learnt& learnt);

}  // namespace sanaq::link

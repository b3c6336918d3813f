// Records that the rules compare with no other: what nobody can find in them, however alike they
// are.
#pragma once
#include <vector>

#include "sanaq/link/block_rules.h"
#include "sanaq/link/pair_space.h"
#include "sanaq/link/result.h"

namespace sanaq::link {

// By list, without lists of which every record is compared with some other.
[[nodiscard]] std::vector<Unreached> find_unreached(const std::vector<Rule>& rules,
                                                    const std::vector<Key>& keys,
                                                    const PairSpace& space,
                                                    const std::vector<bool>& is_linkable);

}  // namespace sanaq::link

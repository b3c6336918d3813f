// Proofs that can be handed on without the site: of what a page shows, one for each leaf.
#pragma once
#include <string>
#include <vector>

#include "sanaq/log/tlog_proof.h"
#include "sanaq/publish/verify_log.h"

namespace sanaq::publish {

struct PageProof {
  std::uint64_t index = 0;
  std::string text;  // a .tlog-proof; its extra data is the opened line
};

// `page`: a page's path without its ending, as person/12. A proof for each leaf of
// PAGE.entries.json. Throws Error{not_found} where there is no such file, Error{corrupt} where the
// site is not whole.
[[nodiscard]] std::vector<PageProof> prove_page(const std::string& site, const std::string& page,
                                                const CheckedLog& checked);

}  // namespace sanaq::publish

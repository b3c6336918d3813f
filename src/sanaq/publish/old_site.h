// A site without a mark: it is older than marks, or its mark was lost. It is ours if the ledger
// says that exactly these files were published.
#pragma once
#include <string>
#include <vector>

#include "sanaq/publish/site_mark.h"
#include "sanaq/publish/site_place.h"

namespace sanaq::publish {

// Returns the SHA-256 of one line for each file, as sha256sum prints it, in this order; runs of
// `publish` entered this for their site before there were marks. Returns "" if `order` does not
// have exactly the files of `mark`.
[[nodiscard]] std::string digest_in_order(const SiteMark& mark,
                                          const std::vector<std::string>& order);

// Returns true if the files at the place agree with a `publish` run or a publication of the ledger;
// then it writes the mark, and the folder is ours from here on. Otherwise it writes nothing.
[[nodiscard]] bool claim_old_site(const SitePlace& place, const std::vector<std::string>& order);

}  // namespace sanaq::publish

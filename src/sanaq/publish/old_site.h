// A site without a mark: from before there were marks, or one whose mark was lost. It is ours where
// the ledger says that exactly these files were published.
#pragma once
#include <string>
#include <vector>

#include "sanaq/publish/site_mark.h"
#include "sanaq/publish/site_place.h"

namespace sanaq::publish {

// SHA-256 of one line a file as sha256sum prints it, in this order: what runs of `publish` said of
// their site before there were marks. Empty where `order` is not exactly the files of `mark`.
[[nodiscard]] std::string digest_in_order(const SiteMark& mark,
                                          const std::vector<std::string>& order);

// True where the files at the place fit a `publish` run or a publication of the ledger; then the
// mark is written, and the folder is ours from here on. Nothing is written otherwise.
[[nodiscard]] bool claim_old_site(const SitePlace& place, const std::vector<std::string>& order);

}  // namespace sanaq::publish

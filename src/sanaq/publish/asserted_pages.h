// A page for each claim and each demand, and all demands together.
#pragma once
#include <vector>

#include "sanaq/publish/case_page.h"

namespace sanaq::publish {

[[nodiscard]] std::vector<Page> asserted_pages(const PublicView& view, const Voice& voice);

}  // namespace sanaq::publish

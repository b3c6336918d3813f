// Acts counted, and a page for each type of act.
#pragma once
#include <vector>

#include "sanaq/publish/case_page.h"

namespace sanaq::publish {

[[nodiscard]] std::vector<Page> act_pages(const PublicView& view, const Voice& voice);

}  // namespace sanaq::publish

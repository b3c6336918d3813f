// Who is still held on a day, and a page for each custody.
#pragma once
#include <vector>

#include "sanaq/publish/case_page.h"

namespace sanaq::publish {

[[nodiscard]] std::vector<Page> custody_pages(const PublicView& view, const Voice& voice);

}  // namespace sanaq::publish

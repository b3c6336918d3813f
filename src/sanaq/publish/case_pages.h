// All pages of the case file, in a fixed order; none where nothing of it is public.
#pragma once
#include <vector>

#include "sanaq/publish/case_page.h"

namespace sanaq::publish {

[[nodiscard]] std::vector<Page> case_pages(const PublicView& view, const Voice& voice);

}  // namespace sanaq::publish

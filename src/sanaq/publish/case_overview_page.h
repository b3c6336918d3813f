// The case file's first page: what there is, and the events in their order.
#pragma once
#include <vector>

#include "sanaq/publish/case_page.h"

namespace sanaq::publish {

[[nodiscard]] Page case_overview_page(const PublicView& view, const Voice& voice);

}  // namespace sanaq::publish

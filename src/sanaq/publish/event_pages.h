// A page for each event: facts, parts, causes, acts, and what a trial's totals come to.
#pragma once
#include <vector>

#include "sanaq/publish/case_page.h"

namespace sanaq::publish {

[[nodiscard]] std::vector<Page> event_pages(const PublicView& view, const Voice& voice);

}  // namespace sanaq::publish

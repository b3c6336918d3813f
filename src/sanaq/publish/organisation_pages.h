// A page for each organisation: its posts over time, and who commanded it when it acted.
#pragma once
#include <vector>

#include "sanaq/publish/case_page.h"

namespace sanaq::publish {

[[nodiscard]] std::vector<Page> organisation_pages(const PublicView& view, const Voice& voice);

}  // namespace sanaq::publish

// From each file and each row forward to the facts that rest on it.
#pragma once
#include <vector>

#include "sanaq/publish/case_page.h"

namespace sanaq::publish {

[[nodiscard]] Page case_sources_page(const PublicView& view, const Voice& voice);

}  // namespace sanaq::publish

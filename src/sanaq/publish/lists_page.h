// What each list is, and that its rows add up.
#pragma once
#include "sanaq/publish/frame.h"

namespace sanaq::publish {

[[nodiscard]] Page lists_page(const PublicView& view, const Voice& voice);

}  // namespace sanaq::publish

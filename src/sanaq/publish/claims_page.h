// What is asserted, by whom, and where it is printed.
#pragma once
#include "sanaq/publish/frame.h"

namespace sanaq::publish {

[[nodiscard]] Page claims_page(const PublicView& view, const Voice& voice);

}  // namespace sanaq::publish

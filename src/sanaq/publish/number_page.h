// The first page: documented, estimated and claimed numbers, each with the rule that made it.
#pragma once
#include "sanaq/publish/frame.h"

namespace sanaq::publish {

[[nodiscard]] Page number_page(const PublicView& view, const Voice& voice);

}  // namespace sanaq::publish

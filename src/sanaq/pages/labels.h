// What columns of the lists and methods of the estimate are called on a page.
#pragma once
#include <string>

#include "sanaq/draw/voice.h"
#include "sanaq/estimate/options.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::pages {

// The user's own columns keep their header.
[[nodiscard]] std::string column_label(const PublicColumn& column, const draw::Voice& voice);

[[nodiscard]] std::string method_label(estimate::Method method, const draw::Voice& voice);

}  // namespace sanaq::pages

// What everything on the site rests on: lists, documents, and those who say so.
#pragma once
#include "sanaq/pages/frame.h"

namespace sanaq::pages {

[[nodiscard]] Page sources_page(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages

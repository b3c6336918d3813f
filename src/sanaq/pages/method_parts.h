// The eight parts of the page on method: what the investigators wrote, or what this run did.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/pages/public_view.h"

namespace sanaq::draw {
class Voice;
}

namespace sanaq::pages {

// As in articles/method-PART.LANG.md, in the order of the page.
inline constexpr std::array<std::string_view, 8> method_part_names = {
    "scope",      "inclusion",     "sources", "collection",
    "evaluation", "corroboration", "quality", "limits"};

struct MethodPart {
  std::string name, heading;
  std::string note;      // that the text stands in another language; or empty
  std::string language;  // of the text
  std::string text;      // markup
};

[[nodiscard]] std::vector<MethodPart> method_parts(const PublicView& view,
                                                   const draw::Voice& voice);

}  // namespace sanaq::pages

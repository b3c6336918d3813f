// What a section or tag is called.
#pragma once
#include <string>
#include <utility>

#include "sanaq/pages/public_view.h"

namespace sanaq::pages {

// Returns the label and its language, which is the page's if there is a label in it.
[[nodiscard]] std::pair<std::string, std::string> topic_label(const PublicView& view,
                                                              const PublicTopic& topic,
                                                              const std::string& language);

}  // namespace sanaq::pages

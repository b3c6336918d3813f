// Words as a part of an address.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::pages {

// Returns the words in small Latin letters with single hyphens between them, valid as a file's name
// on every disk: "Солидарность" -> "solidarnost". Words that leave nothing are "x".
[[nodiscard]] std::string topic_slug(std::string_view words);

}  // namespace sanaq::pages

// XML parts of office files, by pugixml.
#pragma once
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::evidence {

// "creator" of "dc:creator".
[[nodiscard]] std::string_view local_name(std::string_view name);

// False where the bytes are no XML that office programs write, or beyond document_limits
// (office/limits.h). White space between elements is kept: in a text it counts.
[[nodiscard]] bool parse_xml(std::string_view bytes, pugi::xml_document& document);

// As UTF-8.
[[nodiscard]] std::string xml_bytes(pugi::xml_document& document);

// Every element below the node, parents before children.
[[nodiscard]] std::vector<pugi::xml_node> elements(pugi::xml_node node);

// The text of an element and of all within it.
[[nodiscard]] std::string text_of(pugi::xml_node node);

// Where a relationship leads to: a folder of the computer that the file was made on, not the web.
[[nodiscard]] bool is_path_on_a_computer(std::string_view target);

}  // namespace sanaq::evidence

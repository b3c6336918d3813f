// Letters as XML 1.0 allows them.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sanaq::office {

// XML 1.0, production 2: no controls but tab and line ends, no halves of surrogate pairs, nothing
// beyond Unicode.
[[nodiscard]] bool is_xml_char(std::uint32_t letter);

// A letter of XML in UTF-8.
[[nodiscard]] std::string utf8_of_letter(std::uint32_t letter);

// Well-formed UTF-8 (The Unicode Standard, table 3-7) of such letters alone.
[[nodiscard]] bool is_xml_text(std::string_view text);

// `reference` is what stands between & and ;. None for one that XML does not know, and for the
// number of no letter.
[[nodiscard]] std::optional<std::string> referred_text(std::string_view reference);

// UTF-16 in either order of bytes, with its mark or without, as UTF-8; none where it is not
// well-formed. `bytes` that are no UTF-16 by their first letter are given back as they are.
[[nodiscard]] std::optional<std::string> utf8_of_xml(std::string_view bytes);

}  // namespace sanaq::office

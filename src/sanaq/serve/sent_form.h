// A form as a stranger sent it, in either of its two encodings.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "sanaq/http/body.h"
#include "sanaq/http/form.h"
#include "sanaq/http/request.h"

namespace sanaq::serve {

constexpr std::int64_t form_bytes_most = 512 << 10;

// Reads it whole. Values are cleaned_text(). Throws Error{bad_input} where it is longer, was cut,
// or is no form.
[[nodiscard]] http::Form sent_form(const http::Request& request, http::Body& body);

// UTF-8 whatever was sent (bad bytes as U+FFFD), lines ended by LF, without other control
// characters than LF and TAB.
[[nodiscard]] std::string cleaned_text(std::string_view sent);
// The same on one line, without spaces around it, and cut after so many letters.
[[nodiscard]] std::string one_line(std::string_view sent, std::size_t letters_most);

[[nodiscard]] std::size_t letter_count(std::string_view utf8);
// By how many letters the text is longer than it may be, the rest of its bytes counted as letters;
// 0 if it is not.
[[nodiscard]] std::size_t letters_over(std::string_view text, std::size_t letters_most,
                                       std::size_t bytes_most);
// Whether there is anything to read in it.
[[nodiscard]] bool is_blank(std::string_view text);

}  // namespace sanaq::serve

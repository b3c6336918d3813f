// What the columns of the tables of the case file are called in English, Russian and Kazakh, so
// that whoever fills one in reads headers of her own language.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::casefile {

// Returns the header of a column of a kind of table (schema.h) in "ru" or "kk", in English for any
// other language: "held_at" of "custody" is "Где содержится" or "Held at". Each is read back as
// that column (column_with_header), in any case.
[[nodiscard]] std::string column_header(std::string_view kind, std::string_view column,
                                        std::string_view language);

// Returns the name of the column of this kind that the header is in Russian or Kazakh; "" if there
// is none. `folded` is the header as text::fold gives it.
[[nodiscard]] std::string_view column_of_header(std::string_view kind, std::string_view folded);

}  // namespace sanaq::casefile

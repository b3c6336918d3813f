// A name in the form in which a register files it: family name first, in ordinary case.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::text {

// Returns the name with its family name in front, as far as the name itself tells which word that
// is: a comma, initials, a patronymic, an ending such as -ов. A name that does not tell stays as it
// is ("Asan Bek"). Words are neither added nor lost; spaces become single.
[[nodiscard]] std::string family_first(std::string_view name);

// Returns a name that is written in capitals throughout in ordinary case: "ОМАРОВ НҰРЛАН БЕКҰЛЫ"
// becomes "Омаров Нұрлан Бекұлы". Initials and any other name stay as they are.
[[nodiscard]] std::string ordinary_case(std::string_view name);

// Returns the index of the name that says most: most whole words, then most initials, then the
// spelling that most have, then one that is not in capitals throughout, then the first. `names`
// must not be empty.
[[nodiscard]] std::size_t fullest_name(const std::vector<std::string>& names);
// Returns how many words of a name are whole, and no initials.
[[nodiscard]] std::size_t whole_words(std::string_view name);

}  // namespace sanaq::text

// Persons one below the other, as the register and the places show them, in pages of a bounded
// size.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sanaq/pages/filing.h"
#include "sanaq/pages/page_template.h"

namespace sanaq::pages {

// A page has at most so many persons, and no more of them than fit into so many bytes.
inline constexpr std::size_t persons_a_page = 200;
inline constexpr std::size_t rows_bytes_max = 90'000;

// Rows of one page: persons [first, last) of a filing.
using Stretch = std::pair<std::size_t, std::size_t>;

// Cuts [first, last) into pages; there is one at least, if there is anybody.
[[nodiscard]] std::vector<Stretch> cut_into_pages(const PublicView& view,
                                                  const std::vector<Filed>& all, Stretch whole);

// For {{#rows}}: href, name, latin, and what tells persons of one name apart. `root` leads to the
// language's root.
[[nodiscard]] Data person_rows(const PublicView& view, const std::vector<Filed>& all, Stretch part,
                               const draw::Voice& voice, const std::string& root);

// What the rows of a page are made from, as one hash. `persons` has the inputs of each person of
// the view (PersonInputs::of_all).
[[nodiscard]] std::string inputs_of_rows(const std::vector<Filed>& all, Stretch part,
                                         const std::vector<std::string>& persons);

// For {{#parts}}: the pages of one register, by the name that each begins with. `file_of` gives the
// address of each from here.
[[nodiscard]] Data part_links(const std::vector<Filed>& all, const std::vector<Stretch>& parts,
                              std::size_t here, const std::vector<std::string>& files,
                              const draw::Voice& voice);

// What the links to the parts are made from, as one hash.
[[nodiscard]] std::string inputs_of_parts(const std::vector<Filed>& all,
                                          const std::vector<Stretch>& parts, std::size_t here,
                                          const std::vector<std::string>& files);

// Returns the first letters of a long text, with "…".
[[nodiscard]] std::string shortened(std::string_view text, std::size_t letters);

// "5 October 1972 · Zhanaozen": what is known of somebody in a word or two; isolated, since it is
// text from outside.
[[nodiscard]] std::string told_apart_by(const PublicView& view, const PublicPerson& person,
                                        const draw::Voice& voice);

}  // namespace sanaq::pages

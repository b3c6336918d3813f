// The persons: an index in the order of names in Latin letters, a page for each, and a signpost at
// every record's address.
#pragma once
#include <vector>

#include "sanaq/pages/frame.h"

namespace sanaq::pages {

inline constexpr std::size_t persons_a_page = 1000;

// "register.html", "register-2.html", …
[[nodiscard]] std::vector<Page> register_pages(const PublicView& view, const draw::Voice& voice);
[[nodiscard]] Page person_page(const PublicView& view, const PublicPerson& person,
                               const draw::Voice& voice);
// At the address of a record that founds no person: leads to the person's page in the same folder.
[[nodiscard]] std::string forwarding_page(const PublicView& view, const PublicPerson& person,
                                          const draw::Voice& voice);
[[nodiscard]] std::string display_name(const PublicPerson& person, const draw::Voice& voice);

}  // namespace sanaq::pages

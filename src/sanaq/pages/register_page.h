// A person's page, and a signpost at the address of every other record of that person.
#pragma once
#include "sanaq/pages/frame.h"

namespace sanaq::pages {

[[nodiscard]] Page person_page(const PublicView& view, const PublicPerson& person,
                               const draw::Voice& voice);
// At the address of a record that founds no person: leads to the person's page in the same folder.
[[nodiscard]] std::string forwarding_page(const PublicView& view, const PublicPerson& person,
                                          const draw::Voice& voice);

}  // namespace sanaq::pages

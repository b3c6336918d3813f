// Persons as the readers of one language look for them: in the order of their alphabet, each under
// one form of the name.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "sanaq/draw/voice.h"
#include "sanaq/pages/public_view.h"
#include "sanaq/text/alphabet.h"

namespace sanaq::pages {

// Returns the name with the family name first and in ordinary case; "" if no name is public.
[[nodiscard]] std::string filed_name(const PublicPerson& person);
// Returns the name in Latin letters, for a page in a language that is written in these; "" for
// others, and where the name is in Latin letters already.
[[nodiscard]] std::string latin_beside(const std::string& name, const draw::Voice& voice);

// What a page calls somebody: filed_name, or words for that there is none.
[[nodiscard]] std::string display_name(const PublicPerson& person, const draw::Voice& voice);

// Returns the first thing that any record of the person says about a field; "" if none does.
[[nodiscard]] std::string first_text(const PublicView& view, const PublicPerson& person,
                                     record::Field field);
// Returns the place of a person: that of what happened, or else the town, the region or the
// country.
[[nodiscard]] std::string place_of(const PublicView& view, const PublicPerson& person);

struct Filed {
  const PublicPerson* person = nullptr;
  std::size_t number = 0;  // in PublicView::persons
  std::string name;        // filed_name
  std::string latin;       // latin_beside
  std::string key;         // orders; persons without a public name come last
  text::Alphabet::Letter letter;
};

// Returns filed_name of every person of the view, in their order: it is the same in each language.
[[nodiscard]] std::vector<std::string> filed_names(const PublicView& view);

// Returns all persons of the view in the order of the voice's language. The persons stay the
// view's. `names` are filed_names() of the view.
[[nodiscard]] std::vector<Filed> filing(const PublicView& view,
                                        const std::vector<std::string>& names,
                                        const draw::Voice& voice);
[[nodiscard]] std::vector<Filed> filing(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages

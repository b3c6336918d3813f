// Persons as the readers of one language look for them: in the order of their alphabet, each under
// one form of the name.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/draw/voice.h"
#include "sanaq/pages/public_view.h"
#include "sanaq/text/alphabet.h"

namespace sanaq::pages {

// Returns the name as a record has it, for running text: of names in several scripts that of the
// language's, and where none is, the fullest; "" if no name is public.
[[nodiscard]] const std::string& name_in_text(const PublicPerson& person, const draw::Voice& voice);
// Returns the name with the family name first and in ordinary case; "" if no name is public. Of
// names in several scripts it is the same as in running text.
[[nodiscard]] std::string filed_name(const PublicPerson& person, const draw::Voice& voice);
// Returns the name in Latin letters, for a page in a language that is written in these; "" for
// others, and where the name is in Latin letters already.
[[nodiscard]] std::string latin_beside(const std::string& name, const draw::Voice& voice);

// What a page calls somebody: filed_name, or words for that there is none.
[[nodiscard]] std::string display_name(const PublicPerson& person, const draw::Voice& voice);

// Returns the first thing that any record of the person says about a field, in letters of `script`
// (text/writing.h) if one does; "" if none says anything.
[[nodiscard]] std::string first_text(const PublicView& view, const PublicPerson& person,
                                     record::Field field, std::string_view script = {});
// Returns the place of a person: that of what happened, or else the town, the region or the
// country.
[[nodiscard]] std::string place_of(const PublicView& view, const PublicPerson& person,
                                   std::string_view script = {});

struct Filed {
  const PublicPerson* person = nullptr;
  std::size_t number = 0;  // in PublicView::persons
  std::string name;        // filed_name
  std::string latin;       // latin_beside
  std::string key;         // orders; persons without a public name come last
  text::Alphabet::Letter letter;
};

// Returns all persons of the view in the order of the voice's language. The persons stay the
// view's.
[[nodiscard]] std::vector<Filed> filing(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages

// The gate for articles: those that say that they are public leave, and of the others nothing.
#pragma once
#include "sanaq/disclose/person_rules.h"
#include "sanaq/investigation/open_register.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::disclose {

// The view must hold everything else already: what an article refers to is looked up there. Throws
// Error{bad_input} naming the file, and the line if there is one, for a public article that cannot
// be read, two of one address and language, a reference to what is not public, and a part of the
// method that the main language lacks while another has it. Names of persons who are closed are
// replaced in every text.
void disclose_articles(const investigation::Outcome& outcome,
                       const investigation::OpenRegister& shown, const PersonRules& rules,
                       pages::PublicView& view);

}  // namespace sanaq::disclose

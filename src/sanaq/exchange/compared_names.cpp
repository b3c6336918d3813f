#include "sanaq/exchange/compared_names.h"

#include "sanaq/base/error.h"
#include "sanaq/link/compared_rows.h"
#include "sanaq/text/limits.h"
#include "sanaq/text/name.h"
#include "sanaq/text/name_problem.h"
#include "sanaq/text/nicknames.h"

namespace sanaq::exchange {

using base::Error;
using base::Kind;
using base::message;

text::PossibleKinds kinds_of_word(const std::string& word) {
  if (const auto kinds = text::possible_kinds(word)) return *kinds;
  throw Error(Kind::usage, message("--kind is {}; say person, organisation, vessel, or a schema of "
                                   "FollowTheMoney such as Company or LegalEntity",
                                   word));
}

ComparedNames compare_two_names(const std::string& left, const std::string& right,
                                const std::string& kind, double prior,
                                const std::vector<link::Nickname>& nicknames) {
  if (!(prior > 0 && prior < 1))
    throw Error(Kind::usage,
                message("--prior is {}; give a number between 0 and 1, such as 0.5", prior));
  const text::PossibleKinds kinds = kinds_of_word(kind);
  const text::NameKind one_kind = text::kind_of_pair(kinds, left, kinds, right).kind;
  text::NameTables tables = text::NameTables::built_in();
  for (const link::Nickname& pair : nicknames) tables.add_nickname(pair.name, pair.nickname);
  for (const std::string& name : {left, right}) {
    if (!text::name_problem(name)) continue;
    throw Error(Kind::bad_input,
                message("one of the two is no name: it has more than {} letters, {} words, or {} "
                        "marks on one letter; shorten it",
                        text::name_letters_max, text::name_words_max, text::marks_max));
  }
  ComparedNames compared;
  compared.comparison = text::explain_names(*text::prepare_name(left, one_kind, tables),
                                            *text::prepare_name(right, one_kind, tables));
  compared.probability = link::probability_at(compared.comparison.weight_bits, prior);
  compared.level = link::level_name(compared.comparison.level);
  return compared;
}

}  // namespace sanaq::exchange

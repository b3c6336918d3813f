// What of the case file may leave: public statements alone, and what follows from them. Made by
// disclose_case() alone.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "sanaq/casefile/casefile.h"

namespace sanaq::publish {

// How somebody is shown: by the name that is public, with the page that he has, if any.
struct PublicWho {
  std::string name;  // empty: a person of the lists whose name is not public
  std::string page;  // id of a person's page; empty: none
};

struct PublicCase {
  casefile::Vocabulary vocabulary;
  // Where a statement stands is told by the kind of its table and the file's hash, never by the
  // file's name; authors do not leave, times are days.
  casefile::View view{{}};
  casefile::Things things;
  std::map<std::string, PublicWho> people;  // by the key of casefile::Who
  // Things of which something is not public: nothing is worked out of them that could be wrong
  // without it.
  std::set<std::string> partly_withheld;
  std::set<std::string> funds_partly_withheld;  // by name
  std::int32_t held_on = 0;                     // the day for which custody is shown

  [[nodiscard]] bool is_empty() const { return view.said().empty(); }
};

}  // namespace sanaq::publish

// What of the case file may leave: public statements alone, and what follows from them. Made by
// disclose_case() alone.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/casefile/casefile.h"

namespace sanaq::pages {

// How somebody is shown: by the name that is public, with the page that he has, if any.
struct PublicWho {
  std::string name;  // empty: a person of the lists whose name is not public
  std::string page;  // id of a person's page; empty: none
};

// A file that the site was made from.
struct PublicInput {
  std::string name;      // empty: all the rest together
  std::string hash;      // a commitment to it, or its SHA-256
  bool is_open = false;  // the SHA-256
};

// Stands for a reference to a thing that is not public.
inline constexpr std::string_view closed_reference = "not public";

struct PublicCase {
  casefile::Vocabulary vocabulary;
  // Where a statement stands is told by the kind of its table and by which of its public rows it
  // is; the row itself and the file's hash only where the file is public. Of one in the ledger, by
  // its number among the public ones. Authors do not leave, times are days.
  casefile::View view{{}};
  std::vector<std::uint64_t> facts;  // the ids of the view's statements, in their order
  // The entry of the ledger in which each of them stands, WRITER:SEQ; "" for one of a table. For
  // the public log (disclose/public_forms.h), not for the site. In the order of the statements.
  std::vector<std::string> ledger_entries;
  casefile::Entities entities;
  std::map<std::string, PublicWho> people;  // by the key of casefile::Who
  std::vector<PublicInput> tables;  // those with public rows, by the name that `origin.file` has
  // On which part of the page of its kind an act begins, from 0; those of 0 are not here.
  std::map<std::string, std::size_t, std::less<>> act_parts;
  std::int32_t held_on = 0;  // the day for which custody is shown

  [[nodiscard]] std::uint64_t fact(std::size_t statement) const {
    return statement < facts.size() ? facts[statement] : 0;
  }
  [[nodiscard]] bool is_empty() const { return view.statements().empty(); }
};

}  // namespace sanaq::pages

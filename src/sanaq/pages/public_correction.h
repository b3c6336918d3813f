// What was changed in what the site says, since the first publication.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace sanaq::pages {

struct PublicCorrection {
  enum class Kind : std::uint8_t { corrected, added, withdrawn };
  std::string day;   // of the publication, as 2026-11-30
  std::string page;  // from the root of the main language: "person/ab12.html"
  std::string property;
  std::string before, now;  // "" both, once the fact is closed
  std::string reason;       // the public one; "": none was given
  Kind kind = Kind::added;
};

struct PublicCorrections {
  std::vector<PublicCorrection> all;  // the oldest first
  // Indices into `all`, the oldest first.
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_page;

  void add(PublicCorrection correction) {
    by_page[correction.page].push_back(all.size());
    all.push_back(std::move(correction));
  }
};

}  // namespace sanaq::pages

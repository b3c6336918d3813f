// How many records have the sounds that two names share: the frequency of a name, as far as two
// spellings of it agree.
//
// Like equal values of other fields, names that agree weigh by how many people have them: log(m/u)
// of the level, less the log of this name's share over that which matches of the level have on
// average. (Over persons drawn among matches, 1/LR averages to u/m.)
#pragma once
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "sanaq/link/names.h"

namespace sanaq::link {

class NameSounds {
 public:
  // names[0] is missing; counts[code] is the number of records with the name.
  NameSounds(const std::vector<PreparedName>& names, const std::vector<std::uint32_t>& counts);

  // Returns the sounding parts of a name, ascending.
  [[nodiscard]] const std::vector<std::uint32_t>& of(std::uint32_t code) const {
    return sounds_[code];
  }
  [[nodiscard]] std::size_t common(std::uint32_t left, std::uint32_t right) const;
  // Returns the number of records with the sounds that both names have: with the rarest two of
  // them, or with the only one; 0 if they have none in common.
  [[nodiscard]] double sharing(std::uint32_t left, std::uint32_t right) const;

 private:
  std::vector<std::vector<std::uint32_t>> sounds_;                // by name
  std::vector<std::uint32_t> having_;                             // records, by sound
  std::unordered_map<std::uint64_t, std::uint32_t> having_both_;  // records, by two sounds
};

}  // namespace sanaq::link

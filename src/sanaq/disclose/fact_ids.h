// The ids of facts (docs/formats/facts.md): a keyed hash of what is said, by what and of whom. An
// id does not change when other facts do, and nobody without the secret can make one to confirm a
// guess.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/casefile/statement.h"

namespace sanaq::disclose {

class FactIds {
 public:
  // `secret` is the one under which addresses are made; the key is derived from it.
  explicit FactIds(const std::string& secret);

  // Of a cell that a record has in one column. `origin` is the record's identity as it was first
  // seen, so that the id stays when its person is split or joined with another.
  [[nodiscard]] std::uint64_t of_cell(std::string_view origin, std::string_view property,
                                      std::string_view value) const;

  // Of statements as they are published, in their order: closed parts must have been taken out,
  // so that an id tells nothing of them. Equal ones are counted.
  [[nodiscard]] std::vector<std::uint64_t> of_statements(
      const std::vector<casefile::Statement>& said) const;

 private:
  [[nodiscard]] std::uint64_t made_from(const std::string& text) const;
  std::string key_;
};

}  // namespace sanaq::disclose

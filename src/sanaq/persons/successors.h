// Which record of today an identity means, through every version of every list.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "sanaq/persons/list_history.h"
#include "sanaq/record/record_table.h"

namespace sanaq::persons {

class Successors {
 public:
  // `histories` has one entry for each list of the table. It keeps copies.
  Successors(const record::RecordTable& records, const std::vector<ListHistory>& histories);

  struct Found {
    std::optional<std::uint32_t> record;
    bool was_known = false;  // a list had it once
    bool was_renamed = false;
  };
  [[nodiscard]] Found find(std::string identity) const;

 private:
  struct Step {
    std::size_t version = 0;
    std::string identity;  // "": removed
  };
  [[nodiscard]] const Step* next_step(const std::string& identity, std::size_t from) const;

  std::unordered_map<std::string, std::uint32_t> now_;
  std::unordered_map<std::string, std::vector<Step>> steps_;
};

}  // namespace sanaq::persons

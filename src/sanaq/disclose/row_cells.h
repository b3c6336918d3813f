// The cells of a row as the public log has them: canonical JSON, by the names of their columns.
#pragma once
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "sanaq/pages/public_view.h"

namespace sanaq::disclose {

class RowCells {
 public:
  explicit RowCells(const std::vector<pages::PublicColumn>& columns);  // they must outlive this

  // Returns {"COLUMN":"TEXT",…} of the cells that the record has.
  [[nodiscard]] std::string text(const pages::PublicRecord& record) const;

  // The same by a JSON library, of any columns: the slow twin.
  [[nodiscard]] std::string text_of_any(const pages::PublicRecord& record) const;

 private:
  const std::vector<pages::PublicColumn>& columns_;
  // The columns in the order of their names, with `"NAME":`; empty where names repeat, or are
  // ordered otherwise by their bytes.
  std::vector<std::pair<std::string, std::size_t>> ordered_;
};

}  // namespace sanaq::disclose

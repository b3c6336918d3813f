// The rows of one list with the person that each is: for a screen, page by page, and as a table to
// keep.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/draw/voice.h"
#include "sanaq/tables/sheet.h"
#include "sanaq/workspace/held.h"

namespace sanaq::workspace {

struct ListRow {
  std::int64_t row = 0;            // as a spreadsheet shows it
  std::vector<std::string> cells;  // one for each header, as written
  std::string person;              // its id; "" if it is not linked or out of scope
  double probability = 0;          // that the person's records belong together
};

class ListRows {
 public:
  // `at` is the list's index. `held` is kept.
  ListRows(HeldNow held, std::size_t at);
  [[nodiscard]] std::size_t count() const { return records_.size(); }
  [[nodiscard]] bool is_linked() const;
  // Those columns of which this list has any cell.
  [[nodiscard]] const std::vector<std::string>& headers() const { return headers_; }
  [[nodiscard]] ListRow row(std::size_t number) const;  // from 0
  // All rows; whole days of columns of dates as days, ids as texts.
  [[nodiscard]] tables::Sheet sheet(const draw::Voice& voice) const;

 private:
  HeldNow held_;
  std::vector<std::uint32_t> records_;
  std::vector<std::size_t> columns_;
  std::vector<std::string> headers_;
  std::vector<std::uint32_t> person_of_;  // by record; index into persons, or none
};

}  // namespace sanaq::workspace

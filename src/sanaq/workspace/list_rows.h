// The rows of one list with the person that each is: for a screen, page by page, and as a table to
// keep.
#pragma once
#include <cstdint>
#include <memory>
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
  // Which records and columns a list has.
  struct Found {
    std::vector<std::uint32_t> records;
    std::vector<std::size_t> columns;
    std::vector<std::string> headers;
  };
  using PersonOf = std::vector<std::uint32_t>;  // by record; index into persons, or none

  // `at` is the list's index. `held` is kept. What is found of the lists that were read last is
  // found once: a page of a list does not walk over all records.
  ListRows(HeldNow held, std::size_t at);
  [[nodiscard]] std::size_t count() const { return found_->records.size(); }
  [[nodiscard]] bool is_linked() const;
  // Those columns of which this list has any cell.
  [[nodiscard]] const std::vector<std::string>& headers() const { return found_->headers; }
  [[nodiscard]] ListRow row(std::size_t number) const;  // from 0
  // All rows; whole days of columns of dates as days, ids as texts.
  [[nodiscard]] tables::Sheet sheet(const draw::Voice& voice) const;

 private:
  HeldNow held_;
  std::shared_ptr<const Found> found_;
  std::shared_ptr<const PersonOf> person_of_;
};

}  // namespace sanaq::workspace

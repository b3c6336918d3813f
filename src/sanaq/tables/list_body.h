// The rows under the header, sorted into records, blank rows and refused rows, their cells encoded
// column by column.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/tables/column_plan.h"
#include "sanaq/tables/dictionary.h"
#include "sanaq/tables/header_rows.h"
#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::tables {

class ListBody {
 public:
  // Everything that is given by reference must outlive this.
  ListBody(const ListSource& source, const std::vector<PlannedColumn>& planned,
           const FoundHeader& header, std::uint64_t file_bytes, std::string file);

  void add(std::vector<std::string_view>& cells, std::int64_t row, IngestedList& list);

  // Returns true if enough rows are waiting to be worth encoding.
  [[nodiscard]] bool is_full() const;

  // Makes the waiting rows the next to be encoded; those before must have been encoded. Throws
  // Error{bad_input} beyond limits.h.
  void queue_waiting_rows();

  // Encodes the columns first, first + step, ..., some rows at a time, so that each dictionary
  // stays in the cache.
  void encode(std::size_t first, std::size_t step);

  [[nodiscard]] std::vector<record::Column> release_columns();

 private:
  void check_limits() const;
  [[nodiscard]] bool repeats_header(const std::vector<std::string_view>& cells) const;
  [[nodiscard]] bool is_skipped(std::int64_t row) const;

  const ListSource& source_;
  const FoundHeader& header_;
  std::size_t width_, header_width_;
  std::uint64_t file_bytes_;
  std::string file_;
  std::uint64_t rows_ = 0, filled_ = 0, text_bytes_ = 0;
  std::vector<record::Column> columns_;
  std::vector<std::size_t> places_;  // of each column in a row
  std::vector<Dictionary> dictionaries_;
  std::vector<std::string_view> waiting_, encoding_;  // cells of whole rows, of the columns
};

}  // namespace sanaq::tables

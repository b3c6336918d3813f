#include "sanaq/investigation/review_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/exchange/csv_table.h"
#include "sanaq/exchange/row_words.h"
#include "sanaq/persons/review_answer.h"
#include "sanaq/tables/csv_write.h"
#include "sanaq/tables/xlsx_write.h"

namespace sanaq::investigation {
namespace {

using base::message;

constexpr std::array<std::string_view, 5> first_headers = {"task", "answer", "reason", "record_l",
                                                           "record_r"};
constexpr std::array<std::string_view, 8> last_headers = {
    "change", "why", "advice", "decision", "identity_l", "digest_l", "identity_r", "digest_r"};
constexpr std::size_t header_rows = 20;
constexpr std::size_t digits = 32;

// ---- writing

bool is_taken(const std::string& header) {
  const auto is_it = [&](std::string_view own) { return own == header; };
  return std::any_of(first_headers.begin(), first_headers.end(), is_it) ||
         std::any_of(last_headers.begin(), last_headers.end(), is_it);
}

// The columns that say something of the records of the tasks: the fields in their order, then the
// user's own.
std::vector<std::string> shown_columns(const Outcome& outcome,
                                       const std::vector<ReviewTask>& tasks) {
  std::set<std::string> filled;
  std::vector<std::string> own, columns;
  for (const ReviewTask& task : tasks) {
    for (const std::uint32_t record : task.records) {
      for (auto& [name, text] : exchange::shown_cells(outcome.records, record)) {
        if (filled.insert(name).second && !record::field_from_name(name))
          own.push_back(std::move(name));
      }
    }
  }
  for (const std::string_view field : record::field_names) {
    if (filled.contains(std::string(field))) columns.emplace_back(field);
  }
  columns.insert(columns.end(), own.begin(), own.end());
  return columns;
}

// "name_l"; a column of the user's own may be called as one of ours.
std::string side_header(const std::string& column, const char* side) {
  const std::string header = column + side;
  return is_taken(header) ? column + " (list)" + side : header;
}

std::string sheet_note(const base::Catalog& catalog) {
  return catalog.say("Are the two rows one person? Choose a word, or leave the cell empty.");
}

std::vector<tables::SheetColumn> columns_of(const std::vector<std::string>& shown,
                                            const base::Catalog& catalog) {
  std::vector<tables::SheetColumn> columns;
  for (const std::string_view header : first_headers) columns.push_back({std::string(header), 18});
  columns[0].width = 24;
  columns[1] = {"answer", 16, true, persons::answers_offered(catalog.language()),
                sheet_note(catalog)};
  columns[2] = {"reason", 28, true};
  for (const std::string& column : shown) {
    const int width = column == "name" ? 28 : 14;
    columns.push_back({side_header(column, "_l"), width});
    columns.push_back({side_header(column, "_r"), width});
  }
  for (const std::string_view header : last_headers) columns.push_back({std::string(header), 12});
  columns[columns.size() - 7].width = columns[columns.size() - 6].width = 40;
  return columns;
}

std::string place_of(const ReviewTask& task, std::size_t side, const exchange::RowWords& words) {
  if (side < task.records.size()) return words.reference(task.records[side]);
  return side == 0 ? task.place : "";
}

std::vector<std::string> row_of(const Outcome& outcome, const ReviewTask& task,
                                const std::vector<std::string>& shown,
                                const exchange::RowWords& words, const base::Catalog& catalog) {
  std::vector<std::string> row = {task_word(task.kind, catalog), "", "", place_of(task, 0, words),
                                  place_of(task, 1, words)};
  std::array<std::map<std::string, std::string>, 2> cells;
  for (std::size_t side = 0; side < task.records.size(); ++side) {
    const exchange::ShownCells own = exchange::shown_cells(outcome.records, task.records[side]);
    cells[side].insert(own.begin(), own.end());
  }
  for (const std::string& column : shown) {
    for (const auto& own : cells) {
      const auto found = own.find(column);
      row.push_back(found == own.end() ? "" : found->second);
    }
  }
  row.push_back(task.kind == TaskKind::pair ? fmt::format("{:.1f}", task.change) : "");
  row.push_back(task_reason(task, catalog));
  row.push_back(task.advice.id.empty() ? "" : catalog.say(task.advice));
  row.push_back(task.entry);
  for (std::size_t side = 0; side < 2; ++side) {
    const bool is_there = side < task.records.size();
    row.push_back(is_there ? "i" + outcome.records.identities[task.records[side]] : "");
    row.push_back(is_there ? "d" + exchange::shown_digest(outcome.records, task.records[side])
                           : "");
  }
  return row;
}

// ---- reading

// Where the columns stand; -1 for one that is not there.
struct Places {
  std::ptrdiff_t answer = -1, reason = -1;
  std::array<std::ptrdiff_t, 2> record = {-1, -1}, identity = {-1, -1}, digest = {-1, -1};
  [[nodiscard]] bool is_ours() const {
    return answer >= 0 && reason >= 0 && identity[0] >= 0 && digest[0] >= 0 && identity[1] >= 0 &&
           digest[1] >= 0;
  }
};

Places places_in(const std::vector<std::string>& header) {
  const auto find = [&](std::string_view name) {
    const auto found = std::find(header.begin(), header.end(), name);
    return found == header.end() ? std::ptrdiff_t{-1} : found - header.begin();
  };
  return {find("answer"),
          find("reason"),
          {find("record_l"), find("record_r")},
          {find("identity_l"), find("identity_r")},
          {find("digest_l"), find("digest_r")}};
}

std::string cell_at(const std::vector<std::string>& row, std::ptrdiff_t place) {
  const auto at = static_cast<std::size_t>(place);
  return place < 0 || at >= row.size() ? "" : row[at];
}

// "i3fa9…" -> "3fa9…"; "" for what is no digest.
std::string hex_in(std::string cell) {
  if (cell.size() == digits + 1) cell.erase(0, 1);
  for (char& letter : cell) {
    if (letter >= 'A' && letter <= 'F') letter = static_cast<char>(letter - 'A' + 'a');
  }
  const bool is_hex =
      cell.size() == digits && cell.find_first_not_of("0123456789abcdef") == cell.npos;
  return is_hex ? cell : "";
}

ReviewRow row_in(const std::vector<std::string>& cells, const Places& places, std::int64_t number) {
  ReviewRow row{number, cell_at(cells, places.answer), cell_at(cells, places.reason), {}};
  for (std::size_t side = 0; side < 2; ++side) {
    const std::string identity = cell_at(cells, places.identity[side]);
    if (side == 1 && identity.empty()) break;
    row.records.push_back({cell_at(cells, places.record[side]), hex_in(identity),
                           hex_in(cell_at(cells, places.digest[side]))});
  }
  if (row.records.size() == 1 && cell_at(cells, places.identity[0]).empty()) row.records.clear();
  return row;
}

bool ends_with_letters(std::string_view file, std::string_view ending) {
  if (file.size() < ending.size()) return false;
  return std::equal(ending.begin(), ending.end(),
                    file.end() - static_cast<std::ptrdiff_t>(ending.size()),
                    [](char one, char other) {
                      return one == (other >= 'A' && other <= 'Z' ? other - 'A' + 'a' : other);
                    });
}

}  // namespace

std::optional<ReviewForm> review_form(std::string_view file) {
  if (ends_with_letters(file, ".xlsx")) return ReviewForm::xlsx;
  if (ends_with_letters(file, ".csv")) return ReviewForm::csv;
  return std::nullopt;
}

std::string write_review_table(const Outcome& outcome, const std::vector<ReviewTask>& tasks,
                               ReviewForm form, const base::Catalog& catalog) {
  const exchange::RowWords words(outcome.records);
  const std::vector<std::string> shown = shown_columns(outcome, tasks);
  tables::Sheet sheet{catalog.say("Review"), columns_of(shown, catalog), {}, 3};
  for (const ReviewTask& task : tasks)
    sheet.rows.push_back(row_of(outcome, task, shown, words, catalog));
  return form == ReviewForm::xlsx ? tables::write_xlsx(sheet)
                                  : tables::sheet_csv(sheet, tables::CsvFor::person);
}

std::optional<ReviewTable> read_review_table(std::string_view bytes, const std::string& file) {
  const exchange::WholeTable whole = exchange::read_whole_table(bytes, file);
  std::size_t header = 0;
  Places places;
  for (; header < std::min(whole.rows.size(), header_rows) && !places.is_ours(); ++header)
    places = places_in(whole.rows[header]);
  if (!places.is_ours()) return std::nullopt;
  ReviewTable table;
  for (std::size_t at = header; at < whole.rows.size(); ++at) {
    ReviewRow row = row_in(whole.rows[at], places, whole.row_numbers[at]);
    if (row.answer.empty() && row.reason.empty())
      ++table.blank;
    else
      table.rows.push_back(std::move(row));
  }
  return table;
}

bool is_review_table(std::string_view bytes, const std::string& file) {
  try {
    return read_review_table(bytes, file).has_value();
  } catch (const base::Error& error) {
    if (error.kind() != base::Kind::bad_input) throw;
    return false;
  }
}

}  // namespace sanaq::investigation

#include "sanaq/tables/opened_list.h"

#include <algorithm>
#include <cstring>
#include <optional>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/tables/file_kind.h"
#include "sanaq/tables/header_rows.h"
#include "sanaq/tables/headers.h"
#include "sanaq/tables/limits.h"
#include "sanaq/tables/list_source.h"
#include "sanaq/tables/mended_letters.h"
#include "sanaq/tables/sheet_series.h"
#include "sanaq/tables/spreadsheet.h"
#include "sanaq/tables/workbook.h"
#include "sanaq/text/encoding.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/nearest_word.h"

namespace sanaq::tables {
namespace {

using base::Error;
using base::Kind;
using base::message;

void check_line_ends(std::string_view bytes, const std::string& file) {
  std::size_t start = 0;
  while (bytes.size() - start > line_bytes_max) {
    const std::size_t end = bytes.substr(start, line_bytes_max).find_last_of("\r\n");
    if (end == bytes.npos) {
      throw Error(
          Kind::bad_input,
          message("{}: a line has more than {} MB; this is not a table, or its line ends are lost",
                  file, line_bytes_max >> 20));
    }
    start += end + 1;
  }
}

void check_no_zero(std::string_view text, const std::string& file) {
  const void* zero = std::memchr(text.data(), 0, text.size());
  if (zero == nullptr) return;
  throw Error(Kind::bad_input, message("{}: byte {} is zero, so this is not text; save the table "
                                       "as CSV, or name its encoding if it is UTF-16",
                                       file, static_cast<const char*>(zero) - text.data() + 1));
}

bool is_utf8(const std::string& encoding) {
  const std::string folded = text::fold(encoding);
  return folded == "utf-8" || folded == "utf8";
}

// Excel's own first line: sep=; names the delimiter and is no row of the table, though spreadsheets
// count it.
std::optional<char> delimiter_line(std::string_view text) {
  if (!text.starts_with("sep=") || text.size() < 6 || (text[5] != '\n' && text[5] != '\r'))
    return std::nullopt;
  return text[4];
}

// What speaks against the encoding, where it was guessed.
void tell_doubts(const text::EncodingGuess& guess, std::vector<base::Message>& warnings) {
  if (!guess.runner_up.empty() && guess.lead_bits < text::close_lead_bits) {
    warnings.push_back(message(
        "it is read as {}, which is not certain: a word is “{}”, and “{}” in {}; if that is "
        "right, write encoding = \"{}\" below this [[list]]",
        guess.encoding, guess.word, guess.word_of_runner_up, guess.runner_up, guess.runner_up));
  }
  if (guess.odd_words > 0) {
    warnings.push_back(message(
        "{} of {} words that were looked at make no sense in {}, such as “{}”; the file may "
        "be in several encodings: save it as CSV UTF-8 or XLSX in the program in which it "
        "looks right, or write encoding = \"...\" below this [[list]]",
        guess.odd_words, guess.words, guess.encoding, guess.odd_word));
  }
}

void open_text(const ListSource& source, std::string_view bytes, const std::string& file,
               OpenedList& opened) {
  check_line_ends(bytes, file);
  if (source.encoding) {
    opened.encoding = *source.encoding;
  } else {
    const text::EncodingGuess guess = text::detect_with_doubts(bytes);
    opened.encoding = guess.encoding;
    tell_doubts(guess, opened.warnings);
  }
  std::string_view text = bytes;
  if (is_utf8(opened.encoding) && text::is_valid_utf8(bytes)) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  } else {
    opened.decoded = text::to_utf8(bytes, opened.encoding);
    text = opened.decoded;
  }
  if (text.find_first_not_of(" \t\r\n") == text.npos)
    throw Error(Kind::bad_input, message("{}: the file is empty", file));
  check_no_zero(text, file);
  if (!source.encoding && opened.encoding == "UTF-8" && !text::is_valid_utf8(bytes))
    tell_other_lines(bytes, opened.warnings);
  const std::optional<char> said = delimiter_line(text);
  const char delimiter = said ? *said : sniff_delimiter(text);
  if (auto mended = mended_text(text, delimiter, file, opened.warnings)) {
    opened.decoded = std::move(*mended);
    text = opened.decoded;
  }
  opened.delimiter = delimiter == '\t' ? "tab" : std::string(1, delimiter);
  opened.rows = std::make_unique<CsvRows>(text, delimiter, file);
}

std::size_t sheet_named(const std::string& name, Workbook& workbook, const std::string& file) {
  const std::vector<std::string>& names = workbook.names();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  const std::string meant = text::nearest_word(name, names);
  std::string all;
  for (const std::string& one : names) all += (all.empty() ? "" : ", ") + one;
  throw Error(Kind::bad_input,
              meant.empty()
                  ? message("{}: there is no sheet {}; the sheets are: {}", file, name, all)
                  : message("{}: there is no sheet {}; the nearest is {}", file, name, meant));
}

std::string named(const std::vector<std::size_t>& sheets, Workbook& workbook) {
  std::string all;
  for (const std::size_t sheet : sheets) all += (all.empty() ? "" : ", ") + workbook.names()[sheet];
  return all;
}

// Whether the sheet has a header that names people: a cover sheet has words in rows, too.
bool has_header_of_people(const ListSource& source, Workbook& workbook, std::size_t sheet) {
  const std::unique_ptr<RowSource> rows = workbook.rows(sheet);
  const FoundHeader header = find_header(source, sample_of(*rows));
  return std::any_of(header.cells.begin(), header.cells.end(), [](const std::string& cell) {
    const auto field = field_of_header(cell);
    return field == record::Field::name || field == record::Field::given ||
           field == record::Field::family;
  });
}

// The first that is shown and whose header names people or, where none does, that holds more than
// one row; a hidden one only where no other does.
std::size_t chosen_sheet(const ListSource& source, Workbook& workbook, const std::string& file,
                         std::vector<base::Message>& warnings) {
  std::vector<std::size_t> shown, hidden;
  for (std::size_t sheet = 0; sheet < workbook.names().size(); ++sheet) {
    if (workbook.holds_table(sheet)) (workbook.is_hidden(sheet) ? hidden : shown).push_back(sheet);
  }
  if (shown.empty() && hidden.empty())
    throw Error(Kind::bad_input,
                message("{}: no sheet holds a table with a header row and rows under it", file));
  if (shown.empty()) {
    warnings.push_back(message("every sheet with a table is hidden; {} is read",
                               workbook.names()[hidden.front()]));
    return hidden.front();
  }
  constexpr std::size_t sheets_looked_at = 50;
  if (shown.size() > 1) {
    const auto end =
        shown.begin() + static_cast<std::ptrdiff_t>(std::min(shown.size(), sheets_looked_at));
    const auto of_people = std::find_if(shown.begin(), end, [&](std::size_t sheet) {
      return has_header_of_people(source, workbook, sheet);
    });
    if (of_people != end) std::rotate(shown.begin(), of_people, of_people + 1);
  }
  const std::string chosen = workbook.names()[shown.front()];
  if (shown.size() > 1)
    warnings.push_back(
        message("several sheets hold tables; {} is read; name another one with sheet = \"...\", "
                "or several that are one list with sheet = [\"...\", \"...\"]; passed over: {}",
                chosen, named({shown.begin() + 1, shown.end()}, workbook)));
  if (!hidden.empty())
    warnings.push_back(
        message("hidden sheets hold tables and are passed over: {}; to read one, "
                "name it with sheet = \"...\"",
                named(hidden, workbook)));
  return shown.front();
}

std::unique_ptr<RowSource> rows_of(const ListSource& source, OpenedList& opened,
                                   const std::string& file) {
  Workbook& workbook = *opened.workbook;
  opened.sheets = source.sheets;
  if (source.sheets.empty()) {
    const std::size_t chosen = chosen_sheet(source, workbook, file, opened.warnings);
    opened.sheets = {workbook.names()[chosen]};
    return workbook.rows(chosen);
  }
  std::vector<NamedSheet> sheets;
  for (const std::string& name : source.sheets) {
    const bool is_named_twice = std::any_of(
        sheets.begin(), sheets.end(), [&](const NamedSheet& one) { return one.name == name; });
    if (is_named_twice)
      throw Error(Kind::bad_input,
                  message("list {}: the sheet {} is named twice", source.name, name));
    sheets.push_back({name, workbook.rows(sheet_named(name, workbook, file))});
  }
  if (sheets.size() == 1) return std::move(sheets.front().rows);
  return one_after_another(source, std::move(sheets), opened.warnings);
}

}  // namespace

std::unique_ptr<OpenedList> open_list(const ListSource& source, std::string_view bytes) {
  auto opened = std::make_unique<OpenedList>();
  const std::string file = base::file_name(source.path);
  const FileKind kind = kind_of_file(bytes, file);
  if (kind == FileKind::text) {
    open_text(source, bytes, file, *opened);
    return opened;
  }
  opened->workbook = open_workbook(bytes, kind, file);
  opened->is_spreadsheet = true;
  opened->encoding = "UTF-8";
  opened->rows = mended_rows(rows_of(source, *opened, file), opened->warnings);
  return opened;
}

}  // namespace sanaq::tables

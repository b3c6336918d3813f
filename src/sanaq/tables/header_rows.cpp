#include "sanaq/tables/header_rows.h"

#include <algorithm>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/tables/column_content.h"
#include "sanaq/tables/headers.h"
#include "sanaq/tables/list_source.h"
#include "sanaq/text/fold.h"

namespace sanaq::tables {
namespace {

using base::Error;
using base::Kind;
using base::message;
using Row = std::vector<std::string>;

const std::string& cell(const Row& row, std::size_t at) {
  static const std::string none;
  return at < row.size() ? row[at] : none;
}

// The row in which most of the user's own headers stand; none where none does.
std::optional<std::size_t> row_of_the_users(const ListSource& source, const SampledRows& rows) {
  std::set<std::string> wanted;
  for (const auto& [field, header] : source.columns) wanted.insert(text::fold(header));
  if (source.id_header) wanted.insert(text::fold(*source.id_header));
  std::optional<std::size_t> best;
  std::ptrdiff_t best_count = 0;
  for (std::size_t at = 0; at < rows.size() && !wanted.empty(); ++at) {
    const std::ptrdiff_t count = std::count_if(
        rows[at].begin(), rows[at].end(),
        [&](const std::string& one) { return !one.empty() && wanted.count(text::fold(one)) != 0; });
    if (count <= best_count) continue;
    best = at;
    best_count = count;
  }
  return best;
}

bool has_digit(const std::string& text) { return text.find_first_of("0123456789") != text.npos; }

// A word of a header: no number, no sentence.
bool may_be_header_word(const std::string& text) {
  constexpr std::size_t longest = 80;
  return !text.empty() && text.size() <= longest && !has_digit(text);
}

// The title of each column that is spread over those to its right, as far as they have a cell
// below.
Row spread(const Row& top, const Row& below, std::size_t width) {
  Row titles(width);
  std::string title;
  for (std::size_t at = 0; at < width; ++at) {
    if (!cell(top, at).empty()) {
      title = cell(top, at);
    } else if (cell(below, at).empty()) {
      title.clear();
    }
    titles[at] = title;
  }
  return titles;
}

// What the two say together, in the words that are known as a field if there are such.
std::string joined(const std::string& top, const std::string& below) {
  if (top.empty() || below.empty()) return top + below;
  std::string both = top + " " + below;
  if (field_of_header(both) || !field_of_header(below)) return both;
  return below;
}

// The header of two rows, where they are one: the lower one has words alone, every column has a
// cell in one of them, and together they name a field that the upper one does not.
std::optional<Row> two_rows(const Row& top, const Row& below) {
  const std::size_t width = std::max(filled_width(top), filled_width(below));
  std::size_t filled_below = 0, only_below = 0, only_top = 0, named = 0;
  for (std::size_t at = 0; at < width; ++at) {
    const bool is_top = !cell(top, at).empty(), is_below = !cell(below, at).empty();
    if (is_below && !may_be_header_word(cell(below, at))) return std::nullopt;
    filled_below += is_below ? 1 : 0;
    only_below += is_below && !is_top ? 1 : 0;
    only_top += is_top && !is_below ? 1 : 0;
  }
  if (filled_below == 0 || only_below == 0 || only_top == 0) return std::nullopt;
  const Row titles = spread(top, below, width);
  Row both(width);
  for (std::size_t at = 0; at < width; ++at) {
    both[at] = joined(titles[at], cell(below, at));
    if (!cell(below, at).empty() && field_of_header(both[at])) ++named;
  }
  if (named * 2 < filled_below) return std::nullopt;
  return both;
}

// Words over words, and below them a table: the row above may be the upper row of the header.
FoundHeader with_neighbours(const SampledRows& rows, std::size_t at, bool may_look_up) {
  const auto number = [](std::size_t index) { return static_cast<std::int64_t>(index) + 1; };
  if (at + 1 < rows.size()) {
    if (auto both = two_rows(rows[at], rows[at + 1]))
      return {number(at), number(at + 1), std::move(*both), false};
  }
  if (may_look_up && at > 0 && filled_width(rows[at - 1]) > 1) {
    const bool are_words =
        std::all_of(rows[at - 1].begin(), rows[at - 1].end(),
                    [](const auto& one) { return one.empty() || may_be_header_word(one); });
    if (auto both = are_words ? two_rows(rows[at - 1], rows[at]) : std::nullopt)
      return {number(at - 1), number(at), std::move(*both), false};
  }
  return {number(at), number(at), rows[at], false};
}

FoundHeader row_named_by_user(const ListSource& source, const SampledRows& rows) {
  const std::int64_t row = *source.header_row;
  if (row == 0) return {};
  const auto at = static_cast<std::size_t>(row - 1);
  if (row < 0 || at >= rows.size() || filled_width(rows[at]) == 0) {
    throw Error(Kind::bad_input,
                message("list {}: header_row = {}: nothing stands in that row; the header is "
                        "looked for in the first {} rows",
                        source.name, row, rows.size()));
  }
  return with_neighbours(rows, at, false);
}

// Each column below a row whose cell is of their kind: a year over years. Words over words prove
// nothing.
bool is_record_itself(const SampledRows& rows, std::size_t at) {
  int of_their_kind = 0;
  for (std::size_t column = 0; column < rows[at].size(); ++column) {
    const std::string& first = rows[at][column];
    if (first.empty()) continue;
    if (field_of_header(first)) return false;
    std::vector<std::string_view> below;
    for (std::size_t row = at + 1; row < rows.size(); ++row) {
      if (!cell(rows[row], column).empty()) below.push_back(cell(rows[row], column));
    }
    const ContentKind kind = content_of(below);
    if (kind != ContentKind::date && kind != ContentKind::age && kind != ContentKind::sex) continue;
    if (content_of({first}) == kind) ++of_their_kind;
  }
  return of_their_kind > 0;
}

}  // namespace

FoundHeader find_header(const ListSource& source, const SampledRows& rows) {
  if (source.header_row) return row_named_by_user(source, rows);
  if (const auto at = row_of_the_users(source, rows)) return with_neighbours(rows, *at, true);
  if (rows.empty()) return {};
  const std::size_t at = find_header_row(rows);
  FoundHeader found = with_neighbours(rows, at, true);
  found.is_guess = std::none_of(found.cells.begin(), found.cells.end(),
                                [](const auto& one) { return field_of_header(one).has_value(); });
  if (found.is_guess && is_record_itself(rows, at)) return {0, 0, {}, true};
  return found;
}

}  // namespace sanaq::tables

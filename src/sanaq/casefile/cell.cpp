#include "sanaq/casefile/cell.h"

#include <charconv>

#include "sanaq/casefile/amount.h"
#include "sanaq/casefile/sentence.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/language_code.h"

namespace sanaq::casefile {
namespace {

using base::message;
using base::Problem;
using Read = base::Result<std::string>;

std::optional<std::int64_t> whole(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  constexpr std::int64_t too_many = 100'000'000'000;
  if (text.empty() || error != std::errc() || end != text.data() + text.size() || value < 0 ||
      value > too_many)
    return std::nullopt;
  return value;
}

Read problem(base::Message reason, base::Message advice) {
  return tl::unexpected(Problem{std::move(reason), std::move(advice)});
}

Read read_date_cell(const Column& column, std::string_view cell, const ReadDate& read_date) {
  const auto date = read_date(column.name, cell);
  if (!date) return tl::unexpected(date.error());
  return *date ? record::to_edtf(**date) : std::string();
}

// "T" between two digits parts a day from a time; in "Tuesday" it does not.
bool has_a_time(std::string_view cell) {
  const auto is_digit = [&](std::size_t at) { return cell[at] >= '0' && cell[at] <= '9'; };
  for (std::size_t at = 1; at + 1 < cell.size(); ++at) {
    if (cell[at] == 'T' && is_digit(at - 1) && is_digit(at + 1)) return true;
  }
  return false;
}

Read read_moment_cell(const Column& column, std::string_view cell, const ReadDate& read_date) {
  if (!has_a_time(cell)) return read_date_cell(column, cell, read_date);
  if (read_moment(cell)) return std::string(cell);
  return problem(message("not a day with a time"), message("write 2011-12-16T12:00"));
}

Read read_count_cell(std::string_view cell) {
  if (const auto value = whole(cell)) return std::to_string(*value);
  return problem(message("not a whole number"), message("write digits only, such as 70"));
}

Read read_counts_cell(std::string_view cell) {
  const auto counts = read_counts(cell);
  if (!counts)
    return problem(message("not a whole number or a range of two"), message("write 5 or 5-7"));
  return counts->is_exact() ? std::to_string(counts->low)
                            : std::to_string(counts->low) + "-" + std::to_string(counts->high);
}

// "not told" is no language either; codes of ISO 639 beyond those that have labels are known.
Read read_language(const Vocabulary& vocabulary, std::string_view cell) {
  auto code = vocabulary.read("LANGUAGE", cell);
  if (code || !text::is_language_code(cell)) return code;
  return text::fold(cell);
}

}  // namespace

std::optional<Range> read_counts(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == ' ') continue;
    if (text.substr(at).starts_with("–")) {
      plain += '-';
      at += 2;
    } else {
      plain += text[at];
    }
  }
  const std::size_t dash = plain.find('-');
  const auto low = whole(std::string_view(plain).substr(0, dash));
  const auto high =
      dash == std::string::npos ? low : whole(std::string_view(plain).substr(dash + 1));
  if (!low || !high || *high < *low) return std::nullopt;
  return Range{*low, *high};
}

Read read_cell(const Column& column, std::string_view cell, const Vocabulary& vocabulary,
               const ReadDate& read_date) {
  switch (column.holds) {
    case ValueType::date:
      return read_date_cell(column, cell, read_date);
    case ValueType::moment:
      return read_moment_cell(column, cell, read_date);
    case ValueType::count:
      return read_count_cell(cell);
    case ValueType::counts:
      return read_counts_cell(cell);
    case ValueType::code:
    case ValueType::word:
    case ValueType::confidence:
    case ValueType::visibility:
      return vocabulary.read(column.vocabulary, cell);
    case ValueType::sentence:
      if (const auto sentence = read_sentence(cell)) return sentence_text(*sentence);
      return problem(message("not a sentence"),
                     message("write 7y, 5y6m, 18m, 30d, suspended 2y, life or none"));
    case ValueType::amount:
      if (const auto amount = read_amount(cell)) return amount_text(*amount);
      return problem(message("not an amount of money"),
                     message("write 1250000.50: no commas between thousands"));
    case ValueType::language:
      return read_language(vocabulary, cell);
    case ValueType::id:
    case ValueType::text:
    case ValueType::person:
    case ValueType::source:
    case ValueType::bound:
      break;
  }
  return std::string(cell);
}

}  // namespace sanaq::casefile

#include "sanaq/splink/known_column.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <unordered_map>

#include "sanaq/link/plain_value.h"
#include "sanaq/splink/limits.h"
#include "sanaq/splink/row_screen.h"
#include "sanaq/splink/sql_evaluation.h"

namespace sanaq::splink {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

std::size_t code_count(const KnownColumn& known) { return known.column->values.size(); }

SqlValue value_of(const KnownColumn& known, std::uint32_t code) {
  if (known.is_made()) return known.made_values[code];
  return code == 0 ? SqlValue() : SqlValue(known.column->values[code]);
}

// Equal values have equal texts, and no other has.
std::string text_of(const SqlValue& value) {
  const auto* list = std::get_if<std::shared_ptr<const SqlList>>(&value);
  if (list == nullptr) return as_text(value).value_or("");
  std::string text;
  for (const SqlValue& one : **list) text += (is_null(one) ? "\x1d" : text_of(one)) + '\x1e';
  return text;
}

KnownList known_list(const SqlValue& value, std::unordered_map<std::string, std::uint32_t>& ids) {
  KnownList known;
  const auto list = as_list(value);
  if (!list) return known;
  known.is_there = true;
  known.size = list->size();
  std::vector<std::pair<std::uint32_t, std::string>> values;
  for (const SqlValue& one : *list) {
    if (const auto number = as_number(one)) known.numbers.push_back(*number);
    if (is_null(one)) continue;
    const std::string text = text_of(one);
    const auto next = static_cast<std::uint32_t>(ids.size() + 1);
    values.emplace_back(ids.emplace(text, next).first->second, text);
  }
  if (known.numbers.size() < known.size) known.numbers.clear();
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  for (const auto& [id, text] : values) {
    known.ids.push_back(id);
    known.texts.push_back(link::to_letters(text));
    known.texts.back().resize(std::min(known.texts.back().size(), compared_letters_max));
  }
  return known;
}

}  // namespace

std::unique_ptr<KnownColumn> know_column(const record::Column& column,
                                         const std::shared_ptr<const SqlNode>& made) {
  auto known = std::make_unique<KnownColumn>();
  known->column = &column;
  for (std::uint32_t code = 0; made && code < column.values.size(); ++code)
    known->made_values.push_back(evaluate(*made, [&](const std::string&, Side) {
      return code == 0 ? std::nullopt : std::optional<std::string_view>(column.values[code]);
    }));
  return known;
}

void learn_texts(KnownColumn& known) {
  if (!known.is_made() || !known.made_codes.empty()) return;
  std::unordered_map<std::string, std::uint32_t> codes;
  known.made.emplace_back();
  for (const SqlValue& value : known.made_values) {
    std::uint32_t made_code = 0;
    if (!is_null(value)) {
      const auto next = static_cast<std::uint32_t>(known.made.size());
      const auto [found, is_new] = codes.emplace(text_of(value), next);
      if (is_new) known.made.push_back(found->first);
      made_code = found->second;
    }
    known.made_codes.push_back(made_code);
  }
}

void learn_letters(KnownColumn& known) {
  learn_texts(known);
  if (!known.letters) known.letters.emplace(known.is_made() ? known.made : known.column->values);
}

void learn_moments(KnownColumn& known) {
  if (!known.seconds.empty()) return;
  for (std::uint32_t code = 0; code < code_count(known); ++code) {
    const auto moment = as_moment(value_of(known, code));
    const double seconds = moment ? moment->seconds : none;
    known.seconds.push_back(seconds);
    known.days.push_back(moment ? static_cast<std::int32_t>(moment->day()) : no_day);
    known.has_times = known.has_times || (moment && std::fmod(seconds, 86400) != 0);
  }
}

void learn_numbers(KnownColumn& known) {
  if (!known.numbers.empty()) return;
  for (std::uint32_t code = 0; code < code_count(known); ++code)
    known.numbers.push_back(as_number(value_of(known, code)).value_or(none));
}

void learn_angles(KnownColumn& known) {
  learn_numbers(known);
  if (!known.sines.empty()) return;
  for (const double degrees : known.numbers) {
    const double angle = degrees * (std::numbers::pi / 180);
    known.sines.push_back(std::sin(angle));
    known.cosines.push_back(std::cos(angle));
  }
}

void learn_lists(KnownColumn& known) {
  if (!known.lists.empty()) return;
  std::unordered_map<std::string, std::uint32_t> ids;
  for (std::uint32_t code = 0; code < code_count(known); ++code)
    known.lists.push_back(known_list(value_of(known, code), ids));
  std::vector<std::string> words(ids.size() + 1);
  for (const auto& [word, id] : ids) words[id] = word;
  known.words = std::make_unique<KnownColumn>();
  known.words->letters.emplace(words);
  for (KnownList& list : known.lists)
    list.has_long = std::any_of(list.ids.begin(), list.ids.end(), [&](std::uint32_t id) {
      return known.words->letters->signatures[id].is_long;
    });
}

void learn_shares(KnownColumn& known) {
  if (!known.share_bits.empty()) return;
  std::vector<double> counts(known.column->values.size());
  double filled = 0;
  for (const std::uint32_t code : known.column->codes) {
    counts[code] += code != 0;
    filled += code != 0;
  }
  known.share_bits.reserve(counts.size());
  for (const double count : counts)
    known.share_bits.push_back(count > 0 ? std::log2(count / filled)
                                         : -std::numeric_limits<double>::infinity());
}

}  // namespace sanaq::splink

#include "sanaq/splink/sql_functions.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "sanaq/link/columns.h"
#include "sanaq/link/distances.h"
#include "sanaq/link/plain_value.h"
#include "sanaq/record/partial_date.h"
#include "sanaq/splink/limits.h"
#include "sanaq/splink/sql_cell_lists.h"
#include "sanaq/splink/sql_lists.h"
#include "sanaq/text/edit_distance.h"
#include "sanaq/text/letters.h"

namespace sanaq::splink {
namespace {

using Inputs = std::span<const SqlValue>;
using Kind = SqlFunction::Kind;

// Two texts.

struct TwoTexts {
  std::u32string left, right;
};

std::optional<TwoTexts> two_texts(Inputs in) {
  const auto a = as_text(in[0]), b = as_text(in[1]);
  if (!a || !b) return std::nullopt;
  TwoTexts texts{link::to_letters(*a), link::to_letters(*b)};
  texts.left.resize(std::min(texts.left.size(), compared_letters_max));
  texts.right.resize(std::min(texts.right.size(), compared_letters_max));
  return texts;
}

SqlValue levenshtein_of(Inputs in) {
  const auto texts = two_texts(in);
  return texts ? SqlValue(static_cast<double>(text::levenshtein(texts->left, texts->right)))
               : SqlValue();
}

SqlValue damerau_of(Inputs in) {
  const auto texts = two_texts(in);
  return texts ? SqlValue(static_cast<double>(text::damerau_levenshtein(texts->left, texts->right)))
               : SqlValue();
}

SqlValue jaro_of(Inputs in) {
  const auto texts = two_texts(in);
  if (!texts) return {};
  return texts->left.empty() ? 0.0
                             : text::jaro(texts->left, texts->right);  // of two empty ones too
}

SqlValue jaro_winkler_of(Inputs in) {
  const auto texts = two_texts(in);
  if (!texts) return {};
  return texts->left.empty() ? 0.0 : link::jaro_winkler(texts->left, texts->right);
}

std::u32string distinct_letters(std::u32string letters) {
  std::sort(letters.begin(), letters.end());
  letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
  return letters;
}

// Letters that both have, of those that either has; each letter counts once.
SqlValue jaccard_of(Inputs in) {
  auto texts = two_texts(in);
  if (!texts || texts->left.empty() || texts->right.empty()) return {};
  const std::u32string a = distinct_letters(std::move(texts->left)),
                       b = distinct_letters(std::move(texts->right));
  std::u32string both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return static_cast<double>(both.size()) / static_cast<double>(a.size() + b.size() - both.size());
}

// Places that differ, of two texts of one length.
SqlValue hamming_of(Inputs in) {
  const auto texts = two_texts(in);
  if (!texts || texts->left.size() != texts->right.size() || texts->left.empty()) return {};
  double differ = 0;
  for (std::size_t at = 0; at < texts->left.size(); ++at)
    differ += texts->left[at] != texts->right[at];
  return differ;
}

// One text.

std::string in_case(const std::string& written, UChar32 (*change)(UChar32)) {
  std::u32string letters = link::to_letters(written);
  for (char32_t& letter : letters)
    letter = static_cast<char32_t>(change(static_cast<UChar32>(letter)));
  return text::to_utf8(letters);
}

SqlValue lower_of(Inputs in) {
  const auto text = as_text(in[0]);
  return text ? SqlValue(in_case(*text, u_tolower)) : SqlValue();
}

SqlValue upper_of(Inputs in) {
  const auto text = as_text(in[0]);
  return text ? SqlValue(in_case(*text, u_toupper)) : SqlValue();
}

struct Part {
  std::size_t first = 0, count = 0;
};

// Letters from a place on, counted from 1 or with -1 from the end.
Part part_of(double from, double count, std::size_t length) {
  const auto size = static_cast<double>(length);
  double start = from - 1;
  if (from < 0) start = std::max(0.0, size + from);
  if (from == 0) {
    start = 0;
    count = std::max(0.0, count - 1);
  }
  if (!(start < size)) return {length, 0};
  return {static_cast<std::size_t>(start), static_cast<std::size_t>(std::min(count, size - start))};
}

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

SqlValue substr_of(Inputs in) {
  const std::string* cell = std::get_if<std::string>(&in[0]);
  const auto made = cell != nullptr ? std::nullopt : as_text(in[0]);
  const auto from = as_number(in[1]);
  const auto count = in.size() > 2 ? as_number(in[2]) : std::optional(1e15);
  if ((cell == nullptr && !made) || !from || !count || *count < 0) return {};
  const std::string& text = cell != nullptr ? *cell : *made;
  if (is_ascii(text)) {
    const Part part = part_of(*from, *count, text.size());
    return text.substr(part.first, part.count);
  }
  const std::u32string letters = link::to_letters(text);
  const Part part = part_of(*from, *count, letters.size());
  return text::to_utf8(std::u32string_view(letters).substr(part.first, part.count));
}

SqlValue left_of(Inputs in) {
  const SqlValue all[] = {in[0], 1.0, in[1]};
  return substr_of(all);
}

SqlValue trim_of(Inputs in) {
  const auto text = as_text(in[0]);
  if (!text) return {};
  const std::size_t first = text->find_first_not_of(' ');
  if (first == text->npos) return std::string();
  return text->substr(first, text->find_last_not_of(' ') - first + 1);
}

// Letters of a text, or values of a list that another function made.
SqlValue length_of(Inputs in) {
  if (const auto* list = std::get_if<std::shared_ptr<const SqlList>>(&in[0]))
    return static_cast<double>((*list)->size());
  const auto text = as_text(in[0]);
  return text ? SqlValue(static_cast<double>(link::to_letters(*text).size())) : SqlValue();
}

SqlValue concat_of(Inputs in) {
  std::string all;
  for (const SqlValue& value : in) {
    all += as_text(value).value_or("");
    if (all.size() > made_values_max) return {};
  }
  return all;
}

// Numbers.

template <double (*function)(double)>
SqlValue number_of(Inputs in) {
  const auto number = as_number(in[0]);
  return number ? SqlValue(function(*number)) : SqlValue();
}

double radians(double degrees) { return degrees * (std::numbers::pi / 180); }

SqlValue round_of(Inputs in) {
  const auto number = as_number(in[0]);
  const auto digits = in.size() > 1 ? as_number(in[1]) : std::optional(0.0);
  if (!number || !digits) return {};
  const double scale = std::pow(10.0, std::clamp(std::floor(*digits), -300.0, 300.0));
  return std::round(*number * scale) / scale;
}

SqlValue power_of(Inputs in) {
  const auto base = as_number(in[0]), exponent = as_number(in[1]);
  return base && exponent ? SqlValue(std::pow(*base, *exponent)) : SqlValue();
}

// Nulls.

SqlValue first_known(Inputs in) {
  const auto known = std::find_if(in.begin(), in.end(), [](const auto& v) { return !is_null(v); });
  return known == in.end() ? SqlValue() : *known;
}

SqlValue nullif_of(Inputs in) { return compare(in[0], in[1]) == 0 ? SqlValue() : in[0]; }

// Types.

SqlValue text_of(Inputs in) {
  auto text = as_text(in[0]);
  return text ? SqlValue(std::move(*text)) : SqlValue();
}

SqlValue real_of(Inputs in) {
  const auto number = as_number(in[0]);
  return number ? SqlValue(static_cast<double>(static_cast<float>(*number))) : SqlValue();
}

double as_it_is(double number) { return number; }

// Moments.

SqlValue moment_of(Inputs in) {
  const auto moment = as_moment(in[0]);
  return moment ? SqlValue(*moment) : SqlValue();
}

SqlValue day_of(Inputs in) {
  const auto moment = as_moment(in[0]);
  return moment ? SqlValue(SqlMoment{86400.0 * static_cast<double>(moment->day()), true})
                : SqlValue();
}

SqlValue epoch_of(Inputs in) {
  const auto moment = as_moment(in[0]);
  return moment ? SqlValue(moment->seconds) : SqlValue();
}

template <int record::Day::*part>
SqlValue part_of_day(Inputs in) {
  const auto moment = as_moment(in[0]);
  if (!moment) return {};
  return static_cast<double>(record::day_from_number(static_cast<std::int32_t>(moment->day())).*
                             part);
}

// Whole days from the second to the first.
SqlValue days_between(Inputs in) {
  const auto later = as_moment(in[0]), earlier = as_moment(in[1]);
  return later && earlier ? SqlValue(static_cast<double>(later->day() - earlier->day()))
                          : SqlValue();
}

// Lists.

SqlValue size_of(Inputs in) {
  const auto list = as_list(in[0]);
  return list ? SqlValue(static_cast<double>(list->size())) : SqlValue();
}

SqlValue intersect_of(Inputs in) {
  const auto left = as_list(in[0]), right = as_list(in[1]);
  return left && right ? of(common_values(*left, *right)) : SqlValue();
}

SqlValue has_any(Inputs in) {
  const auto left = as_list(in[0]), right = as_list(in[1]);
  return left && right ? SqlValue(!common_values(*left, *right).empty()) : SqlValue();
}

SqlValue has(Inputs in) {
  const auto list = as_list(in[0]);
  return list ? SqlValue(!common_values(*list, {in[1]}).empty()) : SqlValue();
}

SqlValue distinct_of(Inputs in) {
  const auto list = as_list(in[0]);
  return list ? of(common_values(*list, *list)) : SqlValue();
}

SqlValue least_of_list(Inputs in) {
  const auto list = as_list(in[0]);
  return list ? least_value(*list) : SqlValue();
}

SqlValue largest_of_list(Inputs in) {
  const auto list = as_list(in[0]);
  return list ? largest_value(*list) : SqlValue();
}

SqlValue flatten_of(Inputs in) {
  const auto list = as_list(in[0]);
  return list ? of(flattened(*list)) : SqlValue();
}

SqlValue cosine_of(Inputs in) {
  const auto left = as_list(in[0]), right = as_list(in[1]);
  return left && right ? of(cosine_similarity(*left, *right)) : SqlValue();
}

// By a place, or by a name.
SqlValue element_of(Inputs in) {
  const std::string* name = std::get_if<std::string>(&in[1]);
  const std::string* cell = std::get_if<std::string>(&in[0]);
  if (name != nullptr) return cell != nullptr ? field_in_cell(*cell, *name) : SqlValue();
  const auto list = as_list(in[0]);
  const auto place = as_number(in[1]);
  return list && place ? value_at(*list, *place) : SqlValue();
}

SqlValue list_of(Inputs in) { return of(SqlList(in.begin(), in.end())); }

constexpr std::size_t many = 1000;

const SqlFunction known[] = {
    {"levenshtein", Kind::plain, 2, 2, levenshtein_of},
    {"damerau_levenshtein", Kind::plain, 2, 2, damerau_of},
    {"jaro_similarity", Kind::plain, 2, 2, jaro_of},
    {"jaro_winkler_similarity", Kind::plain, 2, 2, jaro_winkler_of},
    {"jaccard", Kind::plain, 2, 2, jaccard_of},
    {"hamming", Kind::plain, 2, 2, hamming_of},
    {"lower", Kind::plain, 1, 1, lower_of},
    {"upper", Kind::plain, 1, 1, upper_of},
    {"substr", Kind::plain, 2, 3, substr_of},
    {"left", Kind::plain, 2, 2, left_of},
    {"trim", Kind::plain, 1, 1, trim_of},
    {"length", Kind::plain, 1, 1, length_of},
    {"concat", Kind::any_null, 1, many, concat_of},
    {"abs", Kind::plain, 1, 1, number_of<std::abs>},
    {"floor", Kind::plain, 1, 1, number_of<std::floor>},
    {"ceil", Kind::plain, 1, 1, number_of<std::ceil>},
    {"sqrt", Kind::plain, 1, 1, number_of<std::sqrt>},
    {"sin", Kind::plain, 1, 1, number_of<std::sin>},
    {"cos", Kind::plain, 1, 1, number_of<std::cos>},
    {"acos", Kind::plain, 1, 1, number_of<std::acos>},
    {"asin", Kind::plain, 1, 1, number_of<std::asin>},
    {"ln", Kind::plain, 1, 1, number_of<std::log>},
    {"radians", Kind::plain, 1, 1, number_of<radians>},
    {"round", Kind::plain, 1, 2, round_of},
    {"power", Kind::plain, 2, 2, power_of},
    {"largest known", Kind::plain, 2, many, largest_value},
    {"least known", Kind::plain, 2, many, least_value},
    {"greatest", Kind::any_null, 1, many, largest_value},
    {"least", Kind::any_null, 1, many, least_value},
    {"coalesce", Kind::any_null, 1, many, first_known},
    {"nullif", Kind::any_null, 2, 2, nullif_of},
    {"as text", Kind::plain, 1, 1, text_of},
    {"as number", Kind::plain, 1, 1, number_of<as_it_is>},
    {"as whole", Kind::plain, 1, 1, number_of<std::round>},
    {"as real", Kind::plain, 1, 1, real_of},
    {"as moment", Kind::plain, 1, 1, moment_of},
    {"date", Kind::plain, 1, 1, day_of},
    {"epoch", Kind::plain, 1, 1, epoch_of},
    {"year", Kind::plain, 1, 1, part_of_day<&record::Day::year>},
    {"month", Kind::plain, 1, 1, part_of_day<&record::Day::month>},
    {"day", Kind::plain, 1, 1, part_of_day<&record::Day::day>},
    {"datediff", Kind::plain, 2, 2, days_between},
    {"try_strptime", Kind::strptime, 2, 2},
    {"try_to_timestamp", Kind::java_time, 2, 2},
    {"try_cast_date", Kind::postgres_time, 2, 2},
    {"try_cast_timestamp", Kind::postgres_time, 2, 2},
    {"regexp_extract", Kind::pattern, 2, 3},
    {"regexp_matches", Kind::pattern, 2, 2},
    {"substring from", Kind::pattern, 2, 2},
    {"regexp_full_match", Kind::pattern, 2, 2},
    {"list_length", Kind::plain, 1, 1, size_of},
    {"list_intersect", Kind::plain, 2, 2, intersect_of},
    {"list_has_any", Kind::plain, 2, 2, has_any},
    {"list_contains", Kind::plain, 2, 2, has},
    {"list_distinct", Kind::plain, 1, 1, distinct_of},
    {"list_min", Kind::plain, 1, 1, least_of_list},
    {"list_max", Kind::plain, 1, 1, largest_of_list},
    {"flatten", Kind::plain, 1, 1, flatten_of},
    {"list_cosine_similarity", Kind::plain, 2, 2, cosine_of},
    {"list_extract", Kind::plain, 2, 2, element_of},
    {"list_value", Kind::any_null, 0, many, list_of},
    {"list_transform", Kind::transform, 2, 2},
    {"list_filter", Kind::filter, 2, 2},
    {"zip_with", Kind::zip, 3, 3},
    {"list_reduce", Kind::reduce, 3, 3},
};

constexpr std::pair<std::string_view, std::string_view> other_names[] = {
    {"editdist3", "levenshtein"},
    {"levenshtein_distance", "levenshtein"},
    {"jaro_sim", "jaro_similarity"},
    {"jaro_winkler", "jaro_winkler_similarity"},
    {"mismatches", "hamming"},
    {"lcase", "lower"},
    {"ucase", "upper"},
    {"substring", "substr"},
    {"char_length", "length"},
    {"len", "length"},
    {"ceiling", "ceil"},
    {"pow", "power"},
    {"ifnull", "coalesce"},
    {"nvl", "coalesce"},
    {"unix_timestamp", "epoch"},
    {"to_unixtime", "epoch"},
    {"strptime", "try_strptime"},
    {"to_timestamp", "try_to_timestamp"},
    {"dayofmonth", "day"},
    {"array_length", "list_length"},
    {"size", "list_length"},
    {"cardinality", "list_length"},
    {"array_size", "list_length"},
    {"array_intersect", "list_intersect"},
    {"array_has_any", "list_has_any"},
    {"arrays_overlap", "list_has_any"},
    {"array_contains", "list_contains"},
    {"list_has", "list_contains"},
    {"array_distinct", "list_distinct"},
    {"array_min", "list_min"},
    {"array_max", "list_max"},
    {"array_cosine_similarity", "list_cosine_similarity"},
    {"element_at", "list_extract"},
    {"array_extract", "list_extract"},
    {"array", "list_value"},
    {"transform", "list_transform"},
    {"list_apply", "list_transform"},
    {"array_transform", "list_transform"},
    {"filter", "list_filter"},
    {"array_filter", "list_filter"},
    {"aggregate", "list_reduce"},
};

}  // namespace

const SqlFunction* sql_function(std::string_view name) {
  static const auto by_name = [] {
    std::map<std::string_view, const SqlFunction*> names;
    for (const SqlFunction& function : known) names[function.name] = &function;
    for (const auto& [other, one] : other_names) names[other] = names.at(one);
    return names;
  }();
  const auto found = by_name.find(name);
  return found == by_name.end() ? nullptr : found->second;
}

}  // namespace sanaq::splink

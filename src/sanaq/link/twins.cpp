#include "sanaq/link/twins.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <optional>

#include "sanaq/link/columns.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/record/field.h"

namespace sanaq::link {
namespace {

constexpr double no_bound = std::numeric_limits<double>::infinity();
constexpr double least_kin = 0.05;  // for each match
// A name that people have is on three records or more, and not so much rarer than the other that it
// may be slips for it.
constexpr std::uint32_t of_people = 3;
bool are_both_names(std::uint32_t count, std::uint32_t other) {
  constexpr double slips_most = 0.03;
  const auto [rarer, frequent] = std::minmax(count, other);
  return rarer >= of_people && rarer >= slips_most * frequent;
}

// Levels of text that names of kin may have, how often kin's names are so, and of slips those that
// end in another name.
struct LikeKin {
  double kin = 0, slips = 0;
};

std::optional<LikeKin> like_kin(int level, bool are_names) {
  enum { near = exact_levels, similar, part, weak, swapped, differs };
  switch (level) {
    case near:
      return are_names ? std::optional<LikeKin>({0.1, 0.005}) : std::nullopt;
    case similar:
      return are_names ? std::optional<LikeKin>({0.1, 0.02}) : std::nullopt;
    case weak:
      return LikeKin{0.15, are_names ? 0.1 : 0.7};
    case differs:
      return LikeKin{0.7, 0.5};
    default:
      return std::nullopt;
  }
}

std::size_t find(const std::vector<Feature>& features, record::Field field) {
  const auto found = std::find_if(features.begin(), features.end(), [&](const Feature& feature) {
    return feature.column == record::field_name(field);
  });
  return static_cast<std::size_t>(found - features.begin());
}

// Pairs within lists of one family name, one birth and two given names.
double kin_within(const Feature& family, const Feature& birth, const Feature& given,
                  const std::vector<std::uint32_t>& list_of) {
  std::map<std::array<std::uint32_t, 3>, std::map<std::uint32_t, double>> homes;
  for (std::size_t at = 0; at < list_of.size(); ++at) {
    const std::uint32_t name = family.codes[at], day = birth.codes[at], own = given.codes[at];
    if (name != 0 && own != 0 && day != 0 && is_whole_value(birth, day))
      ++homes[{list_of[at], name, day}][own];
  }
  double pairs = 0;
  for (const auto& [home, names] : homes) {
    double all = 0, same = 0;
    for (const auto& [name, count] : names) {
      all += count;
      same += count * count;
    }
    pairs += (all * all - same) / 2;
  }
  return pairs;
}

// Whole names: one word of each is not in the other, both are names of several people, and what
// they share is rarer than what differs: the family name is shared, the given name is not.
bool differ_by_given(const Feature& names, const std::vector<std::uint32_t>& word_counts,
                     std::uint32_t left, std::uint32_t right) {
  const std::vector<std::uint32_t>& a = names.tokens[left];
  const std::vector<std::uint32_t>& b = names.tokens[right];
  std::vector<std::uint32_t> common, only_a, only_b;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(only_a));
  std::set_difference(b.begin(), b.end(), a.begin(), a.end(), std::back_inserter(only_b));
  if (common.empty() || only_a.size() != 1 || only_b.size() != 1) return false;
  std::uint32_t rarest = std::numeric_limits<std::uint32_t>::max();
  for (const std::uint32_t word : common) rarest = std::min(rarest, word_counts[word]);
  const std::uint32_t one = word_counts[only_a[0]], other = word_counts[only_b[0]];
  return are_both_names(one, other) && std::min(one, other) >= rarest;
}

// m of a level of given names, as it is where births differ a little, so that kin of one birth are
// not among the matches that it was learnt from.
double slip_share(const PairModel& model, std::size_t field, std::size_t level) {
  constexpr double often = 0.05;  // a name replaced is believed where it is seen to happen
  const double m =
      model.twins.m.empty() ? std::min(0.02, model.fields[field].m[level]) : model.twins.m[level];
  return m * std::min(1.0, m / often);
}

double text_bound(const PairModel& model, const std::vector<Feature>& features,
                  const std::int8_t* levels, std::uint32_t left, std::uint32_t right, double tau) {
  const Twins& twins = model.twins;
  const int level = levels[twins.given];
  if (level < exact_levels) return no_bound;
  if (twins.family < features.size() && levels[twins.family] != missing &&
      levels[twins.family] > exact_levels)
    return no_bound;
  const Feature& given = features[twins.given];
  const auto count = [&](std::uint32_t record) { return given.counts[given.codes[record]]; };
  const auto like = like_kin(level, are_both_names(count(left), count(right)));
  if (!like) return no_bound;
  const double m = slip_share(model, twins.given, static_cast<std::size_t>(level));
  return std::log(m * like->slips / (tau * like->kin));
}

}  // namespace

Twins look_for_twins(const std::vector<Feature>& features,
                     const std::vector<std::uint32_t>& list_of, std::size_t list_count) {
  // Of one list, rows that differ in the given name alone are mostly one person's, copied with a
  // slip; the bound would part them.
  if (list_count < 2) return {};
  Twins twins;
  twins.birth = find(features, record::Field::birth);
  twins.given = find(features, record::Field::given);
  twins.family = find(features, record::Field::family);
  twins.name = find(features, record::Field::name);
  const std::size_t none = features.size();
  if (twins.birth == none || features[twins.birth].kind != Kind::date) return {};
  if (twins.name < none && features[twins.name].kind == Kind::name) {
    const Feature& names = features[twins.name];
    for (std::size_t code = 1; code < names.values.size(); ++code) {
      for (const std::uint32_t word : names.tokens[code]) {
        if (word >= twins.word_counts.size()) twins.word_counts.resize(word + 1);
        twins.word_counts[word] += names.counts[code];
      }
    }
    twins.is_known = true;
  } else if (twins.given < none && features[twins.given].kind == Kind::text) {
    twins.name = none;
    twins.is_known = true;
  }
  if (!twins.is_known || twins.name < none || twins.family == none) return twins;
  std::vector<double> rows(list_count);
  for (const std::uint32_t list : list_of) ++rows[list];
  double pairs = 0;
  for (const double count : rows) pairs += count * (count - 1) / 2;
  if (pairs > 0)
    twins.share_within =
        kin_within(features[twins.family], features[twins.birth], features[twins.given], list_of) /
        pairs;
  return twins;
}

double most_of_twins(const PairModel& model, const std::vector<Feature>& features,
                     const std::int8_t* levels, std::uint32_t left, std::uint32_t right) {
  const Twins& twins = model.twins;
  if (!twins.is_known || !is_exact(Kind::date, levels[twins.birth])) return no_bound;
  const double tau = std::max(least_kin * model.prior_match, twins.share_within);
  if (twins.name == features.size())
    return levels[twins.given] == missing ? no_bound
                                          : text_bound(model, features, levels, left, right, tau);
  if (levels[twins.name] == missing) return no_bound;
  const auto level = static_cast<std::size_t>(levels[twins.name]);
  const Feature& names = features[twins.name];
  if (level < equal_names ||
      !differ_by_given(names, twins.word_counts, names.codes[left], names.codes[right]))
    return no_bound;
  constexpr double slips = 0.02;
  return std::log(slip_share(model, twins.name, level) * slips / tau);
}

}  // namespace sanaq::link

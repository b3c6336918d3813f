#include "sanaq/link/drawn_unnamed.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "sanaq/num/rng.h"
#include "sanaq/record/partial_date.h"
#include "sanaq/text/fold.h"

namespace sanaq::link {
namespace {

using record::Column;
using record::Field;
using record::PartialDate;

constexpr int years_off = 5;  // of an age, to each side: nobody asked the dead
constexpr std::int32_t days_apart_max = 7;

struct Years {
  int first = 0, last = 0;
};

// What the cells of one record say of whoever it is.
struct Known {
  char sex = 0;
  std::optional<int> age;
  std::optional<Years> born;
  std::optional<PartialDate> death, date;
  const std::string* place = nullptr;  // folded
};

std::string_view read_cell(const Column* column, std::size_t record) {
  if (column == nullptr) return {};
  const auto& values = column->canonical.empty() ? column->values : column->canonical;
  return values[column->codes[record]];
}

std::optional<int> number_at_start(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end == text.data()) return std::nullopt;
  return number;
}

Years years_of(const PartialDate& date) {
  return {record::day_from_number(date.first_day).year,
          record::day_from_number(date.last_day).year};
}

// A birth is one; an age on a known day tells it but for some years.
std::optional<Years> years_of_birth(const Known& known, std::string_view birth) {
  if (const auto date = record::from_edtf(birth)) return years_of(*date);
  const auto& when = known.death ? known.death : known.date;
  if (!known.age || !when) return std::nullopt;
  const Years years = years_of(*when);
  return Years{years.first - *known.age - years_off, years.last - *known.age + years_off};
}

class AllKnown {
 public:
  explicit AllKnown(const record::RecordTable& table) {
    const Column* sex = table.find(Field::sex);
    const Column* age = table.find(Field::age);
    const Column* birth = table.find(Field::birth);
    const Column* death = table.find(Field::death);
    const Column* date = table.find(Field::date);
    const Column* place = table.find(Field::place);
    if (place != nullptr) {
      for (const std::string& value : place->canonical.empty() ? place->values : place->canonical)
        places_.push_back(text::fold(value));
    }
    records_.resize(table.record_count());
    for (std::size_t at = 0; at < records_.size(); ++at) {
      Known& known = records_[at];
      const std::string_view said = read_cell(sex, at);
      known.sex = said.size() == 1 ? said[0] : '\0';
      known.age = number_at_start(read_cell(age, at));
      known.death = record::from_edtf(read_cell(death, at));
      known.date = record::from_edtf(read_cell(date, at));
      known.born = years_of_birth(known, read_cell(birth, at));
      if (place != nullptr && !places_[place->codes[at]].empty())
        known.place = &places_[place->codes[at]];
    }
  }
  const Known& operator[](std::size_t record) const { return records_[record]; }

 private:
  std::vector<std::string> places_;
  std::vector<Known> records_;
};

// Whether two records can be one human being by one thing; nothing where one of them is silent.
using Agreement = std::optional<bool>;

Agreement by_sex(const Known& left, const Known& right) {
  if (left.sex == 0 || right.sex == 0) return std::nullopt;
  return left.sex == right.sex;
}

Agreement by_age(const Known& left, const Known& right) {
  if (left.born && right.born)
    return left.born->first <= right.born->last && right.born->first <= left.born->last;
  if (!left.age || !right.age) return std::nullopt;
  return std::abs(*left.age - *right.age) <= 2 * years_off;
}

Agreement by_days(const std::optional<PartialDate>& left, const std::optional<PartialDate>& right) {
  if (!left || !right) return std::nullopt;
  return left->first_day <= right->last_day + days_apart_max &&
         right->first_day <= left->last_day + days_apart_max;
}

Agreement by_death(const Known& left, const Known& right) {
  return by_days(left.death, right.death);
}

Agreement by_date(const Known& left, const Known& right) { return by_days(left.date, right.date); }

Agreement by_place(const Known& left, const Known& right) {
  if (left.place == nullptr || right.place == nullptr) return std::nullopt;
  return left.place->find(*right.place) != std::string::npos ||
         right.place->find(*left.place) != std::string::npos;
}

using Bar = Agreement (*)(const Known&, const Known&);
constexpr std::array<Bar, 5> all_bars = {by_sex, by_age, by_death, by_date, by_place};

using Members = std::vector<std::vector<std::uint32_t>>;  // [person]: named records in scope

// Those in which the named persons of several lists agree.
std::vector<Bar> bars_that_hold(const Members& members, const record::RecordTable& table,
                                const AllKnown& known) {
  std::array<std::int64_t, all_bars.size()> asked{}, agree{};
  for (const std::vector<std::uint32_t>& own : members) {
    for (std::size_t next = 1; next < own.size(); ++next) {
      if (table.list_of[own[next]] == table.list_of[own[0]]) continue;
      for (std::size_t bar = 0; bar < all_bars.size(); ++bar) {
        const Agreement said = all_bars[bar](known[own[0]], known[own[next]]);
        asked[bar] += said.has_value();
        agree[bar] += said.value_or(false);
      }
    }
  }
  std::vector<Bar> hold;
  for (std::size_t bar = 0; bar < all_bars.size(); ++bar) {
    if (agree[bar] * 10 >= asked[bar] * 9) hold.push_back(all_bars[bar]);
  }
  return hold;
}

class Draw {
 public:
  Draw(const record::RecordTable& table, const AllKnown& known,
       const std::vector<bool>& is_linkable, const std::vector<bool>& in_scope,
       std::vector<std::uint32_t> person_of)
      : table_(table),
        known_(known),
        is_linkable_(is_linkable),
        in_scope_(in_scope),
        person_of_(std::move(person_of)) {
    for (std::uint32_t at = 0; at < person_of_.size(); ++at) {
      if (!in_scope_[at]) continue;
      const std::size_t person = person_of_[at];
      if (person >= members_.size()) {
        members_.resize(person + 1);
        records_of_.resize(person + 1);
      }
      ++records_of_[person];
      if (is_linkable_[at]) members_[person].push_back(at);
    }
    bars_ = bars_that_hold(members_, table_, known_);
    look_at_lists();
  }

  std::vector<std::uint32_t> draw(num::Rng& rng) {
    for (std::uint32_t at = 0; at < person_of_.size(); ++at) {
      // Whom a reviewer has joined to somebody stays so.
      if (!in_scope_[at] || is_linkable_[at] || records_of_[person_of_[at]] > 1) continue;
      List& list = lists_[table_.list_of[at]];
      if (list.named == 0 || rng.uniform() * list.named >= list.elsewhere) continue;
      const std::optional<std::size_t> chosen = choose(list.others, at, rng);
      if (!chosen) continue;
      person_of_[at] = list.others[*chosen];
      list.others[*chosen] = list.others.back();  // on this list now
      list.others.pop_back();
    }
    return std::move(person_of_);
  }

 private:
  struct List {
    double named = 0, elsewhere = 0;    // its named persons; those of them on another list too
    std::vector<std::uint32_t> others;  // named persons of the other lists who are not on this one
  };

  void look_at_lists() {
    lists_.resize(table_.lists.size());
    std::vector<bool> is_on(lists_.size());
    for (std::uint32_t person = 0; person < members_.size(); ++person) {
      if (members_[person].empty()) continue;
      std::fill(is_on.begin(), is_on.end(), false);
      for (const std::uint32_t record : members_[person]) is_on[table_.list_of[record]] = true;
      const auto count = std::count(is_on.begin(), is_on.end(), true);
      for (std::size_t list = 0; list < lists_.size(); ++list) {
        lists_[list].named += is_on[list];
        lists_[list].elsewhere += is_on[list] && count > 1;
        if (!is_on[list]) lists_[list].others.push_back(person);
      }
    }
  }

  [[nodiscard]] bool allows(std::uint32_t record, std::uint32_t person) const {
    return std::all_of(bars_.begin(), bars_.end(), [&](Bar bar) {
      bool is_asked = false;
      for (const std::uint32_t other : members_[person]) {
        const Agreement said = bar(known_[record], known_[other]);
        if (said.value_or(false)) return true;
        is_asked = is_asked || said.has_value();
      }
      return !is_asked;
    });
  }

  // The place in `others` of one of those allowed. Among very many one is looked for by chance:
  // whom hardly anybody's cells allow is then somebody else.
  [[nodiscard]] std::optional<std::size_t> choose(const std::vector<std::uint32_t>& others,
                                                  std::uint32_t record, num::Rng& rng) const {
    constexpr std::size_t looked_at_most = 2000;
    if (others.size() > looked_at_most) {
      for (std::size_t look = 0; look < looked_at_most; ++look) {
        const auto at = static_cast<std::size_t>(rng.below(others.size()));
        if (allows(record, others[at])) return at;
      }
      return std::nullopt;
    }
    std::vector<std::size_t> allowed;
    for (std::size_t at = 0; at < others.size(); ++at) {
      if (allows(record, others[at])) allowed.push_back(at);
    }
    if (allowed.empty()) return std::nullopt;
    return allowed[static_cast<std::size_t>(rng.below(allowed.size()))];
  }

  const record::RecordTable& table_;
  const AllKnown& known_;
  const std::vector<bool>& is_linkable_;
  const std::vector<bool>& in_scope_;
  std::vector<std::uint32_t> person_of_;
  Members members_;
  std::vector<std::uint32_t> records_of_;  // [person], with and without a name
  std::vector<Bar> bars_;
  std::vector<List> lists_;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> draw_unnamed(
    const record::RecordTable& table, const std::vector<bool>& is_linkable,
    const std::vector<bool>& in_scope, std::span<const std::vector<std::uint32_t>> registers,
    std::uint64_t seed) {
  const AllKnown known(table);
  std::vector<std::vector<std::uint32_t>> drawn;
  for (std::size_t at = 0; at < registers.size(); ++at) {
    num::Rng rng(seed, "link.unnamed", at);
    drawn.push_back(Draw(table, known, is_linkable, in_scope, registers[at]).draw(rng));
  }
  return drawn;
}

}  // namespace sanaq::link

#include "sanaq/simulate/cells.h"

#include <fmt/format.h>

#include <array>

#include "sanaq/record/partial_date.h"
#include "sanaq/simulate/letters.h"
#include "sanaq/simulate/name_pools.h"
#include "sanaq/simulate/typing.h"

namespace sanaq::simulate {
namespace {

using record::Field;
using Months = std::array<std::string_view, 12>;

constexpr Months kazakh_months = {"қаңтар", "ақпан", "наурыз",   "сәуір", "мамыр",  "маусым",
                                  "шілде",  "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"};
constexpr Months russian_months = {"январь", "февраль", "март",     "апрель",  "май",    "июнь",
                                   "июль",   "август",  "сентябрь", "октябрь", "ноябрь", "декабрь"};
constexpr Months russian_months_of = {"января",   "февраля", "марта",  "апреля",
                                      "мая",      "июня",    "июля",   "августа",
                                      "сентября", "октября", "ноября", "декабря"};
constexpr Months english_months = {"January",   "February", "March",    "April",
                                   "May",       "June",     "July",     "August",
                                   "September", "October",  "November", "December"};

std::string day_in_words(const record::Day& day, std::string_view month_name, Script script) {
  switch (script) {
    case Script::kazakh:
      return fmt::format("{} ж. {} {}", day.year, day.day, month_name);
    case Script::russian:
      return fmt::format("{} {} {} г.", day.day, month_name, day.year);
    case Script::english:
      break;
  }
  return fmt::format("{} {} {}", day.day, month_name, day.year);
}

std::string month_in_words(const record::Day& day, std::string_view month_name, Script script) {
  switch (script) {
    case Script::kazakh:
      return fmt::format("{} ж. {}", day.year, month_name);
    case Script::russian:
      return fmt::format("{} {} г.", month_name, day.year);
    case Script::english:
      break;
  }
  return fmt::format("{} {}", month_name, day.year);
}

const Months& months(Script script, bool after_day) {
  if (script == Script::kazakh) return kazakh_months;
  if (script == Script::english) return english_months;
  return after_day ? russian_months_of : russian_months;
}

// The names of one person as this clerk spells them, slips included.
struct Spelled {
  std::string family, given, patronymic;
};

Spelled spell(const Person& person, Script script, num::Rng& random) {
  const std::string& patronymic =
      script == Script::kazakh ? person.kazakh_patronymic : person.patronymic;
  if (script == Script::kazakh) return {person.family, person.given, patronymic};
  if (script == Script::russian || random.uniform() < 0.5) {
    Spelled russian{in_russian(person.family, random), in_russian(person.given, random),
                    in_russian(patronymic, random)};
    if (script == Script::russian) return russian;
    const RomanHabits habits = draw_habits(random);  // romanised by way of the Russian papers
    return {in_english(russian.family, habits), in_english(russian.given, habits),
            in_english(russian.patronymic, habits)};
  }
  const RomanHabits habits = draw_habits(random);
  const std::string& of_father =
      random.uniform() < 0.5 ? person.kazakh_patronymic : person.patronymic;
  return {in_english(person.family, habits), in_english(person.given, habits),
          in_english(of_father, habits)};
}

void slip(std::string& word, double chance, num::Rng& random) {
  if (random.uniform() < chance) word = mistyped(word, random);
}

std::string initial_of(std::string_view name) {
  return to_text(std::u32string_view(to_letters(name)).substr(0, 1)) + ".";
}

std::string whole_name(const Spelled& name, const ListPlan& plan, num::Rng& random) {
  if (random.uniform() < plan.initials)
    return name.family + " " + initial_of(name.given) + initial_of(name.patronymic);
  const bool given_first = plan.script == Script::english && random.uniform() < 0.8;
  const std::string patronymic = random.uniform() < plan.patronymic ? " " + name.patronymic : "";
  return given_first ? name.given + patronymic + " " + name.family
                     : name.family + " " + name.given + patronymic;
}

std::string_view word_in(const Word& word, Script script) {
  if (script == Script::kazakh) return word.kazakh;
  return script == Script::russian ? word.russian : word.english;
}

std::string_view sex_in(bool is_female, Script script) {
  if (script == Script::kazakh) return is_female ? "әйел" : "ер";
  if (script == Script::russian) return is_female ? "ж" : "м";
  return is_female ? "F" : "M";
}

// A birth year one off, or the day misread.
std::int32_t slipped_day(std::int32_t day, double chance, bool is_birth, num::Rng& random) {
  if (random.uniform() >= chance) return day;
  if (is_birth && random.uniform() < 0.5) return day + (random.uniform() < 0.5 ? 365 : -365);
  return misread_day(day, random);
}

std::string date_cell(std::int32_t day, const ListPlan& plan, num::Rng& random) {
  if (random.uniform() < plan.date_month_only)
    return write_date(day, DateForm::month_words, plan.script);
  return write_date(day, plan.date_form, plan.script);
}

std::string fact_cell(const Person& person, Field field, const ListPlan& plan, const Slips& slips,
                      num::Rng& random) {
  if (random.uniform() < slips.missing) return {};
  const std::int32_t birth = slipped_day(person.birth_day, slips.errors, true, random);
  switch (field) {
    case Field::sex:
      return std::string(sex_in(person.is_female, plan.script));
    case Field::birth:
      return write_date(birth, plan.date_form, plan.script);
    case Field::birth_year:
      return write_date(birth, DateForm::year, plan.script);
    case Field::age:
      return fmt::format("{}", (person.death_day - birth) * 100 / 36525);
    case Field::date:
      return date_cell(slipped_day(person.death_day, slips.errors, false, random), plan, random);
    case Field::place:
      return std::string(word_in(places()[person.place], plan.script));
    case Field::occupation:
      return std::string(word_in(occupations()[person.occupation], plan.script));
    default:
      return {};
  }
}

}  // namespace

std::string write_date(std::int32_t day, DateForm form, Script script) {
  const record::Day read = record::day_from_number(day);
  const auto month = static_cast<std::size_t>(read.month - 1);
  switch (form) {
    case DateForm::dotted:
      return fmt::format("{:02}.{:02}.{}", read.day, read.month, read.year);
    case DateForm::iso:
      return fmt::format("{}-{:02}-{:02}", read.year, read.month, read.day);
    case DateForm::words:
      return day_in_words(read, months(script, true)[month], script);
    case DateForm::month_words:
      return month_in_words(read, months(script, false)[month], script);
    case DateForm::year:
      break;
  }
  return fmt::format("{}", read.year);
}

std::vector<std::string> write_row(const Person& person, const ListPlan& plan, const Slips& slips,
                                   num::Rng& random) {
  Spelled name = spell(person, plan.script, random);
  slip(name.family, slips.errors, random);
  slip(name.given, slips.errors, random);
  slip(name.patronymic, slips.errors, random);
  if (plan.family_in_capitals) name.family = in_capitals(name.family);
  std::vector<std::string> cells;
  for (const PlannedColumn& column : plan.columns) {
    switch (column.field) {
      case Field::id:
        cells.emplace_back();
        break;
      case Field::name:
        cells.push_back(whole_name(name, plan, random));
        break;
      case Field::family:
        cells.push_back(name.family);
        break;
      case Field::given:
        cells.push_back(name.given);
        break;
      case Field::patronymic:
        cells.push_back(random.uniform() < slips.missing ? "" : name.patronymic);
        break;
      default:
        cells.push_back(fact_cell(person, column.field, plan, slips, random));
    }
  }
  return cells;
}

}  // namespace sanaq::simulate

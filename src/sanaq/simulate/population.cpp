#include "sanaq/simulate/population.h"

#include <algorithm>

#include "sanaq/num/rng.h"
#include "sanaq/record/partial_date.h"
#include "sanaq/simulate/name_pools.h"

namespace sanaq::simulate {
namespace {

constexpr double kazakh_share = 0.82;
constexpr double female_share = 0.17;
constexpr double relative_share = 0.125;
constexpr double visible_share = 0.55;
constexpr std::size_t pensioner = 5;
constexpr std::size_t student = 6;

void name_after_kazakh(Person& person, std::string_view father) {
  const bool ends_in_vowel = father.ends_with("и") || father.ends_with("й");
  std::string stem(father);
  if (ends_in_vowel) stem.resize(stem.size() - std::string_view("и").size());
  person.patronymic = stem + (ends_in_vowel ? "ие" : "о") + (person.is_female ? "вна" : "вич");
  person.kazakh_patronymic = std::string(father) + (person.is_female ? "қызы" : "ұлы");
}

void name_after_russian(Person& person, const FatherName& father) {
  person.patronymic = person.is_female ? father.daughter : father.son;
  person.kazakh_patronymic = person.patronymic;
}

void draw_given(Person& person, NamePool pool, num::Rng& random) {
  person.given = person.is_kazakh ? draw_kazakh_given(pool, person.is_female, random)
                                  : std::string(draw_russian_given(pool, person.is_female, random));
}

void draw_name(Person& person, NamePool pool, num::Rng& random) {
  person.is_kazakh = random.uniform() < kazakh_share;
  person.family =
      person.is_kazakh ? draw_kazakh_family(pool, random) : draw_russian_family(pool, random);
  if (person.is_female) person.family += "а";
  draw_given(person, pool, random);
  if (person.is_kazakh)
    name_after_kazakh(person, draw_kazakh_given(pool, false, random));
  else
    name_after_russian(person, draw_russian_father(pool, random));
}

// Brothers and sisters have one family name and one father; only men's and women's endings differ.
void draw_sibling_name(Person& person, const Person& elder, NamePool pool, num::Rng& random) {
  person.is_kazakh = elder.is_kazakh;
  person.is_female = elder.is_female;
  person.family = elder.family;
  person.patronymic = elder.patronymic;
  person.kazakh_patronymic = elder.kazakh_patronymic;
  do {
    draw_given(person, pool, random);
  } while (person.given == elder.given);
  person.place = elder.place;
}

std::int32_t draw_birth(num::Rng& random) {
  const double age = std::clamp(33.0 + 13.0 * random.normal(), 14.0, 84.0);
  return record::day_number(event_year, 10, 9) - static_cast<std::int32_t>(age * 365.2425);
}

std::int32_t draw_death(num::Rng& random) {
  const double draw = random.uniform();
  const int after = draw < 0.62 ? 0 : draw < 0.8 ? 1 : 2 + static_cast<int>(random.below(18));
  return record::day_number(event_year, 10, 9) + after;
}

std::size_t draw_occupation(const Person& person, num::Rng& random) {
  const int birth_year = record::day_from_number(person.birth_day).year;
  if (event_year - birth_year > 62) return pensioner;
  if (event_year - birth_year < 18) return student;
  if (event_year - birth_year < 22 && random.uniform() < 0.6) return student;
  if (random.uniform() < 0.5) return random.below(oil_occupations);
  return random.below(occupations().size());
}

Person invent_person(const Person* elder, NamePool pool, num::Rng& random) {
  Person person;
  person.is_female = random.uniform() < female_share;
  person.place = random.uniform() < 0.4 ? 0 : random.below(places().size());
  if (elder != nullptr && random.uniform() < relative_share) {
    draw_sibling_name(person, *elder, pool, random);
  } else {
    draw_name(person, pool, random);
  }
  person.birth_day = draw_birth(random);
  person.death_day = draw_death(random);
  person.occupation = draw_occupation(person, random);
  person.is_visible = random.uniform() < visible_share;
  return person;
}

}  // namespace

std::vector<Person> invent_persons(std::int64_t count, std::uint64_t seed, NamePool pool,
                                   const base::Progress& progress) {
  std::vector<Person> persons;
  persons.reserve(static_cast<std::size_t>(count));
  for (std::int64_t at = 0; at < count; ++at) {
    if (at % 4096 == 0) progress.throw_if_stopped();
    num::Rng random(seed, "simulate.person", static_cast<std::uint64_t>(at));
    persons.push_back(invent_person(persons.empty() ? nullptr : &persons.back(), pool, random));
  }
  return persons;
}

}  // namespace sanaq::simulate

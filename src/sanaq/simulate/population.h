// Invented people who died in an invented town: the truth that lists catch in part.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/simulate/name_pools.h"

namespace sanaq::simulate {

// Names stand in Kazakh letters for Kazakhs, in Russian letters for Russians.
struct Person {
  bool is_female = false;
  bool is_kazakh = true;
  std::string family, given;
  std::string patronymic;  // as a Russian clerk makes it: Серікович, Петровна
  std::string kazakh_patronymic;  // Серікұлы; the same as patronymic for Russians
  std::int32_t birth_day = 0, death_day = 0;  // as in record/partial_date.h
  std::size_t place = 0, occupation = 0;      // into places(), occupations()
  bool is_visible = false;                    // the latent class: better known to every list
};

inline constexpr int event_year = 2003;  // of the invented shooting: it began on 9 October

// The first n persons are the same for every larger count. One in eight is a brother or sister of
// the person before.
[[nodiscard]] std::vector<Person> invent_persons(std::int64_t count, std::uint64_t seed,
                                                 NamePool pool = NamePool::few,
                                                 const base::Progress& progress = base::Progress());

}  // namespace sanaq::simulate

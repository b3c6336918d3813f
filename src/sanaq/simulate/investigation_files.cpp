#include "sanaq/simulate/investigation_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sanaq::simulate {
namespace {

constexpr std::string_view opening =
    R"(# Made by `sanaq simulate`. The town, the people and the claims are invented; truth.csv has the true number.
title = "Munaykent, October {0}: an invented example"
about = "Munaykent is an invented oil town. Nobody here has lived, and nothing here has happened. The lists were made by a program that knows how many died, so that the estimate can be compared with the truth."
invented = true
languages = ["en", "ru", "kk"]

[scope]
from = "{0}-10-01"
to = "{0}-10-31"
status = "dead"      # everybody on these lists has died: their pages may be published

)";

bool may_be_public(record::Field field) {
  return field != record::Field::id && field != record::Field::birth;
}

std::string columns_toml(const ListPlan& plan) {
  std::string out;
  for (const PlannedColumn& column : plan.columns) {
    out += fmt::format("{}{} = \"{}\"", out.empty() ? "" : ", ", record::field_name(column.field),
                       column.header);
  }
  return out;
}

std::string public_toml(const ListPlan& plan) {
  std::string out;
  for (const PlannedColumn& column : plan.columns) {
    if (may_be_public(column.field))
      out += fmt::format("{}\"{}\"", out.empty() ? "" : ", ", record::field_name(column.field));
  }
  return out;
}

std::string list_toml(const ListPlan& plan) {
  return fmt::format(
      "[[list]]\nname = \"{}\"\nfile = \"{}\"\nduplicates = {}\ncolumns = {{ {} }}\npublic = "
      "[{}]\n\n",
      plan.name, plan.file, plan.one_per_person ? "false" : "true", columns_toml(plan),
      public_toml(plan));
}

std::int64_t rounded_to_tens(double value) { return std::llround(value / 10) * 10; }

}  // namespace

std::string truth_csv(const Result& result) {
  return fmt::format("key,value\ntotal,{}\nlisted,{}\nseed,{}\n", result.persons.size(),
                     result.listed, result.options.seed);
}

std::string truth_records_csv(const Result& result) {
  std::string out = "list,record,person\n";
  for (const SimulatedList& list : result.lists) {
    for (const SimulatedRow& row : list.rows)
      out += fmt::format("{},{},{}\n", list.plan.name, row.record, person_name(row.person));
  }
  return out;
}

std::string claims_csv(const Result& result) {
  const auto total = static_cast<double>(result.persons.size());
  const std::int64_t official = std::max<std::int64_t>(1, static_cast<std::int64_t>(total * 0.04));
  const std::int64_t newspaper = std::max<std::int64_t>(2, rounded_to_tens(total * 0.25));
  const std::int64_t movement = std::max<std::int64_t>(3, rounded_to_tens(total * 0.75));
  const std::string where = fmt::format("Munaykent,{0}-10-09,{0}-10-31", event_year);
  std::string out =
      "claim,what,min,max,place,from,to,group,asserted_by,asserted_at,printed_in,source\n";
  out += fmt::format(
      "official,deaths,{0},{0},{1},,Prosecutor's office of Munaykent (invented),{2}-10-12,press "
      "statement (invented),invented\n",
      official, where, event_year);
  out += fmt::format(
      "newspaper,deaths,{0},,{1},,The Munaykent Lantern (invented),{2}-11-03,The Munaykent Lantern "
      "(invented),invented\n",
      newspaper, where, event_year);
  out += fmt::format(
      "movement,deaths,{0},,{1},,Movement of 9 October (invented),{2}-12-16,open letter "
      "(invented),invented\n",
      movement, where, event_year);
  return out;
}

std::string settings_toml(const Result& result) {
  std::string out = fmt::format(opening, event_year);
  for (const SimulatedList& list : result.lists) out += list_toml(list.plan);
  out += "[[table]]\nkind = \"claim\"\nfile = \"claims.csv\"\n\n";
  const std::uint64_t seed = result.options.seed % 1'000'000'000;  // a TOML integer has 63 bits
  return out + fmt::format("[link]\nseed = {0}\n\n[estimate]\nseed = {0}\n", seed);
}

}  // namespace sanaq::simulate

#include "sanaq/casefile/read_said.h"

#include "sanaq/casefile/cell.h"
#include "sanaq/casefile/schema.h"
#include "sanaq/casefile/victims.h"

namespace sanaq::casefile {
namespace {

// "view/arrested" and "involvement/NAME" hold what arrested and involvement hold.
std::string_view held_as(std::string_view property) {
  if (property.starts_with("view/")) property.remove_prefix(5);
  if (property.starts_with("involvement/")) return "involvement";
  if (property.starts_with("count/")) return "count";
  return property;
}

void add_victims(const Said& said, std::vector<Said>& out) {
  for (const VictimCell& victim : read_victims(several_in(said.value), std::nullopt).victims) {
    Said one = said;
    one.value = victim.text;
    out.push_back(one);
    if (!victim.count) continue;
    one.property = "count/" + victim.text;
    one.value = std::to_string(victim.count->low);
    if (!victim.count->is_exact()) one.value += "-" + std::to_string(victim.count->high);
    out.push_back(one);
  }
}

}  // namespace

ReadSaid read_said(const std::vector<Said>& said, const Vocabulary& vocabulary,
                   const ReadDate& read_date) {
  ReadSaid out;
  for (const Said& one : said) {
    const Column* column = column_of(kind_of(one.subject), held_as(one.property));
    if (one.subject.starts_with("act:") && one.property == "victim") {
      add_victims(one, out.said);
      continue;
    }
    const std::vector<std::string> parts = column != nullptr && column->is_several
                                               ? several_in(one.value)
                                               : std::vector<std::string>{one.value};
    for (const std::string& part : parts) {
      out.said.push_back(one);
      out.said.back().value = part;
      // What closes a thing is read and reported where it is done.
      if (column == nullptr || column->holds == Holds::visibility) continue;
      auto value = read_cell(*column, part, vocabulary, read_date);
      if (value && !value->empty()) {
        out.said.back().value = std::move(*value);
      } else if (!value) {
        const std::size_t colon = one.origin.entry.rfind(':');
        out.bad_cells.push_back(
            {"ledger",
             colon == std::string::npos ? 0 : std::atoll(one.origin.entry.c_str() + colon + 1),
             one.subject + " " + one.property, part, value.error().reason, value.error().advice});
      }
    }
  }
  return out;
}

}  // namespace sanaq::casefile

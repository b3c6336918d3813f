#include "sanaq/casefile/read_statements.h"

#include "sanaq/casefile/bound.h"
#include "sanaq/casefile/cell.h"
#include "sanaq/casefile/person_cell.h"
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

void add_victims(const Statement& said, std::vector<Statement>& out) {
  for (const VictimCell& victim : read_victims(several_in(said.value), std::nullopt).victims) {
    Statement one = said;
    one.value = victim.text;
    out.push_back(one);
    if (!victim.count) continue;
    one.property = "count/" + victim.text;
    one.value = std::to_string(victim.count->low);
    if (!victim.count->is_exact()) one.value += "-" + std::to_string(victim.count->high);
    out.push_back(one);
  }
}

// Reads one statement after the other; several values in one become several statements.
class Reader {
 public:
  Reader(const Vocabulary& vocabulary, const ReadDate& read_date)
      : vocabulary_(vocabulary), read_date_(read_date) {}

  void read(Statement one) {
    read_language(one);
    const Column* column = column_of(kind_of(one.subject), held_as(one.property));
    if (column == nullptr) {
      read_of_person(one);
      return;
    }
    const std::vector<std::string> parts =
        column->is_several ? several_in(one.value) : std::vector<std::string>{one.value};
    if (column->holds == ValueType::person) report_several_people(one, parts);
    if (one.subject.starts_with("act:") && one.property == "victim") {
      add_victims(one, out_.statements);
      return;
    }
    for (const std::string& part : parts) {
      if (column->holds == ValueType::bound) {
        read_end(one, part);
      } else {
        out_.statements.push_back(read_part(one, *column, part));
      }
    }
  }
  [[nodiscard]] ReadStatements out() { return std::move(out_); }

 private:
  [[nodiscard]] Statement read_part(Statement one, const Column& column, const std::string& part) {
    one.value = part;
    // What closes a thing is read and reported where it is done.
    if (column.holds == ValueType::visibility) return one;
    auto value = read_cell(column, part, vocabulary_, read_date_);
    if (!value) {
      report(one, value.error());
    } else if (!value->empty()) {
      one.value = std::move(*value);
    }
    return one;
  }

  void read_end(const Statement& one, const std::string& part) {
    const auto bound = read_bound(part);
    if (!bound) {
      report(one, bound.error());
      out_.statements.push_back(one);
      return;
    }
    const std::string prefix = one.property.starts_with("view/") ? "view/" : "";
    for (const auto& [end, number] : ends_in(held_as(one.property), *bound, false)) {
      out_.statements.push_back(one);
      out_.statements.back().property = prefix + std::string(end);
      out_.statements.back().value = std::to_string(number);
    }
  }

  // What is said of a person is named by the user; dates of birth and death are dates all the same.
  void read_of_person(Statement one) {
    const std::string_view property = held_as(one.property);
    if (kind_of(one.subject) == "person" && (property == "birth" || property == "death")) {
      static constexpr Column date{"date", ValueType::date};
      one = read_part(one, date, one.value);
    }
    out_.statements.push_back(std::move(one));
  }

  void read_language(Statement& one) {
    if (one.language.empty()) return;
    static constexpr Column column{"lang", ValueType::language, "LANGUAGE"};
    auto code = read_cell(column, one.language, vocabulary_, read_date_);
    if (!code) report(one, code.error());
    one.language = code.value_or("");
  }

  void report_several_people(const Statement& one, const std::vector<std::string>& parts) {
    for (const std::string& part : parts) {
      if (names_several(part) && !read_victim(part).count)
        report(one, {base::message("this cell seems to name several people"),
                     base::message("part them by |; until then it is somebody, and nobody can say "
                                   "who")});
    }
  }

  void report(const Statement& one, base::Problem problem) {
    out_.bad_cells.push_back(
        bad_cell_of(one, std::move(problem.reason), std::move(problem.advice)));
  }

  const Vocabulary& vocabulary_;
  const ReadDate& read_date_;
  ReadStatements out_;
};

}  // namespace

ReadStatements read_statements(const std::vector<Statement>& said, const Vocabulary& vocabulary,
                               const ReadDate& read_date) {
  Reader reader(vocabulary, read_date);
  for (const Statement& one : said) reader.read(one);
  return reader.out();
}

}  // namespace sanaq::casefile

#include "sanaq/casefile/read_table.h"

#include <algorithm>
#include <map>

#include "sanaq/base/error.h"
#include "sanaq/base/sha256.h"
#include "sanaq/casefile/bound.h"
#include "sanaq/casefile/cell.h"
#include "sanaq/casefile/person_cell.h"
#include "sanaq/casefile/schema.h"
#include "sanaq/casefile/victims.h"
#include "sanaq/casefile/visibility.h"
#include "sanaq/text/fold.h"

namespace sanaq::casefile {
namespace {

using base::Error;
using base::Kind;
using base::message;

constexpr std::size_t id_digits = 12;

// Which cell of a row belongs to which column; positions into the header.
struct Header {
  std::map<std::string_view, std::size_t> at;  // column name -> position
};

std::string nearest_column(const TableForm& form, const std::string& header) {
  std::string best;
  std::size_t fewest = 3;
  for (const Column& column : form.columns) {
    const std::size_t changed = letters_changed(header, column.name);
    if (changed < fewest) {
      fewest = changed;
      best = std::string(column.name);
    }
  }
  return best;
}

void warn_of_unknown(const TableForm& form, const TableRows& table, const std::string& header,
                     ReadTable& out) {
  const std::string near = nearest_column(form, text::fold(header));
  out.warnings.push_back(
      near.empty()
          ? message("{}: the column {} is not known and is passed over", table.file, header)
          : message("{}: the column {} is not known and is passed over; did you mean {}?",
                    table.file, header, near));
}

bool is_among(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Header read_header(const TableForm& form, const TableRows& table, const VisibilityColumns& who_sees,
                   ReadTable& out) {
  Header header;
  for (std::size_t at = 0; at < table.header.size(); ++at) {
    if (table.header[at].empty()) continue;
    const Column* column = column_with_header(form, table.header[at]);
    if (column != nullptr) {
      if (!header.at.emplace(column->name, at).second) {
        out.warnings.push_back(
            message("{}: the column {} stands there twice; the first one is read", table.file,
                    table.header[at]));
      }
    } else if (!is_among(table.ignored, table.header[at]) &&
               !is_among(who_sees.unclear, table.header[at])) {
      warn_of_unknown(form, table, table.header[at], out);
    }
  }
  if (header.at.empty()) {
    throw Error(Kind::bad_input,
                message("{}: none of its columns is one of a table of kind {}; see "
                        "docs/formats/casefile.md",
                        table.file, table.kind));
  }
  out.says_visibility = who_sees.at.has_value();
  for (const std::string& unclear : who_sees.unclear)
    out.closings.push_back(unclear_visibility(table.file, unclear));
  return header;
}

std::string hashed_id(const std::vector<std::string>& cells) {
  std::string bytes = "sanaq thing\n";
  for (const std::string& cell : cells) bytes += std::to_string(cell.size()) + ":" + cell;
  return base::sha256_hex(bytes).substr(0, id_digits);
}

// Reads one row: its values by column, then the statements.
class RowReader {
 public:
  RowReader(const TableForm& form, const Header& header, const TableRows& table,
            const Vocabulary& vocabulary, const ReadDate& read_date, ReadTable& out)
      : form_(form),
        header_(header),
        table_(table),
        vocabulary_(vocabulary),
        read_date_(read_date),
        out_(out) {}

  void read(std::size_t at) {
    at_ = at;
    values_.clear();
    for (const Column& column : form_.columns) {
      if (column.holds != ValueType::visibility) read_column(column);
    }
    if (values_.empty()) return;
    check_order("start", "end");
    check_order("from", "to");
    check_order("arrested", "released");
    check_order("date", "status_date");
    check_counts("min", "max");
    check_counts("count_min", "count_max");
    sources_ = take("source");
    if (sources_.empty()) {
      report("source", message("no source is named"),
             message("name who says so; the row is kept without a source"));
      sources_ = {""};
    }
    visibility_ = row_visibility();
    confidence_ = first(take("confidence"));
    language_ = first(take("lang"));
    subject_ = form_.subject.empty() ? id() : subject_of(form_.subject, id());
    say_all();
  }

 private:
  using Values = std::map<std::string_view, std::vector<std::string>>;

  static std::string first(const std::vector<std::string>& values) {
    return values.empty() ? std::string() : values.front();
  }

  [[nodiscard]] std::string_view cell(std::string_view column) const {
    const auto found = header_.at.find(column);
    return found == header_.at.end() ? std::string_view() : table_.rows[at_][found->second];
  }

  void report(std::string_view column, base::Message reason, base::Message advice) {
    out_.bad_cells.push_back({table_.file, table_.row_numbers[at_], std::string(column),
                              std::nullopt, std::string(cell(column)), std::move(reason),
                              std::move(advice)});
  }

  void read_column(const Column& column) {
    const std::string_view whole = cell(column.name);
    const std::vector<std::string> parts =
        column.is_several ? several_in(whole)
                          : std::vector<std::string>(whole.empty() ? 0 : 1, std::string(whole));
    for (const std::string& part : parts) {
      if (column.holds == ValueType::bound) {
        read_end(column.name, part);
        continue;
      }
      auto value = read_cell(column, part, vocabulary_, read_date_);
      if (!value) report(column.name, value.error().reason, value.error().advice);
      if (!value && column.holds == ValueType::word) value = part;
      if (value && !value->empty()) values_[column.name].push_back(std::move(*value));
      if (column.holds == ValueType::person && is_several_people(part))
        report(column.name, message("this cell seems to name several people"),
               column.is_several
                   ? message("part them by |; until then it is somebody, and nobody can say who")
                   : message("write a row for each; until then it is somebody, and nobody can say "
                             "who"));
    }
  }

  // With a count it is a group.
  [[nodiscard]] bool is_several_people(const std::string& part) const {
    return names_several(part) && cell("count").empty() && !read_victim(part).count;
  }

  // One end of a number. "at least 140" under `max` is a least all the same.
  void read_end(std::string_view column, const std::string& cell) {
    const auto bound = read_bound(cell);
    if (!bound) {
      report(column, bound.error().reason, bound.error().advice);
      return;
    }
    const auto ends = ends_in(column, *bound, !this->cell(other_end(column)).empty());
    for (const auto& [end, number] : ends) values_[end].push_back(std::to_string(number));
    if (ends.empty())
      report(column, message("this is the other end of the number than its column says"),
             message("write the least under {} and the most under {}", least_end(column),
                     other_end(least_end(column))));
  }

  // Without the column what was said in public is public. Where it stands, only its three words
  // open anything, and an unclear column beside it or instead of it opens nothing.
  std::string row_visibility() {
    if (!out_.closings.empty()) return "sealed";
    if (!out_.says_visibility) return form_.is_public ? "public" : "restricted";
    const std::string_view written = cell("visibility");
    const std::string meant = visibility_of(written);
    if (meant == "sealed" && !visibility_word(written)) {
      report("visibility", message("none of public, restricted, sealed"),
             message("write one of the three; until then the row is sealed"));
    }
    return meant;
  }

  std::vector<std::string> take(std::string_view column) {
    const auto node = values_.extract(column);
    return node.empty() ? std::vector<std::string>() : node.mapped();
  }
  [[nodiscard]] std::string value(std::string_view column) const {
    const auto found = values_.find(column);
    return found == values_.end() ? "" : found->second.front();
  }

  void check_order(std::string_view from, std::string_view to) {
    const auto first = read_moment(value(from)), last = read_moment(value(to));
    if (first && last && last->high < first->low && column_is_read(from))
      report(to, message("earlier than {}", from), message("correct one of the two dates"));
  }
  void check_counts(std::string_view low, std::string_view high) {
    const auto least = read_counts(value(low)), most = read_counts(value(high));
    if (least && most && most->low < least->low)
      report(high, message("smaller than {}", low), message("correct one of the two"));
  }
  [[nodiscard]] bool column_is_read(std::string_view name) const {
    return std::any_of(form_.columns.begin(), form_.columns.end(), [&](const Column& column) {
      return column.name == name &&
             (column.holds == ValueType::date || column.holds == ValueType::moment);
    });
  }

  std::string id() {
    if (form_.subject == "person") return first(take("person"));
    if (form_.subject.empty()) return first(take("subject"));
    if (form_.columns.front().holds == ValueType::id) {
      if (std::string own = first(take(form_.columns.front().name)); !own.empty()) return own;
    }
    std::vector<std::string> cells;
    for (const std::string_view column : form_.key) cells.push_back(value(column));
    if (!form_.key.empty()) return hashed_id(cells);
    for (const Column& column : form_.columns) {
      // Kinds that had no such column keep the ids of their rows.
      if (column.holds == ValueType::visibility && form_.is_public) continue;
      if (column.holds == ValueType::language && form_.subject != "demand") continue;
      std::string joined;
      const auto found = values_.find(column.name);
      const std::vector<std::string>& own = column.name == "source"  ? sources_
                                            : found == values_.end() ? nothing_
                                                                     : found->second;
      for (const std::string& one : own) joined += (joined.empty() ? "" : "|") + one;
      cells.push_back(joined);
    }
    cells.push_back(std::to_string(++seen_[cells]));
    return hashed_id(cells);
  }

  // What the column `lang` is about: what a thing is called, and what a demand says.
  [[nodiscard]] bool is_worded(const std::string& property) const {
    return form_.subject == "person" || (form_.subject == "demand" && property == "text") ||
           (form_.subject == "event" && property == "title") ||
           (form_.subject == "organisation" && property == "name");
  }

  void state(const std::string& property, const std::string& value, const std::string& visibility) {
    for (const std::string& source : sources_) {
      Statement said;
      said.subject = subject_;
      said.property = property;
      said.value = value;
      said.source = source;
      said.confidence = confidence_;
      said.visibility = visibility;
      said.locator =
          table_.file.empty() ? "" : table_.file + ":" + std::to_string(table_.row_numbers[at_]);
      said.origin = {table_.file, table_.hash, table_.row_numbers[at_], ""};
      if (is_worded(property)) said.language = language_;
      out_.statements.push_back(std::move(said));
    }
  }

  void say_all() {
    if (form_.subject.empty()) {
      say_as_written();
      return;
    }
    if (form_.subject == "person") {
      say_of_person();
      return;
    }
    const std::size_t before = out_.statements.size();
    if (form_.subject == "act") {
      say_victims();
      say_perpetrators();
    }
    // A direction that cannot be read may be a payment to somebody.
    const std::string direction = value("direction");
    const bool is_unreadable = direction.empty() && !cell("direction").empty();
    const bool is_paid_out = form_.subject == "aid" && (direction == "out" || is_unreadable);
    for (const auto& [column, values] : in_order()) {
      const bool is_sealed = is_paid_out && column == "to" && visibility_ != "public";
      for (const std::string& one : values)
        state(std::string(column), one, is_sealed ? "sealed" : visibility_);
    }
    // A thing that nothing but its id is said of is still there.
    if (out_.statements.size() == before) state("is", "there", visibility_);
  }

  [[nodiscard]] std::vector<std::pair<std::string_view, std::vector<std::string>>> in_order()
      const {
    std::vector<std::pair<std::string_view, std::vector<std::string>>> all;
    for (const Column& column : form_.columns) {
      if (const auto found = values_.find(column.name); found != values_.end())
        all.emplace_back(column.name, found->second);
    }
    return all;
  }

  // A table of statements: each row is one, read as those of the ledger are.
  void say_as_written() {
    const std::string property = value("property"), locator = value("locator");
    if (property.empty() || kind_of(subject_).empty()) {
      report(property.empty() ? "property" : "subject", message("this cell is empty or no thing"),
             message("write a thing as KIND:ID, such as event:strike, and what is said of it"));
      return;
    }
    const std::size_t before = out_.statements.size();
    state(property, value("value"), visibility_);
    for (std::size_t at = before; at < out_.statements.size(); ++at) {
      out_.statements[at].language = language_;
      if (!locator.empty()) out_.statements[at].locator = locator;
    }
  }

  void say_of_person() {
    const std::string property = value("property");
    if (property.empty() || id_of(subject_).empty()) {
      report(property.empty() ? "property" : "person", message("this cell is empty"),
             message("say of whom and what; the row is passed over"));
      return;
    }
    std::string said = value("value");
    if (property == "birth" || property == "death") {
      const auto date = read_date_("value", said);
      if (!date || !*date) {
        report("value", date ? message("not a date") : date.error().reason,
               date ? message("write 2011-12-16, 2011-12 or 2011") : date.error().advice);
        return;
      }
      said = record::to_edtf(**date);
    }
    state(property, said, visibility_);
    if (!value("date").empty()) state(property + "/date", value("date"), visibility_);
  }

  void say_victims() {
    const std::vector<std::string> counts = take("count");
    const auto read =
        read_victims(take("victim"), counts.empty() ? std::nullopt : read_counts(counts.front()));
    if (read.problem) report("count", read.problem->reason, read.problem->advice);
    for (const VictimCell& victim : read.victims) {
      state("victim", victim.text, visibility_);
      if (victim.count) {
        state("count/" + victim.text,
              victim.count->is_exact()
                  ? std::to_string(victim.count->low)
                  : std::to_string(victim.count->low) + "-" + std::to_string(victim.count->high),
              visibility_);
      }
    }
  }

  void say_perpetrators() {
    const std::vector<std::string> who = take("perpetrator"), degrees = take("involvement");
    const std::size_t asked = several_in(cell("involvement")).size();
    if (asked > 1 && (asked != who.size() || degrees.size() != asked)) {
      report("involvement", message("not as many degrees as perpetrators"),
             message("write one degree for each perpetrator, in their order, or one for all"));
    }
    for (std::size_t at = 0; at < who.size(); ++at) {
      state("perpetrator", who[at], visibility_);
      const bool fits = degrees.size() == asked && (asked == 1 || asked == who.size());
      if (fits && asked > 0)
        state("involvement/" + who[at], degrees[asked == 1 ? 0 : at], visibility_);
    }
  }

  const TableForm& form_;
  const Header& header_;
  const TableRows& table_;
  const Vocabulary& vocabulary_;
  const ReadDate& read_date_;
  ReadTable& out_;
  std::size_t at_ = 0;
  Values values_;
  std::vector<std::string> sources_;
  std::string visibility_, confidence_, language_, subject_;
  std::map<std::vector<std::string>, int> seen_;
  const std::vector<std::string> nothing_;
};

}  // namespace

ReadTable read_table(const TableRows& table, const Vocabulary& vocabulary,
                     const ReadDate& read_date) {
  const TableForm* form = table_form(table.kind);
  if (form == nullptr) {
    throw Error(Kind::bad_input,
                message("{}: there is no table of kind {}", table.file, table.kind));
  }
  ReadTable out;
  const Header header = read_header(*form, table, visibility_columns(*form, table), out);
  RowReader reader(*form, header, table, vocabulary, read_date, out);
  for (std::size_t at = 0; at < table.rows.size(); ++at) {
    ++out.rows_read;
    if (table.rows[at].size() != table.header.size()) {
      ++out.refused;
      out.bad_cells.push_back(
          {table.file, table.row_numbers[at], "", std::nullopt, "",
           message("there are more cells than headers"),
           message("quote a cell that holds the delimiter; this row is left out")});
      continue;
    }
    reader.read(at);
  }
  return out;
}

}  // namespace sanaq::casefile

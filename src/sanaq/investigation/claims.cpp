#include "sanaq/investigation/claims.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "sanaq/casefile/things.h"
#include "sanaq/casefile/visibility.h"
#include "sanaq/investigation/nearest_word.h"
#include "sanaq/investigation/scope.h"
#include "sanaq/investigation/table_dates.h"
#include "sanaq/text/name.h"

namespace sanaq::investigation {
namespace {

using base::message;

const std::vector<std::string> known_columns = {
    "claim", "what",        "min",         "max",        "place",  "from",      "to",
    "group", "asserted_by", "asserted_at", "printed_in", "source", "visibility"};

// What casefile says of unclear columns of visibility is not said twice.
std::map<std::string, std::size_t> columns_of(const CsvTable& table, const std::string& file,
                                              std::vector<base::Message>& warnings) {
  std::map<std::string, std::size_t> columns;
  for (std::size_t at = 0; at < table.header.size(); ++at) {
    const std::string& header = table.header[at];
    if (std::find(known_columns.begin(), known_columns.end(), header) != known_columns.end()) {
      columns.emplace(header, at);
      continue;
    }
    if (casefile::header_resembles_visibility(header)) continue;
    const std::string near = nearest_word(header, known_columns);
    warnings.push_back(
        near.empty()
            ? message("{}: the column {} is not known and is passed over", file, header)
            : message("{}: the column {} is not known and is passed over; did you mean {}?", file,
                      header, near));
  }
  return columns;
}

// Reads the cells of one claim; a cell that cannot be read is reported.
class Row {
 public:
  Row(const CsvTable& table, std::size_t at, const std::map<std::string, std::size_t>& columns,
      const TableDates& dates, const std::string& file, ClaimTable& out)
      : table_(table), at_(at), columns_(columns), dates_(dates), file_(file), out_(out) {}

  [[nodiscard]] std::string text(const std::string& column) const {
    const auto found = columns_.find(column);
    return found == columns_.end() ? "" : table_.rows[at_][found->second];
  }

  [[nodiscard]] std::optional<std::int64_t> number(const std::string& column) {
    const std::string cell = text(column);
    if (cell.empty()) return std::nullopt;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error == std::errc() && end == cell.data() + cell.size() && value >= 0) return value;
    report(column, message("not a whole number"), message("write digits only, such as 70"));
    return std::nullopt;
  }

  [[nodiscard]] std::optional<record::PartialDate> date(const std::string& column) {
    const auto value = dates_.read(column, text(column));
    if (value) return *value;
    report(column, value.error().reason, value.error().advice);
    return std::nullopt;
  }

  void report(const std::string& column, base::Message reason, base::Message advice) {
    out_.bad_cells.push_back({file_, table_.row_numbers[at_], column, std::nullopt, text(column),
                              std::move(reason), std::move(advice)});
  }

 private:
  const CsvTable& table_;
  std::size_t at_;
  const std::map<std::string, std::size_t>& columns_;
  const TableDates& dates_;
  const std::string& file_;
  ClaimTable& out_;
};

bool is_in_scope(const Scope& scope, const Claim& claim,
                 const std::optional<record::PartialDate>& from,
                 const std::optional<record::PartialDate>& to) {
  if (!claim.what.empty() && text::fold(claim.what) != text::fold(scope.what)) return false;
  if (!claim.place.empty() && place_standing(scope, claim.place) == Standing::outside) return false;
  if (!from && !to) return true;
  const record::PartialDate span{from ? from->first_day : to->first_day,
                                 to ? to->last_day : from->last_day, false};
  return span.first_day <= span.last_day && date_standing(scope, span) != Standing::outside;
}

Claim read_claim(Row& row, const Scope& scope) {
  Claim claim;
  claim.id = row.text("claim");
  claim.what = row.text("what");
  claim.min = row.number("min");
  claim.max = row.number("max");
  claim.place = row.text("place");
  claim.group = row.text("group");
  claim.asserted_by = row.text("asserted_by");
  claim.asserted_at = row.text("asserted_at");
  claim.printed_in = row.text("printed_in");
  claim.source = row.text("source");
  const auto from = row.date("from");
  const auto to = row.date("to");
  if (from) claim.from = record::to_edtf(*from);
  if (to) claim.to = record::to_edtf(*to);
  claim.in_scope = is_in_scope(scope, claim, from, to);
  if (claim.min && claim.max && *claim.max < *claim.min)
    row.report("max", message("smaller than min"), message("correct one of the two"));
  return claim;
}

}  // namespace

ClaimTable read_claims(std::string_view bytes, const std::string& file, const Scope& scope) {
  return read_claims(read_csv_table(bytes, file), file, scope);
}

void take_visibility(std::vector<Claim>& claims, const std::vector<casefile::Said>& said) {
  std::map<std::pair<std::string, std::int64_t>, std::string> of_row;
  for (const casefile::Said& one : said) {
    if (casefile::kind_of(one.subject) != "claim" || one.origin.file.empty()) continue;
    const auto [word, is_new] =
        of_row.emplace(std::pair{one.origin.file, one.origin.row}, one.visibility);
    if (!is_new) word->second = casefile::stricter(word->second, one.visibility);
  }
  for (Claim& claim : claims) {
    if (claim.file.empty()) continue;
    const auto found = of_row.find({claim.file, claim.row});
    claim.visibility = found == of_row.end() ? "sealed" : found->second;
  }
}

std::vector<Claim> claims_said(const std::vector<casefile::Said>& said,
                               const std::vector<Claim>& known, const Scope& scope) {
  std::vector<Claim> claims;
  const casefile::View view(said);
  for (const casefile::Claim& one : casefile::things_of(view).claims) {
    const std::string id(casefile::id_of(one.subject));
    const bool is_known =
        std::any_of(known.begin(), known.end(), [&](const Claim& claim) { return claim.id == id; });
    // Without an id a row of a table has no other name than what is said in it.
    const casefile::Fact* what = view.fact(one.subject, "what");
    const bool is_of_table = what != nullptr && !view.said()[what->shown].origin.file.empty();
    if (is_known || is_of_table) continue;
    Claim claim{id,
                one.what,
                one.min,
                one.max,
                one.place,
                one.from,
                one.to,
                one.group,
                one.asserted_by,
                one.asserted_at,
                one.printed_in,
                what == nullptr ? "" : view.said()[what->shown].source};
    claim.in_scope =
        is_in_scope(scope, claim, record::from_edtf(one.from), record::from_edtf(one.to));
    // A number without what it counts, where and when, would be another claim.
    claim.visibility = casefile::strictest(view, one.subject);
    claims.push_back(std::move(claim));
  }
  return claims;
}

ClaimTable read_claims(const CsvTable& table, const std::string& file, const Scope& scope) {
  ClaimTable out;
  const auto columns = columns_of(table, file, out.warnings);
  const TableDates dates(table.header, table.rows);
  for (std::size_t at = 0; at < table.rows.size(); ++at) {
    if (table.rows[at].size() > table.header.size()) continue;  // refused; casefile reports it
    Row row(table, at, columns, dates, file, out);
    out.claims.push_back(read_claim(row, scope));
    out.claims.back().file = file;
    out.claims.back().row = table.row_numbers[at];
  }
  return out;
}

}  // namespace sanaq::investigation

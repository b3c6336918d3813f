#include "sanaq/exchange/compare_table.h"

#include <array>
#include <map>
#include <vector>

#include "sanaq/base/error.h"
#include "sanaq/link/compared_rows.h"
#include "sanaq/tables/csv.h"
#include "sanaq/tables/csv_write.h"
#include "sanaq/text/encoding.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/limits.h"
#include "sanaq/text/name.h"
#include "sanaq/text/name_problem.h"

namespace sanaq::exchange {
namespace {

using base::Error;
using base::Kind;
using base::message;
using Cells = std::vector<std::string_view>;

constexpr std::array<std::string_view, 3> name_fields = {"family", "given", "patronymic"};

struct FieldPlaces {
  std::string field;
  std::size_t left = 0, right = 0;
};

struct Header {
  std::map<std::string, std::size_t> places;
  bool has_kinds = false;
  std::vector<FieldPlaces> others;  // in the order of the file
};

bool is_name_field(std::string_view field) {
  return field == "name" || field == "kind" || field == name_fields[0] || field == name_fields[1] ||
         field == name_fields[2];
}

Header read_header(const Cells& cells, const std::string& path) {
  Header header;
  for (std::size_t at = 0; at < cells.size(); ++at)
    header.places.emplace(text::fold(cells[at]), at);
  for (const std::string_view cell : cells) {
    const std::string name = text::fold(cell);
    if (!name.ends_with("_l")) continue;
    const std::string field = name.substr(0, name.size() - 2);
    const auto right = header.places.find(field + "_r");
    if (right != header.places.end() && !is_name_field(field))
      header.others.push_back({field, header.places[name], right->second});
  }
  const auto has = [&](const std::string& name) {
    return header.places.count(name + "_l") > 0 && header.places.count(name + "_r") > 0;
  };
  header.has_kinds = has("kind");
  if (!has("name") && !has("family") && !has("given")) {
    throw Error(
        Kind::bad_input,
        message("{} has no columns name_l and name_r; its first row must read case,name_l,name_r",
                path));
  }
  return header;
}

std::string_view cell_of(const Header& header, const Cells& cells, const std::string& column) {
  const auto place = header.places.find(column);
  return place == header.places.end() || place->second >= cells.size() ? std::string_view()
                                                                       : cells[place->second];
}

// The whole name, or its parts put together.
std::string name_of(const Header& header, const Cells& cells, const std::string& side) {
  std::string name(cell_of(header, cells, "name" + side));
  if (!name.empty()) return name;
  for (const std::string_view field : name_fields) {
    const std::string_view part = cell_of(header, cells, std::string(field) + side);
    if (!part.empty()) name.append(name.empty() ? "" : " ").append(part);
  }
  return name;
}

// Of a side whose cell is empty or says no kind that we know, what the caller says.
text::PairKind kind_of(const Header& header, const Cells& cells, const std::string& left_name,
                       const std::string& right_name, text::PossibleKinds otherwise) {
  const auto kinds = [&](const char* column) {
    return text::possible_kinds(cell_of(header, cells, column)).value_or(otherwise);
  };
  return text::kind_of_pair(kinds("kind_l"), left_name, kinds("kind_r"), right_name);
}

std::string bits_text(double bits) { return fmt::format("{:.4f}", bits); }

struct PairScore {
  double weight_bits = 0;
  std::vector<std::string_view> levels;
};

// A row is named, never its names.
text::PreparedNamePtr prepared(const std::string& name, text::NameKind kind,
                               const text::NameTables& nicknames, const std::string& place) {
  if (text::name_problem(name)) {
    throw Error(Kind::bad_input,
                message("{}: what stands as a name is none: it has more than {} letters, {} words, "
                        "or {} marks on one letter; shorten it",
                        place, text::name_letters_max, text::name_words_max, text::marks_max));
  }
  return text::prepare_name(name, kind, nicknames);
}

PairScore score_row(const Header& header, const Cells& cells, text::PossibleKinds otherwise,
                    const text::NameTables& nicknames, const std::string& place) {
  const std::string left = name_of(header, cells, "_l");
  const std::string right = name_of(header, cells, "_r");
  const text::PairKind pair = kind_of(header, cells, left, right, otherwise);
  const text::NameComparison names = text::compare_names(
      *prepared(left, pair.kind, nicknames, place), *prepared(right, pair.kind, nicknames, place));
  PairScore score{names.weight_bits, {link::level_name(names.level)}};
  if (header.has_kinds) {
    const link::FieldVerdict kinds = link::compare_kinds(pair.kinds_differ);
    score.weight_bits += kinds.bits;
    score.levels.push_back(kinds.level);
  }
  for (const FieldPlaces& other : header.others) {
    const auto cell = [&](std::size_t at) {
      return at < cells.size() ? cells[at] : std::string_view();
    };
    const link::FieldVerdict verdict =
        link::compare_field(other.field, cell(other.left), cell(other.right));
    score.weight_bits += verdict.bits;
    score.levels.push_back(verdict.level);
  }
  return score;
}

}  // namespace

ScoredPairs score_pairs(std::string_view bytes, const std::string& path, text::PossibleKinds kinds,
                        double prior, const text::NameTables& nicknames,
                        const base::Progress& progress) {
  const std::string text = text::to_utf8(bytes, text::detect_encoding(bytes));
  tables::CsvReader reader(text, tables::sniff_delimiter(text), path);
  Cells cells;
  if (!reader.next(cells))
    throw Error(Kind::bad_input,
                message("{} is empty; its first row must read case,name_l,name_r", path));
  const Header header = read_header(cells, path);
  ScoredPairs result;
  Cells titles = {"case", "weight_bits", "probability", "name"};
  if (header.has_kinds) titles.push_back("kind");
  for (const FieldPlaces& other : header.others) titles.push_back(other.field);
  tables::append_csv_row(result.csv, titles, tables::CsvFor::program);
  while (reader.next(cells)) {
    if (cells.size() == 1 && cells[0].empty()) continue;
    progress.throw_if_stopped();
    const PairScore score =
        score_row(header, cells, kinds, nicknames, fmt::format("{}:{}", path, reader.row()));
    const double probability = link::probability_at(score.weight_bits, prior);
    const std::string row_number = std::to_string(reader.row());
    const std::string_view given = cell_of(header, cells, "case");
    const std::string bits = bits_text(score.weight_bits);
    const std::string shown = fmt::format("{:.6f}", probability);
    Cells row = {given.empty() ? std::string_view(row_number) : given, bits, shown};
    row.insert(row.end(), score.levels.begin(), score.levels.end());
    tables::append_csv_row(result.csv, row, tables::CsvFor::program);
    ++result.pairs;
    result.same += probability > 0.5 ? 1 : 0;
  }
  return result;
}

}  // namespace sanaq::exchange

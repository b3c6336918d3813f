#include "sanaq/text/costs.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "embedded/sanaq_text.h"
#include "sanaq/base/check.h"
#include "sanaq/text/letters.h"

namespace sanaq::text {
namespace {

std::string_view next_field(std::string_view& rest, char separator) {
  const std::size_t end = rest.find(separator);
  const std::string_view field = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  return field;
}

int number(std::string_view digits) {
  int value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  base::check(result.ec == std::errc(), "tables of names hold numbers");
  return value;
}

std::uint8_t unit_number(std::string_view symbol) {
  if (symbol == "-") return 0;
  const Units units = units_of(to_utf32(symbol));
  base::check(units.size() == 1, "a table of names knows its units");
  return static_cast<std::uint8_t>(units[0]);
}

// ---- edit costs

// By hand, in 1/16 bit: the Ukrainian and Belarusian г is h in Latin letters and g in Russian ones,
// so that Serhiy and Sergey are one. Names of other countries taught the tables otherwise.
constexpr std::int16_t ukrainian_h = 150;

constexpr int slip_of_the_pen = 112;  // 7 bits beyond the margins: what no pair of words has shown

EditCosts unlisted_costs(const EditCosts& margins) {
  EditCosts costs = margins;
  for (std::size_t x = 0; x < unit_count; ++x) {
    for (std::size_t y = 0; y < unit_count; ++y) {
      costs.substitution[x][y] =
          static_cast<std::int16_t>(margins.margin_x[x] + margins.margin_y[y] + slip_of_the_pen);
    }
    for (std::size_t place = 0; place < 3; ++place) {
      costs.deletion[place][x] = static_cast<std::int16_t>(margins.margin_x[x] + slip_of_the_pen);
      costs.insertion[place][x] = static_cast<std::int16_t>(margins.margin_y[x] + slip_of_the_pen);
    }
  }
  return costs;
}

std::array<std::int16_t, unit_count>& row_of(EditCosts& costs, std::string_view operation,
                                             std::uint8_t x) {
  if (operation == "sub") return costs.substitution[x];
  if (operation == "margin_x") return costs.margin_x;
  if (operation == "margin_y") return costs.margin_y;
  const std::string_view where = operation.substr(4);
  const std::size_t place = where == "head"  ? EditCosts::head
                            : where == "mid" ? EditCosts::mid
                                             : EditCosts::tail;
  return operation.starts_with("ins") ? costs.insertion[place] : costs.deletion[place];
}

// "unit and cost" pairs such as `k71 q134`.
void read_row(std::string_view cells, std::array<std::int16_t, unit_count>& row) {
  while (!cells.empty()) {
    const std::string_view cell = next_field(cells, ' ');
    const std::size_t digits = cell.find_first_of("0123456789");
    row[unit_number(cell.substr(0, digits))] =
        static_cast<std::int16_t>(number(cell.substr(digits)));
  }
}

void read_lines(std::map<std::string, EditCosts>& tables, bool margins) {
  std::string_view lines = embedded_file("name_costs.txt");
  while (!lines.empty()) {
    std::string_view line = next_field(lines, '\n');
    const std::string table(next_field(line, ' '));
    const std::string_view operation = next_field(line, ' ');
    const std::uint8_t x = unit_number(next_field(line, ' '));
    if (operation.starts_with("margin") == margins)
      read_row(line, row_of(tables[table], operation, x));
  }
}

void know_ukrainian_h(EditCosts& costs, std::string_view x, std::string_view y) {
  std::int16_t& cost = costs.substitution[unit_number(x)][unit_number(y)];
  cost = std::min(cost, ukrainian_h);
}

EditCosts mirrored(const EditCosts& costs) {
  EditCosts mirror;
  for (std::size_t x = 0; x < unit_count; ++x) {
    for (std::size_t y = 0; y < unit_count; ++y)
      mirror.substitution[y][x] = costs.substitution[x][y];
  }
  mirror.insertion = costs.deletion;
  mirror.deletion = costs.insertion;
  mirror.margin_x = costs.margin_y;
  mirror.margin_y = costs.margin_x;
  return mirror;
}

using AllCosts =
    std::array<std::array<std::unique_ptr<const EditCosts>, script_count>, script_count>;

// ICU's Latin against Latin or Cyrillic has LO (Cyrillic on the side of L); against Arabic, Hebrew
// and itself it counts as Latin.
EditCosts costs_between(const std::map<std::string, EditCosts>& tables, char x, char y) {
  if (x == 'O' && y == 'O') return tables.at("LL");
  if (x == 'O')
    return y == 'L' || y == 'C' ? mirrored(tables.at("LO")) : costs_between(tables, 'L', y);
  if (y == 'O') return x == 'L' || x == 'C' ? tables.at("LO") : costs_between(tables, x, 'L');
  const auto found = tables.find({x, y});
  return found != tables.end() ? found->second : mirrored(tables.at({y, x}));
}

AllCosts load_costs() {
  std::map<std::string, EditCosts> tables;
  read_lines(tables, true);
  for (auto& [name, costs] : tables) costs = unlisted_costs(costs);
  read_lines(tables, false);
  for (const char* g : {"g", "ğ"}) {
    know_ukrainian_h(tables["LL"], "h", g);
    know_ukrainian_h(tables["LL"], g, "h");
  }
  know_ukrainian_h(tables["LC"], "h", "g");
  static constexpr std::string_view names = "LCAHO";
  AllCosts all;
  for (std::size_t x = 0; x < script_count; ++x) {
    for (std::size_t y = 0; y < script_count; ++y)
      all[x][y] = std::make_unique<const EditCosts>(costs_between(tables, names[x], names[y]));
  }
  return all;
}

// ---- bigrams and frequencies

using Bigrams = std::array<std::array<std::array<std::int16_t, unit_count>, unit_count>, 4>;

std::unique_ptr<const Bigrams> load_bigrams() {
  auto bigrams = std::make_unique<Bigrams>();
  std::string_view lines = embedded_file("name_bigrams.txt");
  while (!lines.empty()) {
    std::string_view line = next_field(lines, '\n');
    const std::size_t script = std::string_view("LCAH").find(next_field(line, ' '));
    auto& row = (*bigrams)[script][unit_number(next_field(line, ' '))];
    for (std::int16_t& cost : row) cost = static_cast<std::int16_t>(number(next_field(line, ' ')));
  }
  return bigrams;
}

using Frequencies = std::array<std::unordered_map<Units, std::int16_t>, 3>;  // L and C; A; H

std::unique_ptr<const Frequencies> load_frequencies() {
  auto frequencies = std::make_unique<Frequencies>();
  std::string_view lines = embedded_file("name_frequencies.txt");
  while (!lines.empty()) {
    std::string_view line = next_field(lines, '\n');
    const std::string_view script = next_field(line, ' ');
    const auto bits16 = static_cast<std::int16_t>(number(next_field(line, ' ')));
    auto& table = (*frequencies)[script == "LC" ? 0 : script == "A" ? 1 : 2];
    while (!line.empty()) table.emplace(std::string(next_field(line, ' ')), bits16);
  }
  return frequencies;
}

// ---- levels

NameWeights load_weights() {
  std::map<std::string, double, std::less<>> bits;
  std::string_view lines = embedded_file("name_levels.txt");
  while (!lines.empty()) {
    std::string_view line = next_field(lines, '\n');
    const std::string value(next_field(line, ' '));
    bits[std::string(line)] = std::stod(value);
  }
  const auto of = [&](std::string_view level) { return bits.find(level)->second; };
  base::check(bits.size() == 26, "the table of levels is whole");
  return {of("base"),
          of("same"),
          of("sound"),
          of("close"),
          of("one letter off"),
          of("suffix"),
          of("initial"),
          of("differs near"),
          of("differs far"),
          of("differs"),
          of("second differs"),
          of("father near"),
          of("missing"),
          of("father missing"),
          of("scrambled"),
          of("initial differs"),
          of("initial unmatched"),
          of("one part"),
          of("one script"),
          of("weakest"),
          of("exchanged"),
          of("numbers differ"),
          of("number missing"),
          of("generation differs"),
          of("generation missing"),
          of("no part to compare")};
}

}  // namespace

const EditCosts& edit_costs(Script x, Script y) {
  static const AllCosts all = load_costs();
  return *all[static_cast<std::size_t>(x)][static_cast<std::size_t>(y)];
}

double bigram_bits(std::string_view units, Script script) {
  static const std::unique_ptr<const Bigrams> bigrams = load_bigrams();
  const std::size_t table = script == Script::other ? 0 : static_cast<std::size_t>(script);
  int cost = 0;
  std::size_t before = 0;
  for (const char unit : units) {
    cost += (*bigrams)[table][before][static_cast<std::uint8_t>(unit)];
    before = static_cast<std::uint8_t>(unit);
  }
  cost += (*bigrams)[table][before][0];
  return cost / 16.0;
}

double frequency_bits(std::string_view key, Script script) {
  static const std::unique_ptr<const Frequencies> frequencies = load_frequencies();
  const std::size_t table = script == Script::arabic ? 1 : script == Script::hebrew ? 2 : 0;
  const auto found = (*frequencies)[table].find(std::string(key));
  return found == (*frequencies)[table].end() ? -1 : found->second / 16.0;
}

const NameWeights& name_weights() {
  static const NameWeights weights = load_weights();
  return weights;
}

}  // namespace sanaq::text

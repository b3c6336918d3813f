#include "sanaq/tables/headings.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <unordered_set>
#include <vector>

#include "sanaq/tables/column_content.h"
#include "sanaq/tables/counters.h"
#include "sanaq/tables/date_cell.h"
#include "sanaq/tables/headers.h"
#include "sanaq/tables/ingested_list.h"
#include "sanaq/text/fold.h"

namespace sanaq::tables {
namespace {

using base::message;
using record::Column;
using record::Field;

// Beginnings of notes and signatures, folded; whole words.
constexpr std::array<std::string_view, 61> note_starts = {"примечание",
                                                          "примечания",
                                                          "прим",
                                                          "прим.",
                                                          "источник",
                                                          "источники",
                                                          "составил",
                                                          "составила",
                                                          "составили",
                                                          "составлено",
                                                          "составитель",
                                                          "подпись",
                                                          "подписи",
                                                          "исполнитель",
                                                          "исп",
                                                          "исп.",
                                                          "ответственный",
                                                          "утверждаю",
                                                          "согласовано",
                                                          "м п",
                                                          "м.п.",
                                                          "по состоянию на",
                                                          "продолжение",
                                                          "приложение",
                                                          "конец списка",
                                                          "список составлен",
                                                          "проверил",
                                                          "проверила",
                                                          "данные предоставлены",
                                                          "source",
                                                          "sources",
                                                          "note",
                                                          "notes",
                                                          "printed by",
                                                          "printed on",
                                                          "prepared by",
                                                          "compiled by",
                                                          "checked by",
                                                          "approved by",
                                                          "signed",
                                                          "signature",
                                                          "end of list",
                                                          "compiled",
                                                          "prepared",
                                                          "based on",
                                                          "according to",
                                                          "data from",
                                                          "по данным",
                                                          "составлен",
                                                          "as of",
                                                          "see also",
                                                          "ескерту",
                                                          "дереккөз",
                                                          "дереккөздер",
                                                          "қолы",
                                                          "құрастырған",
                                                          "жасаған",
                                                          "дайындаған",
                                                          "fuente",
                                                          "nota",
                                                          "источник данных"};
// Offices: of whoever signs, unless a whole name follows, since a dead doctor is listed so.
constexpr std::array<std::string_view, 13> office_starts = {
    "директор", "главный врач", "главврач", "начальник",    "заведующий", "зав",     "зав.",
    "и.о",      "нач",          "нач.",     "председатель", "врач",       "дежурный"};
// Headings over people who may be none of those that are counted, and over those who are.
constexpr std::array<std::string_view, 40> others_words = {"раненые",
                                                           "раненый",
                                                           "пострадавшие",
                                                           "пропавшие",
                                                           "без вести пропавшие",
                                                           "пропавшие без вести",
                                                           "задержанные",
                                                           "арестованные",
                                                           "осужденные",
                                                           "осуждённые",
                                                           "живые",
                                                           "выжившие",
                                                           "полицейские",
                                                           "военные",
                                                           "сотрудники полиции",
                                                           "wounded",
                                                           "injured",
                                                           "missing",
                                                           "detained",
                                                           "arrested",
                                                           "survivors",
                                                           "police",
                                                           "military",
                                                           "жараланғандар",
                                                           "хабар-ошарсыз кеткендер",
                                                           "ұсталғандар",
                                                           "тірі қалғандар",
                                                           "heridos",
                                                           "desaparecidos",
                                                           "detenidos",
                                                           "blessés",
                                                           "disparus",
                                                           "yaralılar",
                                                           "kayıplar",
                                                           "поранені",
                                                           "зниклі",
                                                           "затримані",
                                                           "الجرحى",
                                                           "المفقودون",
                                                           "المعتقلون"};
constexpr std::array<std::string_view, 40> heading_words = {"погибшие",
                                                            "убитые",
                                                            "умершие",
                                                            "скончавшиеся",
                                                            "дети",
                                                            "подростки",
                                                            "взрослые",
                                                            "неопознанные",
                                                            "неустановленные",
                                                            "опознанные",
                                                            "гражданские",
                                                            "гражданские лица",
                                                            "рабочие",
                                                            "нефтяники",
                                                            "жители",
                                                            "killed",
                                                            "dead",
                                                            "deaths",
                                                            "deceased",
                                                            "victims",
                                                            "children",
                                                            "minors",
                                                            "adults",
                                                            "unidentified",
                                                            "identified",
                                                            "civilians",
                                                            "қаза тапқандар",
                                                            "қаза болғандар",
                                                            "қайтыс болғандар",
                                                            "балалар",
                                                            "muertos",
                                                            "fallecidos",
                                                            "víctimas",
                                                            "morts",
                                                            "ölenler",
                                                            "ölüler",
                                                            "загиблі",
                                                            "вбиті",
                                                            "القتلى",
                                                            "الشهداء"};
constexpr std::array<std::string_view, 10> men_words = {"мужчины",  "муж",      "men",     "males",
                                                        "ерлер",    "еркектер", "hombres", "hommes",
                                                        "erkekler", "чоловіки"};
constexpr std::array<std::string_view, 10> women_words = {
    "женщины", "жен",    "women",    "females", "әйелдер",
    "mujeres", "femmes", "kadınlar", "жінки",   "қыздар"};
constexpr std::array<std::string_view, 24> total_starts = {"итого",          "итог",
                                                           "всего",          "общее количество",
                                                           "общее число",    "количество погибших",
                                                           "число погибших", "всего погибших",
                                                           "total",          "grand total",
                                                           "sub total",      "subtotal",
                                                           "барлығы",        "жиыны",
                                                           "жалпы саны",     "разом",
                                                           "усього",         "всього",
                                                           "toplam",         "genel toplam",
                                                           "total general",  "gesamt",
                                                           "المجموع",        "الإجمالي"};
constexpr std::array<std::string_view, 10> page_words = {
    "page", "стр", "стр.", "страница", "лист", "бет", "p.", "pág.", "sayfa", "сторінка"};

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool begins_with_words(std::string_view folded, std::string_view words) {
  return folded.starts_with(words) &&
         (folded.size() == words.size() ||
          std::string_view(" :,.-").find(folded[words.size()]) != std::string_view::npos);
}

template <std::size_t size>
bool begins_with_any(std::string_view folded, const std::array<std::string_view, size>& starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return begins_with_words(folded, start); });
}

std::size_t word_count(std::string_view text) {
  std::size_t count = 0;
  bool is_in_word = false;
  for (const char letter : text) {
    const bool is_blank = letter == ' ' || letter == '\n' || letter == '\t';
    count += !is_blank && !is_in_word ? 1 : 0;
    is_in_word = !is_blank;
  }
  return count;
}

bool is_note(const std::string& folded) {
  constexpr std::size_t words_of_a_name = 8;
  if (folded.empty() || folded[0] == '*' || word_count(folded) > words_of_a_name) return true;
  const std::string first = folded.substr(0, folded.find(' '));
  // "Page 1 of 3", "стр. 2": a word for a page, and a number.
  if (is_one_of(first, page_words) && folded.find_first_of("0123456789") != folded.npos)
    return true;
  return std::any_of(note_starts.begin(), note_starts.end(),
                     [&](std::string_view start) { return begins_with_words(folded, start); });
}

// "Начальник смены Тасов Болат", but not "Главный врач ____ Досова".
bool ends_with_a_name(std::string_view cell) {
  std::size_t words = 0, at = cell.size();
  while (at > 0 && words < 2) {
    const std::size_t blank = cell.find_last_of(' ', at - 1);
    words += 1;
    at = blank == cell.npos ? 0 : blank;
  }
  return at > 0 && looks_like_name(cell.substr(at + 1));
}

bool is_whole_number(std::string_view cell) {
  while (!cell.empty() && (cell.back() == '.' || cell.back() == ')')) cell.remove_suffix(1);
  return !cell.empty() && std::all_of(cell.begin(), cell.end(), [](unsigned char letter) {
    return std::isdigit(letter) != 0;
  });
}

bool is_of_name(const Column& column) {
  return column.field == Field::name || column.field == Field::given ||
         column.field == Field::family;
}

bool are_mostly_numbers(const Column& column) {
  std::size_t numbers = 0, filled = 0;
  for (std::size_t code = 1; code < column.values.size(); ++code) {
    ++filled;
    numbers += is_whole_number(column.values[code]) ? 1 : 0;
  }
  return numbers > 0 && numbers * 3 >= filled;
}

bool is_of_others(std::string_view cell) {
  std::string folded = text::fold(cell);
  while (!folded.empty() && (folded.back() == ':' || folded.back() == '.')) folded.pop_back();
  return is_one_of(folded, others_words);
}

// What the rows of a table hold, to tell those that hold hardly anything.
class Rows {
 public:
  explicit Rows(const record::RecordTable& table) : table_(table), filled_(table.rows.size(), 0) {
    for (const Column& column : table.columns) {
      is_counter_.push_back(counts_rows(column) ||
                            (column.field == Field::id && are_mostly_numbers(column)));
      for (std::size_t row = 0; row < column.codes.size(); ++row)
        filled_[row] += column.codes[row] != 0 ? 1 : 0;
    }
    std::vector<std::uint32_t> sorted = filled_;
    if (!sorted.empty()) {
      const auto quarter = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() * 3 / 4);
      std::nth_element(sorted.begin(), quarter, sorted.end());
      usual_ = *quarter;
    }
  }
  // Cells of a row that say something: a bare number in a column of numbers says nothing.
  [[nodiscard]] std::vector<std::size_t> said(std::size_t row) const {
    std::vector<std::size_t> columns;
    for (std::size_t at = 0; at < table_.columns.size(); ++at) {
      const Column& column = table_.columns[at];
      if (column.codes[row] == 0) continue;
      if (is_counter_[at] && is_whole_number(column.values[column.codes[row]])) continue;
      columns.push_back(at);
    }
    return columns;
  }
  // Holds so much less than the others that it may be none of them: two cells at most.
  [[nodiscard]] bool is_sparse(std::size_t row) const {
    return filled_[row] <= 2 && filled_[row] < usual_;
  }
  [[nodiscard]] std::uint32_t usual() const { return usual_; }
  [[nodiscard]] bool is_numbered(std::size_t row) const {
    for (std::size_t at = 0; at < table_.columns.size(); ++at) {
      const Column& column = table_.columns[at];
      if (is_counter_[at] && column.codes[row] != 0 &&
          is_whole_number(column.values[column.codes[row]]))
        return true;
    }
    return false;
  }
  // A column of numbers, of an id or of the rows.
  [[nodiscard]] bool counts(const Column& column) const {
    return is_counter_[static_cast<std::size_t>(&column - table_.columns.data())];
  }

 private:
  const record::RecordTable& table_;
  std::vector<std::uint32_t> filled_;  // cells, one number a row
  std::vector<bool> is_counter_;       // one a column
  std::uint32_t usual_ = 0;            // cells of the row that a quarter of them exceed
};

// A place or a date that stands over rows, and which rows.
struct Over {
  std::string text;
  std::size_t first = 0;  // record under it
};

class Sifter {
 public:
  Sifter(const SampledRows& above, IngestedList& list)
      : list_(list), table_(list.records), rows_(table_), is_out_(table_.rows.size(), false) {
    for (const auto& row : above) {
      for (const std::string& cell : row) {
        if (!cell.empty()) titles_.insert(cell);
      }
    }
    for (const Column& column : table_.columns) {
      if (column.field != Field::place) continue;
      for (const std::string& value : column.values) known_places_.insert(value);
    }
  }

  void sift() {
    constexpr std::uint32_t cells_of_a_table = 2;
    if (rows_.usual() < cells_of_a_table) return;  // a list of names alone has no headings
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      if (rows_.is_sparse(row)) judge(row);
    }
    find_repeated_headers();
    give(Field::place, places_, "place (heading)");
    give(Field::date, dates_, "date (heading)");
    give(Field::sex, sexes_, "sex (heading)");
    take_out();
  }

 private:
  void judge(std::size_t row) {
    const std::vector<std::size_t> said = rows_.said(row);
    if (said.empty())
      return refuse(row, message("nothing but its number stands in it, so it is no record"));
    const Column& column = table_.columns[said.front()];
    const std::string& cell = column.values[column.codes[row]];
    // Whoever has a number of his own on the list was counted by whoever wrote it.
    if (rows_.is_numbered(row)) return said.size() > 1 ? void() : doubt(row, column, cell);
    if (said.size() > 1) {  // "Директор больницы" … "А. Асанова"; "Итого по району" … "3 чел."
      if (column.field == Field::place) return;
      const LoneCell kind = kind_of_lone_cell(cell);
      if (kind == LoneCell::total) refuse(row, message("it is a total and no record"));
      if (kind == LoneCell::note) refuse(row, message("it is a note or a signature and no record"));
      return;
    }
    if (titles_.contains(cell))
      return refuse(row, message("it repeats what stands above the table"));
    // A lone date, age, sex or place is what is known of somebody without a name.
    const bool may_be_heading = !column.field || is_of_name(column) || column.field == Field::id ||
                                column.field == Field::group || said.front() == 0;
    if (!may_be_heading || column.field == Field::sex || column.field == Field::age ||
        column.field == Field::birth || column.field == Field::death)
      return;
    judge_lone(row, column, cell);
  }

  void judge_lone(std::size_t row, const Column& column, const std::string& cell) {
    LoneCell kind = kind_of_lone_cell(cell);
    if (kind == LoneCell::person && known_places_.contains(cell)) kind = LoneCell::place;
    // Among numbers only what may be somebody's name is somebody.
    if (kind == LoneCell::person && rows_.counts(column) && !looks_like_name(cell) &&
        !is_of_name(column))
      kind = LoneCell::note;
    switch (kind) {
      case LoneCell::total:
        return refuse(row, message("it is a total and no record"));
      case LoneCell::men:
      case LoneCell::women:
        sexes_.push_back({kind == LoneCell::men ? "m" : "f", row});
        return refuse(row, message("it is a sex over its rows and no record; they get it where "
                                   "their own cell is empty"));
      case LoneCell::place:
        places_.push_back({cell, row});
        return refuse(row, message("it is a place over its rows and no record; they get the place "
                                   "where their own cell is empty"));
      case LoneCell::date:
        dates_.push_back({cell, row});
        return refuse(row, message("it is a date over its rows and no record; they get the date "
                                   "where their own cell is empty"));
      case LoneCell::heading:
        if (!is_of_others(cell))
          return refuse(row, message("it is a heading over its rows and no record"));
        list_.warnings.push_back(message(
            "row {} is a heading, {}; if the rows below it are not to be counted, move "
            "them to a list of their own or write under this list:  skip_rows = [\"{}-{}\"]",
            table_.rows[row], cell, table_.rows[row], table_.rows.back()));
        return refuse(row, message("it is a heading over its rows and no record"));
      case LoneCell::note:
        return refuse(row, message("it is a note or a signature and no record"));
      case LoneCell::person:
        return doubt(row, column, cell);
    }
  }

  void doubt(std::size_t row, const Column& column, const std::string& cell) {
    if (!is_of_name(column) && column.field && column.field != Field::id) return;
    list_.doubtful_cells.push_back(
        {"", table_.rows[row], column.header, column.field, cell,
         message("nothing else stands in this row: it may be a heading or a note; it is kept as a "
                 "record"),
         message("if it is nobody, write under this list:  skip_rows = [{}]", table_.rows[row])});
  }

  // A second table under the first, or the header on each page: most cells of the row are words
  // that a header has. Only rows are looked at whose name is such a word.
  void find_repeated_headers() {
    for (const Column& names : table_.columns) {
      if (!is_of_name(names)) continue;
      std::vector<bool> is_word(names.values.size(), false);
      bool has_word = false;
      for (std::size_t code = 1; code < names.values.size(); ++code) {
        is_word[code] = is_header_of_names(names.values[code]);
        has_word = has_word || is_word[code];
      }
      if (!has_word) continue;
      for (std::size_t row = 0; row < table_.rows.size(); ++row) {
        if (is_out_[row] || !is_word[names.codes[row]] || !is_header(row)) continue;
        refuse(row, message("it is the header of a table and no record"));
        list_.warnings.push_back(
            message("a second table seems to begin in row {}; its rows are read with the columns "
                    "of the first; if it is another list, put it into a file of its own or write "
                    "under this list:  skip_rows = [\"{}-{}\"]",
                    table_.rows[row], table_.rows[row], table_.rows.back()));
      }
    }
  }
  // Half of its cells are words of headers, or none of them has a number: whoever has a date or an
  // age under "ФИО" may be anybody.
  [[nodiscard]] bool is_header(std::size_t row) const {
    std::size_t filled = 0, words = 0, with_digits = 0;
    for (const Column& column : table_.columns) {
      if (column.codes[row] == 0) continue;
      const std::string& cell = column.values[column.codes[row]];
      ++filled;
      words += field_of_header(cell) || text::fold(cell) == text::fold(column.header) ? 1 : 0;
      with_digits += cell.find_first_of("0123456789") != cell.npos ? 1 : 0;
    }
    return words * 2 > filled || (filled > 1 && with_digits == 0);
  }

  void refuse(std::size_t row, base::Message why) {
    if (is_out_[row]) return;
    is_out_[row] = true;
    is_any_out_ = true;
    list_.refused.push_back({table_.rows[row], std::move(why)});
  }

  void give(Field field, const std::vector<Over>& over, const char* header) {
    if (over.empty()) return;
    auto column = std::find_if(table_.columns.begin(), table_.columns.end(),
                               [&](const Column& one) { return one.field == field; });
    if (column == table_.columns.end()) {
      Column made;
      made.header = header;
      made.field = field;
      made.values = {""};
      made.codes.assign(table_.rows.size(), 0);
      column = table_.columns.insert(table_.columns.end(), std::move(made));
      list_.mapping.emplace(record::field_name(field), header);
    }
    for (std::size_t at = 0; at < over.size(); ++at) {
      const auto found = std::find(column->values.begin(), column->values.end(), over[at].text);
      const auto code = static_cast<std::uint32_t>(found - column->values.begin());
      if (found == column->values.end()) column->values.push_back(over[at].text);
      const std::size_t end = at + 1 < over.size() ? over[at + 1].first : table_.rows.size();
      for (std::size_t row = over[at].first; row < end; ++row) {
        if (column->codes[row] == 0 && !is_out_[row]) column->codes[row] = code;
      }
    }
  }

  void take_out() {
    if (!is_any_out_) return;
    const auto keep = [&](auto& values) {
      std::size_t kept = 0;
      for (std::size_t row = 0; row < values.size(); ++row) {
        if (!is_out_[row]) values[kept++] = values[row];
      }
      values.resize(kept);
    };
    keep(table_.rows);
    for (Column& column : table_.columns) keep(column.codes);
  }

  IngestedList& list_;
  record::RecordTable& table_;
  Rows rows_;
  std::vector<bool> is_out_;
  bool is_any_out_ = false;
  std::unordered_set<std::string> titles_, known_places_;
  std::vector<Over> places_, dates_, sexes_;
};

}  // namespace

LoneCell kind_of_lone_cell(std::string_view cell) {
  std::string folded = text::fold(cell);
  while (!folded.empty() && (folded.back() == ':' || folded.back() == '.')) folded.pop_back();
  if (is_one_of(folded, men_words)) return LoneCell::men;
  if (is_one_of(folded, women_words)) return LoneCell::women;
  if (is_one_of(folded, heading_words) || is_one_of(folded, others_words)) return LoneCell::heading;
  if (begins_with_any(folded, total_starts)) return LoneCell::total;
  if (is_note(folded)) return LoneCell::note;
  if (begins_with_any(folded, office_starts) && !ends_with_a_name(cell)) return LoneCell::note;
  if (cell.find_first_of("0123456789") != cell.npos) {
    const auto date = read_date(cell, {DayMonthOrder::day_first, false});
    if (date && *date) return LoneCell::date;
  }
  if (has_place_word(cell)) return LoneCell::place;
  return LoneCell::person;
}

void refuse_headings(const SampledRows& above, IngestedList& list) { Sifter(above, list).sift(); }

}  // namespace sanaq::tables

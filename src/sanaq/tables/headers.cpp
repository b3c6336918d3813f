#include "sanaq/tables/headers.h"

#include <algorithm>
#include <unordered_map>

#include "sanaq/text/name.h"

namespace sanaq::tables {
namespace {

using record::Field;

struct Words {
  Field field;
  std::vector<std::string_view> headers;
};

// Folded, with every run of spaces, dots, underscores and hyphens as one space.
const std::vector<Words>& known_headers() {
  static const std::vector<Words> words = {
      {Field::id,
       {"id",     "no",      "nr",      "n",         "№",   "№ п/п", "number", "record id",
        "rec id", "case id", "case no", "unique id", "uid", "номер", "код",    "порядковый номер",
        "нөмір",  "нөмірі",  "№ р/с",   "р/с"}},
      {Field::name, {"name",          "full name",      "fullname",      "victim",
                     "victim name",   "name of victim", "person",        "фио",
                     "ф и о",         "полное имя",     "имя и фамилия", "фамилия имя отчество",
                     "фамилия имя",   "фамилия и имя",  "погибший",      "погибшие",
                     "имя погибшего", "фио погибшего",  "аты жөні",      "аты-жөні",
                     "толық аты",     "толық аты жөні", "тегі аты",      "тегі аты әкесінің аты",
                     "қаза тапқан",   "аты тегі"}},
      {Field::given,
       {"given", "given name", "first name", "firstname", "forename", "fname", "gname", "имя",
        "аты", "есімі", "есім"}},
      {Field::family,
       {"family", "family name", "surname", "last name", "lastname", "lname", "second name",
        "фамилия", "тегі", "фамилиясы", "тек"}},
      {Field::patronymic,
       {"patronymic", "father name", "father s name", "fathers name", "middle name", "middlename",
        "отчество", "әкесінің аты", "имя отца"}},
      {Field::sex, {"sex", "gender", "пол", "жынысы", "жыныс"}},
      {Field::birth,
       {"birth", "birth date", "date of birth", "dob", "born", "birthdate", "дата рождения",
        "рождение", "д р", "др", "родился", "туған күні", "туған уақыты", "туылған күні",
        "туған жылы айы күні"}},
      {Field::birth_year,
       {"birth year", "year of birth", "yob", "by", "год рождения", "г р", "гр", "год рожд",
        "туған жылы", "туылған жылы"}},
      {Field::birth_month, {"birth month", "month of birth", "bm", "месяц рождения", "туған айы"}},
      {Field::birth_day, {"birth day", "day of birth", "bd", "день рождения"}},
      {Field::death,
       {"death", "death date", "date of death", "dod", "died", "killed on", "дата смерти",
        "дата гибели", "смерть", "погиб", "умер", "қайтыс болған күні", "қаза тапқан күні",
        "өлген күні"}},
      {Field::death_year, {"death year", "year of death", "год смерти", "қайтыс болған жылы"}},
      {Field::death_month, {"death month", "month of death", "месяц смерти"}},
      {Field::death_day, {"death day", "day of death", "день смерти"}},
      {Field::age,
       {"age", "age at death", "years old", "возраст", "лет", "полных лет", "жасы", "жас"}},
      {Field::date,
       {"date", "event date", "date of event", "incident date", "when", "дата", "дата события",
        "когда", "күні", "күн", "мерзімі", "оқиға күні"}},
      {Field::date_year, {"date year", "year", "event year", "год", "жыл", "жылы"}},
      {Field::date_month, {"date month", "month", "event month", "месяц", "ай", "айы"}},
      {Field::date_day, {"date day", "day", "event day", "день", "число"}},
      {Field::place,
       {"place", "location", "where", "place of death", "address", "место", "место гибели",
        "место смерти", "где", "адрес", "орны", "жері", "орын", "мекенжай", "мекенжайы",
        "қаза тапқан жері"}},
      {Field::place_town,
       {"place town", "town", "city", "village", "settlement", "город", "село", "населенный пункт",
        "населённый пункт", "посёлок", "поселок", "қала", "қаласы", "ауыл", "ауылы", "елді мекен"}},
      {Field::place_region,
       {"place region", "region", "province", "state", "oblast", "district", "область", "регион",
        "район", "облыс", "облысы", "аудан", "ауданы"}},
      {Field::place_country, {"place country", "country", "страна", "ел", "мемлекет"}},
      {Field::occupation,
       {"occupation", "job", "profession", "work", "position", "occup", "профессия", "должность",
        "занятие", "род занятий", "место работы", "работа", "мамандығы", "кәсібі", "қызметі",
        "жұмысы", "лауазымы"}},
      {Field::group,
       {"group", "category", "status", "группа", "категория", "статус", "тобы", "топ", "санаты"}}};
  return words;
}

std::string normal(std::string_view header) {
  std::string spaced;
  for (const char letter : header)
    spaced +=
        std::string_view("._-:'()\n\r\t").find(letter) == std::string_view::npos ? letter : ' ';
  return text::fold(spaced);
}

}  // namespace

std::optional<Field> field_of_header(std::string_view header) {
  static const std::unordered_map<std::string, Field> by_header = [] {
    std::unordered_map<std::string, Field> map;
    for (const Words& words : known_headers()) {
      for (const std::string_view word : words.headers) map.emplace(normal(word), words.field);
    }
    return map;
  }();
  const std::string key = normal(header);
  if (const auto found = by_header.find(key); found != by_header.end()) return found->second;
  std::string name = key;
  std::replace(name.begin(), name.end(), ' ', '_');
  return record::field_from_name(name);
}

std::size_t find_header_row(const std::vector<std::vector<std::string>>& rows) {
  const std::size_t looked_at = std::min<std::size_t>(rows.size(), 20);
  std::size_t best = 0;
  std::ptrdiff_t best_fields = 1;
  std::size_t width = 0;
  const auto filled = [](const std::vector<std::string>& row) {
    return static_cast<std::size_t>(std::count_if(
        row.begin(), row.end(), [](const std::string& cell) { return !normal(cell).empty(); }));
  };
  for (std::size_t at = 0; at < looked_at; ++at) {
    const std::ptrdiff_t fields =
        std::count_if(rows[at].begin(), rows[at].end(),
                      [](const std::string& cell) { return field_of_header(cell).has_value(); });
    if (fields > best_fields) {
      best = at;
      best_fields = fields;
    }
    width = std::max(width, filled(rows[at]));
  }
  if (best_fields > 1) return best;
  for (std::size_t at = 0; at < looked_at; ++at) {
    if (filled(rows[at]) * 2 > width) return at;
  }
  return 0;
}

}  // namespace sanaq::tables

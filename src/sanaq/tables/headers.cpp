#include "sanaq/tables/headers.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "sanaq/text/fold.h"
#include "sanaq/text/lookalike.h"

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
       {"id",
        "no",
        "nr",
        "n",
        "№",
        "№ п/п",
        "number",
        "record id",
        "rec id",
        "case id",
        "case no",
        "unique id",
        "uid",
        "s n",
        "s no",
        "sr no",
        "serial no",
        "serial number",
        "الرقم",
        "sıra no",
        "номер",
        "код",
        "порядковый номер",
        "нөмір",
        "нөмірі",
        "№ р/с",
        "р/с"}},
      {Field::name,
       {"name",
        "full name",
        "fullname",
        "victim",
        "victim name",
        "name of victim",
        "person",
        "фио",
        "ф и о",
        "полное имя",
        "имя и фамилия",
        "фамилия имя отчество",
        "фамилия имя",
        "фамилия и имя",
        "погибший",
        "погибшие",
        "имя погибшего",
        "фио погибшего",
        "аты жөні",
        "аты-жөні",
        "толық аты",
        "толық аты жөні",
        "тегі аты",
        "тегі аты әкесінің аты",
        "қаза тапқан",
        "аты тегі",
        "фамилия имя отчество погибшего",
        "ф и о погибшего",
        "фио умершего",
        "ф и о умершего",
        "фио убитого",
        "ф и о убитого",
        "фио полностью",
        "ф и о полностью",
        "имя фамилия",
        "фамилия и о",
        "ф и",
        "кто погиб",
        "потерпевший",
        "потерпевшие",
        "фамилия и инициалы",
        "фамилия инициалы",
        "name full",
        "full name of victim",
        "victim s name",
        "victims name",
        "names",
        "deceased",
        "name of deceased",
        "name of the deceased",
        "deceased name",
        "nombre",
        "nombres",
        "nombre completo",
        "nombres y apellidos",
        "apellidos y nombres",
        "nombre y apellidos",
        "nombre y apellido",
        "apellido y nombre",
        "apellidos y nombre",
        "nombre de la víctima",
        "vor und nachname",
        "nachname vorname",
        "noms et prénoms",
        "nom prénom",
        "nom et prénoms",
        "الاسم الثلاثي",
        "الاسم الرباعي",
        "اسم القتيل",
        "اسم الشهيد الكامل",
        "الاسم واللقب",
        "isim soyisim",
        "adı ve soyadı",
        "ім я прізвище",
        "піб загиблого",
        "прізвище ім я",
        "nom",
        "nom et prénom",
        "nom complet",
        "т а ә",
        "الاسم",
        "الاسم الكامل",
        "اسم الضحية",
        "اسم الشهيد",
        "ad soyad",
        "adı soyadı",
        "isim",
        "піб",
        "прізвище ім я по батькові",
        "прізвище та ім я",
        "ім я та прізвище"}},
      {Field::given,
       {"given", "given name", "first name", "firstname", "forename", "fname", "gname", "имя",
        "аты", "есімі", "есім", "prénom", "ім я", "adı"}},
      {Field::family,
       {"family", "family name", "surname", "last name", "lastname", "lname", "second name",
        "фамилия", "тегі", "фамилиясы", "тек", "apellido", "apellidos", "soyadı", "прізвище",
        "nom de famille", "اللقب", "اسم العائلة"}},
      {Field::patronymic,
       {"patronymic", "father name", "father s name", "fathers name", "middle name", "middlename",
        "отчество", "әкесінің аты", "имя отца"}},
      {Field::sex,
       {"sex", "gender", "пол", "жынысы", "жыныс", "sexo", "sexe", "cinsiyet", "стать", "الجنس",
        "м ж", "m f", "е ә"}},
      {Field::birth,
       {"birth",
        "birth date",
        "date of birth",
        "dob",
        "born",
        "birthdate",
        "дата рождения",
        "рождение",
        "д р",
        "др",
        "родился",
        "туған күні",
        "туған уақыты",
        "туылған күні",
        "туған жылы айы күні",
        "день рождения",
        "дата рожд",
        "рожд",
        "birthday",
        "fecha de nacimiento",
        "date de naissance",
        "doğum tarihi",
        "дата народження",
        "تاريخ الميلاد",
        "تاريخ الولادة"}},
      {Field::birth_year,
       {"birth year", "year of birth", "yob", "by", "год рождения", "г р", "гр", "год рожд",
        "туған жылы", "туылған жылы", "birth yr", "yr of birth", "рік народження", "doğum yılı",
        "año de nacimiento", "سنة الميلاد"}},
      {Field::birth_month, {"birth month", "month of birth", "bm", "месяц рождения", "туған айы"}},
      {Field::birth_day, {"birth day", "day of birth", "bd"}},
      {Field::death,
       {"death",
        "death date",
        "date of death",
        "dod",
        "died",
        "killed on",
        "дата смерти",
        "дата гибели",
        "смерть",
        "погиб",
        "умер",
        "қайтыс болған күні",
        "қаза тапқан күні",
        "өлген күні",
        "дата гибели смерти",
        "дата смерти гибели",
        "когда погиб",
        "date of killing",
        "date killed",
        "day of death",
        "died on",
        "fecha de muerte",
        "fecha de fallecimiento",
        "fecha de la muerte",
        "fecha del fallecimiento",
        "fecha de defunción",
        "date de deces",
        "date du décès",
        "date of demise",
        "дата смерти погибшего",
        "تاريخ القتل",
        "تاريخ الوفاه",
        "дата загибелі смерті",
        "date de décès",
        "ölüm tarihi",
        "дата загибелі",
        "дата смерті",
        "تاريخ الوفاة",
        "تاريخ الاستشهاد",
        "қаза болған күні"}},
      {Field::death_year, {"death year", "year of death", "год смерти", "қайтыс болған жылы"}},
      {Field::death_month, {"death month", "month of death", "месяц смерти"}},
      {Field::death_day, {"death day", "день смерти"}},
      {Field::age,
       {"age", "age at death", "years old", "возраст", "лет", "полных лет", "жасы", "жас",
        "возраст на момент гибели", "возраст на момент смерти", "возраст лет",
        "age at time of death", "жасы жыл", "edad", "âge", "yaş", "yaşı", "вік", "العمر"}},
      {Field::date,
       {"date", "event date", "date of event", "incident date", "date of incident",
        "date of the incident", "fecha", "tarih", "التاريخ", "fecha de los hechos", "when", "дата",
        "дата события", "когда", "күні", "күн", "мерзімі", "оқиға күні"}},
      {Field::date_year, {"date year", "year", "event year", "год", "жыл", "жылы"}},
      {Field::date_month, {"date month", "month", "event month", "месяц", "ай", "айы"}},
      {Field::date_day, {"date day", "day", "event day", "день", "число"}},
      {Field::place,
       {"place",
        "location",
        "where",
        "place of death",
        "address",
        "место",
        "место гибели",
        "место смерти",
        "где",
        "адрес",
        "орны",
        "жері",
        "орын",
        "мекенжай",
        "мекенжайы",
        "қаза тапқан жері",
        "қаза болған жері",
        "lugar",
        "lugar de muerte",
        "lugar de la muerte",
        "lugar de fallecimiento",
        "lugar de los hechos",
        "lieu du décès",
        "yer",
        "yeri",
        "olay yeri",
        "مكان القتل",
        "مكان الاستشهاد",
        "place of incident",
        "location of death",
        "lieu",
        "lieu de décès",
        "ölüm yeri",
        "місце",
        "місце загибелі",
        "місце смерті",
        "المكان",
        "مكان الوفاة",
        "place of killing"}},
      {Field::place_town,
       {"place town", "town", "city", "village", "settlement", "город", "село", "населенный пункт",
        "населённый пункт", "посёлок", "поселок", "қала", "қаласы", "ауыл", "ауылы", "елді мекен",
        "населенный пункт район"}},
      {Field::place_region,
       {"place region", "region", "province", "state", "oblast", "district", "область", "регион",
        "район", "облыс", "облысы", "аудан", "ауданы"}},
      {Field::place_country, {"place country", "country", "страна", "ел", "мемлекет"}},
      {Field::occupation,
       {"occupation",
        "job",
        "profession",
        "work",
        "position",
        "occup",
        "профессия",
        "должность",
        "занятие",
        "род занятий",
        "место работы",
        "работа",
        "мамандығы",
        "кәсібі",
        "қызметі",
        "жұмысы",
        "лауазымы",
        "профессия род занятий",
        "место работы должность",
        "ocupación",
        "profesión",
        "meslek",
        "mesleği"}},
      {Field::group,
       {"group", "category", "status", "группа", "категория", "статус", "тобы", "топ", "санаты"}}};
  return words;
}

std::string normal(std::string_view header) {
  std::string spaced;
  for (const char letter : header)
    spaced += std::string_view("._-:;,/\\'\"()[]\n\r\t").find(letter) == std::string_view::npos
                  ? letter
                  : ' ';
  return text::fold(spaced);
}

// What stands in brackets says how the column is written: "Дата рождения (дд.мм.гггг)".
std::string without_brackets(std::string_view header) {
  std::string kept;
  int depth = 0;
  for (const char letter : header) {
    if (letter == '(' || letter == '[') ++depth;
    if (depth == 0) kept += letter;
    if ((letter == ')' || letter == ']') && depth > 0) --depth;
  }
  return kept;
}

// "Name EN", "name_ar", "Имя рус": in which language it is written.
std::string without_language(const std::string& key) {
  constexpr std::array<std::string_view, 16> languages = {
      " en", " ru",  " kz",  " kk",  " ar",  " uk",  " es",  " fr",
      " tr", " eng", " rus", " kaz", " рус", " каз", " лат", " анг"};
  for (const std::string_view language : languages) {
    if (key.ends_with(language)) return key.substr(0, key.size() - language.size());
  }
  return key;
}

// Whose name, age or date it is: the dead one's, whom the list is about. "ФИО матери" is somebody
// else's and stays.
constexpr std::array<std::string_view, 30> said_behind = {
    " погибшего",     " погибшей",      " погибших",        " умершего",    " умершей",
    " умерших",       " убитого",       " убитых",          " покойного",   " пострадавшего",
    " пострадавших",  " потерпевшего",  " скончавшегося",   " жертвы",      " жертв",
    " пропавшего",    " человека",      " полностью",       " of victim",   " of the victim",
    " of victims",    " of deceased",   " of the deceased", " of the dead", " of person",
    " of the person", " de la víctima", " de la victime",   " загиблого",   " of martyr"};
constexpr std::array<std::string_view, 13> said_before = {
    "victim s ",  "victims ",        "victim ",
    "deceased ",  "deceased s ",     "person s ",
    "погибший ",  "қаза тапқанның ", "қаза тапқан адамның ",
    "марқұмның ", "құрбанның ",      "қаза болғанның ",
    "martyr s "};

std::string without_whose(const std::string& key) {
  for (const std::string_view words : said_behind) {
    if (key.ends_with(words)) return key.substr(0, key.size() - words.size());
  }
  for (const std::string_view words : said_before) {
    if (key.starts_with(words)) return key.substr(words.size());
  }
  return key;
}

// "Возраст на 2011", "Возраст на момент ареста", "Age in 2011".
bool is_age_on_a_day(const std::string& key) {
  constexpr std::array<std::string_view, 6> starts = {"возраст на ", "возраст в ", "age at ",
                                                      "age in ",     "age on ",    "жасы 20"};
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return key.starts_with(start); });
}

using ByHeader = std::unordered_map<std::string, Field>;

const ByHeader& by_header() {
  static const ByHeader map = [] {
    ByHeader made;
    for (const Words& words : known_headers()) {
      for (const std::string_view word : words.headers) made.emplace(normal(word), words.field);
    }
    return made;
  }();
  return map;
}

std::string seen(std::string_view text) {
  std::string letters;
  for (const char32_t letter : text::seen_letters(text)) letters += std::to_string(letter) + " ";
  return letters;
}

// Headers of three letters and more by how they look: "ФИO" with a Latin O.
const ByHeader& by_looks() {
  static const ByHeader map = [] {
    ByHeader made;
    for (const Words& words : known_headers()) {
      for (const std::string_view word : words.headers) {
        if (text::seen_letters(word).size() >= 3) made.emplace(seen(word), words.field);
      }
    }
    return made;
  }();
  return map;
}

// Letters that look the same on paper, Latin and Cyrillic; folding would part capitals that do from
// small ones that do not ("M" and "м").
constexpr std::array<std::array<std::string_view, 2>, 22> twins = {
    {{"A", "А"}, {"B", "В"}, {"C", "С"}, {"E", "Е"}, {"H", "Н"}, {"K", "К"}, {"M", "М"}, {"O", "О"},
     {"P", "Р"}, {"T", "Т"}, {"X", "Х"}, {"Y", "У"}, {"a", "а"}, {"c", "с"}, {"e", "е"}, {"i", "і"},
     {"k", "к"}, {"o", "о"}, {"p", "р"}, {"x", "х"}, {"y", "у"}, {"I", "І"}}};

// The text with each letter of one alphabet that has a twin in the other written as that one.
std::string in_one_alphabet(std::string_view text, bool is_cyrillic) {
  std::string written;
  for (std::size_t at = 0; at < text.size();) {
    const auto twin = std::find_if(twins.begin(), twins.end(), [&](const auto& pair) {
      return text.substr(at).starts_with(pair[is_cyrillic ? 0 : 1]);
    });
    if (twin == twins.end()) {
      written += text[at++];
    } else {
      written += (*twin)[is_cyrillic ? 1 : 0];
      at += (*twin)[is_cyrillic ? 0 : 1].size();
    }
  }
  return written;
}

bool is_of_two_alphabets(std::string_view header) {
  bool has_latin = false, has_cyrillic = false;
  for (const char letter : header) {
    has_latin = has_latin || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    has_cyrillic = has_cyrillic || letter == '\xD0' || letter == '\xD1';
  }
  return has_latin && has_cyrillic;
}

}  // namespace

std::optional<Field> field_of_header(std::string_view header) {
  const std::string key = normal(header);
  const std::string bare = normal(without_brackets(header));
  for (const std::string& candidate : {key, bare, without_language(key), without_language(bare),
                                       without_whose(key), without_whose(bare)}) {
    const auto found = by_header().find(candidate);
    if (found != by_header().end()) return found->second;
  }
  if (is_age_on_a_day(key)) return Field::age;
  if (is_of_two_alphabets(header)) {
    for (const bool is_cyrillic : {true, false}) {
      const auto found =
          by_header().find(normal(in_one_alphabet(without_brackets(header), is_cyrillic)));
      if (found != by_header().end()) return found->second;
    }
    const auto found = by_looks().find(seen(without_brackets(header)));
    if (found != by_looks().end()) return found->second;
  }
  std::string name = key;
  std::replace(name.begin(), name.end(), ' ', '_');
  return record::field_from_name(name);
}

namespace {

std::size_t filled(const std::vector<std::string>& row) {
  return static_cast<std::size_t>(std::count_if(
      row.begin(), row.end(), [](const std::string& cell) { return !normal(cell).empty(); }));
}

std::size_t fields_named(const std::vector<std::string>& row) {
  std::set<Field> named;
  for (const std::string& cell : row) {
    if (const auto field = field_of_header(cell)) named.insert(*field);
  }
  return named.size();
}

}  // namespace

bool is_header_of_names(std::string_view cell) {
  // A filter by length and first byte first, since each distinct name of a list comes here.
  static constexpr std::size_t longest = 64;
  static const std::array<std::array<bool, 256>, longest> begins = [] {
    std::array<std::array<bool, 256>, longest> made{};
    for (const Words& words : known_headers()) {
      if (words.field != Field::name && words.field != Field::family && words.field != Field::given)
        continue;
      for (const std::string_view word : words.headers) {
        // Either case of the first letter, and dots or blanks between: what is too long is a slip.
        for (std::size_t size = word.size(); size < std::min(word.size() + 8, longest); ++size) {
          const auto first = static_cast<unsigned char>(word[0]);
          made[size][first] = true;
          if (first >= 'a' && first <= 'z') made[size][first - 32U] = true;
          if (first == 0xD0 || first == 0xD1) made[size][0xD0] = true;
          if (first == 0xD2 || first == 0xD3) made[size][first] = true;
        }
      }
    }
    return made;
  }();
  if (cell.empty() || cell.size() >= longest ||
      !begins[cell.size()][static_cast<unsigned char>(cell[0])])
    return false;
  const auto found = by_header().find(normal(cell));
  return found != by_header().end() &&
         (found->second == Field::name || found->second == Field::family ||
          found->second == Field::given);
}

std::size_t find_header_row(const std::vector<std::vector<std::string>>& rows) {
  constexpr std::size_t rows_of_a_header = 3;  // that stand together
  std::size_t width = 0;
  for (const auto& row : rows) width = std::max(width, filled(row));
  for (std::size_t at = 0; at < rows.size(); ++at) {
    std::size_t best = at, best_fields = fields_named(rows[at]);
    // A record may have words of a header in it, but not in most of its cells.
    if (best_fields < 2 || best_fields * 3 < filled(rows[at])) continue;
    for (std::size_t next = at + 1; next < std::min(at + rows_of_a_header, rows.size()); ++next) {
      const std::size_t fields = fields_named(rows[next]);
      if (fields > best_fields) best = next, best_fields = fields;
    }
    return best;
  }
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (filled(rows[at]) * 2 > width) return at;
  }
  return 0;
}

}  // namespace sanaq::tables

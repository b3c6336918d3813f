#include "sanaq/tables/date_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace sanaq::tables {
namespace {

using namespace std::string_view_literals;
using enum DateWordKind;

// Month names: what a word may begin with, and how it may go on, separated by '|'; an empty ending
// is written as nothing between the bars. English, Russian, Kazakh (also without Kazakh letters),
// what Kyrgyz shares, and six languages more. A word that only begins like a month ("maybe",
// "Казань") is none.
constexpr std::string_view on_kazakh =
    "|да|де|та|те|ның|нің|дың|дің|тың|тің|дағы|дегі|тағы|тегі|ы|і|дан|ден|тан|тен|ға|ге|қа|ке|айы|";
struct MonthStem {
  std::string_view stem;
  int month;
  std::string_view endings;
};
constexpr std::array<MonthStem, 143> month_stems = {{
    {"jan", 1, "||uary|"},
    {"feb", 2, "||ruary|"},
    {"mar", 3, "||ch|"},
    {"apr", 4, "||il|"},
    {"may", 5, "||"},
    {"jun", 6, "||e|"},
    {"jul", 7, "||y|"},
    {"aug", 8, "||ust|"},
    {"sep", 9, "||t|tember|"},
    {"oct", 10, "||ober|"},
    {"nov", 11, "||ember|"},
    {"dec", 12, "||ember|"},
    {"янв", 1, "||ар|арь|аря|арю|арем|аре|"},
    {"фев", 2, "||р|раль|раля|ралю|ралем|рале|"},
    {"мар", 3, "||т|та|ту|том|те|"},
    {"апр", 4, "||ель|еля|елю|елем|еле|"},
    {"май", 5, "||"},
    {"мая", 5, "||"},
    {"мае", 5, "||м|"},
    {"маю", 5, "||"},
    {"июн", 6, "||ь|я|ю|ем|е|"},
    {"июл", 7, "||ь|я|ю|ем|е|"},
    {"авг", 8, "||уст|уста|усту|устом|усте|"},
    {"сен", 9, "||т|тябрь|тября|тябрю|тябрем|тябре|"},
    {"окт", 10, "||ябрь|ября|ябрю|ябрем|ябре|"},
    {"ноя", 11, "||б|брь|бря|брю|брем|бре|"},
    {"дек", 12, "||абрь|абря|абрю|абрем|абре|"},
    {"нояб", 11, "||р|"},
    {"қаңтар", 1, on_kazakh},
    {"кантар", 1, on_kazakh},
    {"ақпан", 2, on_kazakh},
    {"акпан", 2, on_kazakh},
    {"наурыз", 3, on_kazakh},
    {"сәуір", 4, on_kazakh},
    {"сауир", 4, on_kazakh},
    {"мамыр", 5, on_kazakh},
    {"маусым", 6, on_kazakh},
    {"шілде", 7, on_kazakh},
    {"шилде", 7, on_kazakh},
    {"тамыз", 8, on_kazakh},
    {"қыркүйек", 9, on_kazakh},
    {"кыркуйек", 9, on_kazakh},
    {"қазан", 10, on_kazakh},
    {"казан", 10, on_kazakh},
    {"қараша", 11, on_kazakh},
    {"караша", 11, on_kazakh},
    {"желтоқсан", 12, on_kazakh},
    {"желтоксан", 12, on_kazakh},
    {"қаң", 1, "||"},
    {"ақп", 2, "||"},
    {"нау", 3, "||"},
    {"сәу", 4, "||"},
    {"мам", 5, "||"},
    {"мау", 6, "||"},
    {"шіл", 7, "||"},
    {"там", 8, "||"},
    {"қыр", 9, "||"},
    {"қаз", 10, "||"},
    {"қар", 11, "||"},
    {"жел", 12, "||"},
    // Spanish, French, German, Turkish, Ukrainian, Arabic.
    {"enero", 1, "||"},
    {"febrero", 2, "||"},
    {"marzo", 3, "||"},
    {"abril", 4, "||"},
    {"mayo", 5, "||"},
    {"junio", 6, "||"},
    {"julio", 7, "||"},
    {"agosto", 8, "||"},
    {"septiembre", 9, "||"},
    {"setiembre", 9, "||"},
    {"octubre", 10, "||"},
    {"noviembre", 11, "||"},
    {"diciembre", 12, "||"},
    {"janv", 1, "||ier|"},
    {"févr", 2, "||ier|"},
    {"fevr", 2, "||ier|"},
    {"mars", 3, "||"},
    {"avr", 4, "||il|"},
    {"mai", 5, "||"},
    {"juin", 6, "||"},
    {"juil", 7, "||let|"},
    {"août", 8, "||"},
    {"aout", 8, "||"},
    {"septembre", 9, "||"},
    {"octobre", 10, "||"},
    {"novembre", 11, "||"},
    {"déc", 12, "||embre|"},
    {"decembre", 12, "||"},
    {"januar", 1, "||"},
    {"februar", 2, "||"},
    {"märz", 3, "||"},
    {"juni", 6, "||"},
    {"juli", 7, "||"},
    {"okt", 10, "||ober|"},
    {"dez", 12, "||ember|"},
    {"ocak", 1, "||"},
    {"şubat", 2, "||"},
    {"subat", 2, "||"},
    {"mart", 3, "||"},
    {"nisan", 4, "||"},
    {"mayıs", 5, "||"},
    {"mayis", 5, "||"},
    {"haziran", 6, "||"},
    {"temmuz", 7, "||"},
    {"ağustos", 8, "||"},
    {"agustos", 8, "||"},
    {"eylül", 9, "||"},
    {"eylul", 9, "||"},
    {"ekim", 10, "||"},
    {"kasım", 11, "||"},
    {"kasim", 11, "||"},
    {"aralık", 12, "||"},
    {"aralik", 12, "||"},
    {"січ", 1, "||ень|ня|ні|"},
    {"лют", 2, "|ий|ого|ому|"},
    {"берез", 3, "|ень|ня|ні|"},
    {"квіт", 4, "||ень|ня|ні|"},
    {"трав", 5, "|ень|ня|ні|"},
    {"черв", 6, "|ень|ня|ні|"},
    {"лип", 7, "|ень|ня|ні|"},
    {"серп", 8, "|ень|ня|ні|"},
    {"верес", 9, "|ень|ня|ні|"},
    {"жовт", 10, "|ень|ня|ні|"},
    {"листопад", 11, "||а|і|"},
    {"груд", 12, "|ень|ня|ні|"},
    {"يناير", 1, "||"},
    {"فبراير", 2, "||"},
    {"مارس", 3, "||"},
    {"أبريل", 4, "||"},
    {"ابريل", 4, "||"},
    {"إبريل", 4, "||"},
    {"مايو", 5, "||"},
    {"يونيو", 6, "||"},
    {"يونيه", 6, "||"},
    {"يوليو", 7, "||"},
    {"يوليه", 7, "||"},
    {"أغسطس", 8, "||"},
    {"اغسطس", 8, "||"},
    {"سبتمبر", 9, "||"},
    {"أكتوبر", 10, "||"},
    {"اكتوبر", 10, "||"},
    {"نوفمبر", 11, "||"},
    {"ديسمبر", 12, "||"},
}};

// Seasons as stems, with the month in which they begin.
constexpr std::array<MonthStem, 18> season_stems = {{{"spring", 3, ""},
                                                     {"summer", 6, ""},
                                                     {"autumn", 9, ""},
                                                     {"winter", 12, ""},
                                                     {"fall", 9, ""},
                                                     {"весн", 3, ""},
                                                     {"лето", 6, ""},
                                                     {"летом", 6, ""},
                                                     {"лета", 6, ""},
                                                     {"осен", 9, ""},
                                                     {"зим", 12, ""},
                                                     {"көктем", 3, ""},
                                                     {"коктем", 3, ""},
                                                     {"жаз", 6, ""},
                                                     {"күз", 9, ""},
                                                     {"куз", 9, ""},
                                                     {"қыс", 12, ""},
                                                     {"кокт", 3, ""}}};
constexpr std::string_view on_season = "|а|ы|у|ой|е|ь|и|ью|ом|ние|ний|нее|да|де|те|ғы|гі|ды|ді|"sv;

struct WordsOfKind {
  DateWordKind kind;
  std::string_view words;  // separated by blanks
};
constexpr std::array<WordsOfKind, 6> plain_words = {{
    {approximate,
     "c ca circa about approx approximately around abt est estimated prob probably presumably "
     "presumed possibly perhaps ~ ≈ ок около примерно прим прибл приблизительно предп "
     "предположительно предположит вероятно возможно ориентировочно шамамен болжам болжамды "
     "мүмкін жуық"},
    {decade, "s е ые ых годы годов годах жылдар жылдары жж"},
    {birth,
     "р род родился родилась рожд рождения рождение рожден рождена рождён dob yob b born birth "
     "туған туылған туды туылды т д"},
    {death,
     "† died d death killed ум умер умерла скончался скончалась погиб погибла погибший "
     "убит убита қайтыс болған болды өлді өлген қаза"},
    {passed_over,
     "айы айында айының жылдың жылында г гг год года году го й ж жыл жылы жылғы y o yr year йил "
     "yil on in at of "
     "the th st "
     "nd rd числа число күні в во ночь утром вечером днем днём ое сы сі шы ші ыншы інші "
     "начало начале середина середине сер конец конце early mid late beginning end басы ортасы "
     "аяғы соңы mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday "
     "sat saturday sun sunday пн вт ср чт пт сб вс понедельник вторник среда среду четверг пятница "
     "пятницу суббота субботу воскресенье 年 月 日 de del le la du року рік año yılı yıl den"},
    {joining, "с на по и или либо and or to from мен және немесе"},
}};

// Whether `word` is `stem` with one of its endings.
bool is_form_of(std::string_view word, std::string_view stem, std::string_view endings) {
  if (!word.starts_with(stem)) return false;
  if (word.size() == stem.size()) return true;
  const std::string ending = "|" + std::string(word.substr(stem.size())) + "|";
  return endings.find(ending) != std::string_view::npos;
}

const std::unordered_map<std::string_view, DateWordKind>& kinds() {
  static const std::unordered_map<std::string_view, DateWordKind> all = [] {
    std::unordered_map<std::string_view, DateWordKind> made;
    for (const auto& [kind, words] : plain_words) {
      for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        made.emplace(words.substr(at, end - at), kind);
        at = end + 1;
      }
    }
    return made;
  }();
  return all;
}

// ХІІ in Cyrillic letters is XII; 0 where the word is no Roman number of a month.
int roman_month(std::string_view word) {
  constexpr std::size_t longest = 8;
  if (word.size() > longest) return 0;
  std::string latin;
  for (std::size_t at = 0; at < word.size();) {
    static constexpr std::array<std::pair<std::string_view, char>, 5> alike = {
        {{"х", 'x'}, {"і", 'i'}, {"ӏ", 'i'}, {"ı", 'i'}, {"ѵ", 'v'}}};
    const std::size_t length = static_cast<unsigned char>(word[at]) < 0x80 ? 1 : 2;
    char letter = length == 1 ? word[at] : ' ';
    for (const auto& [cyrillic, same] : alike) {
      if (word.substr(at, length) == cyrillic) letter = same;
    }
    latin += letter;
    at += length;
  }
  static constexpr std::array<std::string_view, 12> roman = {
      "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"};
  for (std::size_t at = 0; at < roman.size(); ++at) {
    if (latin == roman[at]) return static_cast<int>(at) + 1;
  }
  return 0;
}

}  // namespace

DateWord date_word(std::string_view word) {
  const auto plain = kinds().find(word);
  if (plain != kinds().end()) return {plain->second, 0};
  for (const MonthStem& candidate : month_stems) {
    if (is_form_of(word, candidate.stem, candidate.endings)) return {month, candidate.month};
  }
  if (const int roman = roman_month(word)) return {month, roman};
  for (const MonthStem& candidate : season_stems) {
    if (is_form_of(word, candidate.stem, on_season)) return {season, candidate.month};
  }
  return {};
}

}  // namespace sanaq::tables

#include "sanaq/casefile/column_headers.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "sanaq/text/fold.h"

namespace sanaq::casefile {
namespace {

struct Words {
  std::string_view kind;  // "": of every kind that does not have its own
  std::string_view column, russian, kazakh;
};

// The header of who may see a row has the English word in it: the settings tell apart a column that
// is meant so from one that seems to be (visibility.h), and this one is.
constexpr std::array<Words, 81> all_words = {{
    {"", "place", "Место", "Орны"},
    {"", "date", "Дата", "Күні"},
    {"", "source", "Источник", "Дереккөз"},
    {"", "visibility", "Видимость (visibility)", "Көрінуі (visibility)"},
    {"", "note", "Примечание", "Ескертпе"},
    {"", "event", "Событие", "Оқиға"},
    {"", "type", "Вид", "Түрі"},
    {"", "lang", "Язык", "Тілі"},
    {"", "person", "Человек", "Адам"},
    {"", "status", "Состояние", "Жағдайы"},
    {"", "sentence", "Срок", "Жаза мерзімі"},
    {"", "value", "Значение", "Мәні"},
    {"", "confidence", "Уверенность", "Сенімділігі"},
    {"", "property", "Свойство", "Қасиеті"},
    {"", "organisation", "Организация", "Ұйым"},
    {"", "custody", "Код заключения", "Қамау коды"},
    {"act", "act", "Код деяния", "Әрекет коды"},
    {"act", "victim", "Пострадавший", "Зардап шеккен адам"},
    {"act", "count", "Число людей", "Адам саны"},
    {"act", "method", "Способ", "Тәсілі"},
    {"act", "perpetrator", "Исполнитель", "Орындаушы"},
    {"act", "involvement", "Степень участия", "Қатысу дәрежесі"},
    {"act", "certainty", "Достоверность", "Анықтығы"},
    {"custody", "arrested", "Задержан", "Ұсталған күні"},
    {"custody", "held_at", "Где содержится", "Қайда ұсталуда"},
    {"custody", "charge", "Обвинение", "Тағылған айып"},
    {"custody", "court", "Суд", "Сот"},
    {"custody", "verdict", "Приговор", "Үкім"},
    {"custody", "term_start", "Начало срока", "Мерзімнің басталуы"},
    {"custody", "credited_days", "Зачтено дней", "Есепке алынған күндер"},
    {"custody", "released", "Освобождён", "Босатылған күні"},
    {"custody", "rehabilitated", "Реабилитирован", "Ақталған күні"},
    {"custody_change", "kind", "Вид изменения", "Өзгеріс түрі"},
    {"custody_change", "sentence", "Срок после изменения", "Өзгерістен кейінгі мерзім"},
    {"event", "event", "Код события", "Оқиға коды"},
    {"event", "title", "Название", "Атауы"},
    {"event", "start", "Начало", "Басталуы"},
    {"event", "end", "Конец", "Аяқталуы"},
    {"event", "part_of", "Часть события", "Қай оқиғаның бөлігі"},
    {"event", "caused_by", "Вызвано событием", "Қай оқиғадан туған"},
    {"event", "count_min", "Не менее", "Кемінде"},
    {"event", "count_max", "Не более", "Ең көбі"},
    {"event", "employer", "Работодатель", "Жұмыс беруші"},
    {"event", "union", "Профсоюз", "Кәсіподақ"},
    {"event", "participants", "Число участников", "Қатысушылар саны"},
    {"event", "demands", "Требования", "Талаптар"},
    {"event", "outcome", "Исход", "Нәтижесі"},
    {"organisation", "organisation", "Код организации", "Ұйым коды"},
    {"organisation", "name", "Название", "Атауы"},
    {"organisation", "kind", "Вид", "Түрі"},
    {"organisation", "parent", "Вышестоящая организация", "Жоғары тұрған ұйым"},
    {"organisation", "perpetrator_type", "Вид исполнителя", "Орындаушының түрі"},
    {"post", "title", "Должность", "Лауазымы"},
    {"post", "from", "С какого времени", "Қай кезден"},
    {"post", "to", "По какое время", "Қай кезге дейін"},
    {"post", "basis", "Основание", "Негізі"},
    {"post", "superior", "Начальник", "Басшысы"},
    {"claim", "claim", "Код утверждения", "Мәлімдеме коды"},
    {"claim", "what", "Что утверждается", "Не туралы айтылған"},
    {"claim", "min", "Не менее", "Кемінде"},
    {"claim", "max", "Не более", "Ең көбі"},
    {"claim", "from", "С даты", "Қай күннен"},
    {"claim", "to", "По дату", "Қай күнге дейін"},
    {"claim", "group", "Группа", "Тобы"},
    {"claim", "asserted_by", "Кто утверждает", "Кім айтқан"},
    {"claim", "asserted_at", "Когда сказано", "Айтылған күні"},
    {"claim", "printed_in", "Где напечатано", "Қайда басылған"},
    {"demand", "demand", "Код требования", "Талап коды"},
    {"demand", "text", "Текст", "Мәтіні"},
    {"demand", "by", "Кто требует", "Кім талап етеді"},
    {"demand", "to", "К кому", "Кімге қойылған"},
    {"demand", "status_date", "Дата состояния", "Жағдай күні"},
    {"aid", "fund", "Фонд", "Қор"},
    {"aid", "direction", "Приход или расход", "Кіріс пе, шығыс па"},
    {"aid", "amount", "Сумма", "Сомасы"},
    {"aid", "currency", "Валюта", "Валютасы"},
    {"aid", "from", "От кого", "Кімнен"},
    {"aid", "to", "Кому", "Кімге"},
    {"aid", "purpose", "Назначение", "Мақсаты"},
    {"statement", "subject", "О чём", "Не туралы"},
    {"statement", "locator", "Место в источнике", "Дереккөздегі орны"},
}};

const Words* header_words(std::string_view kind, std::string_view column) {
  for (const std::string_view of : {kind, std::string_view()}) {
    const auto found = std::find_if(all_words.begin(), all_words.end(), [&](const Words& words) {
      return words.kind == of && words.column == column;
    });
    if (found != all_words.end()) return &*found;
  }
  return nullptr;
}

using ByHeader = std::map<std::pair<std::string_view, std::string>, std::string_view>;

const ByHeader& by_header() {
  static const ByHeader map = [] {
    ByHeader made;
    for (const Words& words : all_words) {
      for (const std::string_view header : {words.russian, words.kazakh})
        made.emplace(std::pair(words.kind, text::fold(header)), words.column);
    }
    return made;
  }();
  return map;
}

}  // namespace

std::string column_header(std::string_view kind, std::string_view column,
                          std::string_view language) {
  const Words* words = header_words(kind, column);
  if (words != nullptr && language == "ru") return std::string(words->russian);
  if (words != nullptr && language == "kk") return std::string(words->kazakh);
  std::string header(column);
  std::replace(header.begin(), header.end(), '_', ' ');
  if (!header.empty() && header[0] >= 'a' && header[0] <= 'z')
    header[0] = static_cast<char>(header[0] - 'a' + 'A');
  return header;
}

std::string_view column_of_header(std::string_view kind, std::string_view folded) {
  for (const std::string_view of : {kind, std::string_view()}) {
    const auto found = by_header().find({of, std::string(folded)});
    // A kind with words of its own for a column is not headed by those of the others.
    if (found != by_header().end() && header_words(kind, found->second)->kind == of)
      return found->second;
  }
  return "";
}

}  // namespace sanaq::casefile

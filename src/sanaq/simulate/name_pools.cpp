#include "sanaq/simulate/name_pools.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sanaq::simulate {
namespace {

using Text = std::string_view;

constexpr std::array<Text, 56> kazakh_men = {
    "Айбек",   "Нұрлан", "Ерлан",  "Серік",  "Бауыржан", "Қайрат",   "Талғат", "Жанболат",
    "Мұрат",   "Асқар",  "Дәурен", "Бекзат", "Ғалымжан", "Өмірбек",  "Үсен",   "Қуаныш",
    "Жасұлан", "Әділет", "Тоқтар", "Мейрам", "Сәкен",    "Сабыр",    "Ықылас", "Арыстан",
    "Шыңғыс",  "Темір",  "Қанат",  "Болат",  "Думан",    "Азамат",   "Медет",  "Рахат",
    "Олжас",   "Мирас",  "Нұржан", "Ербол",  "Дастан",   "Бақытжан", "Жомарт", "Мәди",
    "Есен",    "Марат",  "Самат",  "Ренат",  "Әлихан",   "Қасым",    "Жандос", "Ерік",
    "Тілек",   "Сағат",  "Өтеген", "Ұлан",   "Нартай",   "Жәнібек",  "Кенес",  "Әбіш"};
constexpr std::array<Text, 32> kazakh_women = {
    "Айгүл",    "Гүлнар", "Сәуле",   "Жанар",   "Әсел",   "Айнұр",   "Қарлығаш", "Мөлдір",
    "Зәуре",    "Ұлжан",  "Балжан",  "Нұргүл",  "Жібек",  "Дана",    "Меруерт",  "Раушан",
    "Шолпан",   "Күләш",  "Ақмарал", "Назгүл",  "Лаура",  "Динара",  "Әлия",     "Бибігүл",
    "Сандуғаш", "Ақбота", "Тоғжан",  "Перизат", "Ғазиза", "Қамажай", "Жұлдыз",   "Гаухар"};
constexpr std::array<Text, 20> russian_men = {
    "Алексей", "Сергей",  "Виктор",  "Николай",  "Андрей",  "Юрий",     "Пётр",
    "Фёдор",   "Михаил",  "Евгений", "Геннадий", "Василий", "Анатолий", "Степан",
    "Роман",   "Дмитрий", "Игорь",   "Павел",    "Леонид",  "Олег"};
constexpr std::array<Text, 14> russian_women = {
    "Ольга", "Наталья", "Светлана", "Людмила", "Галина", "Татьяна", "Юлия",
    "Вера",  "Ирина",   "Ксения",   "Анна",    "Лидия",  "Елена",   "Зоя"};
constexpr std::array<FatherName, 16> fathers = {{{"Алексей", "Алексеевич", "Алексеевна"},
                                                 {"Сергей", "Сергеевич", "Сергеевна"},
                                                 {"Виктор", "Викторович", "Викторовна"},
                                                 {"Николай", "Николаевич", "Николаевна"},
                                                 {"Андрей", "Андреевич", "Андреевна"},
                                                 {"Юрий", "Юрьевич", "Юрьевна"},
                                                 {"Пётр", "Петрович", "Петровна"},
                                                 {"Фёдор", "Фёдорович", "Фёдоровна"},
                                                 {"Михаил", "Михайлович", "Михайловна"},
                                                 {"Евгений", "Евгеньевич", "Евгеньевна"},
                                                 {"Василий", "Васильевич", "Васильевна"},
                                                 {"Степан", "Степанович", "Степановна"},
                                                 {"Дмитрий", "Дмитриевич", "Дмитриевна"},
                                                 {"Игорь", "Игоревич", "Игоревна"},
                                                 {"Павел", "Павлович", "Павловна"},
                                                 {"Олег", "Олегович", "Олеговна"}}};

constexpr std::array<Text, 24> family_starts = {"Бай",  "Жан",   "Нұр",   "Ер",   "Тоқ",   "Сәт",
                                                "Құл",  "Есен",  "Аман",  "Ай",   "Тас",   "Бек",
                                                "Қара", "Алтын", "Мырза", "Өмір", "Жұма",  "Шер",
                                                "Ақ",   "Сары",  "Қой",   "Дос",  "Тілеу", "Ізбас"};
constexpr std::array<Text, 14> family_ends = {"жанов",    "беков", "мұратов", "ғалиев", "құлов",
                                              "таев",     "баев",  "досов",   "ханов",  "ғазиев",
                                              "бергенов", "кенов", "сейітов", "манов"};
constexpr std::array<Text, 28> russian_families = {
    "Полынов",  "Ковылин",  "Степняков", "Щедринов", "Журавкин",  "Щукарёв",  "Хлебцов",
    "Ветлугин", "Яровцев",  "Солонцов",  "Чабрецов", "Юрасьев",   "Песчанов", "Буранкин",
    "Камышов",  "Лещинов",  "Рыбницын",  "Якорев",   "Хворостин", "Жильцов",  "Озёрников",
    "Тростнев", "Ладейкин", "Мостовцев", "Шипулев",  "Черёмухин", "Каспинов", "Ермилкин"};

constexpr std::array<Word, 10> place_words = {
    {{"Орталық алаң", "Центральная площадь", "Central Square"},
     {"Мұнайшылар көшесі", "улица Нефтяников", "Oilmen Street"},
     {"Базар", "Базар", "Bazaar"},
     {"Темір жол бекеті", "Железнодорожный вокзал", "Railway Station"},
     {"3-шағын аудан", "3-й микрорайон", "Microdistrict 3"},
     {"5-шағын аудан", "5-й микрорайон", "Microdistrict 5"},
     {"Қалалық аурухана", "Городская больница", "City Hospital"},
     {"Ескі қала", "Старый город", "Old Town"},
     {"Әкімдік алдында", "у акимата", "Town Hall"},
     {"Құмтөбе ауылы", "посёлок Кумтобе", "Kumtobe Village"}}};
constexpr std::array<Word, 14> occupation_words = {
    {{"бұрғылаушы", "бурильщик", "driller"},
     {"мұнай операторы", "оператор нефтедобычи", "oil operator"},
     {"дәнекерлеуші", "сварщик", "welder"},
     {"жүргізуші", "водитель", "driver"},
     {"слесарь", "слесарь", "fitter"},
     {"зейнеткер", "пенсионер", "pensioner"},
     {"студент", "студент", "student"},
     {"мұғалім", "учитель", "teacher"},
     {"сатушы", "продавец", "shop assistant"},
     {"мейірбике", "медсестра", "nurse"},
     {"құрылысшы", "строитель", "builder"},
     {"жұмыссыз", "безработный", "unemployed"},
     {"аспаз", "повар", "cook"},
     {"күзетші", "охранник", "guard"}}};

// Parts that are put together where there are many names.
constexpr std::array<Text, 24> family_middles = {"бай",  "жан",   "нұр",   "ер",   "тоқ",  "сәт",
                                                 "құл",  "есен",  "аман",  "тас",  "бек",  "қара",
                                                 "өмір", "мырза", "алтын", "жұма", "сары", "дос",
                                                 "қой",  "тілеу", "шер",   "қазы", "нияз", "уәли"};
constexpr std::array<Text, 16> men_ends = {"бек",   "бай",  "жан",    "хан", "ғали",   "мұрат",
                                           "болат", "лан",  "сұлтан", "тай", "берген", "назар",
                                           "серік", "ғазы", "дәулет", "қожа"};
constexpr std::array<Text, 10> women_ends = {"гүл",   "ай",     "сұлу",  "бике",   "нұр",
                                             "жібек", "маржан", "күміс", "шолпан", "кер"};
constexpr std::array<Text, 20> russian_starts = {"Бел", "Вет", "Гор", "Дол", "Ель", "Жар", "Зар",
                                                 "Кам", "Лес", "Мор", "Нив", "Ост", "Пол", "Род",
                                                 "Сол", "Тум", "Хол", "Чер", "Шор", "Яс"};
constexpr std::array<Text, 20> russian_middles = {"ан", "ар", "ел", "ен", "ив", "ик", "ин",
                                                  "ит", "об", "ов", "од", "ок", "ол", "ом",
                                                  "он", "ор", "ун", "ур", "ух", "яг"};
constexpr std::array<Text, 8> russian_ends = {"ов",   "ин",   "ников", "енков",
                                              "аков", "ушин", "ятин",  "ищев"};

template <typename Word>
const Word& drawn(std::span<const Word> words, num::Rng& random) {
  return words[random.below(words.size())];
}

// The k-th with a probability of about 1/k.
template <typename Word>
const Word& drawn_by_rank(std::span<const Word> words, num::Rng& random) {
  const double ranks = static_cast<double>(words.size()) + 1;
  const auto rank = static_cast<std::size_t>(std::pow(ranks, random.uniform()));
  return words[std::clamp<std::size_t>(rank, 1, words.size()) - 1];
}

template <typename Word>
const Word& drawn(NamePool pool, std::span<const Word> words, num::Rng& random) {
  return pool == NamePool::few ? drawn(words, random) : drawn_by_rank(words, random);
}

}  // namespace

std::span<const Text> kazakh_given(bool is_female) {
  if (is_female) return kazakh_women;
  return kazakh_men;
}

std::span<const Text> russian_given(bool is_female) {
  if (is_female) return russian_women;
  return russian_men;
}

std::span<const FatherName> russian_fathers() { return fathers; }
std::span<const Word> places() { return place_words; }
std::span<const Word> occupations() { return occupation_words; }

std::string draw_kazakh_family(NamePool pool, num::Rng& random) {
  std::string family(drawn<Text>(pool, family_starts, random));
  if (pool == NamePool::many && random.uniform() < 0.6)
    family += drawn_by_rank<Text>(family_middles, random);
  return family += drawn<Text>(pool, family_ends, random);
}

std::string draw_russian_family(NamePool pool, num::Rng& random) {
  if (pool == NamePool::few) return std::string(drawn<Text>(russian_families, random));
  std::string family(drawn_by_rank<Text>(russian_starts, random));
  family += drawn_by_rank<Text>(russian_middles, random);
  return family += drawn_by_rank<Text>(russian_ends, random);
}

std::string draw_kazakh_given(NamePool pool, bool is_female, num::Rng& random) {
  if (pool == NamePool::few || random.uniform() < 0.5)
    return std::string(drawn<Text>(pool, kazakh_given(is_female), random));
  std::string given(drawn_by_rank<Text>(family_starts, random));
  return given += is_female ? drawn_by_rank<Text>(women_ends, random)
                            : drawn_by_rank<Text>(men_ends, random);
}

std::string_view draw_russian_given(NamePool pool, bool is_female, num::Rng& random) {
  return drawn<Text>(pool, russian_given(is_female), random);
}

const FatherName& draw_russian_father(NamePool pool, num::Rng& random) {
  return drawn<FatherName>(pool, fathers, random);
}

}  // namespace sanaq::simulate

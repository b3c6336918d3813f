#include "sanaq/investigation/config_template.h"

#include "sanaq/base/toml_text.h"

namespace sanaq::investigation {
namespace {

constexpr std::string_view english =
    R"toml(# The settings of this investigation. Lines that begin with # are comments; take the # away to use one.
# Check it with:  sanaq ingest .     Count with:  sanaq run .

title = "{}"
# about = "One or two sentences for the first page: what happened, where, when."
languages = ["en", "ru"]          # of the published site: en, kk, ru; the first is the main one

# ---- Whom do we count? ----------------------------------------------------------------------------------------
# The estimate needs one population: the same place, the same days. A record that certainly lies outside is not
# counted, and the report says how many there were. An unknown date or place is never outside.
[scope]
# from = "2011-12-16"             # a day, a month "2011-12" or a year "2011"
# to = "2011-12-20"
# places = ["Aktau", "Zhetybay"]  # a record's place must contain one of these words, in any script
# what = "deaths"                 # which claims are set beside the count: those with this word in their column `what`
# status = "dead"                 # all who are counted have died, so that pages about persons may be published

# ---- The lists ------------------------------------------------------------------------------------------------
# Put each list into the folder lists/ as you received it (CSV, TSV, XLSX, ODS, any encoding); `sanaq ingest` prints
# what to write here.
# One block a list. `file` is all that is needed; sanaq finds the columns and shows how it understood them.
#
# [[list]]
# name = "hospital"
# file = "hospital.xlsx"
# duplicates = true               # false: nobody stands on this list twice
# public = ["name", "date"]       # columns that may be published; without this line none is
# sheet = "Sheet1"                # of a spreadsheet; otherwise the first that is shown; ["2011", "2012"] is one list
# header_row = 3                  # the row with the headers, as a spreadsheet counts; 0: there is none
# skip_rows = [17, "40-52"]       # rows that are no persons
# dates = "dmy"                   # dmy, mdy or ymd, where nothing in a column tells what 03/04/2011 is
# century = 1900                  # years of two digits lie in the hundred years from this one
# calendar = "hijri"              # hijri, jalali or buddhist, if the list's dates are of that calendar
# values = { sex = { "1" = "m", "2" = "f" } }   # what words of a column mean, by field or header
# encoding = "windows-1251"       # only if letters come out wrong
# covers = { from = "2011-12-16", to = "2011-12-18", places = ["Aktau"] }   # where and when this list looked
#
# If sanaq took a column for something else, say here which header is what. Known on the left: id, name, given,
# family, patronymic, sex, birth, death, age, date, place, occupation, group, and parts such as birth_year.
# columns = { id = "No.", name = "Full name", birth = "Date of birth", place = "Where found" }

# Words that say on your lists that nobody knows who it was, and that sanaq does not know:
[words]
# nobody = ["John Placeholder", "б/о"]

# ---- Numbers that others assert ----------------------------------------------------------------------------------
# A CSV file with the header  claim,what,min,max,place,from,to,group,asserted_by,asserted_at,printed_in,source
#
# [[table]]
# kind = "claim"
# file = "claims.csv"
#
# In the same way the case file: act, custody, custody_change, event, organisation, post, demand, aid, person.
# Their columns are in docs/formats/casefile.md; ask it with  sanaq ask still-held --on 2014-12-16

# ---- Settings that rarely need a change ----------------------------------------------------------------------------
[link]
# threshold = 0.5                 # two records are one person where that is more probable than this
# draws = 25                      # registers drawn by their probability: the number is estimated on each (0: links taken as known)
# block = ["family_key,birth_year", "given_key,place"]   # which pairs to look at; otherwise sanaq chooses
# ignore = ["Remarks"]            # headers that say nothing about who a person is
# nicknames = "nicknames.csv"     # your own short forms, beside those that sanaq knows:  name,nickname
# labels = "labels.csv"           # pairs whose truth is known:  list_l,record_l,list_r,record_r,label
# model = "model.json"            # a model that  sanaq link --save-model  has saved, instead of learning one
# seed = 1

[estimate]
# method = "auto"                 # auto, lcm, dga, loglinear, sparse, threshold, chao, chapman, all
# strata = ["sex", "place"]       # estimated apart, pooled in part, added up; where lists reach some groups better than others
# prior = [100, 500]              # what a survey said of the total: 90 % between. Or prior_range: certainly between (a census);
#                                 # prior_unlisted, prior_unlisted_range: the same of the share on no list, [0.2, 0.6]
# dependent = [["hospital", "police"]]   # lists that copy from one another or share a source: their dependence is in every model
# seed = 1

[publish]
# site = "site"                   # the folder of the site
# register = true                 # false: no pages about persons
# held_on = "2014-12-16"          # the day for which the page of prisoners is made; otherwise the day of the run
)toml";

constexpr std::string_view russian =
    R"toml(# Настройки этого расследования. Строки, которые начинаются с #, — пояснения; уберите #, чтобы строка работала.
# Проверить:  sanaq ingest .     Посчитать:  sanaq run .

title = "{}"
# about = "Одно-два предложения для первой страницы: что произошло, где, когда."
languages = ["ru", "en"]          # языки сайта: en, kk, ru; первый — основной

# ---- Кого мы считаем? -----------------------------------------------------------------------------------------
# Оценке нужна одна совокупность: одно место, одни и те же дни. Запись, которая заведомо лежит вне этих границ, не
# считается, и отчёт говорит, сколько таких. Неизвестная дата или место никогда не вне границ.
[scope]
# from = "2011-12-16"             # день, месяц "2011-12" или год "2011"
# to = "2011-12-20"
# places = ["Актау", "Жетыбай"]   # место в записи должно содержать одно из этих слов, в любой письменности
# what = "deaths"                 # какие утверждения ставить рядом с числом: те, у кого это слово в столбце `what`
# status = "dead"                 # все, кого считаем, погибли, и страницы о людях можно публиковать

# ---- Списки ---------------------------------------------------------------------------------------------------
# Положите каждый список в папку lists/ таким, каким получили (CSV, TSV, XLSX, ODS, любая кодировка), и назовите его
# здесь (что написать, печатает `sanaq ingest`). Один блок на список. Достаточно строки `file`: столбцы программа
# найдёт сама и покажет, как их поняла.
#
# [[list]]
# name = "hospital"
# file = "hospital.xlsx"
# duplicates = true               # false: никто не стоит в этом списке дважды
# public = ["name", "date"]       # столбцы, которые можно публиковать; без этой строки — ни одного
# sheet = "Лист1"                 # лист таблицы; иначе первый видимый; ["2011", "2012"] — один список
# header_row = 3                  # строка с заголовками, как её считает таблица; 0: заголовков нет
# skip_rows = [17, "40-52"]       # строки, которые не люди
# dates = "dmy"                   # dmy, mdy или ymd, если по столбцу не понять, что такое 03/04/2011
# century = 1900                  # годы из двух цифр лежат в ста годах, начиная с этого
# calendar = "hijri"              # hijri, jalali или buddhist, если даты списка в этом календаре
# values = { sex = { "1" = "m", "2" = "f" } }   # что значат слова столбца, по полю или заголовку
# encoding = "windows-1251"       # только если буквы читаются неверно
# covers = { from = "2011-12-16", to = "2011-12-18", places = ["Актау"] }   # где и когда собирали этот список
#
# Если столбец понят неверно, укажите, какой заголовок что значит. Слева может стоять: id, name (имя целиком), given
# (имя), family (фамилия), patronymic (отчество), sex (пол), birth (рождение), death (смерть), age (возраст), date
# (дата), place (место), occupation (занятие), group (группа) и части, например birth_year.
# columns = { id = "№", name = "ФИО", birth = "Дата рождения", place = "Где найден" }

# Слова, которыми в ваших списках говорят, что человек не опознан, и которых sanaq не знает:
[words]
# nobody = ["Имярек", "б/о"]

# ---- Числа, которые называют другие -------------------------------------------------------------------------------
# Файл CSV с заголовком  claim,what,min,max,place,from,to,group,asserted_by,asserted_at,printed_in,source
#
# [[table]]
# kind = "claim"
# file = "claims.csv"
#
# Так же дело: act, custody, custody_change, event, organisation, post, demand, aid, person.
# Их столбцы в docs/formats/casefile.md; спросить:  sanaq ask still-held --on 2014-12-16

# ---- Настройки, которые редко нужно менять --------------------------------------------------------------------------
[link]
# threshold = 0.5                 # две записи — один человек, если это вероятнее, чем здесь указано
# draws = 25                      # сколько реестров выбрать по их вероятности: число оценивается по каждому (0: связи считаются известными)
# block = ["family_key,birth_year", "given_key,place"]   # какие пары сравнивать; иначе программа выбирает сама
# ignore = ["Примечание"]         # заголовки, которые ничего не говорят о том, кто это
# nicknames = "nicknames.csv"     # ваши краткие имена, кроме тех, которые программа знает:  name,nickname
# labels = "labels.csv"           # пары, о которых известно, один ли это человек:  list_l,record_l,list_r,record_r,label
# model = "model.json"            # модель, сохранённая через  sanaq link --save-model : тогда новая не обучается
# seed = 1

[estimate]
# method = "auto"                 # auto, lcm, dga, loglinear, sparse, threshold, chao, chapman, all
# strata = ["sex", "place"]       # считать порознь, частично объединяя, и сложить: если списки охватывают группы неодинаково
# prior = [100, 500]              # что говорило о числе обследование: с уверенностью 90 % между. Или prior_range: наверняка между
#                                 # (перепись); prior_unlisted, prior_unlisted_range: то же о доле тех, кого нет в списках, [0.2, 0.6]
# dependent = [["больница", "полиция"]]   # списки, которые переписаны друг с друга или имеют общий источник: их зависимость есть в каждой модели
# seed = 1

[publish]
# site = "site"                   # папка сайта
# register = true                 # false: без страниц о людях
# held_on = "2014-12-16"          # на какой день страница заключённых; иначе день запуска
)toml";

}  // namespace

std::string config_template(std::string_view title, std::string_view language) {
  std::string text(language == "ru" ? russian : english);
  return text.replace(text.find("\"{}\""), 4, base::toml_text(title));
}

}  // namespace sanaq::investigation

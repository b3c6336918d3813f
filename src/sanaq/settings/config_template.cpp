#include "sanaq/settings/config_template.h"

#include <algorithm>

#include "sanaq/base/catalog.h"
#include "sanaq/base/toml_text.h"
#include "sanaq/settings/options.h"

namespace sanaq::settings {
namespace {

// A line @section stands for the section's options (options.h).
constexpr std::string_view english =
    R"toml(# The settings of this investigation. Lines that begin with # are comments; take the # away to use one.
# Check it with:  sanaq ingest .     Count with:  sanaq run .

title = "{}"
@first
languages = ["en", "ru"]          # of the published site: en, kk, ru; the first is the main one

# ---- Whom do we count? ----------------------------------------------------------------------------------------
# The estimate needs one population: the same place, the same days. A record that certainly lies outside is not
# counted, and the report says how many there were. An unknown date or place is never outside.
[scope]
@scope

# ---- The lists ------------------------------------------------------------------------------------------------
# Put each list into the folder lists/ as you received it (CSV, TSV, XLSX, ODS, any encoding); `sanaq ingest` prints
# what to write here.
# One block a list. `file` is all that is needed; sanaq finds the columns and shows how it understood them.
#
# [[list]]
@list
#
# If sanaq took a column for something else, say here which header is what. Known on the left: id, name, given,
# family, patronymic, sex, birth, death, age, date, place, occupation, group, and parts such as birth_year.
# columns = { id = "No.", name = "Full name", birth = "Date of birth", place = "Where found" }

# Words that say on your lists that nobody knows who it was, and that sanaq does not know:
[words]
@words

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
@link

[estimate]
@estimate

[publish]
@publish

[serve]
@serve
)toml";

constexpr std::string_view russian =
    R"toml(# Настройки этого расследования. Строки, которые начинаются с #, — пояснения; уберите #, чтобы строка работала.
# Проверить:  sanaq ingest .     Посчитать:  sanaq run .

title = "{}"
@first
languages = ["ru", "en"]          # языки сайта: en, kk, ru; первый — основной

# ---- Кого мы считаем? -----------------------------------------------------------------------------------------
# Оценке нужна одна совокупность: одно место, одни и те же дни. Запись, которая заведомо лежит вне этих границ, не
# считается, и отчёт говорит, сколько таких. Неизвестная дата или место никогда не вне границ.
[scope]
@scope

# ---- Списки ---------------------------------------------------------------------------------------------------
# Положите каждый список в папку lists/ таким, каким получили (CSV, TSV, XLSX, ODS, любая кодировка), и назовите его
# здесь (что написать, печатает `sanaq ingest`). Один блок на список. Достаточно строки `file`: столбцы программа
# найдёт сама и покажет, как их поняла.
#
# [[list]]
@list
#
# Если столбец понят неверно, укажите, какой заголовок что значит. Слева может стоять: id, name (имя целиком), given
# (имя), family (фамилия), patronymic (отчество), sex (пол), birth (рождение), death (смерть), age (возраст), date
# (дата), place (место), occupation (занятие), group (группа) и части, например birth_year.
# columns = { id = "№", name = "ФИО", birth = "Дата рождения", place = "Где найден" }

# Слова, которыми в ваших списках говорят, что человек не опознан, и которых sanaq не знает:
[words]
@words

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
@link

[estimate]
@estimate

[publish]
@publish

[serve]
@serve
)toml";

constexpr std::string_view kazakh =
    R"toml(# Осы тергеудің баптаулары. # белгісінен басталатын жолдар — түсініктеме; жол жұмыс істеуі үшін #-ті алып тастаңыз.
# Тексеру:  sanaq ingest .     Санау:  sanaq run .

title = "{}"
@first
languages = ["kk", "ru", "en"]    # сайттың тілдері: en, kk, ru; біріншісі — негізгісі

# ---- Кімді санаймыз? -------------------------------------------------------------------------------------------
# Бағалауға бір жиынтық керек: бір жер, сол күндер. Осы шектен анық тыс жатқан жазба саналмайды, ал есеп олардың
# қанша болғанын айтады. Күні не орны белгісіз жазба ешқашан шектен тыс саналмайды.
[scope]
@scope

# ---- Тізімдер --------------------------------------------------------------------------------------------------
# Әр тізімді қалай алсаңыз, lists/ қалтасына солай салыңыз (CSV, TSV, XLSX, ODS, кез келген кодталу) да, осында атаңыз
# (не жазу керегін `sanaq ingest` шығарып береді). Әр тізімге бір блок. `file` жолы жеткілікті: бағандарды sanaq өзі
# табады және оларды қалай түсінгенін көрсетеді.
#
# [[list]]
@list
#
# Баған қате түсінілсе, қай тақырыптың не екенін жазыңыз. Сол жақта тұра алатындар: id, name (толық аты-жөні), given
# (аты), family (тегі), patronymic (әкесінің аты), sex (жынысы), birth (туған күні), death (қайтыс болған күні), age
# (жасы), date (күні), place (орны), occupation (кәсібі), group (тобы) және бөліктері, мысалы birth_year.
# columns = { id = "№", name = "Аты-жөні", birth = "Туған күні", place = "Табылған жері" }

# Тізімдеріңізде адамның кім екені белгісіз деген мағынада жазылатын, sanaq білмейтін сөздер:
[words]
@words

# ---- Басқалар айтатын сандар -------------------------------------------------------------------------------------
# CSV файлы, тақырыбы:  claim,what,min,max,place,from,to,group,asserted_by,asserted_at,printed_in,source
#
# [[table]]
# kind = "claim"
# file = "claims.csv"
#
# Іс материалдары да осылай: act, custody, custody_change, event, organisation, post, demand, aid, person.
# Бағандары docs/formats/casefile.md файлында; сұрау:  sanaq ask still-held --on 2014-12-16

# ---- Сирек өзгертілетін баптаулар ----------------------------------------------------------------------------------
[link]
@link

[estimate]
@estimate

[publish]
@publish

[serve]
@serve
)toml";

// What is said of an option begins here, in letters, so that one can read down the page.
constexpr std::size_t help_column = 34;

std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

// `# threshold = 0.5                 # two records are one person where …`
template <typename Owner>
std::string lines_of(const std::vector<Option<Owner>>& options, const base::Catalog& catalog) {
  std::string lines;
  for (const Option<Owner>& each : options) {
    if (each.example.empty()) continue;
    std::string line = "# " + std::string(each.key) + " = " + catalog.say(each.example);
    if (!each.help.id.empty()) {
      const std::size_t width = letters(line);
      line += std::string(width + 2 > help_column ? 3 : help_column - width, ' ') + "# ";
      for (const char letter : catalog.say(each.help))
        line += letter == '\n' ? "\n#" + std::string(help_column - 1, ' ') + "# "
                               : std::string(1, letter);
    }
    lines += line + "\n";
  }
  return lines;
}

}  // namespace

std::string config_template(std::string_view title, std::string_view language) {
  const base::Catalog catalog(language);
  std::string text(catalog.language() == "ru"   ? russian
                   : catalog.language() == "kk" ? kazakh
                                                : english);
  text.replace(text.find("\"{}\""), 4, base::toml_text(title));
  const auto put = [&](const std::string& mark, const std::string& lines) {
    text.replace(text.find(mark), mark.size(), lines);
  };
  put("@first\n", lines_of(first_options(), catalog));
  put("@scope\n", lines_of(scope_options(), catalog));
  put("@list\n", lines_of(list_options(), catalog));
  put("@words\n", lines_of(words_options(), catalog));
  put("@link\n", lines_of(link_options(), catalog));
  put("@estimate\n", lines_of(estimate_options(), catalog));
  put("@publish\n", lines_of(publish_options(), catalog));
  put("@serve\n", lines_of(serve_options(), catalog));
  return text;
}

}  // namespace sanaq::settings

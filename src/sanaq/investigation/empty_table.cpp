#include "sanaq/investigation/empty_table.h"

#include <array>

#include "sanaq/base/catalog.h"
#include "sanaq/base/error.h"
#include "sanaq/base/message.h"
#include "sanaq/casefile/column_headers.h"
#include "sanaq/casefile/schema.h"
#include "sanaq/investigation/table_sort.h"

namespace sanaq::investigation {
namespace {

using base::message;

// Those that tables/headers.cpp reads.
constexpr std::array<std::array<std::string_view, 3>, 9> list_headers = {
    {{"ID", "№", "№"},
     {"Name", "ФИО", "Аты-жөні"},
     {"Sex", "Пол", "Жынысы"},
     {"Date of birth", "Дата рождения", "Туған күні"},
     {"Age", "Возраст", "Жасы"},
     {"Date of death", "Дата гибели", "Қаза тапқан күні"},
     {"Place", "Место", "Орны"},
     {"Occupation", "Род занятий", "Мамандығы"},
     {"Category", "Категория", "Санаты"}}};

struct Title {
  std::string_view kind;
  base::Message english;
};

const std::vector<Title>& titles() {
  static const std::vector<Title> all = {{list_sort, message("A list of people")},
                                         {"act", message("Acts: what was done to whom")},
                                         {"custody", message("Prisoners")},
                                         {"custody_change", message("Changes of prison terms")},
                                         {"event", message("Events")},
                                         {"organisation", message("Organisations")},
                                         {"post", message("Posts: who commanded when")},
                                         {"claim", message("Numbers that others assert")},
                                         {"demand", message("Demands")},
                                         {"aid", message("Aid")},
                                         {"person", message("What is said of single persons")}};
  return all;
}

}  // namespace

const std::vector<std::string>& table_sorts() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> kinds;
    for (const Title& title : titles()) kinds.emplace_back(title.kind);
    return kinds;
  }();
  return all;
}

std::string_view sort_title(std::string_view kind) {
  for (const Title& title : titles()) {
    if (title.kind == kind) return title.english.id;
  }
  return kind;
}

tables::Sheet empty_table(std::string_view kind, std::string_view language) {
  tables::Sheet sheet{base::Catalog(language).say(sort_title(kind)), {}, {}};
  constexpr int width = 20;
  const auto add = [&](std::string header) {
    tables::SheetColumn column{std::move(header), width};
    column.is_to_fill_in = true;
    sheet.columns.push_back(std::move(column));
  };
  if (kind == list_sort) {
    const std::size_t at = language == "ru" ? 1 : language == "kk" ? 2 : 0;
    for (const auto& headers : list_headers) add(std::string(headers[at]));
    return sheet;
  }
  const casefile::TableForm* form = casefile::table_form(kind);
  if (form == nullptr)
    throw base::Error(base::Kind::not_found, message("there is no kind of table called {}", kind));
  for (const casefile::Column& column : form->columns)
    add(casefile::column_header(kind, column.name, language));
  return sheet;
}

}  // namespace sanaq::investigation

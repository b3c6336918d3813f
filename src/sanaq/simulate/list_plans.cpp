#include "sanaq/simulate/list_plans.h"

#include "sanaq/base/check.h"

namespace sanaq::simulate {
namespace {

using record::Field;

ListPlan hospital() {
  ListPlan plan;
  plan.name = "hospital";
  plan.file = "hospital.csv";
  plan.delimiter = ';';
  plan.encoding = "windows-1251";
  plan.columns = {{Field::id, "№"},
                  {Field::family, "Фамилия"},
                  {Field::given, "Имя"},
                  {Field::patronymic, "Отчество"},
                  {Field::sex, "Пол"},
                  {Field::birth, "Дата рождения"},
                  {Field::date, "Дата"},
                  {Field::place, "Место"},
                  {Field::occupation, "Профессия"}};
  plan.date_form = DateForm::dotted;
  plan.one_per_person = true;
  plan.coverage = 0.36;
  return plan;
}

ListPlan morgue() {
  ListPlan plan;
  plan.name = "morgue";
  plan.file = "morgue.csv";
  plan.delimiter = ';';
  plan.encoding = "UTF-8 with BOM";
  plan.columns = {{Field::id, "Номер"},    {Field::name, "ФИО"},  {Field::sex, "Пол"},
                  {Field::age, "Возраст"}, {Field::date, "Дата"}, {Field::place, "Место"}};
  plan.date_form = DateForm::words;
  plan.initials = 0.15;
  plan.patronymic = 0.8;
  plan.one_per_person = true;
  plan.title = "Журнал регистрации, вымышленный";
  plan.coverage = 0.30;
  plan.partner = 0;
  plan.partner_shift = 0.9;
  return plan;
}

ListPlan relatives() {
  ListPlan plan;
  plan.name = "relatives";
  plan.file = "relatives.csv";
  plan.script = Script::kazakh;
  plan.columns = {
      {Field::name, "Аты-жөні"}, {Field::sex, "Жынысы"}, {Field::birth_year, "Туған жылы"},
      {Field::date, "Күні"},     {Field::place, "Орны"}, {Field::occupation, "Мамандығы"}};
  plan.date_form = DateForm::words;
  plan.date_month_only = 0.3;
  plan.patronymic = 0.6;
  plan.coverage = 0.40;
  return plan;
}

ListPlan newspaper() {
  ListPlan plan;
  plan.name = "newspaper";
  plan.file = "newspaper.csv";
  plan.script = Script::english;
  plan.columns = {{Field::name, "Name"},   {Field::sex, "Sex"},
                  {Field::age, "Age"},     {Field::date, "Date"},
                  {Field::place, "Place"}, {Field::occupation, "Occupation"}};
  plan.date_form = DateForm::iso;
  plan.date_month_only = 0.1;
  plan.patronymic = 0.1;
  plan.coverage = 0.27;
  plan.partner = 2;
  plan.partner_shift = 0.6;
  return plan;
}

ListPlan union_list() {
  ListPlan plan;
  plan.name = "union";
  plan.file = "union.tsv";
  plan.delimiter = '\t';
  plan.script = Script::kazakh;
  plan.columns = {{Field::id, "Нөмірі"},           {Field::family, "Тегі"},
                  {Field::given, "Аты"},           {Field::patronymic, "Әкесінің аты"},
                  {Field::birth, "Туған күні"},    {Field::date, "Күні"},
                  {Field::occupation, "Мамандығы"}};
  plan.date_form = DateForm::dotted;
  plan.date_month_only = 0.15;
  plan.one_per_person = true;
  plan.coverage = 0.28;
  plan.worker_shift = 1.0;
  return plan;
}

ListPlan observers() {
  ListPlan plan;
  plan.name = "observers";
  plan.file = "observers.csv";
  plan.delimiter = '\t';
  plan.encoding = "UTF-16LE";
  plan.script = Script::english;
  plan.columns = {
      {Field::id, "Case No"}, {Field::family, "Surname"},           {Field::given, "First name"},
      {Field::sex, "Sex"},    {Field::birth_year, "Year of birth"}, {Field::date, "Date"},
      {Field::place, "Place"}};
  plan.date_form = DateForm::words;
  plan.family_in_capitals = true;
  plan.coverage = 0.20;
  return plan;
}

ListPlan prosecutor() {
  ListPlan plan;
  plan.name = "prosecutor";
  plan.file = "prosecutor.csv";
  plan.columns = {{Field::id, "№ п/п"},
                  {Field::name, "ФИО"},
                  {Field::birth, "Дата рождения"},
                  {Field::date, "Дата"}};
  plan.date_form = DateForm::dotted;
  plan.patronymic = 1.0;
  plan.family_in_capitals = true;
  plan.one_per_person = true;
  plan.coverage = 0.10;
  plan.partner = 1;
  plan.partner_shift = 1.5;
  return plan;
}

ListPlan website() {
  ListPlan plan;
  plan.name = "website";
  plan.file = "website.csv";
  plan.delimiter = '|';
  plan.script = Script::english;
  plan.columns = {{Field::name, "Full name"},
                  {Field::birth_year, "Year of birth"},
                  {Field::date, "Date"},
                  {Field::place, "Place"}};
  plan.date_form = DateForm::iso;
  plan.date_month_only = 0.4;
  plan.initials = 0.1;
  plan.patronymic = 0.2;
  plan.coverage = 0.15;
  plan.partner = 3;
  plan.partner_shift = 1.2;
  return plan;
}

}  // namespace

std::vector<ListPlan> standard_plans(int count) {
  base::check(count >= list_count_min && count <= list_count_max,
              "there are plans for two to eight lists");
  std::vector<ListPlan> plans = {hospital(),   morgue(),    relatives(),  newspaper(),
                                 union_list(), observers(), prosecutor(), website()};
  plans.resize(static_cast<std::size_t>(count));
  return plans;
}

}  // namespace sanaq::simulate

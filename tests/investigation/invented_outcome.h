// An investigation that never was: five lists, three scripts, some 300 persons. Every name is made
// of invented parts.
#pragma once
#include <array>
#include <map>
#include <string>
#include <vector>

#include "sanaq/base/sha256.h"
#include "sanaq/investigation/outcome.h"
#include "sanaq/record/record_address.h"

namespace sanaq::investigation::test {

// Cells that must never leave, whatever the page.
inline constexpr const char* secret_phone = "SENTINEL-PHONE-";
inline constexpr const char* secret_header = "SENTINEL-HEADER";
inline constexpr const char* secret_file = "SENTINEL-FILE";
inline constexpr const char* secret_bad_cell = "SENTINEL-BAD-CELL";
inline constexpr const char* secret_id = "SENTINEL-ID-";
inline constexpr const char* script_name = "<script>alert('x')</script> & \"Quoted\"";

// A small linear congruential stream (Knuth, MMIX): the invented data must be the same everywhere.
class Dice {
 public:
  std::size_t below(std::size_t bound) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>(state_ >> 33) % bound;
  }
  bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }

 private:
  std::uint64_t state_ = 20111216;
};

class TableMaker {
 public:
  explicit TableMaker(record::RecordTable& table) : table_(table) {}
  std::size_t column(const std::string& header, std::optional<record::Field> field) {
    table_.columns.push_back({header, field, {}, {""}, {""}});
    codes_.push_back({{"", 0}});
    return table_.columns.size() - 1;
  }
  std::uint32_t record(std::uint32_t list, const std::vector<std::string>& cells,
                       std::int64_t row) {
    const auto index = static_cast<std::uint32_t>(table_.record_count());
    table_.list_of.push_back(list);
    table_.rows.push_back(row);
    table_.ids.push_back(secret_id + std::to_string(index));
    table_.identities.push_back(table_.lists[list].name + "/" + std::to_string(index));
    for (std::size_t column = 0; column < cells.size(); ++column) add(column, cells[column]);
    return index;
  }

 private:
  void add(std::size_t column, const std::string& text) {
    auto [found, is_new] =
        codes_[column].try_emplace(text, static_cast<std::uint32_t>(codes_[column].size()));
    record::Column& out = table_.columns[column];
    if (is_new) {
      out.values.push_back(text);
      out.canonical.push_back(text);
      if (out.field == record::Field::birth && text.size() == 10 && text[2] == '.') {
        out.canonical.back() = text.substr(6) + "-" + text.substr(3, 2) + "-" + text.substr(0, 2);
      }
    }
    out.codes.push_back(found->second);
  }
  record::RecordTable& table_;
  std::vector<std::map<std::string, std::uint32_t>> codes_;
};

struct Spelling {
  std::string kazakh, russian, english;
};

inline Spelling invented_name(Dice& dice) {
  static const std::vector<Spelling> given = {
      {"Айбар", "Айбар", "Aibar"},       {"Ғалымнұр", "Галымнур", "Galymnur"},
      {"Өміртай", "Омиртай", "Omirtai"}, {"Әлібек", "Алибек", "Alibek"},
      {"Күнсұлу", "Кунсулу", "Kunsulu"}, {"Дәулетхан", "Даулетхан", "Dauletkhan"},
      {"Сергей", "Сергей", "Sergey"},    {"Нұрлыбай", "Нурлыбай", "Nurlybai"},
      {"Жанғали", "Жангали", "Zhangali"}};
  static const std::vector<Spelling> family = {{"Таңбаев", "Танбаев", "Tanbaev"},
                                               {"Өзенов", "Озенов", "Ozenov"},
                                               {"Құмдаров", "Кумдаров", "Kumdarov"},
                                               {"Шаңырақов", "Шаныраков", "Shanyrakov"},
                                               {"Теңізбаев", "Тенизбаев", "Tenizbaev"},
                                               {"Мұнаров", "Мунаров", "Munarov"},
                                               {"Жусанбеков", "Жусанбеков", "Zhusanbekov"},
                                               {"Степнов", "Степнов", "Stepnov"},
                                               {"Боранов", "Боранов", "Boranov"},
                                               {"Сағымов", "Сагимов", "Sagimov"},
                                               {"Елтайов", "Елтаев", "Eltaev"},
                                               {"Балқыбеков", "Балкыбеков", "Balkybekov"}};
  const Spelling& first = given[dice.below(given.size())];
  const Spelling& last = family[dice.below(family.size())];
  return {last.kazakh + " " + first.kazakh, last.russian + " " + first.russian,
          first.english + " " + last.english};
}

inline std::string two_digits(std::size_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

struct List {
  std::string name;
  int reach;
  int script;
  bool is_public;
};
inline const std::vector<List>& invented_lists() {
  static const std::vector<List> lists = {{"hospital", 46, 1, true},
                                          {"morgue", 40, 1, true},
                                          {"newspaper", 28, 2, true},
                                          {"relatives", 52, 0, true},
                                          {"prosecutor", 22, 1, false}};
  return lists;
}

inline void invent_config(investigation::Outcome& out) {
  out.config.title = "The dead of Altyn-Köl";
  out.config.about =
      "In three days of December an invented oil town lost more people than its authorities would "
      "count. Five lists name some of them.";
  out.config.is_invented = true;
  out.config.languages = {"en", "ru", "kk"};
  out.config.scope.status = "dead";
  out.config.scope.places = {"Altyn-Köl"};
  out.config.scope.from = record::make_date(2031, 12, 16);
  out.config.scope.to = record::make_date(2031, 12, 18);
  for (const List& list : invented_lists()) {
    settings::ListConfig config;
    config.name = list.name;
    config.file = secret_file + list.name + ".csv";
    if (list.is_public) config.public_fields = {"name", "birth", "Quarter"};
    out.config.lists.push_back(config);
  }
  out.config.tables.push_back({"claim", "claims.csv"});
}

inline void invent_reports(investigation::Outcome& out) {
  for (std::size_t list = 0; list < invented_lists().size(); ++list) {
    investigation::ListReport report;
    report.name = invented_lists()[list].name;
    report.file = secret_file;
    report.version = base::sha256_hex(report.name);
    for (const std::uint32_t of : out.records.list_of) report.records += of == list;
    report.blank = 2;
    report.refused = 1;
    report.rows_read = report.records + report.blank + report.refused;
    report.columns = {{"name", "Name"}, {"birth", "Born"}, {"age", secret_header}};
    report.unmapped_headers = {"Quarter", secret_header};
    report.bad_cells.push_back({report.name, 7, "Born", record::Field::birth, secret_bad_cell,
                                base::message("no date"), base::message("write one")});
    report.unlinkable = list == 1 ? 4 : 0;
    report.one_per_person = list < 2;
    out.lists.push_back(report);
    out.records.lists[list].version = report.version;
  }
}

inline void invent_people(investigation::Outcome& out,
                          std::map<std::uint32_t, std::int64_t>& cells) {
  Dice dice;
  TableMaker maker(out.records);
  maker.column("Name", record::Field::name);
  maker.column("Born", record::Field::birth);
  maker.column(secret_header, record::Field::age);
  maker.column("Quarter", std::nullopt);
  maker.column(std::string(secret_header) + "-2", std::nullopt);
  std::vector<std::int64_t> next_row(invented_lists().size(), 2);
  for (int human = 0; human < 420; ++human) {
    Spelling name = invented_name(dice);
    if (human == 5) name = {script_name, script_name, script_name};
    const std::string day = two_digits(1 + dice.below(28)), month = two_digits(1 + dice.below(12));
    const std::string year = std::to_string(1968 + dice.below(40));
    const bool is_known = dice.chance(60);
    persons::Person person;
    std::uint32_t listed = 0;
    for (std::uint32_t list = 0; list < invented_lists().size(); ++list) {
      const List& about = invented_lists()[list];
      if (!dice.chance(about.reach + (is_known ? 12 : -18))) continue;
      listed |= 1U << list;
      std::string spelled = about.script == 0   ? name.kazakh
                            : about.script == 1 ? name.russian
                                                : name.english;
      if (dice.chance(8) && human != 5) spelled.erase(spelled.size() - 2);
      const std::string born = list == 2           ? year
                               : dice.chance(15)   ? ""
                               : about.script == 0 ? year + "-" + month + "-" + day
                                                   : day + "." + month + "." + year;
      static const std::array<const char*, 4> quarters = {"Old Jetty", "Ескі базар",
                                                          "Рабочий посёлок", ""};
      person.records.push_back(
          maker.record(list,
                       {spelled, born, secret_phone + std::to_string(human),
                        quarters[dice.below(4)], secret_phone + std::to_string(human)},
                       next_row[list]++));
    }
    if (person.records.empty()) continue;
    person.probability = person.records.size() == 1
                             ? 1
                             : 0.55 + 0.4499 * static_cast<double>(dice.below(1000)) / 1000;
    if (dice.chance(50)) person.probability = 1 - (1 - person.probability) / 40;
    ++cells[listed];
    out.persons.push_back(person);
  }
  out.documented_low = static_cast<std::int64_t>(out.persons.size());
  for (int nameless = 0; nameless < 4; ++nameless) {
    persons::Person person;
    person.records = {maker.record(1, {"", "", "", "Old Jetty", ""}, next_row[1]++)};
    person.is_linkable = false;
    out.persons.push_back(person);
  }
  out.documented_high = static_cast<std::int64_t>(out.persons.size());
}

inline void invent_links(investigation::Outcome& out) {
  out.in_scope.assign(out.records.record_count(), true);
  for (std::uint32_t record = 0; record < out.records.record_count(); ++record) {
    out.record_ids.push_back(record::record_address(out.records.identities[record]));
    out.origins.push_back(out.records.identities[record]);
    out.arrivals.push_back(1);
  }
  out.addresses.secret = std::string(32, 's');
  out.addresses.all = {out.addresses.secret};
  for (persons::Person& person : out.persons) {
    person.id = out.record_ids[person.records.front()];
    for (std::size_t left = 0; left < person.records.size(); ++left) {
      for (std::size_t right = left + 1; right < person.records.size(); ++right) {
        link::Pair pair;
        pair.left = person.records[left];
        pair.right = person.records[right];
        pair.probability = person.probability;
        out.link.pairs.push_back(pair);
      }
    }
  }
}

inline estimate::Summary invented_summary(std::int64_t observed, double shift) {
  estimate::Summary out;
  for (const List& list : invented_lists()) out.lists.push_back(list.name);
  out.observed = observed;
  out.method = estimate::Method::latent_class;
  out.estimate =
      estimate::Estimate{418 + shift, 420.5 + shift, {"model", 0.9, 391 + shift, 452 + shift}};
  out.unlisted = estimate::Estimate{418 + shift - static_cast<double>(observed),
                                    71,
                                    {"model", 0.9, 391 + shift - static_cast<double>(observed),
                                     452 + shift - static_cast<double>(observed)}};
  out.intervals = {{"model", 0.9, 391 + shift, 452 + shift},
                   {"model", 0.95, 386 + shift, 461 + shift}};
  Dice dice;
  for (int draw = 0; draw < 4000; ++draw) {
    double sum = 0;
    for (int part = 0; part < 12; ++part) sum += static_cast<double>(dice.below(1000)) / 1000;
    const double z = sum - 6;
    out.total_draws.push_back(std::round(418 + shift + 18.5 * z + 1.9 * z * z));
  }
  out.diagnostics = {1.003, 2310, 900, 4, 4000, 1.7};
  out.chao_lower_bound = 383;
  out.alternatives = {
      {estimate::Method::loglinear,
       estimate::Estimate{409, 409, {"model", 0.95, 380, 449}},
       true,
       {}},
      {estimate::Method::chao, estimate::Estimate{383, 383, {"model", 0.95, 366, 410}}, true, {}}};
  out.models = {{"AB AD C E", 212.31, 0.61, 409}, {"AB AD CD E", 213.2, 0.39, 414}};
  return out;
}

inline void invent_claims(investigation::Outcome& out) {
  const auto claim = [&](const char* id, const char* what, std::optional<std::int64_t> min,
                         std::optional<std::int64_t> max, const char* by, const char* at,
                         const char* in) {
    persons::Claim made{
        {"", what, "Altyn-Köl", "2031-12-16", "2031-12-18", "", by, at, in, min, max}};
    made.id = id;
    out.claims.push_back(std::move(made));
  };
  claim("c1", "killed", 61, 61, "Office of the governor", "2031-12-19", "press release no. 4");
  claim("c2", "killed", 64, 90, "Commission of inquiry", "2032-03", "its report, page 11");
  claim("c3", "killed", 400, std::nullopt, "Committee of relatives", "2032-01-30", "leaflet");
  persons::Claim wounded{
      {"", "wounded", "Altyn-Köl", "", "", "", "Doctors of the town", "2032", "", 800, 900}};
  wounded.id = "c4";
  wounded.in_scope = false;
  out.claims.push_back(std::move(wounded));
}

inline investigation::Outcome invented_outcome() {
  investigation::Outcome out;
  out.folder = secret_file;
  invent_config(out);
  for (const List& list : invented_lists())
    out.records.lists.push_back({list.name, secret_file, "", false});
  std::map<std::uint32_t, std::int64_t> cells;
  invent_people(out, cells);
  invent_reports(out);
  invent_links(out);
  out.capture.emplace();
  for (const List& list : invented_lists()) out.capture->lists.push_back(list.name);
  for (const auto& [listed, count] : cells) out.capture->cells.push_back({listed, 0, count});
  out.estimate = invented_summary(out.documented_low, 0);
  out.estimate_with_unlinkable = invented_summary(out.documented_high, 6);
  out.invented_truth = 420;
  invent_claims(out);
  out.provenance = {
      "0.2.0", "18446744073709551615", {}, base::sha256_hex("settings"), "2026-11-25"};
  for (const auto& list : out.lists)
    out.provenance.inputs.emplace_back(std::string("lists/") + secret_file + list.name + ".csv",
                                       list.version);
  out.provenance.inputs.emplace_back("tables/claims.csv", base::sha256_hex("claims"));
  return out;
}

}  // namespace sanaq::investigation::test

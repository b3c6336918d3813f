#include "sanaq/investigation/config.h"

#include <toml++/toml.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "sanaq/base/catalog.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/casefile/schema.h"
#include "sanaq/investigation/nearest_word.h"
#include "sanaq/investigation/toml_check.h"

namespace sanaq::investigation {
namespace {

using base::Error;
using base::Kind;
using base::message;
using Words = std::vector<std::string>;

// Registers sampled by default, so that doubt about links is in the interval of the number.
constexpr int registers_drawn = 25;

const Words table_kinds = {"act",          "custody", "custody_change", "event",
                           "organisation", "post",    "claim",          "demand",
                           "aid",          "person",  "statement",      "followthemoney"};

std::string joined(const Words& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

// One table of the file, read key by key; what nobody asked for is unknown.
class Section {
 public:
  Section(const toml::table& table, std::string name, const std::string& path)
      : table_(table), name_(std::move(name)), path_(path) {}

  [[nodiscard]] std::optional<std::string> text(const std::string& key) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    if (!node->is_string()) wrong(*node, key, R"(a text in quotes, such as "…")");
    return node->as_string()->get();
  }

  [[nodiscard]] std::optional<bool> flag(const std::string& key) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    if (!node->is_boolean()) wrong(*node, key, "true, false");
    return node->as_boolean()->get();
  }

  [[nodiscard]] std::optional<double> number(const std::string& key) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    if (!node->is_number()) wrong(*node, key, "0.5");
    return *node->value<double>();
  }

  [[nodiscard]] std::optional<std::int64_t> whole(const std::string& key) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    if (!node->is_integer()) wrong(*node, key, "1, 2, 3, …");
    return node->as_integer()->get();
  }

  [[nodiscard]] Words texts(const std::string& key) {
    const toml::node* node = find(key);
    Words words;
    if (node == nullptr) return words;
    if (!node->is_array()) wrong(*node, key, R"(["…", "…"])");
    for (const toml::node& item : *node->as_array()) {
      if (!item.is_string()) wrong(item, key, R"(["…", "…"])");
      words.push_back(item.as_string()->get());
    }
    return words;
  }

  // One text or several: sheet = "A", sheet = ["A", "B"].
  [[nodiscard]] Words one_or_more(const std::string& key) {
    const toml::node* node = find(key);
    if (node != nullptr && node->is_string()) return {node->as_string()->get()};
    return texts(key);
  }

  // Numbers of rows, and runs of them: [3, 17, "40-52"].
  [[nodiscard]] std::vector<std::int64_t> rows(const std::string& key) {
    constexpr const char* form = "[3, 17, \"40-52\"]";
    constexpr std::int64_t rows_max = 1'000'000;
    const toml::node* node = find(key);
    std::vector<std::int64_t> all;
    if (node == nullptr) return all;
    if (!node->is_array()) wrong(*node, key, form);
    for (const toml::node& item : *node->as_array()) {
      std::int64_t first = 0, last = 0;
      if (item.is_integer()) {
        first = last = item.as_integer()->get();
      } else if (item.is_string()) {
        std::istringstream run(item.as_string()->get());
        char hyphen = ' ';
        run >> first >> hyphen >> last;
        if (!run || !(run >> std::ws).eof() || hyphen != '-') wrong(item, key, form);
      }
      if (first < 1 || last < first || last - first > rows_max) wrong(item, key, form);
      for (std::int64_t row = first; row <= last; ++row) all.push_back(row);
    }
    return all;
  }

  [[nodiscard]] Words keys() const {
    Words all;
    for (const auto& [key, node] : table_) all.emplace_back(key.str());
    return all;
  }

  // Every key with its text, whatever the keys.
  [[nodiscard]] std::map<std::string, std::string> all_texts() {
    std::map<std::string, std::string> all;
    for (const std::string& key : keys()) all[key] = *text(key);
    return all;
  }

  // Two numbers, low < high.
  [[nodiscard]] std::optional<std::pair<double, double>> range(const std::string& key) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    const toml::array* pair = node->as_array();
    if (pair == nullptr || pair->size() != 2 || !(*pair)[0].is_number() || !(*pair)[1].is_number())
      wrong(*node, key, "[100, 500]");
    return std::pair{*(*pair)[0].value<double>(), *(*pair)[1].value<double>()};
  }

  // Arrays of two texts.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> pairs(const std::string& key) {
    constexpr const char* form = R"([["…", "…"], ["…", "…"]])";
    const toml::node* node = find(key);
    std::vector<std::pair<std::string, std::string>> all;
    if (node == nullptr) return all;
    if (!node->is_array()) wrong(*node, key, form);
    for (const toml::node& item : *node->as_array()) {
      const toml::array* pair = item.as_array();
      if (pair == nullptr || pair->size() != 2 || !(*pair)[0].is_string() ||
          !(*pair)[1].is_string())
        wrong(item, key, form);
      all.emplace_back((*pair)[0].as_string()->get(), (*pair)[1].as_string()->get());
    }
    return all;
  }

  // A date as TOML knows it, or as text: 2011-12-16, "2011-12", "2011".
  [[nodiscard]] std::optional<record::PartialDate> date(const std::string& key) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    std::optional<record::PartialDate> value;
    if (const auto* day = node->as_date(); day != nullptr) {
      value = record::make_date(day->get().year, day->get().month, day->get().day);
    } else if (const auto* written = node->as_string(); written != nullptr) {
      value = record::from_edtf(written->get());
    }
    if (!value) wrong(*node, key, R"("2011-12-16", "2011-12", "2011")");
    return value;
  }

  [[nodiscard]] std::optional<Section> section(const std::string& key) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    if (!node->is_table()) wrong(*node, key, "{ … = \"…\" }");
    return Section(*node->as_table(), inside(key), path_);
  }

  [[nodiscard]] std::vector<Section> sections(const std::string& key) {
    const toml::node* node = find(key);
    std::vector<Section> all;
    if (node == nullptr) return all;
    if (!node->is_array_of_tables()) wrong(*node, key, "[[" + key + "]]");
    for (const toml::node& item : *node->as_array())
      all.emplace_back(*item.as_table(), inside(key), path_);
    return all;
  }

  // Every key with its text, for tables whose keys the user chooses from `allowed`.
  [[nodiscard]] std::map<std::string, std::string> mapping(const Words& allowed) {
    known_ = allowed;
    refuse_unknown();
    std::map<std::string, std::string> all;
    for (const std::string& key : allowed) {
      if (const auto value = text(key)) all[key] = *value;
    }
    return all;
  }

  void refuse_unknown() const {
    for (const auto& [key, node] : table_) {
      const std::string word(key.str());
      if (std::find(known_.begin(), known_.end(), word) != known_.end()) continue;
      const std::string near = nearest_word(word, known_);
      if (near.empty()) {
        throw Error(Kind::bad_input,
                    message("{}, line {}: the key {} is not known; known here are: {}", path_,
                            node.source().begin.line, inside(word), joined(known_)));
      }
      throw Error(Kind::bad_input, message("{}, line {}: the key {} is not known; did you mean {}?",
                                           path_, node.source().begin.line, inside(word), near));
    }
  }

  [[noreturn]] void wrong(const toml::node& node, const std::string& key,
                          const std::string& allowed) const {
    throw Error(Kind::bad_input,
                message("{}, line {}: {} cannot be used as it stands; write it like this: {}",
                        path_, node.source().begin.line, inside(key), allowed));
  }
  [[noreturn]] void wrong(const std::string& key, const std::string& allowed) const {
    wrong(*table_.get(key), key, allowed);
  }
  [[noreturn]] void missing(const std::string& key) const {
    throw Error(Kind::bad_input, message("{}, line {}: {} is missing; add it", path_,
                                         table_.source().begin.line, inside(key)));
  }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::int64_t line_of(const std::string& key) const {
    return table_.get(key)->source().begin.line;
  }
  [[nodiscard]] std::string inside(const std::string& key) const {
    return name_.empty() ? key : name_ + "." + key;
  }

 private:
  const toml::node* find(const std::string& key) {
    if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.push_back(key);
    return table_.get(key);
  }

  const toml::table& table_;
  std::string name_;
  const std::string& path_;
  Words known_;
};

Scope read_scope(Section& section) {
  Scope scope;
  scope.from = section.date("from");
  scope.to = section.date("to");
  if (scope.from && scope.to && scope.to->last_day < scope.from->first_day)
    section.wrong("to", "to ≥ from");
  scope.places = section.texts("places");
  return scope;
}

// How the rows and cells of a list are to be read, where sanaq cannot tell or is wrong.
void read_shape(Section& section, ListConfig& list) {
  constexpr std::int64_t row_max = 1'000'000'000;
  list.header_row = section.whole("header_row");
  if (list.header_row && (*list.header_row < 0 || *list.header_row > row_max))
    section.wrong("header_row", "1, 2, 3, …; 0");
  list.skip_rows = section.rows("skip_rows");
  const auto one_of = [&](const std::string& key, const Words& known) {
    const std::string word = section.text(key).value_or("");
    if (!word.empty() && std::find(known.begin(), known.end(), word) == known.end())
      section.wrong(key, joined(known));
    return word;
  };
  list.dates = one_of("dates", {"dmy", "mdy", "ymd"});
  list.calendar = one_of("calendar", {"gregorian", "hijri", "jalali", "buddhist"});
  if (list.calendar == "gregorian") list.calendar.clear();
  if (const auto century = section.whole("century")) {
    if (*century < 1000 || *century > 2999) section.wrong("century", "1900, 2000, 1930");
    list.century = static_cast<int>(*century);
  }
}

ListConfig read_list(Section& section) {
  ListConfig list;
  const auto name = section.text("name");
  const auto file = section.text("file");
  list.sheets = section.one_or_more("sheet");
  list.encoding = section.text("encoding");
  list.has_duplicates = section.flag("duplicates").value_or(true);
  list.public_fields = section.texts("public");
  list.ignored = section.texts("ignore");
  list.publish_hash = section.flag("publish_hash").value_or(false);
  read_shape(section, list);
  auto columns = section.section("columns");
  auto covers = section.section("covers");
  auto values = section.section("values");
  section.refuse_unknown();
  if (!file || file->empty()) section.missing("file");
  list.file = *file;
  list.has_own_name = name && !name->empty();
  list.name = list.has_own_name ? *name : base::file_stem(*file);
  if (columns)
    list.columns = columns->mapping({record::field_names.begin(), record::field_names.end()});
  if (covers) {
    list.covers = read_scope(*covers);
    covers->refuse_unknown();
  }
  if (values) {
    for (const std::string& column : values->keys())
      list.values[column] = values->section(column)->all_texts();
  }
  return list;
}

Words columns_of_kind(const std::string& kind) {
  Words names;
  if (const casefile::TableForm* form = casefile::table_form(kind)) {
    for (const casefile::Column& column : form->columns) names.emplace_back(column.name);
  }
  return names;
}

TableConfig read_table(Section& section) {
  const auto kind = section.text("kind");
  const auto file = section.text("file");
  const bool publish_hash = section.flag("publish_hash").value_or(false);
  auto columns = section.section("columns");
  Words ignored = section.texts("ignore");
  section.refuse_unknown();
  if (!kind) section.missing("kind");
  if (!file) section.missing("file");
  if (std::find(table_kinds.begin(), table_kinds.end(), *kind) == table_kinds.end())
    section.wrong("kind", joined(table_kinds));
  TableConfig table{*kind, *file, publish_hash, {}, std::move(ignored)};
  if (columns) table.columns = columns->mapping(columns_of_kind(*kind));
  return table;
}

std::uint64_t read_seed(Section& section, std::uint64_t otherwise) {
  const auto seed = section.whole("seed");
  if (seed && *seed < 0) section.wrong("seed", "0, 1, 2, …");
  return seed ? static_cast<std::uint64_t>(*seed) : otherwise;
}

void read_link(Section& section, link::Options& options, LinkingFiles& files) {
  files.model = section.text("model").value_or("");
  files.labels = section.text("labels").value_or("");
  files.nicknames = section.text("nicknames").value_or("");
  options.block_rules = section.texts("block");
  options.threshold = section.number("threshold").value_or(options.threshold);
  options.ignore_headers = section.texts("ignore");
  options.seed = read_seed(section, options.seed);
  if (const auto draws = section.whole("draws")) {
    if (*draws < 0 || *draws > 10'000) section.wrong("draws", "0, 50, 200");
    options.draws = static_cast<int>(*draws);
  }
  section.refuse_unknown();
  link::check_options(options);
}

int read_count(Section& section, const std::string& key, int otherwise) {
  const auto count = section.whole(key);
  if (count && (*count < 1 || *count > 1'000'000'000)) section.wrong(key, "1, 2, 3, …");
  return count ? static_cast<int>(*count) : otherwise;
}

// What was known beforehand: of the total, or of the share on no list; at most one of the four.
void read_priors(Section& section, estimate::Options& options) {
  int named = 0;
  for (const char* key : {"prior", "prior_range", "prior_unlisted", "prior_unlisted_range"}) {
    if (section.range(key) && ++named > 1)
      section.wrong(key, "prior | prior_range | prior_unlisted | prior_unlisted_range");
  }
  if (const auto prior = section.range("prior"))
    options.total_prior = estimate::TotalPrior{prior->first, prior->second, false};
  if (const auto range = section.range("prior_range"))
    options.total_prior = estimate::TotalPrior{range->first, range->second, true};
  if (const auto share = section.range("prior_unlisted"))
    options.unlisted_prior = estimate::UnlistedShare{share->first, share->second, false};
  if (const auto share = section.range("prior_unlisted_range"))
    options.unlisted_prior = estimate::UnlistedShare{share->first, share->second, true};
}

void read_estimate(Section& section, Config& config) {
  estimate::Options& options = config.estimate;
  config.strata = section.texts("strata");
  read_priors(section, options);
  for (auto& [first, second] : section.pairs("dependent"))
    options.dependent_lists.push_back({first, second});
  if (const auto name = section.text("method")) {
    const auto method = estimate::method_from_name(*name);
    if (!method)
      section.wrong("method", "auto, lcm, dga, loglinear, sparse, threshold, chao, chapman, all");
    options.method = *method;
  }
  if (const auto name = section.text("criterion")) {
    const auto criterion = estimate::criterion_from_name(*name);
    if (!criterion) section.wrong("criterion", "bic, aic, aicc");
    options.criterion = *criterion;
  }
  options.average_models = section.flag("average").value_or(options.average_models);
  options.bootstrap = static_cast<int>(section.whole("bootstrap").value_or(options.bootstrap));
  options.seed = read_seed(section, options.seed);
  options.chains = read_count(section, "chains", options.chains);
  options.draws = read_count(section, "draws", options.draws);
  options.warmup = read_count(section, "warmup", options.warmup);
  section.refuse_unknown();
  estimate::check_options(options);
}

// The site is a folder of its own within the investigation, and no room that something else needs.
bool is_site_folder(const std::string& site) {
  std::string first, part;
  for (const char letter : site + "/") {
    if (letter == '\\' || letter == ':' || static_cast<unsigned char>(letter) < 32) return false;
    if (letter != '/') {
      part += letter;
      continue;
    }
    if (part == "..") return false;
    if (first.empty() && part != ".") first = part;
    part.clear();
  }
  std::transform(first.begin(), first.end(), first.begin(),
                 [](unsigned char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
  const bool is_room =
      std::find(std::begin(own_rooms), std::end(own_rooms), first) != std::end(own_rooms);
  return !site.starts_with('/') && !first.empty() && !is_room;
}

std::string read_site(Section& section, const std::string& otherwise) {
  const auto site = section.text("site");
  if (!site) return otherwise;
  if (!is_site_folder(*site))
    throw Error(Kind::bad_input,
                message("{}, line {}: the site cannot be \"{}\": it is a folder of its own within "
                        "the investigation; write site = \"site\", or name another place with "
                        "sanaq publish --out",
                        section.path(), section.line_of("site"), *site));
  return *site;
}

// Any other word than dead leaves everybody to be treated as living; one that is no word of ours is
// told, since somebody may have meant dead.
void read_status(Section& section, Config& config) {
  config.scope.status = section.text("status").value_or("");
  const Words known = {"", "dead", "living", "unknown"};
  if (std::find(known.begin(), known.end(), config.scope.status) != known.end()) return;
  config.closings.push_back(
      message("{}: \"{}\" is none of dead, living, unknown, so everybody on the lists is treated "
              "as living: "
              "numbers are rounded and pages closed; if all have died write: status = \"dead\"",
              section.inside("status"), config.scope.status));
}

void refuse_two_of_one_name(const Config& config, const std::string& path) {
  std::set<std::string> names;
  for (const ListConfig& list : config.lists) {
    if (!names.insert(list.name).second) {
      throw Error(Kind::bad_input, message("{}: two lists have the one name {}; give each its own",
                                           path, list.name));
    }
  }
}

Words read_languages(Section& root) {
  Words languages = root.texts("languages");
  if (languages.empty()) return {"en"};
  const Words known = base::Catalog::languages();
  for (const std::string& language : languages) {
    if (std::find(known.begin(), known.end(), language) == known.end())
      root.wrong("languages", joined(known));
  }
  return languages;
}

}  // namespace

Config parse_config(std::string_view toml, const std::string& path) {
  check_toml(toml, path);
  toml::table table;
  try {
    table = toml::parse(toml, path);
  } catch (const toml::parse_error& error) {
    throw Error(Kind::bad_input, message("{}, line {}: this is not TOML: {}", path,
                                         error.source().begin.line, error.description()));
  }
  Section root(table, "", path);
  Config config;
  config.title = root.text("title").value_or("");
  config.about = root.text("about").value_or("");
  config.is_invented = root.flag("invented").value_or(false);
  config.languages = read_languages(root);
  auto scope = root.section("scope");
  auto lists = root.sections("list");
  auto tables = root.sections("table");
  auto linking = root.section("link");
  auto estimating = root.section("estimate");
  auto publishing = root.section("publish");
  auto words = root.section("words");
  root.refuse_unknown();
  if (words) {
    config.nobody_words = words->texts("nobody");
    words->refuse_unknown();
  }
  if (scope) {
    config.scope = read_scope(*scope);
    read_status(*scope, config);
    config.scope.what = scope->text("what").value_or(config.scope.what);
    scope->refuse_unknown();
  }
  for (Section& list : lists) config.lists.push_back(read_list(list));
  for (Section& entry : tables) config.tables.push_back(read_table(entry));
  config.link.draws = registers_drawn;
  if (linking) read_link(*linking, config.link, config.linking_files);
  if (estimating) read_estimate(*estimating, config);
  if (publishing) {
    config.publish.site = read_site(*publishing, config.publish.site);
    config.publish.register_pages = publishing->flag("register").value_or(true);
    config.publish.overlap = publishing->flag("overlap").value_or(false);
    if (const auto day = publishing->date("held_on")) {
      if (day->first_day != day->last_day) publishing->wrong("held_on", "2014-12-16");
      config.publish.held_on = record::to_edtf(*day);
    }
    publishing->refuse_unknown();
  }
  refuse_two_of_one_name(config, path);
  return config;
}

Config read_config(const std::string& folder) {
  const std::string path = base::join(folder, std::string(settings_file));
  if (!base::file_exists(path)) {
    throw Error(Kind::not_found,
                message("{}: there is no investigation here; begin one with: sanaq new {}", folder,
                        folder));
  }
  return parse_config(base::read_file(path), path);
}

tables::ListSource list_source(const ListConfig& list, const Config& config,
                               const std::string& folder) {
  tables::ListSource source;
  source.name = list.name;
  source.path = base::join(base::join(folder, "lists"), list.file);
  source.sheets = list.sheets;
  source.encoding = list.encoding;
  source.columns = list.columns;
  source.one_per_person = !list.has_duplicates;
  source.header_row = list.header_row;
  source.skip_rows = list.skip_rows;
  source.dates = list.dates;
  source.calendar = list.calendar;
  source.century = list.century;
  source.values = list.values;
  source.nobody_words = config.nobody_words;
  const auto year_of = [](const std::optional<record::PartialDate>& date, bool is_first) {
    std::optional<int> year;
    if (date) year = record::day_from_number(is_first ? date->first_day : date->last_day).year;
    return year;
  };
  source.first_year = year_of(config.scope.from, true);
  source.last_year = year_of(config.scope.to, false);
  return source;
}

}  // namespace sanaq::investigation

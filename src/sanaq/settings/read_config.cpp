#include "sanaq/settings/read_config.h"

#include <algorithm>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/settings/option_kinds.h"
#include "sanaq/settings/options.h"
#include "sanaq/settings/toml_check.h"
#include "sanaq/settings/toml_section.h"

namespace sanaq::settings {
namespace {

using base::Error;
using base::Kind;
using base::message;

ListConfig read_list(Section& section) {
  ListConfig list;
  read_options(list_options(), section, list);
  if (list.file.empty()) section.missing("file");
  if (!list.has_own_name) list.name = base::file_stem(list.file);
  return list;
}

TableConfig read_table(Section& section) {
  TableConfig table;
  read_options(table_options(), section, table);
  if (table.kind.empty()) section.missing("kind");
  if (table.file.empty()) section.missing("file");
  return table;
}

// Any other word than dead leaves everybody to be treated as living; one that is no word of ours is
// told, since somebody may have meant dead.
void judge_status(const Section& section, Config& config) {
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

// The tables of the file that hold options of the whole investigation.
void read_parts(Section& root, Config& config) {
  const auto read = [&](const std::string& name, const std::vector<Option<Config>>& options) {
    if (auto section = root.section(name)) read_options(options, *section, config);
  };
  read("words", words_options());
  read("serve", serve_options());
  if (auto scope = root.section("scope")) {
    read_options(scope_options(), *scope, config.scope);
    judge_status(*scope, config);
  }
  for (Section& list : root.sections("list")) config.lists.push_back(read_list(list));
  for (Section& table : root.sections("table")) config.tables.push_back(read_table(table));
  read("link", link_options());
  link::check_options(config.link);
  read("estimate", estimate_options());
  estimate::check_options(config.estimate);
  read("publish", publish_options());
}

toml::table parsed(std::string_view toml, const std::string& path) {
  check_toml(toml, path);
  try {
    return toml::parse(toml, path);
  } catch (const toml::parse_error& error) {
    throw Error(Kind::bad_input, message("{}, line {}: this is not TOML: {}", path,
                                         error.source().begin.line, error.description()));
  }
}

}  // namespace

Config parse_config(std::string_view toml, const std::string& path) {
  const toml::table table = parsed(toml, path);
  Section root(table, "", path);
  Config config;
  config.link.draws = registers_drawn;
  root.know({"scope", "list", "table", "link", "estimate", "publish", "serve", "words"});
  read_options(first_options(), root, config);
  read_parts(root, config);
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
  source.guess_columns = list.guesses_columns;
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

}  // namespace sanaq::settings

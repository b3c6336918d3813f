#include "sanaq/investigation/suggested_lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/shown.h"
#include "sanaq/base/toml_text.h"
#include "sanaq/investigation/own_reports.h"
#include "sanaq/settings/config.h"
#include "sanaq/settings/read_config.h"
#include "sanaq/tables/ingest.h"
#include "sanaq/tables/ingested_list.h"

namespace sanaq::investigation {
namespace {

// One line of a comment, whatever stands in the text.
std::string comment(const std::string& text) {
  std::string line = "# ";
  for (const char letter : base::shown(text))
    line += letter == '\n' || letter == '\r' ? ' ' : letter;
  return line + "\n";
}

std::string unused_name(const std::string& file, std::set<std::string>& names) {
  const std::string stem = base::file_stem(file);
  std::string name = stem;
  for (int again = 2; !names.insert(name).second; ++again) name = fmt::format("{} {}", stem, again);
  return name;
}

std::string block(const tables::IngestedList& list, const std::string& name,
                  const std::string& file, const base::Catalog& catalog) {
  std::string toml =
      fmt::format("[[list]]\nname = {}\nfile = {}\n", base::toml_text(name), base::toml_text(file));
  std::string columns;
  std::set<std::string> written(list.unmapped_headers.begin(), list.unmapped_headers.end());
  for (const auto& [field, header] : list.mapping) {
    // Of what headings gave there is no column to name.
    if (!header.ends_with(" (heading)"))
      columns +=
          fmt::format("{}{} = {}", columns.empty() ? "" : ", ", field, base::toml_text(header));
  }
  if (!columns.empty()) toml += fmt::format("columns = {{ {} }}\n", columns);
  for (const std::string& header : list.unmapped_headers)
    toml += comment(catalog.say(base::message("a column of no known kind: {}", header)));
  for (const base::Message& warning : list.warnings) toml += comment("! " + catalog.say(warning));
  return toml + comment(catalog.say(base::message(
                    "{} rows read = {} records + {} blank + {} refused", list.rows_read,
                    list.records.record_count(), list.blank_rows, list.refused.size())));
}

}  // namespace

std::vector<std::string> files_without_a_list(const std::string& folder,
                                              const settings::Config& config) {
  std::vector<std::string> spare;
  const std::string lists = base::join(folder, "lists");
  if (!base::folder_exists(lists)) return spare;
  for (const std::string& file : base::list_folder(lists)) {
    const bool is_named =
        std::any_of(config.lists.begin(), config.lists.end(),
                    [&](const settings::ListConfig& list) { return list.file == file; });
    const bool is_aside = file.starts_with('.') || file.starts_with("~$") ||
                          !base::file_exists(base::join(lists, file));
    if (!is_named && !is_aside) spare.push_back(file);
  }
  return spare;
}

std::string suggested_lists(const std::string& folder, const std::vector<std::string>& files,
                            const settings::Config& config, const base::Catalog& catalog,
                            base::Progress& progress) {
  std::string toml;
  std::set<std::string> names;
  for (const settings::ListConfig& list : config.lists) names.insert(list.name);
  for (const std::string& file : files) {
    settings::ListConfig list;
    list.file = file;
    list.name = unused_name(file, names);
    if (!toml.empty()) toml += "\n";
    try {
      toml += block(tables::ingest(settings::list_source(list, config, folder), progress),
                    list.name, file, catalog);
    } catch (const base::Error& error) {
      if (error.kind() != base::Kind::bad_input) throw;
      toml += comment(catalog.say(error.message()));
    }
  }
  return toml;
}

Suggestion suggest_lists(const std::string& folder, const base::Catalog& catalog,
                         base::Progress& progress) {
  const settings::Config config = settings::read_config(folder);
  Suggestion suggestion;
  suggestion.counts_something = !config.lists.empty() || !config.tables.empty();
  const std::vector<std::string> files = files_without_a_list(folder, config);
  if (files.empty()) return suggestion;
  suggestion.toml = suggested_lists(folder, files, config, catalog, progress);
  const std::string first_line =
      "# " + std::string(suggested_file) + ": sanaq ingest wrote this and writes it anew\n";
  suggestion.said = write_own_report(folder, suggested_file, first_line + suggestion.toml);
  return suggestion;
}

std::string as_comments(const std::string& toml) {
  std::string all;
  for (std::size_t at = 0; at < toml.size();) {
    const std::size_t end = std::min(toml.find('\n', at), toml.size());
    const std::string line = toml.substr(at, end - at);
    all += line.empty() ? "#\n" : "# " + line + "\n";
    at = end + 1;
  }
  return all;
}

}  // namespace sanaq::investigation

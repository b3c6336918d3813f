#include "sanaq/exchange/link_files.h"

#include <algorithm>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/stopwatch.h"
#include "sanaq/tables/arrow.h"
#include "sanaq/tables/ingest.h"
#include "sanaq/tables/list_source.h"
#include "sanaq/text/nearest_word.h"

namespace sanaq::exchange {
namespace {

using base::Error;
using base::Kind;
using base::message;

void expect_fields(const std::map<std::string, std::string>& columns) {
  const std::vector<std::string> fields(record::field_names.begin(), record::field_names.end());
  for (const auto& [field, header] : columns) {
    if (record::field_from_name(field)) continue;
    const std::string near = text::nearest_word(field, fields);
    throw Error(Kind::usage, message("--column {}={}: {} is no field; did you mean {}?", field,
                                     header, field, near.empty() ? "name" : near));
  }
}

void expect_names_of_their_own(const FilesToLink& request) {
  std::set<std::string> names;
  for (const std::string& file : request.files) {
    if (!names.insert(base::file_stem(file)).second) {
      throw Error(
          Kind::usage,
          message("two files have the one name {}; a list is called by its file, so rename one",
                  base::file_stem(file)));
    }
  }
  for (const ListToLink& list : request.lists) {
    if (list.name.empty()) throw Error(Kind::usage, message("a list has no name; give it one"));
    if (!names.insert(list.name).second)
      throw Error(Kind::usage, message("two lists have the one name {}; rename one", list.name));
  }
}

void check_request(const FilesToLink& request) {
  if (request.list_column && request.files.size() + request.lists.size() != 1) {
    throw Error(Kind::usage, message("--list-column splits one file; {} files were named",
                                     request.files.size() + request.lists.size()));
  }
  expect_names_of_their_own(request);
  expect_fields(request.columns);
}

std::vector<std::string> list_names(const record::RecordTable& records) {
  std::vector<std::string> names;
  for (const record::List& list : records.lists) names.push_back(list.name);
  return names;
}

// Rows of one file become lists by the cell of one column, in the order of the cells' bytes: the
// same for any order of rows.
void split_by(record::RecordTable& records, const std::string& header) {
  std::vector<std::string> headers;
  for (const record::Column& column : records.columns) headers.push_back(column.header);
  const auto found = std::find(headers.begin(), headers.end(), header);
  if (found == headers.end()) {
    const std::string near = text::nearest_word(header, headers);
    throw Error(Kind::usage, message("--list-column {}: there is no such header; did you mean {}?",
                                     header, near.empty() ? headers.front() : near));
  }
  const record::Column& column = records.columns[static_cast<std::size_t>(found - headers.begin())];
  std::set<std::string> names;
  for (const std::uint32_t code : column.codes) names.insert(column.values[code]);
  const record::List whole = records.lists.front();
  records.lists.clear();
  std::map<std::string, std::uint32_t> place;
  for (const std::string& name : names) {
    place.emplace(name, static_cast<std::uint32_t>(records.lists.size()));
    records.lists.push_back({name, whole.file, whole.version, false});
  }
  for (std::size_t at = 0; at < records.record_count(); ++at)
    records.list_of[at] = place.at(column.values[column.codes[at]]);
}

void declare_free_of_duplicates(record::RecordTable& records,
                                const std::vector<std::string>& lists) {
  for (const std::string& name : lists) {
    const auto found = std::find_if(records.lists.begin(), records.lists.end(),
                                    [&](const record::List& list) { return list.name == name; });
    if (found == records.lists.end()) {
      const std::string near = text::nearest_word(name, list_names(records));
      throw Error(Kind::usage, message("--one-per-list {}: there is no such list; did you mean {}?",
                                       name, near.empty() ? records.lists.front().name : near));
    }
    found->one_per_person = true;
  }
}

void say_same_files(const std::vector<record::List>& lists,
                    std::vector<tables::IngestedList>& loaded) {
  for (std::size_t second = 1; second < lists.size() && second < loaded.size(); ++second) {
    for (std::size_t first = 0; first < second; ++first) {
      if (!lists[first].version.empty() && lists[first].version == lists[second].version)
        loaded[second].warnings.push_back(message("{} and {} are one file, byte for byte",
                                                  lists[first].file, lists[second].file));
    }
  }
}

tables::ListSource source_of(const FilesToLink& request, std::string name) {
  tables::ListSource source;
  source.name = std::move(name);
  source.columns = request.columns;
  source.id_header = request.id_header;
  source.only_columns = request.only_columns;
  if (source.only_columns && request.list_column) source.only_columns->insert(*request.list_column);
  source.with_identities = request.with_identities;
  source.threads = request.threads;
  return source;
}

// A list that was read before has the name that it is to have now; the names of its records were
// made with the one that it had.
tables::IngestedList read_list(const FilesToLink& request, const ListToLink& list,
                               base::Progress& progress) {
  if (list.ingested != nullptr) {
    tables::IngestedList copy = *list.ingested;
    copy.records.lists.front().name = list.name;
    return copy;
  }
  tables::ListSource source = source_of(request, list.name);
  if (list.stream != nullptr) return tables::ingest_arrow(source, list.stream, progress);
  source.path = list.file;
  return tables::ingest(source, progress);
}

}  // namespace

LoadedFiles load_files(const FilesToLink& request, base::Progress& progress) {
  check_request(request);
  const base::Stopwatch watch;
  LoadedFiles loaded;
  std::vector<ListToLink> lists;
  for (const std::string& file : request.files) lists.push_back({base::file_stem(file), file});
  lists.insert(lists.end(), request.lists.begin(), request.lists.end());
  for (const ListToLink& list : lists) {
    progress.throw_if_stopped();
    loaded.lists.push_back(read_list(request, list, progress));
  }
  if (loaded.lists.empty()) throw Error(Kind::usage, message("there is no list to link; name one"));
  loaded.records = loaded.lists.size() == 1 ? std::move(loaded.lists.front().records)
                                            : tables::combine(loaded.lists);
  say_same_files(loaded.records.lists, loaded.lists);
  for (tables::IngestedList& list : loaded.lists) list.records = {};
  if (request.list_column) split_by(loaded.records, *request.list_column);
  declare_free_of_duplicates(loaded.records, request.one_per_list);
  loaded.seconds = watch.seconds();
  return loaded;
}

}  // namespace sanaq::exchange

#include "sanaq/publish/what_changes.h"

#include <algorithm>
#include <array>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "sanaq/base/files.h"
#include "sanaq/casefile/casefile.h"
#include "sanaq/publish/site_check.h"
#include "sanaq/tables/csv.h"

namespace sanaq::publish {
namespace {

using nlohmann::json;
using Cells = std::map<std::string, std::string>;  // what -> text

constexpr std::array compared = {register_file, claims_file, case_file, results_file};

// What one site says, by id. A document without a hash has an empty text.
struct Published {
  std::map<std::string, Cells> persons, statements;
  std::map<std::string, std::string> names;  // of persons
  Cells documents;
};

std::string name_in(std::map<std::string, std::string> row) {
  std::string name = row["name"];
  for (const char* part : {"given", "patronymic", "family"}) {
    if (row["name"].empty() && !row[part].empty()) name += (name.empty() ? "" : " ") + row[part];
  }
  return name;
}

void take_register(std::string_view csv, Published& out) {
  for_each_row(csv, register_file, [&](std::map<std::string, std::string> row) {
    const std::string id = row["person"], place = row["list"] + ":#" + row["row"];
    Cells& cells = out.persons[id];
    std::string& name = out.names[id];
    if (name.empty()) name = name_in(row);
    for (const char* own : {"person", "list", "row", "probability"}) row.erase(own);
    for (const auto& [column, text] : row) {
      if (!text.empty()) cells[place + " " + column] = text;
    }
  });
}

void add_value(Cells& cells, const std::string& property, const std::string& value) {
  std::string& text = cells[property];
  text += (text.empty() ? "" : " | ") + value;
}

void take_document(Published& out, const std::string& name) {
  if (!name.empty()) out.documents.emplace(name, "");
}

void take_case_file(std::string_view lines, Published& out) {
  for (const casefile::Statement& said :
       casefile::from_follow_the_money(lines, "", "").statements) {
    if (said.property == "is") continue;
    add_value(out.statements[said.subject], said.property, said.value);
    take_document(out, said.source);
  }
}

// Claims stand in the case file too; what is only here is of a site without one.
void parse_claims(std::string_view csv, Published& out) {
  std::set<std::string> known;
  for (const auto& [subject, cells] : out.statements) known.insert(subject);
  for_each_row(csv, claims_file, [&](std::map<std::string, std::string> row) {
    const std::string subject = casefile::subject_of("claim", row["claim"]);
    take_document(out, row["source"]);
    take_document(out, row["printed_in"]);
    if (known.contains(subject)) return;
    for (const char* own : {"claim", "in_scope"}) row.erase(own);
    for (const auto& [property, value] : row) {
      if (!value.empty()) add_value(out.statements[subject], property, value);
    }
  });
}

void take_inputs(std::string_view text, Published& out) {
  const json results = json::parse(text, nullptr, false);
  if (!results.is_object() || !results.contains("inputs")) return;
  for (const json& input : results["inputs"]) {
    if (!input.is_object() || !input.contains("name") || !input["name"].is_string()) continue;
    const std::string name = input["name"];
    for (const char* hash : {"sha256", "commitment"}) {
      if (!name.empty() && input.contains(hash) && input[hash].is_string())
        out.documents[name] = input[hash];
    }
  }
}

Published read(const DataTables& tables) {
  Published out;
  take_register(tables.bytes(register_file), out);
  take_case_file(tables.bytes(case_file), out);
  parse_claims(tables.bytes(claims_file), out);
  take_inputs(tables.bytes(results_file), out);
  return out;
}

// Downloads are documents too.
void take_downloads(const SiteMark& mark, Published& out) {
  for (const auto& [path, hash] : mark.files) {
    if (path.starts_with("data/")) out.documents.emplace(path, "");
  }
}

class Comparison {
 public:
  explicit Comparison(std::vector<Change>& out) : out_(out) {}

  void cells(ChangedThing thing, const std::string& id, const Cells& before, const Cells& now) {
    for (const auto& [what, text] : before) {
      const auto found = now.find(what);
      if (found == now.end())
        out_.push_back({ChangeKind::gone, thing, id, what, text, ""});
      else if (found->second != text)
        out_.push_back({ChangeKind::changed, thing, id, what, text, found->second});
    }
    for (const auto& [what, text] : now) {
      if (!before.contains(what)) out_.push_back({ChangeKind::added, thing, id, what, "", text});
    }
  }

  void persons(const Published& before, const Published& now) {
    for (const auto& [id, said] : before.persons) {
      const auto found = now.persons.find(id);
      if (found == now.persons.end())
        out_.push_back({ChangeKind::gone, ChangedThing::person, id, "", before.names.at(id), ""});
      else
        cells(ChangedThing::person, id, said, found->second);
    }
    for (const auto& [id, said] : now.persons) {
      if (!before.persons.contains(id))
        out_.push_back({ChangeKind::added, ChangedThing::person, id, "", "", now.names.at(id)});
    }
  }

  void statements(const Published& before, const Published& now) {
    static const Cells none;
    const auto of = [](const Published& all, const std::string& subject) -> const Cells& {
      const auto found = all.statements.find(subject);
      return found == all.statements.end() ? none : found->second;
    };
    std::set<std::string> subjects;
    for (const auto* all : {&before.statements, &now.statements}) {
      for (const auto& [subject, said] : *all) subjects.insert(subject);
    }
    for (const std::string& subject : subjects)
      cells(ChangedThing::statement, subject, of(before, subject), of(now, subject));
  }

  void documents(const Published& before, const Published& now) {
    std::vector<Change> changes;
    Comparison(changes).cells(ChangedThing::document, "", before.documents, now.documents);
    for (Change& change : changes) {
      std::swap(change.id, change.what);
      out_.push_back(std::move(change));
    }
  }

 private:
  std::vector<Change>& out_;
};

// Without those of the public log, which are made when it is signed.
void count_files(const SiteMark& standing, const SiteMark& now, Changes& out) {
  const SiteMark before = without_log(standing);
  for (const auto& [path, hash] : now.files) {
    const auto found = before.files.hash_of(path);
    out.files_added += found ? 0 : 1;
    out.files_changed += found && *found != hash ? 1 : 0;
  }
  for (const auto& [path, hash] : before.files) out.files_gone += now.files.contains(path) ? 0 : 1;
}

}  // namespace

void for_each_row(std::string_view csv, const std::string& file,
                  const std::function<void(const std::map<std::string, std::string>&)>& visit) {
  tables::CsvReader reader(csv, ',', file);
  std::vector<std::string_view> cells;
  if (!reader.next(cells)) return;
  const std::vector<std::string> header(cells.begin(), cells.end());
  while (reader.next(cells)) {
    std::map<std::string, std::string> row;
    for (std::size_t at = 0; at < std::min(cells.size(), header.size()); ++at)
      row[header[at]] = cells[at];
    visit(row);
  }
}

void DataTables::add(const std::string& path, std::string_view bytes) {
  if (std::find(compared.begin(), compared.end(), path) != compared.end()) files_[path] = bytes;
}

std::string_view DataTables::bytes(const std::string& path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? std::string_view() : std::string_view(found->second);
}

DataTables tables_of_site(const std::string& site, const SiteMark& mark,
                          std::vector<std::string>& not_as_published, base::Progress& progress) {
  DataTables tables;
  for (const char* path : compared) {
    const auto listed = mark.files.hash_of(path);
    if (!listed) continue;
    progress.throw_if_stopped();
    if (state_of_file(site, path, *listed) == FileState::whole)
      tables.add(path, base::read_file(base::join(site, path)));
    else
      not_as_published.emplace_back(path);
  }
  return tables;
}

bool has_same_tables(const SiteMark& before, const SiteMark& now) {
  return std::all_of(compared.begin(), compared.end(), [&](const char* path) {
    return before.files.hash_of(path) == now.files.hash_of(path);
  });
}

Changes what_changes(const std::string& site, const SiteMark& now_mark, const DataTables& now,
                     base::Progress& progress) {
  Changes out;
  const auto mark = read_mark(site);
  out.has_site = mark.has_value();
  const SiteMark before_mark = mark.value_or(SiteMark());
  const DataTables before = tables_of_site(site, before_mark, out.not_as_published, progress);
  Published then = read(before), soon = read(now);
  take_downloads(before_mark, then);
  take_downloads(now_mark, soon);
  Comparison comparison(out.changes);
  comparison.persons(then, soon);
  comparison.statements(then, soon);
  comparison.documents(then, soon);
  count_files(before_mark, now_mark, out);
  return out;
}

}  // namespace sanaq::publish

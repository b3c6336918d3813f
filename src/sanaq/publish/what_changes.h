// What a publication would newly publish, change or remove: by person, statement and document. It
// is read from the downloads of the site that is there and of the one that would be, so that
// nothing closed is needed.
#pragma once
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/publish/site_mark.h"

namespace sanaq::publish {

// The downloads that are compared.
inline constexpr const char* register_file = "data/register.csv";
inline constexpr const char* claims_file = "data/claims.csv";
inline constexpr const char* case_file = "data/casefile.ftm.json";
inline constexpr const char* results_file = "data/results.json";

// These downloads, by their path in the site; all others are ignored.
class DataTables {
 public:
  void add(const std::string& path, std::string_view bytes);
  [[nodiscard]] std::string_view bytes(const std::string& path) const;  // "" if there is none

 private:
  std::map<std::string, std::string> files_;
};

// Calls `visit` with each row of a table, by the names in its header.
void for_each_row(std::string_view csv, const std::string& file,
                  const std::function<void(const std::map<std::string, std::string>&)>& visit);

// Returns the downloads of a site that are as its mark says. The others are named in
// `not_as_published`; their content counts as not public.
[[nodiscard]] DataTables tables_of_site(const std::string& site, const SiteMark& mark,
                                        std::vector<std::string>& not_as_published,
                                        base::Progress& progress);

// Whether all of them are the same in two sites.
[[nodiscard]] bool has_same_tables(const SiteMark& before, const SiteMark& now);

enum class ChangeKind { added, changed, gone };
enum class ChangedThing { person, statement, document };

struct Change {
  ChangeKind kind = ChangeKind::added;
  ChangedThing thing = ChangedThing::person;
  std::string id;           // a person's address, KIND:ID of a statement, or a document's name
  std::string what;         // list, row and column of a person's cell; the property of a statement
  std::string before, now;  // a person's name if the whole person is meant
};

struct Changes {
  std::vector<Change> changes;  // persons, then statements, then documents
  bool has_site = false;        // whether there is a site with a mark to compare with
  std::int64_t files_added = 0, files_changed = 0, files_gone = 0;
  // Downloads of the existing site that are not as they were published; their content counts as not
  // public.
  std::vector<std::string> not_as_published;
};

[[nodiscard]] Changes what_changes(const std::string& site, const SiteMark& now_mark,
                                   const DataTables& now, base::Progress& progress);

}  // namespace sanaq::publish

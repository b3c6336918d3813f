#include "sanaq/investigation/settings_words.h"

#include <exception>
#include <optional>

#include "sanaq/base/error.h"
#include "sanaq/record/field_title.h"
#include "sanaq/settings/key_path.h"
#include "sanaq/settings/toml_value.h"

namespace sanaq::investigation {
namespace {

using base::message;
using settings::KeyPath;
using Term = std::pair<std::size_t, base::Message>;

// One value before and after.
struct TwoValues {
  std::string key, was, now;  // the values in words
  bool was_set = false, is_set = false;
};

// What somebody else has written into the kept saves is shown as it stands.
std::string words_or_toml(const std::string& toml) {
  try {
    return settings::words_of({toml});
  } catch (const std::exception&) {
    return toml;
  }
}

std::string plain_words_of(const std::string& toml) {
  if (toml.empty()) return "";
  const std::string words = words_or_toml(toml);
  if (words.size() < 2 || words.front() != '[') return words;
  // ["a", "b"] as people write it.
  std::string plain;
  for (const char letter : words.substr(1, words.size() - 2)) {
    if (letter != '"') plain += letter;
  }
  return plain;
}

// "; it was {}" and its like, as the last argument.
base::Message what_was(const TwoValues& values) {
  return values.was_set ? message("before, it was {}", values.was)
                        : message("that was not said before");
}

// The name of a column, said in the reader's language where it is a field.
std::optional<base::Message> title_of_field(const std::string& column) {
  const auto field = record::field_from_name(column);
  return field ? std::optional(record::field_title(*field)) : std::nullopt;
}

std::optional<base::Message> word_of_value(const std::string& column, const std::string& value) {
  if (column == "sex" && value == "m") return message("man");
  if (column == "sex" && value == "f") return message("woman");
  if (value == "true") return message("yes");
  if (value == "false") return message("no");
  if (value == "dmy") return message("day, month, year");
  if (value == "mdy") return message("month, day, year");
  if (value == "ymd") return message("year, month, day");
  return std::nullopt;
}

void add_term(SpokenChange& change, std::size_t place, std::optional<base::Message> term) {
  if (term) change.terms.emplace_back(place, std::move(*term));
}

SpokenChange value_read_as(const KeyPath& path, const TwoValues& values) {
  const std::string &list = path[1], &column = path[3], &text = path[4];
  SpokenChange change;
  if (!values.is_set) {
    change.words =
        message("In {}, {} in the column {} is no longer read in another way", list, text, column);
    add_term(change, 2, title_of_field(column));
    return change;
  }
  change.words =
      values.now.empty()
          ? message("In {}, {} in the column {} means that nobody knows: {}", list, text, column,
                    "")
          : message("In {}, {} in the column {} is {}: {}", list, text, column, values.now, "");
  add_term(change, 2, title_of_field(column));
  if (!values.now.empty()) add_term(change, 3, word_of_value(column, values.now));
  change.terms.emplace_back(change.words.arguments.size() - 1, what_was(values));
  return change;
}

SpokenChange column_read_from(const KeyPath& path, const TwoValues& values) {
  SpokenChange change;
  change.words = values.is_set
                     ? message("In {}, the column {} is {}: {}", path[1], values.now, path[3], "")
                     : message("In {}, no column is named for {} any more", path[1], path[3]);
  add_term(change, values.is_set ? 2 : 1, title_of_field(path[3]));
  if (values.is_set) change.terms.emplace_back(3, what_was(values));
  return change;
}

// What the keys of a list are about.
std::optional<base::Message> list_subject(const std::string& key) {
  if (key == "public") return message("the columns that may be public");
  if (key == "duplicates") return message("whether one person may stand there twice");
  if (key == "dates" || key.starts_with("dates.")) return message("how dates are written");
  if (key == "file") return message("its file");
  if (key == "sheet") return message("the sheet that is read");
  if (key == "header_row") return message("the row of the headers");
  if (key == "encoding") return message("the encoding");
  if (key == "covers" || key.starts_with("covers.")) return message("what it covers");
  if (key == "skip_rows") return message("rows that are left out");
  if (key == "ignore") return message("columns that are not compared");
  return std::nullopt;
}

std::optional<base::Message> own_subject(const std::string& key) {
  if (key == "title") return message("the title");
  if (key == "languages") return message("the languages of the site");
  if (key == "link.threshold") return message("the probability from which records are one person");
  if (key == "scope.from") return message("the first day that is counted");
  if (key == "scope.to") return message("the last day that is counted");
  if (key == "scope.places") return message("the places that are counted");
  if (key == "scope.status") return message("who is counted");
  if (key == "words.nobody") return message("words that mean that nobody knows");
  return std::nullopt;
}

SpokenChange subject_changed(const base::Message& subject, const TwoValues& values) {
  SpokenChange change;
  if (!values.is_set) {
    change.words = message("{}: this was taken out; before, it was {}", "", values.was);
    change.terms.emplace_back(0, subject);
    return change;
  }
  change.words = message("{}: {}; {}", "", values.now, "");
  change.terms = {{0, subject}, {2, what_was(values)}};
  add_term(change, 1, word_of_value("", values.now));
  return change;
}

SpokenChange subject_of_list_changed(const std::string& list, const base::Message& subject,
                                     const TwoValues& values) {
  SpokenChange change;
  if (!values.is_set) {
    change.words =
        message("In {}, {}: this was taken out; before, it was {}", list, "", values.was);
    change.terms.emplace_back(1, subject);
    return change;
  }
  change.words = message("In {}, {}: {}; {}", list, "", values.now, "");
  change.terms = {{1, subject}, {3, what_was(values)}};
  add_term(change, 2, word_of_value("", values.now));
  return change;
}

std::optional<SpokenChange> about_a_list(const KeyPath& path, const TwoValues& values) {
  if (path.size() == 2) {
    const base::Message words =
        !values.is_set    ? message("The list {} was taken out of the count", path[1])
        : !values.was_set ? message("The list {} was added", path[1])
                          : message("How the columns of {} are read was changed", path[1]);
    return SpokenChange{words, {}};
  }
  if (path.size() == 3 && path[2] == "file" && !values.was_set)
    return SpokenChange{message("The list {} was added", path[1]), {}};
  if (path.size() == 5 && path[2] == "values") return value_read_as(path, values);
  if (path.size() == 4 && path[2] == "columns") return column_read_from(path, values);
  std::string key = path[2];
  for (std::size_t at = 3; at < path.size(); ++at) key += "." + path[at];
  const auto subject = list_subject(key);
  if (!subject) return std::nullopt;
  return subject_of_list_changed(path[1], *subject, values);
}

SpokenChange by_its_key(const std::string& key, const std::string& was, const std::string& now) {
  return {now.empty()   ? message("settings: {} was taken out; it was {}", key, was)
          : was.empty() ? message("settings: {} = {}; it was not set", key, now)
                        : message("settings: {} = {}; it was {}", key, now, was),
          {}};
}

std::optional<KeyPath> path_of(const std::string& key) {
  try {
    return settings::key_path(key);
  } catch (const base::Error&) {
    return std::nullopt;
  }
}

}  // namespace

base::Message with_terms(const SpokenChange& change, const base::Catalog& catalog) {
  base::Message said = change.words;
  for (const auto& [place, term] : change.terms) said.arguments.at(place) = catalog.say(term);
  return said;
}

SpokenChange words_of_settings(const std::string& key, const std::string& was,
                               const std::string& now) {
  const std::optional<KeyPath> path = path_of(key);
  if (!path) return by_its_key(key, was, now);
  const TwoValues values{key, plain_words_of(was), plain_words_of(now), !was.empty(), !now.empty()};
  if (path->front() == "list" && path->size() > 1) {
    if (auto change = about_a_list(*path, values)) return *change;
  }
  if (path->front() == "table" && path->size() > 1 && !values.was_set)
    return {message("The table {} was added", (*path)[1]), {}};
  if (key == "scope") return {message("What is counted was changed: days, places or status"), {}};
  if (const auto subject = own_subject(key)) return subject_changed(*subject, values);
  return by_its_key(key, was, now);
}

}  // namespace sanaq::investigation

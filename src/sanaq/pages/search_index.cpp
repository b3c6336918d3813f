#include "sanaq/pages/search_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "sanaq/base/utf8_letter.h"
#include "sanaq/pages/case_page.h"
#include "sanaq/pages/date_words.h"
#include "sanaq/pages/input_text.h"
#include "sanaq/pages/person_rows.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/search_key.h"

namespace sanaq::pages {
namespace {

constexpr std::size_t text_letters_max = 200;
constexpr std::size_t beginning_letters_max = 60;

// A word of an entry with one of its other words behind it: "nurlan omarov".
struct Item {
  std::string words;
  std::uint32_t entry = 0;
  bool operator<(const Item& other) const {
    return std::tie(words, entry) < std::tie(other.words, other.entry);
  }
};

// Each word once, in their order; of a title of very many words the first.
std::vector<std::string> words_of_key(const std::string& key) {
  constexpr std::size_t words_max = 12;
  std::vector<std::string> words;
  for (std::size_t at = 0; at < key.size() && words.size() < words_max;) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    std::string word = key.substr(at, end - at);
    if (std::find(words.begin(), words.end(), word) == words.end())
      words.push_back(std::move(word));
    at = end + 1;
  }
  return words;
}

std::string json_text(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string first_letters(const std::string& text) {
  std::string_view rest = text;
  for (std::size_t at = 0; at < text_letters_max && !rest.empty(); ++at)
    rest.remove_prefix(base::first_letter(rest).size);
  return text.substr(0, text.size() - rest.size());
}

class SearchIndex {
 public:
  SearchIndex(const std::vector<SearchEntry>& entries, const TakeShard& take) : take_(take) {
    for (std::size_t at = 0; at < entries.size(); ++at) {
      lines_.push_back("[" + json_text(first_letters(entries[at].text)) + "," +
                       json_text(entries[at].page) + "," + json_text(entries[at].detail) + "]");
      const std::vector<std::string> words =
          words_of_key(text::search_key(first_letters(entries[at].text)));
      for (const std::string& word : words) {
        for (const std::string& other : words) {
          if (&word != &other)
            items_.push_back({word + " " + other, static_cast<std::uint32_t>(at)});
        }
        if (words.size() == 1) items_.push_back({word, static_cast<std::uint32_t>(at)});
      }
    }
    std::sort(items_.begin(), items_.end());
  }

  void write() { divide("", 0, items_.size()); }

 private:
  // The entries of items [from, to), each once, in their own order.
  [[nodiscard]] std::vector<std::uint32_t> entries_in(std::size_t from, std::size_t to) const {
    std::vector<std::uint32_t> entries;
    for (std::size_t at = from; at < to; ++at) entries.push_back(items_[at].entry);
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    return entries;
  }

  // Writes the shard of a beginning, or how it goes on where it is too large for one.
  void divide(const std::string& beginning, std::size_t from, std::size_t to) {
    const std::vector<std::uint32_t> entries = entries_in(from, to);
    std::size_t bytes = 0;
    for (const std::uint32_t entry : entries) bytes += lines_[entry].size() + 2;
    const bool is_small = bytes + beginning.size() + 40 <= shard_bytes_max;
    const bool has_no_more =
        std::all_of(items_.begin() + static_cast<std::ptrdiff_t>(from),
                    items_.begin() + static_cast<std::ptrdiff_t>(to),
                    [&](const Item& item) { return item.words.size() == beginning.size(); });
    if (!beginning.empty() && (is_small || has_no_more || beginning.size() > beginning_letters_max))
      return write_entries(beginning, entries);
    write_continuations(beginning, from, to, entries.size());
  }

  void write_continuations(const std::string& beginning, std::size_t from, std::size_t to,
                           std::size_t count) {
    nlohmann::json counts = nlohmann::json::object();
    counts[""] = count;  // each once, however many letters it goes on with
    struct Branch {
      std::string beginning;
      std::size_t from, to;
    };
    std::vector<Branch> branches;
    std::size_t ended = from;  // items that have no further letter come first
    while (ended < to && items_[ended].words.size() == beginning.size()) ++ended;
    for (std::size_t at = ended; at < to;) {
      const char letter = items_[at].words[beginning.size()];
      std::size_t end = at;
      while (end < to && items_[end].words[beginning.size()] == letter) ++end;
      counts[std::string(1, letter)] = entries_in(at, end).size();
      branches.push_back({beginning + letter, at, end});
      at = end;
    }
    if (ended > from) {
      const std::vector<std::uint32_t> entries = entries_in(from, ended);
      counts["."] = entries.size();
      write_entries(beginning + ".", entries);
    }
    take_("search/" + shard_name(beginning) + ".js",
          fmt::format("sanaq({},{});\n", json_text(beginning), counts.dump()));
    for (const Branch& branch : branches) divide(branch.beginning, branch.from, branch.to);
  }

  // In several files, each of which names the next, where one would be too large.
  void write_entries(const std::string& beginning, const std::vector<std::uint32_t>& entries) {
    std::size_t at = 0;
    for (int part = 1; at < entries.size(); ++part) {
      const auto name = [&](int number) {
        return number == 1 ? beginning : fmt::format("{}~{}", beginning, number);
      };
      std::string lines;
      for (; at < entries.size(); ++at) {
        const std::string& line = lines_[entries[at]];
        if (!lines.empty() && lines.size() + line.size() + 80 > shard_bytes_max) break;
        lines += (lines.empty() ? "" : ",\n") + line;
      }
      const std::string next = at < entries.size() ? "," + json_text(name(part + 1)) : "";
      take_("search/" + shard_name(name(part)) + ".js",
            fmt::format("sanaq({},[{}]{});\n", json_text(name(part)), lines, next));
    }
  }

  const TakeShard& take_;
  std::vector<std::string> lines_;  // of each entry
  std::vector<Item> items_;         // sorted
};

// How each letter that may be typed goes into Latin: those of the texts, and all Cyrillic ones.
std::string letters_script(const std::vector<SearchEntry>& entries) {
  std::map<std::string, std::string> letters;
  const auto add = [&](char32_t code, std::string_view bytes) {
    if (code >= 0x80) letters.emplace(std::string(bytes), text::search_letter(code));
  };
  const auto add_all = [&](std::string_view letters_of_text) {
    while (!letters_of_text.empty()) {
      const base::Utf8Letter letter = base::first_letter(letters_of_text);
      if (letter.is_whole) add(letter.code, letters_of_text.substr(0, letter.size));
      letters_of_text.remove_prefix(letter.size);
    }
  };
  add_all("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіїєґўҳҷҗӣӯјљњћђџѓќѕ");
  for (const SearchEntry& entry : entries) add_all(text::fold(first_letters(entry.text)));
  nlohmann::json rules = nlohmann::json::array();
  for (const auto& [from, to] : text::search_replacements())
    rules.push_back({std::string(from), std::string(to)});
  return fmt::format("sanaq({},{});\n", nlohmann::json(letters).dump(), rules.dump());
}

}  // namespace

std::string shard_name(std::string_view beginning) {
  if (beginning.empty()) return "all";
  std::string name(beginning);
  std::replace(name.begin(), name.end(), ' ', '-');
  const std::string stem = name.substr(0, name.find_first_of(".~"));
  static const std::set<std::string> kept = {"con", "aux", "nul", "prn"};
  const bool is_port = stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) &&
                       stem[3] >= '0' && stem[3] <= '9';
  const bool is_ours = name == "all" || name == "letters";
  if (kept.contains(stem) || is_port || is_ours) name.insert(stem.size(), "_");
  std::replace(name.begin(), name.end(), '.', '=');
  return name;
}

std::vector<SearchEntry> search_entries(const PublicView& view, const std::vector<Filed>& all,
                                        const draw::Voice& voice) {
  std::vector<SearchEntry> entries;
  for (const Filed& filed : all) {
    if (!filed.name.empty())
      entries.push_back(
          {filed.name, "person/" + filed.person->id, told_apart_by(view, *filed.person, voice)});
  }
  const auto add = [&](const std::string& subject, const std::string& detail) {
    std::string page = page_of(view.case_file, subject);
    constexpr std::string_view ending = ".html";
    if (!page.ends_with(ending)) return;
    page.resize(page.size() - ending.size());
    entries.push_back({title_of(view, subject, voice), page, detail});
  };
  for (const casefile::Event& event : view.case_file.entities.events)
    add(event.subject, date_words(event.start, voice));
  for (const casefile::Organisation& one : view.case_file.entities.organisations)
    add(casefile::subject_of("organisation", one.id), "");
  return entries;
}

std::string search_inputs(const std::vector<SearchEntry>& entries) {
  InputText text;
  text.add(shard_bytes_max);
  for (const auto& [from, to] : text::search_replacements()) {
    text.add(from);
    text.add(to);
  }
  for (const SearchEntry& entry : entries) {
    for (const std::string* part : {&entry.text, &entry.page, &entry.detail}) text.add(*part);
  }
  return text.hash();
}

void write_search_index(const std::vector<SearchEntry>& entries, const TakeShard& take) {
  take("search/letters.js", letters_script(entries));
  SearchIndex(entries, take).write();
}

}  // namespace sanaq::pages

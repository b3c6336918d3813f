#include "sanaq/casefile/vocabulary.h"

#include <algorithm>
#include <numeric>

#include "embedded/sanaq_casefile.h"
#include "sanaq/base/check.h"
#include "sanaq/text/fold.h"

namespace sanaq::casefile {
namespace {

using base::message;

std::vector<std::string> split(std::string_view line, char at) {
  std::vector<std::string> parts(1);
  for (const char letter : line) {
    if (letter == at) {
      parts.emplace_back();
    } else {
      parts.back() += letter;
    }
  }
  return parts;
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Folded, and with е for ё, which many never type.
std::string plain(std::string_view text) {
  std::string folded = text::fold(text);
  for (std::size_t at = folded.find("ё"); at != std::string::npos; at = folded.find("ё", at))
    folded.replace(at, std::string_view("ё").size(), "е");
  return folded;
}

// Russian labels are said of a man: "оправдан", "лишен свободы", "умер". Of a woman, of people and
// of a thing the first word ends in а, ы or о.
bool is_form_of(std::string_view wanted, std::string_view label) {
  const std::size_t end = std::min(label.find(' '), label.size());
  const std::string_view first = label.substr(0, end), rest = label.substr(end);
  if (!wanted.starts_with(first) || !wanted.ends_with(rest) ||
      wanted.size() != label.size() + std::string_view("а").size())
    return false;
  const std::string_view ending = wanted.substr(first.size(), std::string_view("а").size());
  const bool is_said_of_a_man =
      first.ends_with("н") || first.ends_with("т") || first.ends_with("л");
  return is_said_of_a_man && (ending == "а" || ending == "ы" || ending == "о");
}

}  // namespace

std::size_t letters_changed(std::string_view left, std::string_view right) {
  std::vector<std::size_t> row(right.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t at = 0; at < left.size(); ++at) {
    std::size_t corner = row[0];
    row[0] = at + 1;
    for (std::size_t to = 0; to < right.size(); ++to) {
      const std::size_t changed = corner + (left[at] == right[to] ? 0 : 1);
      corner = row[to + 1];
      row[to + 1] = std::min({changed, row[to] + 1, row[to + 1] + 1});
    }
  }
  return row.back();
}

Vocabulary::Vocabulary() {
  bool is_header = true;
  for (const std::string& line : split(embedded_file("vocabulary.tsv"), '\n')) {
    if (line.empty() || std::exchange(is_header, false)) continue;
    const auto cells = split(line, '\t');
    base::check(cells.size() == 5, "a line of vocabulary.tsv has five cells");
    terms_.push_back({cells[0], cells[1], {cells[2], cells[3], cells[4]}});
  }
}

base::Result<bool> Vocabulary::add(const Term& term) {
  if (term.table.empty() || term.code.empty()) {
    return tl::unexpected(base::Problem{message("a code needs a table and a code"),
                                        message("fill in both, such as MT5 and 0101")});
  }
  // A word more, or a label moved, would open what somebody closed.
  if (text::fold(term.table) == "visibility") {
    return tl::unexpected(
        base::Problem{message("who may see what has three words, and no others can be added"),
                      message("write public, restricted or sealed, and take this row out")});
  }
  for (const Term& known : terms_) {
    if (known.table != term.table || known.code == term.code) continue;
    for (std::size_t at = 0; at < 3; ++at) {
      if (term.labels[at].empty() || text::fold(term.labels[at]) != text::fold(known.labels[at]))
        continue;
      return tl::unexpected(
          base::Problem{message("the code {} is already called {}", known.code, term.labels[at]),
                        message("give this code a label of its own")});
    }
  }
  const auto found = std::find_if(terms_.begin(), terms_.end(), [&](const Term& known) {
    return known.table == term.table && known.code == term.code;
  });
  if (found == terms_.end()) {
    terms_.push_back(term);
    return true;
  }
  for (std::size_t at = 0; at < 3; ++at) {
    if (!term.labels[at].empty()) found->labels[at] = term.labels[at];
  }
  return true;
}

const Term* Vocabulary::find(std::string_view table, std::string_view code) const {
  for (const Term& term : terms_) {
    if (term.table == table && term.code == code) return &term;
  }
  return nullptr;
}

// The label in the reader's language, with the code where that is a number.
std::string Vocabulary::shown(const Term& term) const {
  const std::string said = label(term.table, term.code, language_);
  return is_digits(term.code) || term.table == "LANGUAGE" ? term.code + " " + said : said;
}

std::string Vocabulary::all_labels(std::string_view table) const {
  constexpr std::size_t labels_max = 14;
  std::string all;
  std::size_t count = 0;
  for (const Term& term : terms_) {
    if (term.table != table) continue;
    if (++count > labels_max) return "";
    all += (all.empty() ? "" : ", ") + shown(term);
  }
  return all;
}

std::string Vocabulary::nearest_label(std::string_view table, std::string_view cell) const {
  const std::string wanted = text::fold(cell);
  std::string best;
  std::size_t fewest = std::max<std::size_t>(2, wanted.size() / 2);
  for (const Term& term : terms_) {
    if (term.table != table) continue;
    for (const std::string& name : {term.code, term.labels[0], term.labels[1], term.labels[2]}) {
      const std::size_t changed = letters_changed(wanted, text::fold(name));
      if (changed >= fewest) continue;
      fewest = changed;
      best = shown(term);
    }
  }
  return best;
}

base::Result<std::string> Vocabulary::read(std::string_view table, std::string_view cell) const {
  if (find(table, cell) != nullptr) return std::string(cell);
  if (is_digits(cell)) {
    // Codes are pairs of digits: an odd one has lost its leading zero, and only pairs are dropped.
    std::string code = (cell.size() % 2 == 1 ? "0" : "") + std::string(cell);
    while (find(table, code) == nullptr && code.size() > 2 && code.ends_with("00"))
      code.resize(code.size() - 2);
    if (find(table, code) != nullptr) return code;
  }
  const std::string wanted = plain(cell);
  const Term* other_form = nullptr;
  for (const Term& term : terms_) {
    if (term.table != table) continue;
    if (text::fold(term.code) == text::fold(cell)) return term.code;
    for (const std::string& label : term.labels) {
      if (!label.empty() && plain(label) == wanted) return term.code;
    }
    if (is_form_of(wanted, plain(term.labels[1]))) other_form = &term;
  }
  if (other_form != nullptr) return other_form->code;
  return tl::unexpected(no_such_word(table, cell));
}

base::Problem Vocabulary::no_such_word(std::string_view table, std::string_view cell) const {
  const base::Message reason =
      message("not in the list: {}", label("TABLE", std::string(table), language_));
  const std::string near = nearest_label(table, cell), all = all_labels(table);
  if (!near.empty() && !all.empty())
    return {reason, message("did you mean {}? There are: {}", near, all)};
  if (!near.empty())
    return {reason, message("did you mean {}? Otherwise add it to vocabulary.csv", near)};
  if (!all.empty()) return {reason, message("write one of: {}; or add it to vocabulary.csv", all)};
  return {reason, message("see docs/formats/casefile.md, or add it to vocabulary.csv")};
}

std::string Vocabulary::label(std::string_view table, std::string_view code,
                              std::string_view language) const {
  const Term* term = find(table, code);
  if (term == nullptr) return std::string(code);
  const std::string& label = term->labels[language == "ru" ? 1 : language == "kk" ? 2 : 0];
  return !label.empty() ? label : !term->labels[0].empty() ? term->labels[0] : term->code;
}

}  // namespace sanaq::casefile

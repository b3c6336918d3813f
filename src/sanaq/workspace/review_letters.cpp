#include "sanaq/workspace/review_letters.h"

#include <algorithm>
#include <cstdint>
#include <map>

#include "sanaq/text/fold.h"
#include "sanaq/text/letters.h"
#include "sanaq/text/name.h"
#include "sanaq/text/romanise.h"

namespace sanaq::workspace {
namespace {

using text::NameComparison;

constexpr std::size_t letters_compared_max = 400;

// One letter each, so that places in it are places in the word.
std::u32string small_letters(std::u32string_view word) {
  std::u32string small;
  for (const char32_t letter : word) {
    const std::u32string folded = text::to_utf32(text::fold(text::to_utf8({&letter, 1})));
    small += folded.size() == 1 ? folded[0] : letter;
  }
  return small;
}

// Longest common subsequence; lengths of the ends of both words.
class Common {
 public:
  Common(const std::u32string& left, const std::u32string& right)
      : left_(left), right_(right), lengths_((left.size() + 1) * (right.size() + 1)) {
    for (std::size_t at = left.size(); at-- > 0;) {
      for (std::size_t beside = right.size(); beside-- > 0;)
        length(at, beside) = left[at] == right[beside]
                                 ? static_cast<std::uint16_t>(length(at + 1, beside + 1) + 1)
                                 : std::max(length(at + 1, beside), length(at, beside + 1));
    }
  }
  // Whether each letter of both words is in it.
  void mark(std::vector<bool>& in_left, std::vector<bool>& in_right) {
    in_left.assign(left_.size(), false);
    in_right.assign(right_.size(), false);
    for (std::size_t at = 0, beside = 0; at < left_.size() && beside < right_.size();) {
      if (left_[at] == right_[beside])
        in_left[at++] = in_right[beside++] = true;
      else if (length(at + 1, beside) >= length(at, beside + 1))
        ++at;
      else
        ++beside;
    }
  }

 private:
  std::uint16_t& length(std::size_t at, std::size_t beside) {
    return lengths_[at * (right_.size() + 1) + beside];
  }
  const std::u32string &left_, &right_;
  std::vector<std::uint16_t> lengths_;
};

std::vector<Letters> stretches(std::u32string_view word, const std::vector<bool>& is_common) {
  std::vector<Letters> found;
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (found.empty() || found.back().differs == is_common[at])
      found.push_back({"", !is_common[at]});
    found.back().text += text::to_utf8(word.substr(at, 1));
  }
  return found;
}

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

// The words of a name as they are written, by the small letters under which they are compared.
class Written {
 public:
  explicit Written(std::string_view name)
      : letters_(text::to_utf32(name)), small_(small_letters(letters_)) {
    for (std::size_t at = 0; at < name.size();) {
      const std::size_t end = std::min(name.find(' ', at), name.size());
      add(name.substr(at, end - at));
      at = end + 1;
    }
  }
  [[nodiscard]] std::string of(const std::string& part) const {
    const auto found = words_.find(without_spaces(part));
    return found == words_.end() ? within_a_word(part) : found->second;
  }

 private:
  // An initial, or what is written together with another word.
  [[nodiscard]] std::string within_a_word(const std::string& part) const {
    const std::u32string wanted = text::to_utf32(part);
    for (std::size_t at = small_.find(wanted); at != small_.npos;
         at = small_.find(wanted, at + 1)) {
      if (at == 0 || small_[at - 1] == U' ' || small_[at - 1] == U'.')
        return text::to_utf8(std::u32string_view(letters_).substr(at, wanted.size()));
    }
    return part;
  }
  void add(std::string_view word) {
    std::string key;
    for (const text::Word& piece : text::split_words(word)) key += text::to_utf8(piece.letters);
    if (!key.empty()) words_.emplace(std::move(key), word);
  }
  std::u32string letters_, small_;
  std::map<std::string, std::string> words_;
};

Likeness likeness_of(const NameComparison::Part& part) {
  if (part.left.empty() || part.right.empty()) return Likeness::one_sided;
  if (part.what == "same letters") return Likeness::same;
  return part.what == "differs" || part.what == "another father" ? Likeness::differs
                                                                 : Likeness::near;
}

// The rows grow by each name that is held against the first.
class Rows {
 public:
  Rows(const std::vector<std::string>& names, std::size_t base, const draw::Voice& voice)
      : names_(names), base_(base), base_words_(names[base]), voice_(voice) {}

  void hold_against(std::size_t at) {
    const NameComparison compared =
        text::explain_names(*text::prepare_name(names_[base_]), *text::prepare_name(names_[at]));
    const Written words(names_[at]);
    std::map<std::string, int> seen;  // how often a part of the base came up
    for (const NameComparison::Part& part : compared.parts) {
      NameRow& row = part.left.empty() ? fresh() : row_of(part.left, seen[part.left]++);
      row.likeness = std::max(row.likeness, likeness_of(part));
      row.parts[at].what = voice_.say(part.what);
      if (part.right.empty()) continue;
      row.parts[at].text = words.of(part.right);
      cut(row.parts[base_], row.parts[at]);
    }
  }
  std::vector<NameRow> rows;

 private:
  NameRow& fresh() {
    rows.push_back({Likeness::same, std::vector<NamePart>(names_.size())});
    return rows.back();
  }
  NameRow& row_of(const std::string& part, int occurrence) {
    const auto found = places_.find({part, occurrence});
    if (found != places_.end()) return rows[found->second];
    places_[{part, occurrence}] = rows.size();
    NameRow& row = fresh();
    row.parts[base_].text = base_words_.of(part);
    row.parts[base_].letters = {{row.parts[base_].text, false}};
    return row;
  }
  // Letters of the base are marked where there is only one name beside it.
  void cut(NamePart& base, NamePart& other) const {
    if (base.text.empty()) {
      other.letters = {{other.text, false}};
      return;
    }
    const std::string base_latin = in_latin(base.text), latin = in_latin(other.text);
    const bool by_latin = base_latin.empty() != latin.empty();
    const std::string& left = by_latin && !base_latin.empty() ? base_latin : base.text;
    const std::string& right = by_latin && !latin.empty() ? latin : other.text;
    TwoWords words = compared_letters(left, right);
    other.letters = std::move(words.right);
    other.is_romanised = by_latin && !latin.empty();
    if (names_.size() != 2) return;
    base.letters = std::move(words.left);
    base.is_romanised = by_latin && !base_latin.empty();
  }

  const std::vector<std::string>& names_;
  std::size_t base_;
  Written base_words_;
  const draw::Voice& voice_;
  std::map<std::pair<std::string, int>, std::size_t> places_;
};

}  // namespace

TwoWords compared_letters(std::string_view left, std::string_view right) {
  const std::u32string one = text::to_utf32(left), other = text::to_utf32(right);
  if (std::max(one.size(), other.size()) > letters_compared_max) {
    const bool differs = left != right;
    return {{{std::string(left), differs}}, {{std::string(right), differs}}};
  }
  const std::u32string small = small_letters(one), small_other = small_letters(other);
  std::vector<bool> in_left, in_right;
  Common(small, small_other).mark(in_left, in_right);
  return {stretches(one, in_left), stretches(other, in_right)};
}

std::string_view likeness_sign(Likeness likeness) {
  switch (likeness) {
    case Likeness::same:
      return "=";
    case Likeness::near:
      return "≈";
    case Likeness::differs:
      return "≠";
    case Likeness::one_sided:
      break;
  }
  return "·";
}

std::string likeness_word(Likeness likeness, const draw::Voice& voice) {
  switch (likeness) {
    case Likeness::same:
      return voice.say("the same");
    case Likeness::near:
      return voice.say("nearly the same");
    case Likeness::differs:
      return voice.say("they differ");
    case Likeness::one_sided:
      break;
  }
  return voice.say("not everywhere");
}

std::vector<NameRow> names_by_part(const std::vector<std::string>& names,
                                   const draw::Voice& voice) {
  const auto first = std::find_if(names.begin(), names.end(),
                                  [](const std::string& name) { return !name.empty(); });
  if (first == names.end()) return {};
  Rows rows(names, static_cast<std::size_t>(first - names.begin()), voice);
  for (auto name = first + 1; name < names.end(); ++name) {
    if (!name->empty()) rows.hold_against(static_cast<std::size_t>(name - names.begin()));
  }
  return std::move(rows.rows);
}

std::string in_latin(std::string_view text) {
  const auto is_ascii = [](char letter) { return static_cast<unsigned char>(letter) < 0x80; };
  if (std::all_of(text.begin(), text.end(), is_ascii)) return "";
  std::string latin = text::romanise(text);
  return latin == text ? "" : latin;
}

}  // namespace sanaq::workspace

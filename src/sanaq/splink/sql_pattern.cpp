#include "sanaq/splink/sql_pattern.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "sanaq/link/columns.h"
#include "sanaq/link/plain_value.h"
#include "sanaq/splink/limits.h"
#include "sanaq/text/letters.h"

namespace sanaq::splink {
namespace {

using Step = SqlPattern::Step;
using Range = SqlPattern::Range;
using Kind = Step::Kind;

constexpr char32_t last_letter = 0x10FFFF;
constexpr std::size_t repeats_most = 1000, depth_most = 100;
constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

struct NoPattern {};

// A part of the pattern: a tree, since a part that is repeated is written out several times.
struct Part {
  enum class Of { letter, edge, row, choice, repeat, group } of = Of::row;
  Step step;  // letter, or a place such as ^
  std::vector<Part> parts;
  std::size_t least = 0, most = 0, group = 0;  // most: nowhere for no bound; group 0: not caught
  bool is_lazy = false;
};

std::vector<Range> other_than(std::vector<Range> ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](const Range& a, const Range& b) { return a.first < b.first; });
  std::vector<Range> others;
  char32_t next = 0;
  for (const Range& range : ranges) {
    if (range.first > next) others.push_back({next, range.first - 1});
    next = std::max<char32_t>(next, range.last + 1);
  }
  if (next <= last_letter) others.push_back({next, last_letter});
  return others;
}

// \d, \w, \s and, in capitals, all others; empty for any other letter.
std::vector<Range> class_of(char32_t letter) {
  switch (letter) {
    case 'd':
      return {{'0', '9'}};
    case 'w':
      return {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
    case 's':
      return {{'\t', '\n'}, {'\f', '\r'}, {' ', ' '}};
    case 'D':
    case 'W':
    case 'S':
      return other_than(class_of(letter + 32));
    default:
      return {};
  }
}

std::vector<Range> named_class(std::string_view name) {
  if (name == "alpha") return {{'A', 'Z'}, {'a', 'z'}};
  if (name == "digit") return {{'0', '9'}};
  if (name == "alnum") return {{'0', '9'}, {'A', 'Z'}, {'a', 'z'}};
  if (name == "upper") return {{'A', 'Z'}};
  if (name == "lower") return {{'a', 'z'}};
  if (name == "space") return {{'\t', '\r'}, {' ', ' '}};
  if (name == "punct") return {{'!', '/'}, {':', '@'}, {'[', '`'}, {'{', '~'}};
  throw NoPattern{};
}

class PatternParser {
 public:
  explicit PatternParser(std::u32string text) : text_(std::move(text)) {}

  Part whole() {
    Part part = choice();
    if (at_ < text_.size()) throw NoPattern{};  // a bracket that nothing opened
    return part;
  }
  [[nodiscard]] std::size_t group_count() const { return groups_; }

 private:
  [[nodiscard]] bool is_at_end() const { return at_ == text_.size(); }
  [[nodiscard]] char32_t peek() const { return is_at_end() ? U'\0' : text_[at_]; }
  bool take(std::u32string_view what) {
    if (std::u32string_view(text_).substr(at_, what.size()) != what) return false;
    at_ += what.size();
    return true;
  }
  char32_t next() {
    if (is_at_end()) throw NoPattern{};
    return text_[at_++];
  }

  Part choice() {
    if (++depth_ > depth_most) throw NoPattern{};
    Part choice{.of = Part::Of::choice, .step = {}, .parts = {row()}};
    while (take(U"|")) choice.parts.push_back(row());
    --depth_;
    return choice.parts.size() == 1 ? std::move(choice.parts[0]) : choice;
  }
  Part row() {
    Part row;
    while (!is_at_end() && peek() != '|' && peek() != ')') {
      if (take(U"(?i)")) {
        ignores_case_ = true;
        continue;
      }
      row.parts.push_back(repeated(atom()));
    }
    return row;
  }

  Part repeated(Part part) {
    std::size_t least = 0, most = nowhere;
    if (take(U"?"))
      most = 1;
    else if (take(U"+"))
      least = 1;
    else if (!take(U"*") && !counts(least, most))
      return part;
    if (part.of == Part::Of::edge) throw NoPattern{};
    Part repeat{.of = Part::Of::repeat, .step = {}, .parts = {std::move(part)}};
    repeat.least = least;
    repeat.most = most;
    repeat.is_lazy = take(U"?");
    if (peek() == '*' || peek() == '+' || peek() == '?' || counts(least, most)) throw NoPattern{};
    return repeat;
  }
  // "{2}", "{2,}" or "{2,3}"; anything else in curly brackets stands for itself.
  bool counts(std::size_t& least, std::size_t& most) {
    const std::size_t before = at_;
    const auto number = [&]() -> std::optional<std::size_t> {
      std::size_t value = 0;
      const std::size_t from = at_;
      while (U'0' <= peek() && peek() <= U'9' && value <= repeats_most)
        value = value * 10 + (next() - U'0');
      return at_ > from ? std::optional(value) : std::nullopt;
    };
    if (!take(U"{")) return false;
    const auto first = number();
    const bool has_comma = take(U",");
    const auto second = has_comma ? number() : first;
    if (!first || !take(U"}")) {
      at_ = before;
      return false;
    }
    least = *first;
    most = second.value_or(nowhere);
    if (least > repeats_most || (second && (most > repeats_most || most < least)))
      throw NoPattern{};
    return true;
  }

  Part atom() {
    const char32_t letter = next();
    switch (letter) {
      case '(':
        return group();
      case '[':
        return set();
      case '.':
        return one_of({{'\n', '\n'}}, true);
      case '^':
        return edge(Kind::begin);
      case '$':
        return edge(Kind::end);
      case '\\':
        return escaped();
      case '*':
      case '+':
      case '?':
        throw NoPattern{};
      default:
        return literal(letter);
    }
  }
  Part group() {
    std::size_t number = 0;
    if (take(U"?:")) {
    } else if (take(U"?P<")) {
      while (next() != '>') {
      }
      number = ++groups_;
    } else if (peek() == '?') {
      throw NoPattern{};
    } else {
      number = ++groups_;
    }
    const bool ignored_case = ignores_case_;
    Part group{.of = Part::Of::group, .step = {}, .parts = {choice()}};
    group.group = number;
    ignores_case_ = ignored_case;
    if (!take(U")")) throw NoPattern{};
    return group;
  }
  Part escaped() {
    const char32_t letter = next();
    if (auto ranges = class_of(letter); !ranges.empty()) return one_of(std::move(ranges), false);
    switch (letter) {
      case 'A':
        return edge(Kind::begin);
      case 'z':
        return edge(Kind::end);
      case 'b':
        return edge(Kind::edge);
      case 'B':
        return edge(Kind::no_edge);
      default:
        return literal(escaped_letter(letter));
    }
  }
  char32_t escaped_letter(char32_t letter) {
    switch (letter) {
      case 't':
        return '\t';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 'f':
        return '\f';
      case 'v':
        return '\v';
      case 'x':
        return hexadecimal();
      default:
        // \1 and \p{L} are beyond us, and so is a letter that means nothing.
        if (letter < 0x80 && u_isalnum(static_cast<UChar32>(letter)) != 0) throw NoPattern{};
        return letter;
    }
  }
  char32_t hexadecimal() {
    const bool is_braced = take(U"{");
    char32_t letter = 0;
    for (int digits = 0; is_braced ? !take(U"}") : digits < 2; ++digits) {
      const int digit = u_digit(static_cast<UChar32>(next()), 16);
      if (digit < 0 || digits > 5) throw NoPattern{};
      letter = letter * 16 + static_cast<char32_t>(digit);
    }
    return letter;
  }

  Part set() {
    const bool is_none_of = take(U"^");
    std::vector<Range> ranges;
    for (bool is_first = true; is_first || peek() != ']'; is_first = false) {
      if (take(U"[:")) {
        add(named(), ranges);
        continue;
      }
      char32_t first = next();
      if (first == '\\') {
        first = next();
        if (auto inner = class_of(first); !inner.empty()) {
          add(inner, ranges);
          continue;
        }
        first = escaped_letter(first);
      }
      char32_t last = first;
      if (peek() == '-' && at_ + 1 < text_.size() && text_[at_ + 1] != ']') {
        ++at_;
        last = next();
        if (last == '\\') last = escaped_letter(next());
        if (last < first) throw NoPattern{};
      }
      ranges.push_back({first, last});
    }
    ++at_;
    return one_of(std::move(ranges), is_none_of);
  }
  std::vector<Range> named() {
    const bool is_other = take(U"^");
    std::string name;
    while (!take(U":]")) name += static_cast<char>(next());
    std::vector<Range> ranges = named_class(name);
    return is_other ? other_than(std::move(ranges)) : ranges;
  }
  static void add(const std::vector<Range>& more, std::vector<Range>& ranges) {
    ranges.insert(ranges.end(), more.begin(), more.end());
  }

  Part literal(char32_t letter) { return one_of({{letter, letter}}, false); }
  Part one_of(std::vector<Range> ranges, bool is_none_of) const {
    if (ignores_case_) add_other_cases(ranges);
    Part part{.of = Part::Of::letter, .step = {}, .parts = {}};
    part.step.kind = Kind::letter;
    part.step.ranges = std::move(ranges);
    part.step.is_none_of = is_none_of;
    return part;
  }
  // Of large sets, which have whole alphabets, the letters of ours.
  static void add_other_cases(std::vector<Range>& ranges) {
    constexpr char32_t cases_to = 0x600;
    const std::size_t count = ranges.size();
    for (std::size_t at = 0; at < count; ++at) {
      const Range range = ranges[at];
      for (char32_t letter = range.first; letter <= std::min(range.last, cases_to); ++letter) {
        const auto code = static_cast<UChar32>(letter);
        for (const UChar32 other : {u_tolower(code), u_toupper(code)}) {
          if (other != code)
            ranges.push_back({static_cast<char32_t>(other), static_cast<char32_t>(other)});
        }
      }
    }
  }
  static Part edge(Kind kind) {
    Part part{.of = Part::Of::edge, .step = {}, .parts = {}};
    part.step.kind = kind;
    return part;
  }

  std::u32string text_;
  std::size_t at_ = 0, groups_ = 0, depth_ = 0;
  bool ignores_case_ = false;
};

// Writes the tree out as steps.
class Writer {
 public:
  std::vector<Step> take() && { return std::move(steps_); }

  std::size_t add(Step step) {
    if (steps_.size() >= pattern_steps_max) throw NoPattern{};
    step.next = steps_.size() + 1;
    steps_.push_back(std::move(step));
    return steps_.size() - 1;
  }
  void save(std::size_t slot) {
    Step step;
    step.kind = Kind::save;
    step.slot = slot;
    add(std::move(step));
  }
  void write(const Part& part) {
    switch (part.of) {
      case Part::Of::letter:
      case Part::Of::edge:
        add(part.step);
        return;
      case Part::Of::row:
        for (const Part& one : part.parts) write(one);
        return;
      case Part::Of::group:
        if (part.group > 0) save(2 * part.group);
        write(part.parts[0]);
        if (part.group > 0) save(2 * part.group + 1);
        return;
      case Part::Of::choice:
        return write_choice(part);
      case Part::Of::repeat:
        return write_repeat(part);
    }
  }

 private:
  std::size_t split() {
    Step step;
    step.kind = Kind::split;
    return add(std::move(step));
  }
  // A step that only leads on; written as a split of one way.
  std::size_t jump() {
    const std::size_t at = split();
    steps_[at].other = nowhere;
    return at;
  }

  void write_choice(const Part& part) {
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at + 1 < part.parts.size(); ++at) {
      const std::size_t way = split();
      write(part.parts[at]);
      ends.push_back(jump());
      steps_[way].other = steps_.size();
    }
    write(part.parts.back());
    for (const std::size_t end : ends) steps_[end].next = steps_.size();
  }
  void write_repeat(const Part& part) {
    const Part& inner = part.parts[0];
    for (std::size_t times = 0; times < part.least; ++times) write(inner);
    if (part.most == nowhere) {
      const std::size_t way = split();
      write(inner);
      steps_[jump()].next = way;
      lead_out(way, part.is_lazy);
      return;
    }
    std::vector<std::size_t> ways;
    for (std::size_t times = part.least; times < part.most; ++times) {
      ways.push_back(split());
      write(inner);
    }
    for (const std::size_t way : ways) lead_out(way, part.is_lazy);
  }
  // One way goes on in the repetition, the other out of it; which is tried first tells greed.
  void lead_out(std::size_t way, bool is_lazy) {
    steps_[way].other = steps_.size();
    if (is_lazy) std::swap(steps_[way].next, steps_[way].other);
  }

  std::vector<Step> steps_;
};

bool takes(const Step& step, char32_t letter) {
  const bool is_among = std::any_of(
      step.ranges.begin(), step.ranges.end(),
      [&](const Range& range) { return range.first <= letter && letter <= range.last; });
  return is_among != step.is_none_of;
}

bool is_word(const std::u32string& text, std::size_t at) {
  if (at >= text.size()) return false;
  const char32_t c = text[at];
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '_';
}

bool holds_at(const Step& step, const std::u32string& text, std::size_t at) {
  if (step.kind == Kind::begin) return at == 0;
  if (step.kind == Kind::end) return at == text.size();
  const bool is_edge = (at > 0 && is_word(text, at - 1)) != is_word(text, at);
  return is_edge == (step.kind == Kind::edge);
}

// Ways through the steps at one place of the text, the best first; each step at most once.
class Threads {
 public:
  using Places = std::vector<std::size_t>;

  explicit Threads(const std::vector<Step>& steps) : steps_(&steps), is_there_(steps.size()) {}

  struct Thread {
    std::size_t step = 0;
    Places places;
  };
  std::vector<Thread> list;

  void clear() {
    list.clear();
    std::fill(is_there_.begin(), is_there_.end(), false);
  }
  // The step and all that it leads to without a letter.
  void add(std::size_t first, Places places, const std::u32string& text, std::size_t at) {
    struct Open {
      std::size_t step;
      Places places;
    };
    std::vector<Open> open;
    open.push_back({first, std::move(places)});
    while (!open.empty()) {
      Open one = std::move(open.back());
      open.pop_back();
      if (is_there_[one.step]) continue;
      is_there_[one.step] = true;
      const Step& step = (*steps_)[one.step];
      if (step.kind == Kind::letter || step.kind == Step::Kind::match) {
        list.push_back({one.step, std::move(one.places)});
      } else if (step.kind == Kind::split) {
        if (step.other != nowhere) open.push_back({step.other, one.places});
        open.push_back({step.next, std::move(one.places)});
      } else if (step.kind == Kind::save) {
        one.places[step.slot] = at;
        open.push_back({step.next, std::move(one.places)});
      } else if (holds_at(step, text, at)) {
        open.push_back({step.next, std::move(one.places)});
      }
    }
  }

 private:
  const std::vector<Step>* steps_;
  std::vector<bool> is_there_;
};

}  // namespace

std::optional<SqlPattern> SqlPattern::parse(std::string_view pattern) {
  try {
    PatternParser parser(link::to_letters(pattern));
    const Part whole = parser.whole();
    SqlPattern made;
    made.group_count_ = parser.group_count();
    Writer writer;
    writer.save(0);
    writer.write(whole);
    writer.save(1);
    writer.add({});
    made.steps_ = std::move(writer).take();
    return made;
  } catch (const NoPattern&) {
    return std::nullopt;
  }
}

std::optional<std::vector<std::size_t>> SqlPattern::match(const std::u32string& text,
                                                          bool is_whole) const {
  Threads now(steps_), then(steps_);
  const Threads::Places none(2 * (group_count_ + 1), nowhere);
  std::optional<Threads::Places> best;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (!best && (at == 0 || !is_whole)) now.add(0, none, text, at);
    if (now.list.empty() && (best || is_whole)) break;
    then.clear();
    for (Threads::Thread& thread : now.list) {
      const Step& step = steps_[thread.step];
      if (step.kind == Step::Kind::match) {
        if (is_whole && at < text.size()) continue;
        best = std::move(thread.places);
        break;  // those behind are worse
      }
      if (at < text.size() && takes(step, text[at]))
        then.add(step.next, std::move(thread.places), text, at + 1);
    }
    std::swap(now, then);
  }
  return best;
}

std::optional<std::string> SqlPattern::find(std::string_view text, std::size_t group) const {
  const std::u32string letters = link::to_letters(text);
  const auto places = match(letters, false);
  if (!places) return std::nullopt;
  if (group > group_count_) return std::string();
  const std::size_t from = (*places)[2 * group], to = (*places)[2 * group + 1];
  if (from == nowhere || to == nowhere) return std::string();
  return text::to_utf8(std::u32string_view(letters).substr(from, to - from));
}

bool SqlPattern::is_whole(std::string_view text) const {
  return match(link::to_letters(text), true).has_value();
}

}  // namespace sanaq::splink

#include "sanaq/tables/age_cell.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <unordered_map>
#include <vector>

#include "sanaq/tables/cell_text.h"
#include "sanaq/tables/digits.h"
#include "sanaq/tables/limits.h"
#include "sanaq/text/fold.h"

namespace sanaq::tables {
namespace {

using base::message;
using base::Problem;
using record::age_years_max;
using record::AgeSpan;
using Read = base::Result<std::optional<AgeSpan>>;

enum class Meaning {
  number,
  years,  // лет, years
  months,
  weeks,
  days,
  sex,     // "35M", "22 f": an age and a sex; a lone "m" is months only behind years (2 y 3 m)
  about,   // ~, около
  from,    // from 30 to 40; alone as over
  to,      // between two numbers: -, до, to, или
  under,   // до 40, under 16
  over,    // 60+, старше 60
  decade,  // 30s, за 30
  plus_or_minus,
  newborn,
  passed_over
};

struct WordsOf {
  Meaning meaning;
  std::string_view words;  // separated by blanks
};
constexpr std::array<WordsOf, 14> words_of_ages = {{
    {Meaning::years,
     "y yo y.o. y.o y/o yr yr. yrs yrs. year years old г г. год года годов лет л л. жас жаста жыл "
     "ж ж. жасар aged age возраст возрастом жасы años año anos ans an jahre yaş yaşında yaşlarında "
     "років роки рік سنة عاما عام"},
    {Meaning::months,
     "mo mos month months мес мес. месяц месяца месяцев ай айлық meses mes mois aylık місяців "
     "місяці місяць شهر أشهر"},
    {Meaning::weeks, "week weeks неделя недели недель нед нед. апта апталық"},
    {Meaning::days, "day days дней дня день дн дн. сут сут. сутки суток күн күндік"},
    {Meaning::sex, "m f м м. муж муж. жен жен. male female мужчина женщина"},
    {Meaning::about,
     "c c. ca ca. около ок ок. about approx approx. approximately around circa шамамен примерно "
     "прим прим. прибл прибл. приблизительно предположительно предп предп. вероятно probably prob "
     "prob. est est. вид ~ ≈ ?"},
    {Meaning::from, "от from"},
    {Meaning::to, "- to или or and и немесе / .."},
    {Meaning::under, "до under below младше моложе менее дейін < ≤"},
    {Meaning::over, "+ over above старше более свыше older жоғары асқан больше > ≥"},
    {Meaning::decade, "s 's за"},
    {Meaning::plus_or_minus, "± +/- +-"},
    {Meaning::newborn, "новорожденный новорождённый новорожденная новорождённая newborn"},
    {Meaning::passed_over,
     "in his her their early mid late the of на между в возрасте between , ."},
}};

const std::unordered_map<std::string_view, Meaning>& meanings() {
  static const std::unordered_map<std::string_view, Meaning> all = [] {
    std::unordered_map<std::string_view, Meaning> made;
    for (const auto& [meaning, words] : words_of_ages) {
      for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        made.emplace(words.substr(at, end - at), meaning);
        at = end + 1;
      }
    }
    return made;
  }();
  return all;
}

struct Token {
  Meaning meaning = Meaning::number;
  int value = 0;
  std::string_view text = {};
};

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_blank(char letter) { return letter == ' ' || letter == '(' || letter == ')'; }
bool is_sign(char letter) {
  return std::string_view("~?-/+<>,;").find(letter) != std::string_view::npos;
}

// Numbers with at most one decimal part ("2,5"), signs, and words; blanks part them.
class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  // None where a word says nothing of an age.
  std::optional<std::vector<Token>> split() {
    while (at_ < text_.size()) {
      const bool is_known = is_blank(text_[at_])   ? pass_blank()
                            : is_digit(text_[at_]) ? take_number()
                                                   : take_word();
      if (!is_known) return std::nullopt;
    }
    return std::move(tokens_);
  }

 private:
  bool pass_blank() {
    ++at_;
    return true;
  }

  bool take_number() {
    const std::size_t start = at_;
    const auto pass_digits = [&] {
      while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    };
    pass_digits();
    const std::string_view whole = text_.substr(start, at_ - start);
    const bool has_part = at_ + 1 < text_.size() && (text_[at_] == '.' || text_[at_] == ',') &&
                          is_digit(text_[at_ + 1]);
    if (has_part) {
      ++at_;
      pass_digits();
    }
    constexpr std::size_t digits_max = 6;
    if (whole.size() > digits_max) return false;
    Token token;
    std::from_chars(whole.data(), whole.data() + whole.size(), token.value);
    tokens_.push_back(token);
    return true;
  }

  bool take_word() {
    for (const std::string_view sign : {"±", "+/-", "+-", "≈", "≤", "≥", "..", "y/o", "'s"}) {
      if (text_.substr(at_).starts_with(sign)) return take(sign.size());
    }
    if (is_sign(text_[at_])) return text_[at_] == ';' ? pass_blank() : take(1);
    std::size_t end = at_;
    while (end < text_.size() && !is_blank(text_[end]) && !is_digit(text_[end]) &&
           !is_sign(text_[end]))
      ++end;
    return take(end - at_);
  }

  bool take(std::size_t length) {
    const auto found = meanings().find(text_.substr(at_, length));
    at_ += length;
    if (found == meanings().end()) return false;
    tokens_.push_back({found->second, 0, found->first});
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

Problem unreadable() {
  return {message("this is not an age in years or months that can be read"),
          message("write whole years in digits, such as 35, or leave the cell empty")};
}

Read spanned(int from, int to) {
  if (from > to) return tl::unexpected(unreadable());
  if (to > age_years_max) {
    return tl::unexpected(Problem{
        message("nobody has lived so long"),
        message("compare the cell with its source; a year of birth belongs in its own column")});
  }
  return AgeSpan{from, to};
}

// A number with its unit, in so many to a year.
struct Quantity {
  int value = 0;
  int to_a_year = 0;                      // 0: none is said
  Meaning joined = Meaning::passed_over;  // to, or plus_or_minus: with the quantity before it
};

class Reading {
 public:
  explicit Reading(const std::vector<Token>& tokens) {
    for (const Token& token : tokens) {
      is_age_ = is_age_ && take(token);
      is_begun_ = true;
    }
  }

  [[nodiscard]] Read read() const {
    if (!is_age_ || marks_ > 1) return tl::unexpected(unreadable());
    if (is_newborn_) return quantities_.empty() ? spanned(0, 0) : tl::unexpected(unreadable());
    if (quantities_.empty() || (joined_ != Meaning::passed_over && is_end_bare_))
      return tl::unexpected(unreadable());
    const Quantity& first = quantities_.front();
    if (quantities_.size() == 1 || is_part_of(first, quantities_[1]))
      return quantities_.size() > 2 ? tl::unexpected(unreadable()) : one(years_of(first, first));
    return quantities_.size() == 2 ? two(first, quantities_[1]) : tl::unexpected(unreadable());
  }

 private:
  // "2 года 3 месяца": the second says nothing of whole years.
  static bool is_part_of(const Quantity& whole, const Quantity& part) {
    return part.joined == Meaning::passed_over && whole.to_a_year > 0 &&
           whole.to_a_year < part.to_a_year;
  }

  // "3-5 мес.": the first has the unit of the second.
  static int years_of(const Quantity& quantity, const Quantity& last) {
    const int unit = quantity.to_a_year > 0 ? quantity.to_a_year : last.to_a_year;
    return quantity.value / std::max(1, unit);
  }

  [[nodiscard]] Read one(int years) const {
    if (years > age_years_max) return spanned(years, years);
    if (is_about_)
      return spanned(std::max(0, years - about_years),
                     std::min(age_years_max, years + about_years));
    if (is_under_) return spanned(0, years);
    if (is_over_ || is_from_) return spanned(years, age_years_max);
    if (is_decade_) return spanned(years, std::min(age_years_max, years / 10 * 10 + 9));
    return spanned(years, years);
  }

  [[nodiscard]] Read two(const Quantity& first, const Quantity& last) const {
    const int from = years_of(first, last), to = years_of(last, last);
    if (last.joined == Meaning::plus_or_minus && marks_ == 0)
      return spanned(std::max(0, from - to), from + to);
    const bool is_range = last.joined == Meaning::to && (marks_ == 0 || is_about_);
    return is_range ? spanned(from, to) : tl::unexpected(unreadable());
  }

  bool take(const Token& token) {
    is_end_bare_ = token.meaning == Meaning::to || token.meaning == Meaning::plus_or_minus;
    switch (token.meaning) {
      case Meaning::number:
        quantities_.push_back({token.value, 0, joined_});
        joined_ = Meaning::passed_over;
        return true;
      case Meaning::years:
        take_unit(1);  // or of no number: "возраст 35"
        return true;
      case Meaning::months:
        return take_unit(12);
      case Meaning::weeks:
        return take_unit(52);
      case Meaning::days:
        return take_unit(365);
      case Meaning::sex:
        if (quantities_.size() > 1 && quantities_.front().to_a_year == 1) take_unit(12);
        return true;
      case Meaning::to:
        return join(Meaning::to);
      case Meaning::plus_or_minus:
        return join(Meaning::plus_or_minus);
      case Meaning::under:
        if (token.text == "до" && !quantities_.empty()) return join(Meaning::to);
        return mark(is_under_);
      case Meaning::about:
        return is_about_ || mark(is_about_);
      case Meaning::over:
        return mark(is_over_);
      case Meaning::decade:
        return mark(is_decade_);
      case Meaning::from:
        is_from_ = true;
        return true;
      case Meaning::newborn:
        is_newborn_ = true;
        return true;
      case Meaning::passed_over:
        return true;
    }
    return false;
  }

  bool mark(bool& what) {
    what = true;
    ++marks_;
    return true;
  }

  // In front of all it is a minus; behind a word it parts no numbers: "mid-30s", "M/35".
  bool join(Meaning how) {
    if (!is_begun_) return false;
    if (!quantities_.empty()) joined_ = how;
    return true;
  }

  bool take_unit(int to_a_year) {
    if (quantities_.empty() || quantities_.back().to_a_year > 0) return false;
    quantities_.back().to_a_year = to_a_year;
    return true;
  }

  std::vector<Quantity> quantities_;
  Meaning joined_ = Meaning::passed_over;  // how the next quantity is joined
  bool is_age_ = true, is_begun_ = false, is_end_bare_ = false;
  bool is_about_ = false, is_under_ = false, is_over_ = false, is_decade_ = false;
  bool is_from_ = false, is_newborn_ = false;
  int marks_ = 0;
};

}  // namespace

Read read_age(std::string_view cell) {
  if (cell.size() > age_bytes_max) return tl::unexpected(unreadable());
  constexpr std::size_t digits_max = 3;
  if (!cell.empty() && cell.size() <= digits_max &&
      std::all_of(cell.begin(), cell.end(), is_digit)) {
    int years = 0;
    std::from_chars(cell.data(), cell.data() + cell.size(), years);
    return spanned(years, years);
  }
  const std::string folded = text::fold(with_plain_digits(cell));
  if (says_nothing(folded) || folded == "na" || folded == "нет") return std::optional<AgeSpan>{};
  std::string text = folded;
  for (const std::string_view dash : {"–", "—", "−", "‐", "‑", "‒"}) {
    for (std::size_t at = text.find(dash); at != text.npos; at = text.find(dash, at + 1))
      text.replace(at, dash.size(), "-");
  }
  const auto tokens = Splitter(text).split();
  return tokens ? Reading(*tokens).read() : tl::unexpected(unreadable());
}

}  // namespace sanaq::tables

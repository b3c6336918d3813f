#include "sanaq/intake/guard.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "sanaq/base/catalog.h"
#include "sanaq/base/hmac.h"
#include "sanaq/base/random_bytes.h"
#include "sanaq/intake/number_words.h"

namespace sanaq::intake {
namespace {

using base::message;

constexpr std::int64_t minutes_most = 60;
constexpr std::size_t nonce_digits = 16, mac_digits = 64;
constexpr std::string_view minus = "−", plus = "+";

// Uniform below `count`, which is at most 256.
int random_below(int count) {
  for (;;) {
    const int byte = static_cast<unsigned char>(base::random_bytes(1)[0]);
    if (byte < 256 / count * count) return byte % count;
  }
}

struct Token {
  std::string nonce, given, answered;  // hex digits
  std::uint64_t number = 0;            // the nonce
  std::int64_t minute = 0;
};

template <typename Number>
bool is_number(std::string_view text, int digits, Number& number) {
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number, digits);
  return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

// NONCE.MINUTE.MAC.MAC; nullopt for anything else.
std::optional<Token> read_token(std::string_view text) {
  std::array<std::string_view, 4> parts;
  for (std::string_view& part : parts) {
    const std::size_t end = std::min(text.find('.'), text.size());
    part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  Token token{std::string(parts[0]), std::string(parts[2]), std::string(parts[3]), 0, 0};
  const bool is_token = text.empty() && parts[0].size() == nonce_digits && parts[1].size() < 12 &&
                        parts[2].size() == mac_digits && parts[3].size() == mac_digits &&
                        is_number(parts[0], 16, token.number) &&
                        is_number(parts[1], 10, token.minute) && token.minute >= 0;
  return is_token ? std::optional(token) : std::nullopt;
}

std::string given_mac(std::string_view key, std::string_view nonce, std::int64_t minute,
                      std::string_view page) {
  return base::hmac_sha256_hex(key, fmt::format("given {} {} {}", nonce, minute, page));
}

std::string answered_mac(std::string_view key, std::string_view nonce, int answer) {
  return base::hmac_sha256_hex(key, fmt::format("answered {} {}", nonce, answer));
}

bool is_same(std::string_view left, std::string_view right) {
  return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

// The sentence for a reader who hears it; the number that is asked for is in none of them.
base::Message question_of(const Sum& sum, const std::string& first, const std::string& second) {
  switch (sum.blank) {
    case Blank::first:
      return sum.is_minus ? message("From what do you take {} to have {}?", first, second)
                          : message("What plus {} is {}?", first, second);
    case Blank::middle:
      return sum.is_minus ? message("{} minus what is {}?", first, second)
                          : message("{} plus what is {}?", first, second);
    case Blank::last:
      break;
  }
  return sum.is_minus ? message("What is {} minus {}?", first, second)
                      : message("What is {} plus {}?", first, second);
}

// Each is read once: a request would take longer to read its catalogue than for all else.
const base::Catalog* catalog_of(std::string_view language) {
  static const base::Catalog english("en"), russian("ru"), kazakh("kk");
  for (const base::Catalog* const catalog : {&english, &russian, &kazakh}) {
    if (catalog->language() == language) return catalog;
  }
  return nullptr;
}

}  // namespace

Sum random_sum() {
  Sum sum;
  sum.is_minus = random_below(2) == 1;
  const int whole = random_below(numbers_most + 1), part = random_below(whole + 1);
  sum.left = sum.is_minus ? whole : part;
  sum.right = sum.is_minus ? part : whole - part;
  sum.result = sum.is_minus ? whole - part : whole;
  sum.blank = static_cast<Blank>(random_below(3));
  sum.first_shown_in_words = random_below(2) == 1;
  return sum;
}

int answer_of(const Sum& sum) {
  if (sum.blank == Blank::first) return sum.left;
  return sum.blank == Blank::middle ? sum.right : sum.result;
}

ShownSum shown(const Sum& sum, std::string_view language) {
  const int first = sum.blank == Blank::first ? sum.right : sum.left,
            second = sum.blank == Blank::last ? sum.right : sum.result;
  const auto written = [&](int number, bool in_words) {
    return in_words ? number_word(number, language) : std::to_string(number);
  };
  const std::string one = written(first, sum.first_shown_in_words),
                    other = written(second, !sum.first_shown_in_words);
  const std::string_view sign = sum.is_minus ? minus : plus;
  ShownSum shown;
  if (sum.blank == Blank::first) {
    shown.after = fmt::format("{} {} = {}", sign, one, other);
  } else if (sum.blank == Blank::middle) {
    shown.before = fmt::format("{} {}", one, sign);
    shown.after = fmt::format("= {}", other);
  } else {
    shown.before = fmt::format("{} {} {} =", one, sign, other);
  }
  const base::Catalog* const catalog = catalog_of(language);
  if (catalog != nullptr) {
    shown.question = catalog->say(question_of(sum, one, other));
  } else {
    shown.question = fmt::format("{}{}?{}{}", shown.before, shown.before.empty() ? "" : " ",
                                 shown.after.empty() ? "" : " ", shown.after);
  }
  return shown;
}

Guard::Guard(std::size_t used_most) : key_(base::random_bytes(32)), used_most_(used_most) {}

std::string Guard::token(const Sum& sum, std::string_view page, double now) {
  const std::string nonce = base::to_hex(base::random_bytes(nonce_digits / 2));
  std::int64_t minute = static_cast<std::int64_t>(now / 60);
  {
    const std::scoped_lock lock(alone_);
    minute = std::max(minute, old_before_);
  }
  return fmt::format("{}.{}.{}.{}", nonce, minute, given_mac(key_, nonce, minute, page),
                     answered_mac(key_, nonce, answer_of(sum)));
}

Verdict Guard::judge(std::string_view text, std::string_view page, std::optional<int> answer,
                     double now) {
  const std::optional<Token> token = read_token(text);
  // One that was not given here is not remembered: anybody could fill the memory with such.
  if (!token || !is_same(token->given, given_mac(key_, token->nonce, token->minute, page)))
    return Verdict::old;
  const auto now_minute = static_cast<std::int64_t>(now / 60);
  {
    const std::scoped_lock lock(alone_);
    if (token->minute < old_before_ || now_minute - token->minute > minutes_most)
      return Verdict::old;
    if (!use(token->minute, token->number, now_minute)) return Verdict::used;
  }
  const bool is_right =
      answer && is_same(token->answered, answered_mac(key_, token->nonce, *answer));
  return is_right ? Verdict::right : Verdict::wrong;
}

bool Guard::use(std::int64_t minute, std::uint64_t number, std::int64_t now_minute) {
  // What is older than an hour is old by itself.
  while (!hours_.empty() && hours_.begin()->first < now_minute / 60 - 1) {
    used_ -= hours_.begin()->second.size();
    hours_.erase(hours_.begin());
  }
  if (!hours_[minute / 60].insert(number).second) return false;
  if (++used_ < used_most_) return true;
  const auto oldest = hours_.begin();
  // Of the hour that goes on, what was given until now.
  old_before_ = std::max(old_before_, std::min((oldest->first + 1) * 60, now_minute + 1));
  used_ -= oldest->second.size();
  hours_.erase(oldest);
  return true;
}

std::size_t Guard::used_count() const {
  const std::scoped_lock lock(alone_);
  return used_;
}

}  // namespace sanaq::intake

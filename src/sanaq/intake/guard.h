// The sum above a comment, "4 − □ = two": a filter against programs that fill in forms, and no
// security.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::intake {

enum class Blank { first, middle, last };

// left ± right = result, all three from 0 to 10. One of the two numbers that are shown stands in
// words.
struct Sum {
  int left = 0, right = 0, result = 0;
  bool is_minus = false;
  Blank blank = Blank::middle;
  bool first_shown_in_words = false;  // of the two that are shown, else the second
  bool operator==(const Sum&) const = default;
};

[[nodiscard]] Sum random_sum();
[[nodiscard]] int answer_of(const Sum& sum);

// How a page shows it: the input stands between the two texts.
struct ShownSum {
  std::string before, after;
  std::string question;  // all of it in words, for a reader who hears it: "4 minus what is two?"
};
// In the language's own words for en, ru and kk; in any other the numbers are ICU's spell-out, and
// the question is said in signs.
[[nodiscard]] ShownSum shown(const Sum& sum, std::string_view language);
// A number from 0 to 10 in words of the language.
[[nodiscard]] std::string number_word(int number, std::string_view language);
// What was typed, as a number from 0 to 10: digits of any script, or words of the language, of
// English, Russian or Kazakh, in any case, ё as е; nullopt for anything else.
[[nodiscard]] std::optional<int> read_answer(std::string_view typed, std::string_view language);

enum class Verdict { right, wrong, old, used };

// Gives each sum a token that says nothing of its answer, and believes each token once, for 60
// minutes, for its page. The keys are in memory alone: a restart makes all tokens old. Times are
// seconds that never go back. May be used by any thread.
class Guard {
 public:
  // `used_most`: of how many used tokens it is remembered that they are; when it is full, the older
  // half of the time becomes old.
  explicit Guard(std::size_t used_most = std::size_t{1} << 20);
  [[nodiscard]] std::string token(const Sum& sum, std::string_view page, double now);
  // Uses the token up, whatever the answer. One that was never given is `old`.
  [[nodiscard]] Verdict judge(std::string_view token, std::string_view page,
                              std::optional<int> answer, double now);
  // Used tokens that are remembered now.
  [[nodiscard]] std::size_t used_count() const;

 private:
  // Numbers of used tokens, by the hour in which the tokens were given.
  struct Hour {
    std::int64_t hour = -1;
    std::size_t count = 0;
    std::vector<std::uint64_t> slots;
  };
  bool remember(std::int64_t hour, std::uint64_t number);

  mutable std::mutex alone_;
  std::string key_;
  std::size_t used_most_;
  std::int64_t old_before_ = -1;  // minutes: what was given before is old
  std::array<Hour, 3> hours_;
};

}  // namespace sanaq::intake

// The sum above a comment, "4 − □ = two": a filter against programs that fill in forms, and no
// security.
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

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

enum class Verdict { right, wrong, old, used };

// Gives each sum a token that says nothing of its answer, and believes each token once, for 60
// minutes, for its page. The keys are in memory alone: a restart makes all tokens old. Times are
// seconds that never go back. May be used by any thread.
class Guard {
 public:
  // `used_most`: of how many used tokens it is remembered that they are; when it is full, the
  // oldest hour becomes old.
  explicit Guard(std::size_t used_most = std::size_t{1} << 20);
  [[nodiscard]] std::string token(const Sum& sum, std::string_view page, double now);
  // Uses the token up, whatever the answer. One that was never given is `old`.
  [[nodiscard]] Verdict judge(std::string_view token, std::string_view page,
                              std::optional<int> answer, double now);
  // Used tokens that are remembered now.
  [[nodiscard]] std::size_t used_count() const;

 private:
  // Whether the token was not used before.
  bool use(std::int64_t minute, std::uint64_t number, std::int64_t now_minute);

  mutable std::mutex alone_;
  std::string key_;
  std::size_t used_most_, used_ = 0;
  std::int64_t old_before_ = 0;  // minutes: what was given before is old
  // Numbers of used tokens, by the hour in which the tokens were given.
  std::map<std::int64_t, std::unordered_set<std::uint64_t>> hours_;
};

}  // namespace sanaq::intake

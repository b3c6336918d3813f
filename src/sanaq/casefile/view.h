// Which of contradicting values is shown first, and by which rule; the others are shown beside it.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/casefile/statement.h"

namespace sanaq::casefile {

enum class Rule { undisputed, reviewer, reliability, recency };

// The values of one property, as indices into the statements of the view.
struct Fact {
  std::string property, language;
  std::size_t shown = 0;            // the statement whose value is shown first
  std::vector<std::size_t> same;    // all with this value, including `shown`, in their order
  std::vector<std::size_t> others;  // all with another value, in their order
  Rule rule = Rule::undisputed;
};

// A view of statements, which it stores. The rules are those of docs/formats/casefile.md: a
// reviewer's choice comes first, then the source's reliability, then what was said last. It never
// averages.
class View {
 public:
  explicit View(std::vector<Statement> said);

  // Returns the subjects of a kind, in the order in which they are first mentioned.
  [[nodiscard]] std::vector<std::string> subjects(std::string_view kind) const;
  [[nodiscard]] bool has(std::string_view subject) const;
  // Returns the facts in the order in which the properties are first mentioned. A property with
  // several values has one fact for each value.
  [[nodiscard]] const std::vector<Fact>& facts(std::string_view subject) const;
  // Returns the value that is shown first; "" if nobody says anything.
  [[nodiscard]] std::string value(std::string_view subject, std::string_view property) const;
  // Does the same for what is said in a language; where nothing is, what is said in none, else in
  // English, else the first.
  [[nodiscard]] std::string value_in(std::string_view language, std::string_view subject,
                                     std::string_view property) const;
  [[nodiscard]] std::vector<std::string> values(std::string_view subject,
                                                std::string_view property) const;
  [[nodiscard]] const Fact* fact(std::string_view subject, std::string_view property) const;
  [[nodiscard]] const std::vector<Statement>& statements() const { return statements_; }
  // Returns the strictest visibility of everything that is said about a thing, and "public" if
  // nothing is.
  [[nodiscard]] std::string strictest_visibility(std::string_view subject) const;
  // Returns the code of MT 42 for a source, and "99" if nobody judged it.
  [[nodiscard]] std::string reliability(std::string_view source) const;

 private:
  [[nodiscard]] Fact choose(const std::vector<std::size_t>& statements) const;
  [[nodiscard]] int rank(std::size_t statement) const;
  void judge_sources();

  std::vector<Statement> statements_;
  std::map<std::string, std::string, std::less<>> reliability_;
  std::map<std::string, std::string, std::less<>> chosen_;  // subject, newline, property -> value
  std::map<std::string, std::vector<Fact>, std::less<>> facts_;
  std::vector<std::string> subjects_;
};

}  // namespace sanaq::casefile

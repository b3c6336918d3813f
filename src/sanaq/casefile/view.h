// What is shown first of what contradicts, and by which rule; the rest stays beside it.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/casefile/statement.h"

namespace sanaq::casefile {

enum class Rule { undisputed, reviewer, reliability, recency };

// Values of one property. Indices into the statements of the view.
struct Fact {
  std::string property, language;
  std::size_t shown = 0;            // the statement whose value is shown first
  std::vector<std::size_t> same;    // all that say this value, `shown` among them, in their order
  std::vector<std::size_t> others;  // all that say something else, in their order
  Rule rule = Rule::undisputed;
};

// A view of statements; it keeps them. The rules are those of docs/formats/casefile.md: a
// reviewer's choice, then the source's reliability, then what was said last. It never averages.
class View {
 public:
  explicit View(std::vector<Statement> said);

  // Of each kind, in the order in which they are first spoken of.
  [[nodiscard]] std::vector<std::string> subjects(std::string_view kind) const;
  [[nodiscard]] bool has(std::string_view subject) const;
  // In the order in which the properties are first spoken of; of a property that holds several
  // values, one fact a value.
  [[nodiscard]] const std::vector<Fact>& facts(std::string_view subject) const;
  // The value shown first; empty where nobody says anything.
  [[nodiscard]] std::string value(std::string_view subject, std::string_view property) const;
  [[nodiscard]] std::vector<std::string> values(std::string_view subject,
                                                std::string_view property) const;
  [[nodiscard]] const Fact* fact(std::string_view subject, std::string_view property) const;
  [[nodiscard]] const std::vector<Statement>& statements() const { return statements_; }
  // The strictest visibility of all that is said of a thing; public where nothing is.
  [[nodiscard]] std::string strictest_visibility(std::string_view subject) const;
  // MT 42 of a source, "99" where nobody judged it.
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

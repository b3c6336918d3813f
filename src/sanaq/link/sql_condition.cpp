#include "sanaq/link/sql_condition.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <variant>

#include "sanaq/link/columns.h"
#include "sanaq/link/distances.h"
#include "sanaq/link/edit_distance.h"
#include "sanaq/link/limits.h"
#include "sanaq/link/sql_node.h"
#include "sanaq/record/partial_date.h"

namespace sanaq::link {

using base::message;
using base::Problem;

std::optional<double> sql_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Seconds since 1970 of "1985-2-27"; none for a day that does not exist or that lacks a part.
std::optional<double> sql_seconds(std::string_view text) {
  int parts[3] = {};
  std::size_t at = 0;
  for (int part = 0; part < 3; ++part) {
    if (part > 0 && (at >= text.size() || text[at++] != '-')) return std::nullopt;
    const auto [end, error] =
        std::from_chars(text.data() + at, text.data() + text.size(), parts[part]);
    if (error != std::errc{}) return std::nullopt;
    at = static_cast<std::size_t>(end - text.data());
  }
  if (at != text.size()) return std::nullopt;
  const auto date = record::make_date(parts[0], parts[1], parts[2]);
  if (!date) return std::nullopt;
  return 86400.0 * date->first_day;
}

namespace {

using Node = SqlCondition::Node;
using NodePtr = std::shared_ptr<Node>;

struct Refused {
  std::string what;
};
struct TooLarge {};

// Words, numbers, quoted names and texts, signs.
struct Token {
  enum class Kind { word, number, name, text, sign, end } kind = Kind::end;
  std::string text;
};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

bool is_word(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || c == '_' || ('0' <= c && c <= '9') ||
         (c & 0x80) != 0;
}

std::vector<Token> tokenise(std::string_view sql) {
  std::vector<Token> tokens;
  std::size_t at = 0;
  while (at < sql.size()) {
    const char c = sql[at];
    std::size_t end = at + 1;
    if (c == ' ' || c == '\n' || c == '\t') {
      at = end;
      continue;
    }
    if (c == '"' || c == '\'') {
      end = sql.find(c, at + 1);
      if (end == sql.npos) throw Refused{std::string(sql)};
      tokens.push_back({c == '"' ? Token::Kind::name : Token::Kind::text,
                        std::string(sql.substr(at + 1, end - at - 1))});
      at = end + 1;
      continue;
    }
    const bool digit = '0' <= c && c <= '9';
    if (digit || is_word(c)) {
      while (end < sql.size() && (is_word(sql[end]) || (digit && sql[end] == '.'))) ++end;
      tokens.push_back(
          {digit ? Token::Kind::number : Token::Kind::word, std::string(sql.substr(at, end - at))});
    } else {
      if ((c == '<' || c == '>' || c == '!') && end < sql.size() &&
          (sql[end] == '=' || sql[end] == '>'))
        ++end;
      tokens.push_back({Token::Kind::sign, std::string(sql.substr(at, end - at))});
    }
    at = end;
  }
  tokens.push_back({});
  return tokens;
}

const std::map<std::string, std::size_t> functions = {{"jaro_winkler_similarity", 2},
                                                      {"jaro_similarity", 2},
                                                      {"levenshtein", 2},
                                                      {"damerau_levenshtein", 2},
                                                      {"abs", 1},
                                                      {"epoch", 1},
                                                      {"try_strptime", 2},
                                                      {"strptime", 2},
                                                      {"year", 1},
                                                      {"lower", 1},
                                                      {"upper", 1},
                                                      {"substr", 3},
                                                      {"substring", 3},
                                                      {"length", 1}};

// Recursive descent: or, and, not, comparison, sum, product, sign, atom. Neither the descent nor
// the tree goes deeper than condition_depth_max.
class Parser {
  // One level of the descent, while it lasts.
  class Level {
   public:
    explicit Level(std::size_t& depth) : depth_(depth) {
      if (++depth_ > condition_depth_max) throw TooLarge{};
    }
    ~Level() { --depth_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;

   private:
    std::size_t& depth_;
  };

 public:
  Parser(std::string_view sql, std::vector<std::string>& columns)
      : sql_(sql), tokens_(tokenise(sql)), columns_(columns) {}

  NodePtr whole() {
    NodePtr node = either();
    if (peek().kind != Token::Kind::end) refuse();
    return node;
  }

 private:
  [[noreturn]] void refuse() const { throw Refused{std::string(sql_)}; }
  [[nodiscard]] const Token& peek() const { return tokens_[at_]; }
  bool take_word(std::string_view word) { return take(Token::Kind::word, word); }
  bool take_sign(std::string_view sign) { return take(Token::Kind::sign, sign); }
  bool take(Token::Kind kind, std::string_view text) {
    if (peek().kind != kind || lower(peek().text) != text) return false;
    ++at_;
    return true;
  }
  void expect_sign(std::string_view sign) {
    if (!take_sign(sign)) refuse();
  }
  static NodePtr make(std::string op, std::vector<NodePtr> inputs) {
    auto node = std::make_shared<Node>();
    node->op = std::move(op);
    for (const NodePtr& input : inputs) node->depth = std::max(node->depth, input->depth + 1);
    if (node->depth > condition_depth_max) throw TooLarge{};
    node->inputs = std::move(inputs);
    return node;
  }

  NodePtr either() {
    const Level level(depth_);
    NodePtr node = both();
    while (take_word("or")) node = make("or", {node, both()});
    return node;
  }
  NodePtr both() {
    NodePtr node = negated();
    while (take_word("and")) node = make("and", {node, negated()});
    return node;
  }
  NodePtr negated() {
    const Level level(depth_);
    if (take_word("not")) return make("not", {negated()});
    return comparison();
  }
  NodePtr comparison() {
    NodePtr node = sum();
    if (take_word("is")) {
      const bool positive = !take_word("not");
      if (!take_word("null")) refuse();
      node = make("is null", {node});
      return positive ? node : make("not", {node});
    }
    for (const char* sign : {"=", "<=", ">=", "<>", "!=", "<", ">"}) {
      if (take_sign(sign)) return make(sign == std::string("!=") ? "<>" : sign, {node, sum()});
    }
    return node;
  }
  NodePtr sum() {
    NodePtr node = product();
    while (true) {
      if (take_sign("+"))
        node = make("+", {node, product()});
      else if (take_sign("-"))
        node = make("-", {node, product()});
      else
        return node;
    }
  }
  NodePtr product() {
    NodePtr node = atom();
    while (true) {
      if (take_sign("*"))
        node = make("*", {node, atom()});
      else if (take_sign("/"))
        node = make("/", {node, atom()});
      else
        return node;
    }
  }
  NodePtr atom() {
    const Level level(depth_);
    if (take_sign("(")) {
      NodePtr node = either();
      expect_sign(")");
      return node;
    }
    if (take_sign("-")) return make("-", {number(0), atom()});
    const Token token = peek();
    ++at_;
    switch (token.kind) {
      case Token::Kind::number:
        if (const auto value = sql_number(token.text)) return number(*value);
        refuse();
      case Token::Kind::text:
        return text(token.text);
      case Token::Kind::name:
        return after_name(token.text);
      case Token::Kind::word:
        return after_word(token.text);
      default:
        refuse();
    }
  }
  static NodePtr number(double value) {
    NodePtr node = make("number", {});
    node->number = value;
    return node;
  }
  static NodePtr text(std::string value) {
    NodePtr node = make("text", {});
    node->text = std::move(value);
    return node;
  }
  NodePtr column(std::string name, Side side) {
    if (std::find(columns_.begin(), columns_.end(), name) == columns_.end())
      columns_.push_back(name);
    NodePtr node = make("column", {});
    node->text = std::move(name);
    node->side = side;
    return node;
  }
  NodePtr after_name(const std::string& name) {
    if (name.size() > 2 && name.ends_with("_l"))
      return column(name.substr(0, name.size() - 2), Side::left);
    if (name.size() > 2 && name.ends_with("_r"))
      return column(name.substr(0, name.size() - 2), Side::right);
    if ((name == "l" || name == "r") && take_sign(".")) return member(name);
    refuse();
  }
  NodePtr member(const std::string& table) {
    const Token token = peek();
    if (token.kind != Token::Kind::word && token.kind != Token::Kind::name) refuse();
    ++at_;
    return column(token.text, table == "l" ? Side::left : Side::right);
  }
  NodePtr after_word(const std::string& word) {
    const std::string name = lower(word);
    if ((name == "l" || name == "r") && take_sign(".")) return member(name);
    if (name == "cast") return cast();
    if (name == "case") return choice();
    const auto known = functions.find(name);
    if (known != functions.end() && take_sign("(")) return call(name, known->second);
    return after_name(word);
  }
  NodePtr call(const std::string& name, std::size_t count) {
    std::vector<NodePtr> inputs{sum()};
    while (take_sign(",")) inputs.push_back(sum());
    expect_sign(")");
    if (inputs.size() != count) refuse();
    if (name.ends_with("strptime") && (inputs[1]->op != "text" || inputs[1]->text != "%Y-%m-%d"))
      refuse();
    return make(name == "substring"  ? "substr"
                : name == "strptime" ? "try_strptime"
                                     : name,
                std::move(inputs));
  }
  NodePtr cast() {
    expect_sign("(");
    NodePtr inner = sum();
    if (!take_word("as")) refuse();
    for (const char* type : {"text", "varchar"}) {
      if (take_word(type)) {
        expect_sign(")");
        return inner;
      }
    }
    refuse();
  }
  NodePtr choice() {
    if (!take_word("when")) refuse();
    NodePtr condition = either();
    if (!take_word("then")) refuse();
    NodePtr first = sum();
    if (!take_word("else")) refuse();
    NodePtr second = sum();
    if (!take_word("end")) refuse();
    return make("case", {condition, first, second});
  }

  std::string_view sql_;
  std::vector<Token> tokens_;
  std::vector<std::string>& columns_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
};

using Value = std::variant<std::monostate, bool, double, std::string>;

bool is_null(const Value& value) { return std::holds_alternative<std::monostate>(value); }

std::optional<double> as_number(const Value& value) {
  if (const double* number = std::get_if<double>(&value)) return *number;
  if (const std::string* text = std::get_if<std::string>(&value)) return sql_number(*text);
  return std::nullopt;
}

Value of(std::optional<double> value) { return value ? Value(*value) : Value(); }

Value evaluate(const Node& node, const CellLookup& cell);

Value logic(const Node& node, const CellLookup& cell) {
  const bool is_and = node.op == "and";
  bool unknown = false;
  for (const NodePtr& input : node.inputs) {
    const Value value = evaluate(*input, cell);
    if (const bool* truth = std::get_if<bool>(&value)) {
      if (*truth != is_and) return *truth;
    } else {
      unknown = true;
    }
  }
  return unknown ? Value() : Value(is_and);
}

Value compared(const Node& node, const Value& left, const Value& right) {
  int order = 0;
  const std::string* left_text = std::get_if<std::string>(&left);
  const std::string* right_text = std::get_if<std::string>(&right);
  if (left_text != nullptr && right_text != nullptr) {
    order = left_text->compare(*right_text);
  } else {
    const auto left_number = as_number(left), right_number = as_number(right);
    if (!left_number || !right_number) return {};
    order = *left_number < *right_number ? -1 : *left_number > *right_number ? 1 : 0;
  }
  if (node.op == "=") return order == 0;
  if (node.op == "<>") return order != 0;
  if (node.op == "<") return order < 0;
  if (node.op == "<=") return order <= 0;
  if (node.op == ">") return order > 0;
  return order >= 0;
}

Value of_texts(const Node& node, const std::string& left, const std::string& right) {
  std::u32string a = to_letters(left), b = to_letters(right);
  a.resize(std::min(a.size(), compared_letters_max));
  b.resize(std::min(b.size(), compared_letters_max));
  if (node.op == "jaro_winkler_similarity") return jaro_winkler(a, b);
  if (node.op == "jaro_similarity") return jaro(a, b);
  if (node.op == "levenshtein") return static_cast<double>(levenshtein(a, b));
  return static_cast<double>(damerau_levenshtein(a, b));
}

Value of_numbers(const Node& node, double left, double right) {
  if (node.op == "+") return left + right;
  if (node.op == "-") return left - right;
  if (node.op == "*") return left * right;
  return right == 0 ? Value() : Value(left / right);
}

Value of_one_text(const Node& node, const std::string& text, const CellLookup& cell) {
  if (node.op == "epoch" || node.op == "try_strptime") return of(sql_seconds(text));
  if (node.op == "year") {
    const auto seconds = sql_seconds(text);
    return seconds ? Value(static_cast<double>(
                         record::day_from_number(static_cast<std::int32_t>(*seconds / 86400)).year))
                   : Value();
  }
  if (node.op == "abs") {
    const auto number = sql_number(text);
    return number ? Value(std::abs(*number)) : Value();
  }
  if (node.op == "length") return static_cast<double>(to_letters(text).size());
  if (node.op == "lower") return lower(text);
  if (node.op == "upper") {
    std::string upper = text;
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](char c) { return 'a' <= c && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return upper;
  }
  const auto from = as_number(evaluate(*node.inputs[1], cell)),
             count = as_number(evaluate(*node.inputs[2], cell));
  if (!from || !count || *from < 1 || *count < 0) return {};
  // No text is so long as the largest numbers, which no size_t holds.
  const auto within = [&](double value) {
    return static_cast<std::size_t>(std::min(value, static_cast<double>(text.size()) + 1));
  };
  return text.substr(std::min(within(*from) - 1, text.size()), within(*count));
}

Value evaluate(const Node& node, const CellLookup& cell) {
  if (node.op == "number") return node.number;
  if (node.op == "text") return node.text;
  if (node.op == "column") {
    const auto text = cell(node.text, node.side);
    return text ? Value(std::string(*text)) : Value();
  }
  if (node.op == "and" || node.op == "or") return logic(node, cell);
  const Value first = evaluate(*node.inputs[0], cell);
  if (node.op == "is null") return is_null(first);
  if (node.op == "case") {
    const bool* truth = std::get_if<bool>(&first);
    return evaluate(*node.inputs[truth != nullptr && *truth ? 1 : 2], cell);
  }
  if (is_null(first)) return {};
  if (node.op == "not") {
    const bool* truth = std::get_if<bool>(&first);
    return truth != nullptr ? Value(!*truth) : Value();
  }
  const std::string* text = std::get_if<std::string>(&first);
  if (node.op == "abs" || node.op == "epoch" || node.op == "try_strptime" || node.op == "year" ||
      node.op == "lower" || node.op == "upper" || node.op == "length" || node.op == "substr") {
    if (text != nullptr) return of_one_text(node, *text, cell);
    if (node.op != "abs") return first;
    const double* number = std::get_if<double>(&first);
    return number != nullptr ? Value(std::abs(*number)) : Value();
  }
  const Value second = evaluate(*node.inputs[1], cell);
  if (is_null(second)) return {};
  if (node.op.size() <= 2 && std::string_view("=<>=").find(node.op[0]) != std::string_view::npos)
    return compared(node, first, second);
  if (node.op.size() == 1) {
    const auto left = as_number(first), right = as_number(second);
    return left && right ? of_numbers(node, *left, *right) : Value();
  }
  const std::string* second_text = std::get_if<std::string>(&second);
  return text != nullptr && second_text != nullptr ? of_texts(node, *text, *second_text) : Value();
}

bool same_but_for_side(const Node& left, const Node& right) {
  if (left.op != right.op || left.text != right.text || left.number != right.number ||
      left.inputs.size() != right.inputs.size())
    return false;
  if (left.op == "column" && (left.side != Side::left || right.side != Side::right)) return false;
  for (std::size_t at = 0; at < left.inputs.size(); ++at) {
    if (!same_but_for_side(*left.inputs[at], *right.inputs[at])) return false;
  }
  return true;
}

void find_columns(const Node& node, std::vector<std::string>& columns) {
  if (node.op == "column" && std::find(columns.begin(), columns.end(), node.text) == columns.end())
    columns.push_back(node.text);
  for (const auto& input : node.inputs) find_columns(*input, columns);
}

bool is_rule(const Node& node) {
  if (node.op == "and") return is_rule(*node.inputs[0]) && is_rule(*node.inputs[1]);
  return node.op == "=" && same_but_for_side(*node.inputs[0], *node.inputs[1]);
}

bool append_key(const Node& node, const CellLookup& cell, std::string& key) {
  if (node.op == "and")
    return append_key(*node.inputs[0], cell, key) && append_key(*node.inputs[1], cell, key);
  const Value value = evaluate(*node.inputs[0], cell);
  if (is_null(value)) return false;
  if (const std::string* text = std::get_if<std::string>(&value)) key += *text;
  if (const double* number = std::get_if<double>(&value)) key += std::to_string(*number);
  key += '\x1f';
  return true;
}

}  // namespace

base::Result<SqlCondition> SqlCondition::parse(std::string_view sql) {
  SqlCondition condition;
  try {
    if (sql.size() > condition_bytes_max) throw TooLarge{};
    condition.root_ = Parser(sql, condition.columns_).whole();
  } catch (const TooLarge&) {
    return tl::unexpected(
        Problem{message("the condition is longer than {} letters or nested more than {} deep",
                        condition_bytes_max, condition_depth_max),
                message("say it with fewer parts, or as several levels")});
  } catch (const Refused& refused) {
    return tl::unexpected(
        Problem{message("only SQL can say this: {}", refused.what),
                message("say the level with equality, null, jaro_winkler_similarity, "
                        "jaro_similarity, levenshtein, "
                        "damerau_levenshtein, or a difference of dates or numbers")});
  }
  return condition;
}

std::optional<bool> SqlCondition::holds(const CellLookup& cell) const {
  const Value value = evaluate(*root_, cell);
  if (const bool* truth = std::get_if<bool>(&value)) return *truth;
  return std::nullopt;
}

std::optional<std::string> SqlCondition::plain_equality() const {
  if (root_->op != "=" || root_->inputs[0]->op != "column" || root_->inputs[1]->op != "column")
    return std::nullopt;
  const Node &left = *root_->inputs[0], &right = *root_->inputs[1];
  if (left.text != right.text || left.side == right.side) return std::nullopt;
  return left.text;
}

bool SqlCondition::is_blocking_rule() const { return is_rule(*root_); }

std::vector<SqlCondition> SqlCondition::equalities() const {
  std::vector<SqlCondition> parts;
  std::vector<std::shared_ptr<const Node>> open{root_};
  while (!open.empty()) {
    const std::shared_ptr<const Node> node = open.back();
    open.pop_back();
    if (node->op == "and") {
      open.push_back(node->inputs[1]);
      open.push_back(node->inputs[0]);
      continue;
    }
    SqlCondition part;
    part.root_ = node;
    find_columns(*node, part.columns_);
    if (!part.columns_.empty()) parts.push_back(std::move(part));
  }
  return parts;
}

std::optional<std::string> SqlCondition::blocking_key(
    const std::function<std::optional<std::string_view>(const std::string&)>& cell) const {
  std::string key;
  const CellLookup lookup = [&](const std::string& column, Side) { return cell(column); };
  if (!append_key(*root_, lookup, key)) return std::nullopt;
  return key;
}

}  // namespace sanaq::link

#include "sanaq/splink/sql_parser.h"

#include <algorithm>
#include <array>
#include <map>

#include "sanaq/splink/limits.h"
#include "sanaq/splink/sql_tokens.h"

namespace sanaq::splink {
namespace {

using Node = SqlNode;
using NodePtr = std::shared_ptr<Node>;
using Op = Node::Op;
using Token = SqlToken;
using Kind = SqlFunction::Kind;

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

// What a type asks of a value, by the functions that read it so.
const std::map<std::string, std::string_view> types = {
    {"text", "as text"},     {"varchar", "as text"},    {"string", "as text"},
    {"char", "as text"},     {"int", "as whole"},       {"integer", "as whole"},
    {"bigint", "as whole"},  {"smallint", "as whole"},  {"tinyint", "as whole"},
    {"double", "as number"}, {"float8", "as number"},   {"decimal", "as number"},
    {"float", "as real"},    {"real", "as real"},       {"float4", "as real"},
    {"date", "date"},        {"timestamp", "as moment"}};

// Functions that a database reads otherwise than the others do: max and min of SQLite, greatest and
// least of Athena give null for null.
struct OwnName {
  SqlDialect dialect;
  std::string_view name, function;
};
constexpr OwnName own_names[] = {{SqlDialect::postgres, "to_date", "try_cast_date"},
                                 {SqlDialect::postgres, "to_timestamp", "try_cast_timestamp"},
                                 {SqlDialect::sqlite, "max", "largest known"},
                                 {SqlDialect::sqlite, "min", "least known"},
                                 {SqlDialect::athena, "greatest", "largest known"},
                                 {SqlDialect::athena, "least", "least known"}};

constexpr std::pair<std::string_view, Op> comparisons[] = {
    {"=", Op::equal},    {"==", Op::equal},   {"<=", Op::at_most}, {">=", Op::at_least},
    {"<>", Op::unequal}, {"!=", Op::unequal}, {"<", Op::less},     {">", Op::more}};

// Recursive descent: or, and, not, comparison, join, sum, product, cast, atom. Neither the descent
// nor the tree goes deeper than condition_depth_max.
class Parser {
  // One level of the descent, while it lasts.
  class Level {
   public:
    explicit Level(std::size_t& depth) : depth_(depth) {
      if (++depth_ > condition_depth_max) throw ConditionTooLarge{};
    }
    ~Level() { --depth_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;

   private:
    std::size_t& depth_;
  };

 public:
  Parser(std::string_view sql, SqlDialect dialect, std::vector<std::string>& columns)
      : sql_(sql), dialect_(dialect), columns_(columns) {
    auto tokens = sql_tokens(sql, dialect);
    if (!tokens) refuse();
    tokens_ = std::move(*tokens);
  }

  NodePtr whole() {
    NodePtr node = either();
    if (peek().kind != Token::Kind::end) refuse();
    return node;
  }

 private:
  [[noreturn]] void refuse() const { throw OnlySql{std::string(sql_)}; }
  [[nodiscard]] const Token& peek(std::size_t ahead = 0) const {
    return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
  }
  bool take_word(std::string_view word) { return take(Token::Kind::word, word); }
  bool take_sign(std::string_view sign) { return take(Token::Kind::sign, sign); }
  bool take(Token::Kind kind, std::string_view text) {
    if (!is_next(kind, text)) return false;
    ++at_;
    return true;
  }
  [[nodiscard]] bool is_next(Token::Kind kind, std::string_view text, std::size_t ahead = 0) const {
    return peek(ahead).kind == kind && lower(peek(ahead).text) == text;
  }
  void expect_sign(std::string_view sign) {
    if (!take_sign(sign)) refuse();
  }
  void expect_word(std::string_view word) {
    if (!take_word(word)) refuse();
  }

  static NodePtr make(Op op, std::vector<NodePtr> inputs) {
    auto node = std::make_shared<Node>();
    node->op = op;
    for (const NodePtr& input : inputs) node->depth = std::max(node->depth, input->depth + 1);
    if (node->depth > condition_depth_max) throw ConditionTooLarge{};
    node->inputs = std::move(inputs);
    return node;
  }
  static NodePtr number(double value) {
    NodePtr node = make(Op::number, {});
    node->number = value;
    return node;
  }
  static NodePtr text(std::string value) {
    NodePtr node = make(Op::text, {});
    node->text = std::move(value);
    return node;
  }
  static NodePtr call_of(std::string_view function, std::vector<NodePtr> inputs) {
    NodePtr node = make(Op::call, std::move(inputs));
    node->function = sql_function(function);
    return node;
  }

  NodePtr either() {
    const Level level(depth_);
    NodePtr node = both();
    while (take_word("or")) node = make(Op::disjunction, {node, both()});
    return node;
  }
  NodePtr both() {
    NodePtr node = negated();
    while (take_word("and")) node = make(Op::conjunction, {node, negated()});
    return node;
  }
  NodePtr negated() {
    const Level level(depth_);
    if (take_word("not")) return make(Op::negation, {negated()});
    return comparison();
  }
  NodePtr comparison() {
    NodePtr node = joined();
    if (take_word("is")) {
      const bool positive = !take_word("not");
      expect_word("null");
      node = make(Op::is_null, {node});
      return positive ? node : make(Op::negation, {node});
    }
    if (take_word("between")) {
      const NodePtr least = joined();
      expect_word("and");
      return make(Op::conjunction,
                  {compared(Op::at_least, node, least), compared(Op::at_most, node, joined())});
    }
    if (is_next(Token::Kind::word, "in") && is_next(Token::Kind::sign, "(", 1)) return among(node);
    for (const auto& [sign, op] : comparisons) {
      if (take_sign(sign)) return compared(op, node, joined());
    }
    return node;
  }
  NodePtr among(const NodePtr& node) {
    at_ += 2;
    NodePtr any = make(Op::equal, {node, joined()});
    while (take_sign(",")) any = make(Op::disjunction, {any, make(Op::equal, {node, joined()})});
    expect_sign(")");
    return any;
  }
  // DuckDB reads a number beside one of single precision as one of single precision.
  NodePtr compared(Op op, const NodePtr& left, const NodePtr& right) const {
    const bool is_real = left->calls("as real") && right->op == Op::number;
    if (!is_real || dialect_ != SqlDialect::duckdb) return make(op, {left, right});
    return make(op, {left, number(static_cast<double>(static_cast<float>(right->number)))});
  }
  NodePtr joined() {
    NodePtr node = sum();
    while (take_sign("||")) node = make(Op::join, {node, sum()});
    return node;
  }
  NodePtr sum() {
    NodePtr node = product();
    while (true) {
      if (take_sign("+"))
        node = make(Op::add, {node, product()});
      else if (take_sign("-"))
        node = make(Op::subtract, {node, product()});
      else
        return node;
    }
  }
  NodePtr product() {
    NodePtr node = typed();
    while (true) {
      if (take_sign("*"))
        node = make(Op::multiply, {node, typed()});
      else if (take_sign("/"))
        node = make(Op::divide, {node, typed()});
      else
        return node;
    }
  }
  // An atom and what stands behind it: [place], ['name'], ::type.
  NodePtr typed() {
    NodePtr node = atom();
    while (true) {
      if (take_sign("[")) {
        node = call_of("list_extract", {node, place()});
        expect_sign("]");
      } else if (take_sign("::")) {
        node = as_type(node);
      } else {
        return node;
      }
    }
  }
  // Spark counts from 0.
  NodePtr place() {
    NodePtr place = joined();
    if (dialect_ != SqlDialect::spark || place->op == Op::text) return place;
    if (place->op == Op::number) return number(place->number + 1);
    return make(Op::add, {place, number(1)});
  }
  NodePtr atom() {
    const Level level(depth_);
    if (take_sign("(")) {
      NodePtr node = either();
      expect_sign(")");
      return node;
    }
    if (take_sign("-")) {
      const NodePtr node = typed();
      return node->op == Op::number ? number(-node->number) : make(Op::subtract, {number(0), node});
    }
    if (take_sign("[")) return list();
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
  NodePtr list() {
    std::vector<NodePtr> values;
    while (!take_sign("]")) {
      if (!values.empty()) expect_sign(",");
      values.push_back(joined());
    }
    return call_of("list_value", std::move(values));
  }

  NodePtr column(std::string name, Side side) {
    if (std::find(columns_.begin(), columns_.end(), name) == columns_.end())
      columns_.push_back(name);
    NodePtr node = make(Op::column, {});
    node->text = std::move(name);
    node->side = side;
    return node;
  }
  NodePtr after_name(const std::string& name) {
    for (std::size_t at = variables_.size(); at-- > 0;) {
      if (variables_[at] != name) continue;
      NodePtr node = make(Op::variable, {});
      node->variable = at;
      return node;
    }
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
    if (name == "cast" || name == "try_cast") return cast();
    if (name == "case") return choice();
    if (name == "null") return make(Op::null, {});
    if (is_next(Token::Kind::sign, "(")) return call(name);
    return after_name(word);
  }

  [[nodiscard]] const SqlFunction* function_named(std::string_view name) const {
    for (const OwnName& own : own_names) {
      if (own.dialect == dialect_ && own.name == name) return sql_function(own.function);
    }
    return sql_function(name);
  }
  NodePtr call(const std::string& name) {
    if (name == "extract") return extracted();
    const SqlFunction* function = function_named(name);
    if (function == nullptr) refuse();
    ++at_;
    std::vector<NodePtr> inputs;
    while (!take_sign(")")) {
      if (function->name == "substr" && inputs.size() == 1 && take_word("from"))
        return part_of(inputs[0]);
      if (!inputs.empty()) expect_sign(",");
      inputs.push_back(input());
    }
    if (function->name == "list_length" && dialect_ == SqlDialect::postgres && inputs.size() == 2)
      return length_of_array(inputs);
    if (inputs.size() < function->least || inputs.size() > function->most) refuse();
    NodePtr node = make(Op::call, std::move(inputs));
    node->function = function;
    check_lambdas(*node);
    prepare(*node);
    heed_nulls(*node, name);
    if (node->calls("substr")) count_from_one(*node);
    return node;
  }
  // EXTRACT(EPOCH FROM x), and of YEAR, MONTH and DAY.
  NodePtr extracted() {
    ++at_;
    const SqlFunction* part = sql_function(lower(peek().text));
    if (part == nullptr || (part->name != "epoch" && part->name != "year" &&
                            part->name != "month" && part->name != "day"))
      refuse();
    ++at_;
    expect_word("from");
    NodePtr node = call_of(part->name, {joined()});
    expect_sign(")");
    return node;
  }
  // SUBSTRING(x FROM 2 FOR 3), and PostgreSQL's SUBSTRING(x FROM 'pattern').
  NodePtr part_of(const NodePtr& whole) {
    NodePtr from = joined();
    std::vector<NodePtr> inputs{whole, from};
    if (from->op == Op::text) {
      expect_sign(")");
      NodePtr node = call_of("substring from", std::move(inputs));
      prepare(*node);
      return node;
    }
    if (take_word("for")) inputs.push_back(joined());
    expect_sign(")");
    NodePtr node = call_of("substr", std::move(inputs));
    count_from_one(*node);
    return node;
  }
  // What PostgreSQL counts before the first letter is there, and empty.
  void count_from_one(Node& node) const {
    if (dialect_ != SqlDialect::postgres) return;
    const double from = node.inputs[1]->op == Op::number ? node.inputs[1]->number : 1;
    if (from >= 1) return;
    node.inputs[1] = number(1);
    if (node.inputs.size() < 3) return;
    if (node.inputs[2]->op != Op::number) refuse();
    node.inputs[2] = number(std::max(0.0, node.inputs[2]->number + from - 1));
  }
  // PostgreSQL's array_length(x, 1): null of an empty list.
  NodePtr length_of_array(const std::vector<NodePtr>& inputs) {
    if (inputs[1]->op != Op::number || inputs[1]->number != 1) refuse();
    return call_of("nullif", {call_of("list_length", {inputs[0]}), number(0)});
  }
  // Where a database's function does not give null for null.
  void heed_nulls(Node& node, const std::string& name) const {
    const bool is_spark = dialect_ == SqlDialect::spark;
    // Splink's array_intersect of PostgreSQL asks for the values that both have, whatever is null.
    if (node.calls("list_intersect") && dialect_ == SqlDialect::duckdb)
      node.empty_for_null_from = 1;
    if (node.calls("list_intersect") && dialect_ == SqlDialect::postgres)
      node.empty_for_null_from = 0;
    if (!is_spark) return;
    // Those that Splink adds to Spark.
    if (name == "jaro_sim" || name == "jaro_winkler" || name == "jaccard") node.of_null = 0;
    if (name == "damerau_levenshtein") node.of_null = 100;
  }
  // Lambdas stand where they are called, with as many variables as they are given, and nowhere
  // else.
  void check_lambdas(const Node& node) const {
    const Kind kind = node.function->kind;
    for (std::size_t at = 0; at < node.inputs.size(); ++at) {
      const bool is_last = at + 1 == node.inputs.size();
      const std::size_t given = !is_last                                          ? 0
                                : kind == Kind::transform || kind == Kind::filter ? 1
                                : kind == Kind::zip || kind == Kind::reduce       ? 2
                                                                                  : 0;
      const Node& input = *node.inputs[at];
      if ((input.op == Op::lambda ? input.variables : 0) != given) refuse();
    }
  }
  // What is read once: formats and patterns, which stand there as texts.
  void prepare(Node& node) const {
    const Kind kind = node.function->kind;
    if (kind == Kind::strptime || kind == Kind::java_time) {
      const bool is_list = node.inputs[1]->calls("list_value");
      std::vector<NodePtr> formats{node.inputs[1]};
      for (const NodePtr& format : is_list ? node.inputs[1]->inputs : formats) {
        if (format->op != Op::text) refuse();
        auto read = kind == Kind::strptime ? MomentFormat::of_strptime(format->text)
                                           : MomentFormat::of_java(format->text);
        if (!read) refuse();
        node.formats.push_back(std::move(*read));
      }
    }
    if (kind == Kind::postgres_time) {
      if (node.inputs[1]->op != Op::text) refuse();
      node.postgres = PostgresFormat::of(node.inputs[1]->text);
      if (!node.postgres) refuse();
    }
    if (kind != Kind::pattern) return;
    const bool has_group = node.inputs.size() > 2;
    if (node.inputs[1]->op != Op::text || (has_group && node.inputs[2]->op != Op::number)) refuse();
    auto pattern = SqlPattern::parse(node.inputs[1]->text);
    if (!pattern) refuse();
    node.pattern = std::make_shared<const SqlPattern>(std::move(*pattern));
    // Spark takes the first group where none is named.
    node.number = has_group ? node.inputs[2]->number : dialect_ == SqlDialect::spark ? 1 : 0;
    // PostgreSQL the first group where there is one.
    if (node.calls("substring from")) node.number = node.pattern->group_count() > 0 ? 1 : 0;
    if (node.number < 0 || node.number > 100) refuse();
  }

  NodePtr input() {
    if (is_next(Token::Kind::word, "lambda")) {
      ++at_;
      return lambda(names(":"));
    }
    if (is_next(Token::Kind::sign, "->", 1)) {
      const std::string name = peek().text;
      at_ += 2;
      return lambda({name});
    }
    if (is_next(Token::Kind::sign, "(") && is_next(Token::Kind::sign, ",", 2) &&
        is_next(Token::Kind::sign, ")", 4) && is_next(Token::Kind::sign, "->", 5)) {
      ++at_;
      const std::vector<std::string> both = names(")");
      ++at_;
      return lambda(both);
    }
    return either();
  }
  std::vector<std::string> names(std::string_view end) {
    std::vector<std::string> all;
    while (!take_sign(end)) {
      if (!all.empty()) expect_sign(",");
      if (peek().kind != Token::Kind::word) refuse();
      all.push_back(peek().text);
      ++at_;
    }
    return all;
  }
  NodePtr lambda(const std::vector<std::string>& names) {
    const Level level(depth_);
    if (names.empty()) refuse();
    const std::size_t first = variables_.size();
    variables_.insert(variables_.end(), names.begin(), names.end());
    NodePtr node = make(Op::lambda, {either()});
    node->variable = first;
    node->variables = names.size();
    variables_.resize(first);
    return node;
  }

  NodePtr cast() {
    expect_sign("(");
    NodePtr inner = joined();
    expect_word("as");
    NodePtr node = as_type(inner);
    expect_sign(")");
    return node;
  }
  NodePtr as_type(NodePtr inner) {
    const auto type = types.find(lower(peek().text));
    if (peek().kind != Token::Kind::word || type == types.end()) refuse();
    const bool is_float = is_next(Token::Kind::word, "float");
    ++at_;
    if (take_sign("(")) {  // how many letters or digits: all of them
      while (!take_sign(")")) {
        if (peek().kind == Token::Kind::end) refuse();
        ++at_;
      }
    }
    // Elsewhere FLOAT is of single precision.
    const bool is_double = (dialect_ == SqlDialect::postgres && is_float) ||
                           (dialect_ == SqlDialect::sqlite && type->second == "as real");
    if (is_double) return call_of("as number", {std::move(inner)});
    const bool is_text_already = inner->op == Op::column || inner->op == Op::text;
    if (type->second == "as text" && is_text_already) return inner;
    return call_of(type->second, {std::move(inner)});
  }
  NodePtr choice() {
    std::vector<NodePtr> inputs;
    while (take_word("when")) {
      inputs.push_back(either());
      expect_word("then");
      inputs.push_back(joined());
    }
    if (inputs.empty()) refuse();
    inputs.push_back(take_word("else") ? joined() : make(Op::null, {}));
    expect_word("end");
    return make(Op::choice, std::move(inputs));
  }

  std::string_view sql_;
  SqlDialect dialect_;
  std::vector<Token> tokens_;
  std::vector<std::string>& columns_;
  std::vector<std::string> variables_;  // of the lambdas around
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

std::shared_ptr<SqlNode> parse_sql(std::string_view sql, SqlDialect dialect,
                                   std::vector<std::string>& columns) {
  if (sql.size() > condition_bytes_max) throw ConditionTooLarge{};
  return Parser(sql, dialect, columns).whole();
}

}  // namespace sanaq::splink

#include "sanaq/splink/sql_tokens.h"

#include <algorithm>
#include <array>

namespace sanaq::splink {
namespace {

using Kind = SqlToken::Kind;

bool is_digit(char c) { return '0' <= c && c <= '9'; }
bool is_word(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || c == '_' || is_digit(c) ||
         (c & 0x80) != 0;
}

char unescaped(char c) {
  switch (c) {
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'r':
      return '\r';
    case 'b':
      return '\b';
    case '0':
      return '\0';
    default:
      return c;
  }
}

// What stands between quotes, from behind the first; `at` ends behind the last.
std::optional<std::string> quoted(std::string_view sql, std::size_t& at, char quote,
                                  bool has_backslashes) {
  std::string text;
  for (; at < sql.size(); ++at) {
    if (sql[at] == '\\' && has_backslashes && at + 1 < sql.size()) {
      text += unescaped(sql[++at]);
    } else if (sql[at] != quote) {
      text += sql[at];
    } else if (at + 1 < sql.size() && sql[at + 1] == quote) {
      text += sql[at++];
    } else {
      ++at;
      return text;
    }
  }
  return std::nullopt;
}

// Digits, a point, an exponent with its sign; letters that follow belong to it, and make it none.
std::size_t number_end(std::string_view sql, std::size_t at) {
  while (at < sql.size()) {
    const bool is_sign = (sql[at] == '-' || sql[at] == '+') && (sql[at - 1] | 32) == 'e' &&
                         at + 1 < sql.size() && is_digit(sql[at + 1]);
    if (!is_word(sql[at]) && sql[at] != '.' && !is_sign) break;
    ++at;
  }
  return at;
}

std::size_t sign_end(std::string_view sql, std::size_t at) {
  constexpr std::array<std::string_view, 8> two_signs = {
      "<=", ">=", "<>", "!=", "->", "||", "::", "=="};
  const std::string_view two = sql.substr(at, 2);
  return at + (std::find(two_signs.begin(), two_signs.end(), two) != two_signs.end() ? 2 : 1);
}

}  // namespace

std::optional<std::vector<SqlToken>> sql_tokens(std::string_view sql, SqlDialect dialect) {
  const bool is_spark = dialect == SqlDialect::spark;
  std::vector<SqlToken> tokens;
  for (std::size_t at = 0; at < sql.size();) {
    const char c = sql[at];
    if (c == ' ' || ('\t' <= c && c <= '\r')) {
      ++at;
      continue;
    }
    if (c == '"' || c == '\'' || c == '`') {
      const bool is_text = c == '\'' || (c == '"' && is_spark);
      auto text = quoted(sql, ++at, c, is_text && is_spark);
      if (!text) return std::nullopt;
      tokens.push_back({is_text ? Kind::text : Kind::name, std::move(*text)});
      continue;
    }
    std::size_t end = at + 1;
    Kind kind = Kind::sign;
    if (is_digit(c)) {
      kind = Kind::number;
      end = number_end(sql, end);
    } else if (is_word(c)) {
      kind = Kind::word;
      while (end < sql.size() && is_word(sql[end])) ++end;
    } else {
      end = sign_end(sql, at);
    }
    tokens.push_back({kind, std::string(sql.substr(at, end - at))});
    at = end;
  }
  tokens.push_back({});
  return tokens;
}

}  // namespace sanaq::splink

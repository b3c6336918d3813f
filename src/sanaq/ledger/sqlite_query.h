// A statement of SQLite, ready to be run many times.
#pragma once
#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sanaq::ledger {

class SqliteQuery {
 public:
  SqliteQuery(sqlite3* database, const char* sql) {
    is_prepared_ = sqlite3_prepare_v2(database, sql, -1, &statement_, nullptr) == SQLITE_OK;
  }
  ~SqliteQuery() { sqlite3_finalize(statement_); }
  SqliteQuery(const SqliteQuery&) = delete;
  SqliteQuery& operator=(const SqliteQuery&) = delete;

  [[nodiscard]] bool is_prepared() const { return is_prepared_; }
  // The text must live until the next step.
  void bind(int at, std::string_view text) {
    sqlite3_bind_text(statement_, at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
  }
  void bind(int at, std::int64_t number) { sqlite3_bind_int64(statement_, at, number); }
  bool step() { return (result_ = sqlite3_step(statement_)) == SQLITE_ROW; }
  [[nodiscard]] bool is_done() const { return result_ == SQLITE_DONE; }
  void reset() { sqlite3_reset(statement_); }
  [[nodiscard]] std::string text(int at) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, at));
    return bytes == nullptr
               ? std::string()
               : std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, at)));
  }
  [[nodiscard]] std::int64_t number(int at) const { return sqlite3_column_int64(statement_, at); }

 private:
  sqlite3_stmt* statement_ = nullptr;
  bool is_prepared_ = false;
  int result_ = SQLITE_OK;
};

}  // namespace sanaq::ledger

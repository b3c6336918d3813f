// Rows that name nobody: the parts of a name that do so only together, and what such a row says
// nevertheless.
#pragma once
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/record/record_table.h"
#include "sanaq/text/nobody.h"

namespace sanaq::tables {

// Call it before reading. If a name's cell names nobody and says a sex or an age ("Неизвестный
// мужчина, ~30 лет"), and the row's own cell for it is empty, that cell gets the words. It makes no
// new columns.
void move_words_of_nobody(std::vector<record::Column>& columns, const text::NobodyWords& nobody);

// Call it after reading. If family name, given name and patronymic together name nobody ("Unknown"
// and "male"), they are emptied in that row as read, but stay as written. A row with a whole name
// keeps its parts.
void empty_parts_of_nobody(std::vector<record::Column>& columns, const text::NobodyWords& nobody);

// Call it after reading. In a column of names in capitals, NA and NULL may be a program's word for
// nothing or a family; they are read as nothing, and a warning says in how many rows.
void warn_of_capital_words(const std::vector<record::Column>& columns,
                           std::vector<base::Message>& warnings);

}  // namespace sanaq::tables

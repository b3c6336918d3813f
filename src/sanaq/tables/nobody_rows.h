// Rows that name nobody: the parts of a name that do so only together, and what such a row says all
// the same.
#pragma once
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/record/record_table.h"
#include "sanaq/text/nobody.h"

namespace sanaq::tables {

// Before reading: where a name's cell names nobody and says a sex or an age ("Неизвестный мужчина,
// ~30 лет") and the row's own cell for it is empty, that cell gets the words. Columns that the list
// does not have are not made.
void move_words_of_nobody(std::vector<record::Column>& columns, const text::NobodyWords& nobody);

// After reading: family, given name and patronymic that together name nobody ("Unknown" and "male")
// are empty in that row, as read; as written they stay. A row with a whole name keeps its parts.
void empty_parts_of_nobody(std::vector<record::Column>& columns, const text::NobodyWords& nobody);

// After reading: in a column of names all in capitals NA and NULL may be a program's word for
// nothing or a family; they are read as nothing, and it is said in how many rows.
void warn_of_capital_words(const std::vector<record::Column>& columns,
                           std::vector<base::Message>& warnings);

}  // namespace sanaq::tables

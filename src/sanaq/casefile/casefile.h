// The case file: who did what to whom, who commanded, who is still in prison.
//
// This room is pure: it turns rows and statements into statements and answers. It reads no file,
// asks no clock, and knows a person only by what it is told a cell means. Its contract is
// docs/formats/casefile.md.
#pragma once
#include "sanaq/casefile/acts.h"
#include "sanaq/casefile/aid.h"
#include "sanaq/casefile/claims.h"
#include "sanaq/casefile/command.h"
#include "sanaq/casefile/custody.h"
#include "sanaq/casefile/demands.h"
#include "sanaq/casefile/entities.h"
#include "sanaq/casefile/entity_rows.h"
#include "sanaq/casefile/events.h"
#include "sanaq/casefile/follow_the_money.h"
#include "sanaq/casefile/read_table.h"
#include "sanaq/casefile/statement.h"
#include "sanaq/casefile/trials.h"
#include "sanaq/casefile/view.h"
#include "sanaq/casefile/vocabulary.h"

// Ground floor: errors, checks, messages and their catalogues, hashes, and the seam to the system.
//
// Only what every room needs and what knows nothing of names, numbers or lists belongs here.
#pragma once
#include "sanaq/base/check.h"
#include "sanaq/base/error.h"
#include "sanaq/base/message.h"
#include "sanaq/base/progress.h"
#include "sanaq/base/result.h"

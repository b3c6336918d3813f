// Numbers: random streams, log space, special functions, chain diagnostics.
#pragma once
#include "sanaq/num/chains.h"
#include "sanaq/num/hypergeometric.h"
#include "sanaq/num/logspace.h"
#include "sanaq/num/rng.h"
#include "sanaq/num/special.h"

// Invented lists with known truth: names in three scripts, errors, missing cells, dependence between lists.
#pragma once

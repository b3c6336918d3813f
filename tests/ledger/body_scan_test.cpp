#include "sanaq/ledger/body_scan.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "ledger/a_body.h"
#include "sanaq/ledger/body_schema.h"
#include "sanaq/ledger/canonical.h"
#include "sanaq/ledger/canonical_scan.h"

namespace sanaq::ledger {
namespace {

using nlohmann::json;

// The slow twin, over what was read from the text.
Fit fit_slowly(std::string_view kind, const std::string& text) {
  const json body = json::parse(text);
  if (body_text_problem(kind, text)) return Fit::misfit;
  return unknown_in(kind, body) ? Fit::fits_with_more : Fit::fits;
}

}  // namespace

TEST(BodyScan, SaysOfEverySpoiltBodyWhatItsSlowTwinSays) {
  std::int64_t misfits = 0, more = 0, fitting = 0;
  for (const BodyForm& form : body_forms()) {
    for_each_spoilt(a_body(form), [&](const json& spoilt) {
      const std::string text = canonical(spoilt);
      ASSERT_TRUE(is_canonical(text));
      for (const std::string_view kind : {form.kind, std::string_view("statement")}) {
        const Fit fit = fit_of(kind, text);
        ASSERT_EQ(fit, fit_slowly(kind, text)) << kind << " " << text;
        ++(fit == Fit::misfit ? misfits : fit == Fit::fits ? fitting : more);
      }
    });
  }
  // All three are met often enough to mean something.
  EXPECT_GT(misfits, 5000);
  EXPECT_GT(more, 250);
  EXPECT_GT(fitting, 200);
}

TEST(BodyScan, WholeNumbersEndWhereTheLedgersEnd) {
  const auto size = [](const std::string& number) {
    const std::string hash(64, 'a');
    return fit_of("document", R"({"file":"evidence/)" + hash + R"(","sha256":")" + hash +
                                  R"(","size":)" + number + "}");
  };
  EXPECT_EQ(size("0"), Fit::fits);
  EXPECT_EQ(size("9007199254740991"), Fit::fits);
  for (const char* number : {"-1", "1.5", "1e+21", "100000000000000000000", "null", "\"7\""})
    EXPECT_EQ(size(number), Fit::misfit) << number;
}

TEST(BodyScan, AnEmptyBodyAndAnUnknownKindDoNotFit) {
  EXPECT_EQ(fit_of("statement", "{}"), Fit::misfit);
  EXPECT_EQ(fit_of("testimony", "{}"), Fit::misfit);
  EXPECT_EQ(fit_of("gossip", "{}"), Fit::misfit);
}

}  // namespace sanaq::ledger

#include "sanaq/workspace/columns_data.h"

#include <gtest/gtest.h>

#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

std::string shown(const std::string& text, const ColumnsForm& form) {
  const VisitByHand by_hand("/lists/h");
  ListAtHand at_hand;
  at_hand.list.name = "h";
  base::Progress progress;
  const tables::Preview seen = tables::preview({.name = "h", .path = "h.csv"}, text, progress);
  return piece(by_hand.visit, "columns", columns_data(by_hand.visit, at_hand, form, seen));
}

TEST(ColumnsData, EveryChoiceAndItsEffectStandThere) {
  ColumnsForm form;
  form.encoding = "x-unheard-of";
  form.is_public["ФИО"] = true;
  const std::string page = shown("ФИО;Дата\nТасов Болат;16.12.2011\nКулов Асан;когда\n", form);
  EXPECT_NE(page.find("found: row 1"), std::string::npos) << page;
  EXPECT_NE(page.find("<option value=\"x-unheard-of\" selected>"), std::string::npos);
  EXPECT_NE(page.find("<bdi>2011-12-16</bdi>"), std::string::npos);
  EXPECT_NE(page.find("cells that cannot be read: 1"), std::string::npos);
  EXPECT_NE(page.find("of the dead alone"), std::string::npos);
}

TEST(ColumnsData, WithoutAnyPublicColumnNothingLeaves) {
  EXPECT_NE(shown("name;date\nA B;2011\n", {}).find("Nothing of this list leaves"),
            std::string::npos);
}

}  // namespace
}  // namespace sanaq::workspace

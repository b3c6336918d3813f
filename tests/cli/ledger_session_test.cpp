#include "sanaq/cli/ledger_session.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/a_session.h"

namespace sanaq::cli {

TEST(LedgerSession, SaysWhatWasPutRightWhenTheLedgerWasOpened) {
  ASession session;
  base::Catalog catalog;
  base::Progress progress;
  std::string noted;
  Context context{catalog, progress, [](std::string_view) {},
                  [&](std::string_view text) { noted += text; }};
  std::string path;
  {
    ledger::Writer writer = open_ledger(session.folder(), "A. Tester", context);
    EXPECT_EQ(writer.key().name(), "A. Tester");
    const ledger::Entry entry =
        writer.append("statement", {{"subject", "event:1"}, {"property", "dead"}, {"value", "11"}});
    EXPECT_EQ(short_place(entry), writer.id().substr(0, 8) + ":2");
    path = ledger::chain_file(session.folder(), writer.id()).chain_path;
  }
  EXPECT_EQ(noted, "");
  const std::string text = base::read_file(path);
  session.scratch().write("case/ledger/" + base::file_name(path), text.substr(0, text.size() - 10));
  (void)open_ledger(session.folder(), "", context);
  EXPECT_NE(noted.find("line 2"), std::string::npos) << noted;
}

}  // namespace sanaq::cli

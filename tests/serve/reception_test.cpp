#include "sanaq/serve/reception.h"

#include <gtest/gtest.h>

#include "sanaq/base/files.h"
#include "serve/a_reception.h"

namespace sanaq::serve {
namespace {

TEST(Reception, KeepsWhatOnlyTheInvestigatorsOpen) {
  AReception here;
  const intake::Content content{
      intake::ContentKind::comment, {{"text", "canary-of-a-comment"}}, ""};
  here.reception->keep(content);
  ASSERT_EQ(1U, here.contents().size());
  EXPECT_EQ(content, here.contents()[0]);
  const std::string bytes = base::read_file(here.scratch / "spool/in/segment-1");
  EXPECT_EQ(std::string::npos, bytes.find("canary"));
}

TEST(Reception, SealsForTheKeysOfASiteThatWasPublishedAgain) {
  AReception here;
  const intake::KeyPair renewed = intake::new_key_pair();
  here.scratch.write("site/server/intake-keys.txt", intake::keys_file_text({renewed.public_half}));
  here.scratch.write("site/sanaq-site.txt", "# sanaq site 1\nchanged\n");
  here.reception->keep_house();
  EXPECT_EQ(renewed.public_half, here.reception->pages()->keys().at(0));
}

TEST(Reception, ASiteThatCannotBeReadLeavesThePagesAsTheyWere) {
  AReception here;
  here.scratch.write("site/server/ru/guard.html", "{%unknown%}");
  here.scratch.write("site/sanaq-site.txt", "# sanaq site 1\nchanged\n");
  here.reception->keep_house();
  EXPECT_EQ(200, here.get("/testify?lang=ru").status);
}

TEST(Reception, WhatWasCollectedIsRemoved) {
  AReception here;
  here.reception->keep({intake::ContentKind::comment, {{"text", "x"}}, ""});
  std::set<std::string> ids;
  static_cast<void>(intake::for_each_waiting(
      here.scratch / "spool",
      [&](const intake::Waiting& waiting) { ids.insert(intake::envelope_id(waiting.envelope)); }));
  here.scratch.write("spool/collected.txt", intake::collected_text(ids));
  here.reception->keep_house();
  EXPECT_TRUE(here.contents().empty());
}

TEST(Reception, HasRoomAsLongAsTheDiskHas) {
  AReception here;
  EXPECT_TRUE(here.reception->has_room(intake::Coming::file));
  here.disk.free = 0;
  EXPECT_FALSE(here.reception->has_room(intake::Coming::text));
}

}  // namespace
}  // namespace sanaq::serve

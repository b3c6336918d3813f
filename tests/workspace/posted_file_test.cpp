#include "sanaq/workspace/posted_file.h"

#include <gtest/gtest.h>

#include <vector>

#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

// A body of given parts, each handed over letter by letter.
class APosted : public http::Body {
 public:
  struct Part {
    http::PartHead head;
    std::string bytes;
  };
  explicit APosted(std::vector<Part> parts) : parts_(std::move(parts)) {}
  [[nodiscard]] std::string whole(std::int64_t) override { return ""; }
  void parts(http::PartSink& sink, std::int64_t) override {
    for (const Part& part : parts_) {
      if (!sink.begin(part.head)) return;
      ++taken;
      for (const char letter : part.bytes)
        if (!sink.bytes({&letter, 1})) return;
    }
  }
  [[nodiscard]] std::int64_t announced() const override { return -1; }
  int taken = 0;

 private:
  std::vector<Part> parts_;
};

TEST(PostedFile, TheFileAndTheFieldsBeforeIt) {
  APosted body({{{"csrf", "", ""}, "csrf-of-/review/table"},
                {{"note", "", ""}, "one"},
                {{"file", "ответы.xlsx", "x"}, "PK"}});
  VisitByHand by_hand("/review/table");
  by_hand.visit.body = &body;
  const auto posted = read_posted_file(by_hand.visit, "/review/table", 100);
  ASSERT_TRUE(posted);
  EXPECT_EQ(posted->bytes, "PK");
  EXPECT_EQ(posted->file_name, "ответы.xlsx");
  EXPECT_EQ(posted->fields.value("note"), "one");
}

TEST(PostedFile, NothingOfAnotherSessionsFileIsRead) {
  for (const std::string& csrf : {std::string("of another"), std::string()}) {
    APosted body({{{"csrf", "", ""}, csrf}, {{"file", "a.xlsx", ""}, "PK"}});
    VisitByHand by_hand("/review/table");
    by_hand.visit.body = &body;
    EXPECT_FALSE(read_posted_file(by_hand.visit, "/review/table", 100));
    EXPECT_EQ(body.taken, 1);
  }
}

TEST(PostedFile, AFieldBehindTheFileDoesNotMakeItOurs) {
  APosted body({{{"file", "a.xlsx", ""}, "PK"}, {{"csrf", "", ""}, "csrf-of-/review/table"}});
  VisitByHand by_hand("/review/table");
  by_hand.visit.body = &body;
  EXPECT_FALSE(read_posted_file(by_hand.visit, "/review/table", 100));
}

}  // namespace
}  // namespace sanaq::workspace

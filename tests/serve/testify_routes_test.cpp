#include "sanaq/serve/testify_routes.h"

#include <gtest/gtest.h>

#include "sanaq/base/disk_calls.h"
#include "sanaq/serve/witness_words.h"
#include "serve/a_reception.h"

namespace sanaq::serve {
namespace {

Fields testimony(const http::Response& form, const std::string& text) {
  return {{"lang", "kk"},
          {"words", place_in(form, "words")},
          {"words_token", place_in(form, "words_token")},
          {"text", text},
          {"publish", "without-names"},
          {"contact", "an invented number"}};
}

TEST(TestifyRoutes, WordsComeFirstAndTheReceiptAfter) {
  AReception here;
  const http::Response form = here.get("/testify?lang=kk");
  EXPECT_EQ(200, form.status);
  EXPECT_EQ("no-store", header_in(form, "Cache-Control"));
  EXPECT_TRUE(intake::are_ten_words(place_in(form, "words")));
  EXPECT_TRUE(shows(form, "publish_nothing"));
  const http::Response receipt = here.post("/testify", testimony(form, "Мен көрдім"));
  EXPECT_EQ(200, receipt.status);
  EXPECT_TRUE(shows(receipt, "text_arrived"));
  EXPECT_EQ(place_in(form, "words"), place_in(receipt, "words"));
  const auto contents = here.contents();
  ASSERT_EQ(1U, contents.size());
  EXPECT_EQ(intake::ContentKind::testimony, contents[0].kind);
  EXPECT_EQ("Мен көрдім", contents[0].value("text"));
  EXPECT_EQ("without-names", contents[0].value("publish"));
  EXPECT_EQ("an invented number", contents[0].value("contact"));
  EXPECT_EQ(intake::key_text(intake::receipt_keys(place_in(form, "words")).public_half),
            contents[0].value("receipt"));
  for (const auto& [name, value] : contents[0].fields)
    EXPECT_EQ(std::string::npos, value.find(nth_word(place_in(form, "words"), 1)))
        << "the words themselves come into no envelope";
}

TEST(TestifyRoutes, TheSameSentTwiceIsOne) {
  AReception here;
  const http::Response form = here.get("/testify?lang=kk");
  for (int count = 0; count < 3; ++count)
    EXPECT_TRUE(shows(here.post("/testify", testimony(form, "x")), "text_arrived"));
  EXPECT_EQ(1U, here.contents().size());
  EXPECT_TRUE(shows(here.post("/testify", testimony(form, "x, corrected")), "text_arrived"));
  EXPECT_EQ(2U, here.contents().size());
}

TEST(TestifyRoutes, WordsOfAnotherDayOrOfNobodyGiveNewOnesAndKeepTheText) {
  AReception here;
  const http::Response form = here.get("/testify?lang=kk");
  here.now += 25 * 3600;
  const http::Response again = here.post("/testify", testimony(form, "Мен көрдім"));
  EXPECT_TRUE(shows(again, "new_words"));
  EXPECT_NE(place_in(form, "words"), place_in(again, "words"));
  EXPECT_EQ("Мен көрдім", place_in(again, "text"));
  EXPECT_EQ("an invented number", place_in(again, "contact"));
  EXPECT_TRUE(shows(again, "publish_without_names"));
  EXPECT_TRUE(here.contents().empty());
  EXPECT_TRUE(shows(here.post("/testify", testimony(again, "Мен көрдім")), "text_arrived"));
  AReception restarted;
  EXPECT_TRUE(shows(restarted.post("/testify", testimony(again, "Мен көрдім")), "new_words"));
}

TEST(TestifyRoutes, WhoeverChoosesNothingElseAllowsNothing) {
  AReception here;
  const http::Response form = here.get("/testify?lang=kk");
  Fields fields = testimony(form, "x");
  for (auto& [name, value] : fields) {
    if (name == "publish") value = "everything, everywhere";
  }
  here.post("/testify", fields);
  EXPECT_EQ("nothing", here.contents()[0].value("publish"));
}

TEST(TestifyRoutes, AVeryLongTextIsTakenAndALongerOneStaysOnThePage) {
  AReception here;
  const http::Response form = here.get("/testify?lang=kk");
  std::string text;
  for (int count = 0; count < 100000; ++count) text += "ж";
  const std::string type = "multipart/form-data; boundary=B";
  const auto multipart = [&](const Fields& fields) {
    std::string body;
    for (const auto& [name, value] : fields)
      body +=
          "--B\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    return body + "--B--\r\n";
  };
  EXPECT_TRUE(
      shows(here.post_text("/testify", multipart(testimony(form, text)), type), "text_arrived"));
  EXPECT_EQ(text, here.contents().at(0).value("text"));
  const http::Response longer =
      here.post_text("/testify", multipart(testimony(form, text + "жж")), type);
  EXPECT_TRUE(shows(longer, "too_long"));
  EXPECT_EQ("2", place_in(longer, "letters_over"));
  EXPECT_EQ(text + "жж", place_in(longer, "text"));
  EXPECT_TRUE(shows(here.post("/testify", testimony(form, " ")), "empty"));
}

TEST(TestifyRoutes, AFullDiskIsSaidWithTheTextAndTheWordsStay) {
  AReception here;
  const http::Response form = here.get("/testify?lang=kk");
  here.disk.free = std::int64_t{255} << 20;
  http::Response full = here.post("/testify", testimony(form, "Мен көрдім"));
  EXPECT_EQ(503, full.status);
  EXPECT_TRUE(shows(full, "full"));
  EXPECT_EQ("Мен көрдім", place_in(full, "text"));
  EXPECT_EQ(place_in(form, "words"), place_in(full, "words"));
  here.disk.free = std::int64_t{3} << 30;
  base::DiskFaults faults;
  faults.first = 2;
  faults.count = 2;
  faults.error = 28;
  base::set_disk_faults(faults);
  full = here.post("/testify", testimony(form, "Мен көрдім"));
  base::set_disk_faults({});
  EXPECT_EQ(503, full.status);
  EXPECT_TRUE(here.contents().empty());
  EXPECT_EQ(200, here.post("/testify", testimony(full, "Мен көрдім")).status)
      << "at 3 % comments and files are refused, and words are not";
  EXPECT_EQ(1U, here.contents().size());
}

TEST(TestifyRoutes, NoLimitByPlaceHoldsForWitnesses) {
  AReception here;
  for (int count = 0; count < 60; ++count) {
    const http::Response form = here.get("/testify?lang=kk");
    EXPECT_EQ(200, here.post("/testify", testimony(form, "x")).status);
  }
  EXPECT_EQ(60U, here.contents().size());
}

TEST(TestifyRoutes, WordsThreeAndSevenAreSaidToBeRightOrWrong) {
  AReception here;
  const http::Response form = here.get("/testify?lang=ru");
  const std::string words = place_in(form, "words");
  const auto checked = [&](const std::string& third, const std::string& seventh) {
    return here.post("/testify/words", {{"lang", "ru"},
                                        {"words", words},
                                        {"words_token", place_in(form, "words_token")},
                                        {"word3", third},
                                        {"word7", seventh}});
  };
  EXPECT_TRUE(shows(checked(nth_word(words, 3), nth_word(words, 7)), "words_right"));
  EXPECT_TRUE(shows(checked(nth_word(words, 7), nth_word(words, 3)), "words_wrong"));
  EXPECT_TRUE(shows(checked("", ""), "words_wrong"));
  EXPECT_EQ(400, here.post("/testify/words", {{"words", "no words"}}).status);
  EXPECT_TRUE(here.contents().empty());
}

}  // namespace
}  // namespace sanaq::serve

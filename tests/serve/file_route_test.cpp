#include "sanaq/serve/file_route.h"

#include <gtest/gtest.h>

#include "sanaq/base/disk_calls.h"
#include "sanaq/base/files.h"
#include "serve/a_reception.h"

namespace sanaq::serve {
namespace {

std::string ten_words() { return intake::normalised_words(intake::new_receipt_words("ru")); }

TEST(FileRoute, AFileOfEachSizeIsSealedAndNamed) {
  AReception here;
  const std::string words = ten_words();
  for (const std::size_t size : {1U, 20000U, 300000U, 2000000U}) {
    std::string file(size, 'p');
    file.back() = '\0';
    const http::Response page =
        here.post_file({{"lang", "ru"}, {"words", words}}, "снимок.jpg", file);
    EXPECT_EQ(200, page.status);
    EXPECT_TRUE(shows(page, "file_arrived"));
    bool is_found = false;
    for (const intake::Content& content : here.contents()) {
      is_found =
          is_found ||
          (content.kind == intake::ContentKind::file && content.file == file &&
           content.value("name") == "снимок.jpg" && content.value("type") == "image/jpeg" &&
           content.value("receipt") == intake::key_text(intake::receipt_keys(words).public_half));
    }
    EXPECT_TRUE(is_found) << size;
  }
  EXPECT_TRUE(shows(here.post("/return", {{"words", words}}), "arrived_today"));
}

TEST(FileRoute, LeadsBackToWhereItWasSentFrom) {
  AReception here;
  const std::string words = ten_words();
  EXPECT_TRUE(shows(here.post_file({{"words", words}, {"from", "return"}}, "a", "x"), "asked"));
  EXPECT_EQ(words, place_in(here.post_file({{"words", words}}, "a", "x"), "words"));
}

TEST(FileRoute, NothingOfAnUploadThatBreaksOffStays) {
  AReception here;
  const std::string text =
      "--B\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\n" + ten_words() +
      "\r\n--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n" +
      std::string(300000, 'x');
  EXPECT_EQ(400, here.post_text("/testify/files", text, "multipart/form-data; boundary=B").status);
  EXPECT_TRUE(base::list_folder(here.scratch / "spool/in").empty());
}

TEST(FileRoute, WhatIsNoFileIsSaidToBe) {
  AReception here;
  EXPECT_TRUE(shows(here.post_file({{"words", ten_words()}}, "", ""), "no_file"));
  EXPECT_EQ(400, here.post_file({}, "a", "x").status) << "without words before it";
  EXPECT_EQ(400, here.post("/testify/files", {{"words", ten_words()}}).status);
  EXPECT_TRUE(here.contents().empty());
}

TEST(FileRoute, MoreThan63MiBIsTooLargeAndLeavesNothing) {
  AReception here;
  const http::Response page =
      here.post_file({{"words", ten_words()}}, "a", std::string((63 << 20) + 1, 'x'));
  EXPECT_EQ(413, page.status);
  EXPECT_TRUE(shows(page, "file_too_large"));
  EXPECT_TRUE(base::list_folder(here.scratch / "spool/in").empty());
}

TEST(FileRoute, FilesAreRefusedFirstWhereTheDiskFills) {
  AReception here;
  here.disk.free = std::int64_t{29} << 30;
  EXPECT_EQ(503, here.post_file({{"words", ten_words()}}, "a", "x").status);
  here.disk.free = std::int64_t{31} << 30;
  base::DiskFaults faults;
  faults.first = 2;
  faults.error = 28;
  base::set_disk_faults(faults);
  const http::Response full =
      here.post_file({{"words", ten_words()}}, "a", std::string(300000, 'x'));
  base::set_disk_faults({});
  EXPECT_EQ(503, full.status);
  EXPECT_TRUE(shows(full, "full"));
  EXPECT_TRUE(base::list_folder(here.scratch / "spool/in").empty());
}

TEST(FileRoute, ThirtyThreeAtOnceAreTooMany) {
  AReception here;
  here.reception->uploads = uploads_most;
  const http::Response busy = here.post_file({{"words", ten_words()}}, "a", "x");
  EXPECT_EQ(503, busy.status);
  EXPECT_TRUE(shows(busy, "busy"));
  EXPECT_EQ(uploads_most, here.reception->uploads);
}

}  // namespace
}  // namespace sanaq::serve

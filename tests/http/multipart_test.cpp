#include "sanaq/http/multipart.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

namespace sanaq::http {
namespace {

struct Kept : PartSink {
  std::vector<PartHead> heads;
  std::vector<std::string> contents;
  std::size_t bytes_most = 1 << 20;
  bool begin(const PartHead& head) override {
    heads.push_back(head);
    contents.emplace_back();
    return head.field != "no";
  }
  bool bytes(std::string_view piece) override {
    contents.back() += piece;
    return contents.back().size() <= bytes_most;
  }
};

std::string part(const std::string& disposition, const std::string& content) {
  return "--B\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
}

Multipart::State read(const std::string& body, Kept& kept, std::size_t piece = 1 << 20) {
  Multipart parts("B", kept);
  for (std::size_t at = 0; at < body.size(); at += piece) parts.feed(body.substr(at, piece));
  return parts.state();
}

TEST(Multipart, FieldsAndFilesComeInTheirOrder) {
  Kept kept;
  const std::string body = part("name=\"csrf\"", "1234") +
                           "--B\r\nContent-Disposition: form-data; name=\"file\"; "
                           "filename=\"Список %22А%22 100%.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                           "a,b\r\n--Bold\r\n\r\n--B\r\nContent-Disposition: form-data; "
                           "name=\"empty\"\r\n\r\n\r\n--B--\r\n";
  for (const std::size_t piece : {1UL, 2UL, 3UL, 7UL, 1000UL}) {
    kept = Kept();
    EXPECT_EQ(Multipart::State::ended, read(body, kept, piece));
    EXPECT_EQ((std::vector<std::string>{"1234", "a,b\r\n--Bold\r\n", ""}), kept.contents);
    EXPECT_EQ("Список \"А\" 100%.csv", kept.heads[1].file_name);
    EXPECT_EQ("text/csv", kept.heads[1].type);
    EXPECT_EQ("empty", kept.heads[2].field);
  }
}

TEST(Multipart, AFileNameWithSemicolonOrEscapeIsReadWhole) {
  Kept kept;
  read(part(R"(filename="a;name=\"x\".csv"; name=list)", "1") + "--B--", kept);
  EXPECT_EQ("list", kept.heads[0].field);
  EXPECT_EQ("a;name=\"x\".csv", kept.heads[0].file_name);
}

TEST(Multipart, WhatIsCutIsNotEnded) {
  Kept kept;
  const std::string body = part("name=\"a\"", "1") + "--B--\r\n";
  for (std::size_t size = 0; size + 4 < body.size(); ++size)
    EXPECT_EQ(Multipart::State::reading, read(body.substr(0, size), kept)) << size;
}

// Whoever sends slowly is held to the same bounds.
TEST(Multipart, TheLongestHeadAndTheMostPaddingAreTheSameInAnyPieces) {
  const std::string disposition = "Content-Disposition: form-data; name=\"a\"\r\nX: ";
  for (const std::size_t more : {0UL, 1UL}) {
    const std::string head = disposition + std::string(16384 - disposition.size() + more, 'x');
    const std::string long_head = "--B\r\n" + head + "\r\n\r\ntext\r\n--B--\r\n";
    const std::string padded =
        part("name=\"a\"", "text") + "--B" + std::string(1024 + more, ' ') + "--\r\n";
    for (const std::size_t piece : {1UL, 7UL, 4096UL, 1UL << 20}) {
      for (const std::string& body : {long_head, padded}) {
        Kept kept;
        EXPECT_EQ(read(body, kept, piece),
                  more == 0 ? Multipart::State::ended : Multipart::State::malformed)
            << piece;
      }
    }
  }
}

TEST(Multipart, TheSinkCanStopIt) {
  Kept kept;
  EXPECT_EQ(Multipart::State::stopped, read(part("name=\"no\"", "1") + "--B--", kept));
  kept.bytes_most = 3;
  EXPECT_EQ(Multipart::State::stopped, read(part("name=\"a\"", "12345") + "--B--", kept));
}

TEST(Multipart, WhatIsNoFormIsMalformed) {
  Kept kept;
  EXPECT_EQ(Multipart::State::malformed, read("--B\r\nX: y\r\n\r\n1\r\n--B--", kept));
  EXPECT_EQ(Multipart::State::malformed, read("--B\r\n" + std::string(20000, 'a'), kept));
  EXPECT_EQ(Multipart::State::malformed, read("--B" + std::string(2000, ' '), kept));
  std::string many;
  for (int count = 0; count < 1001; ++count) many += part("name=a", "");
  EXPECT_EQ(Multipart::State::malformed, read(many, kept));
}

TEST(Multipart, TheBoundaryIsFoundInTheType) {
  EXPECT_EQ("B", boundary_of("multipart/form-data; boundary=B"));
  EXPECT_EQ("a b", boundary_of("Multipart/Form-Data; charset=utf-8; boundary=\"a b\""));
  EXPECT_EQ(std::nullopt, boundary_of("multipart/form-data"));
  EXPECT_EQ(std::nullopt, boundary_of("text/plain; boundary=B"));
}

RC_GTEST_PROP(Multipart, AnyContentComesBackInAnyPieces, (const std::string& content)) {
  Kept kept;
  const auto piece = *rc::gen::inRange<std::size_t>(1, 40);
  RC_PRE(content.find("\r\n--B") == std::string::npos);
  RC_ASSERT(read(part("name=\"a\"", content) + "--B--", kept, piece) == Multipart::State::ended);
  RC_ASSERT(kept.contents == std::vector<std::string>{content});
}

}  // namespace
}  // namespace sanaq::http

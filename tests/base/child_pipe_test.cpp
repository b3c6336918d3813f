#include "sanaq/base/child_pipe.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "sanaq/base/error.h"

namespace sanaq::base {
namespace {

struct Pipe {
  int ends[2] = {-1, -1};
  Pipe() { EXPECT_EQ(::pipe(ends), 0); }
  ~Pipe() {
    for (const int end : ends) ::close(end);
  }
};

TEST(TellingPipe, WritesLines) {
  const Pipe pipe;
  TellingPipe(pipe.ends[1]).tell("{\"done\":1}");
  char bytes[64];
  EXPECT_EQ(std::string(bytes, static_cast<std::size_t>(::read(pipe.ends[0], bytes, 64))),
            "{\"done\":1}\n");
}

TEST(TellingPipe, GoesOnWhereNobodyListens) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const TellingPipe telling(ends[1]);
  ::close(ends[0]);
  telling.tell("nobody");
  telling.tell("hears it");
  ::close(ends[1]);
}

TEST(TellingPipe, IsNeitherAStandardStreamNorClosedNorForReading) {
  const Pipe pipe;
  for (const int wrong : {0, 1, 2, -1, 999, pipe.ends[0]}) {
    EXPECT_THROW(TellingPipe{wrong}, Error) << wrong;
  }
}

TEST(ReadSecret, IsReadToItsEnd) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ASSERT_EQ(::write(ends[1], "words with spaces ", 18), 18);
  ::close(ends[1]);
  EXPECT_EQ(read_secret(ends[0]), "words with spaces ");
  ::close(ends[0]);
}

TEST(ReadSecret, RefusesWhatIsTooLongAndWhatIsNoPipe) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const std::string much(5000, 'a');
  ASSERT_EQ(::write(ends[1], much.data(), much.size()), 5000);
  ::close(ends[1]);
  EXPECT_THROW((void)read_secret(ends[0]), Error);
  ::close(ends[0]);
  EXPECT_THROW((void)read_secret(0), Error);
}

}  // namespace
}  // namespace sanaq::base

#include "sanaq/base/file_lock.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "help/scratch.h"
#include "sanaq/base/error.h"

namespace sanaq::base {

TEST(FileLock, TheSecondIsToldWhoHoldsIt) {
  const help::Scratch scratch;
  {
    const FileLock first(scratch / "lock");
    try {
      const FileLock second(scratch / "lock");
      FAIL() << "two hold one lock";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), Kind::conflict);
      EXPECT_EQ(error.message().arguments[1], std::to_string(::getpid()));
    }
  }
  const FileLock again(scratch / "lock");
}

TEST(LockHolder, IsNamedWithoutWaitingOrWriting) {
  const help::Scratch scratch;
  EXPECT_EQ(lock_holder(scratch / "lock"), std::nullopt);
  {
    const FileLock held(scratch / "lock");
    EXPECT_EQ(lock_holder(scratch / "lock"), std::to_string(::getpid()));
  }
  EXPECT_EQ(lock_holder(scratch / "lock"), std::nullopt);
}

}  // namespace sanaq::base

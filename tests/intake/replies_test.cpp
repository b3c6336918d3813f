#include "sanaq/intake/replies.h"

#include <gtest/gtest.h>

#include <set>

#include "help/scratch.h"
#include "sanaq/base/disk_calls.h"
#include "sanaq/base/error.h"
#include "sanaq/base/file_times.h"
#include "sanaq/base/files.h"
#include "sanaq/intake/receipt_words.h"

namespace sanaq::intake {
namespace {

KeyPair some_receipt() { return receipt_keys(normalised_words(new_receipt_words("en"))); }

std::set<std::string> names_in(const std::string& folder) {
  const auto names = base::list_folder(folder);
  return {names.begin(), names.end()};
}

TEST(Replies, AreReadByWhoeverHasTheWordsAndByNobodyElse) {
  const help::Scratch scratch;
  const KeyPair one = some_receipt(), other = some_receipt(), stranger = some_receipt();
  write_replies(scratch.path(), {{one.public_half, "an invented reply"}, {other.public_half, ""}});
  EXPECT_EQ("an invented reply", reply_for(scratch.path(), one));
  EXPECT_EQ("", reply_for(scratch.path(), other));
  EXPECT_EQ("", reply_for(scratch.path(), stranger));
}

TEST(Replies, AreFilesOfOneSizeAndOneTimeInAPowerOfTwo) {
  const help::Scratch scratch;
  std::map<PublicKey, std::string> replies;
  for (const std::size_t count :
       {std::size_t{0}, std::size_t{1}, std::size_t{64}, std::size_t{65}}) {
    while (replies.size() < count) replies[some_receipt().public_half] = "x";
    write_replies(scratch.path(), replies);
    std::set<std::int64_t> sizes, times;
    for (const std::string& name : names_in(scratch / "out")) {
      times.insert(base::file_time(scratch / ("out/" + name))->seconds);
      if (name != "salt") sizes.insert(base::file_size(scratch / ("out/" + name)));
    }
    EXPECT_EQ(std::set<std::int64_t>{16384}, sizes);
    EXPECT_EQ(1U, times.size());
    EXPECT_EQ(count > 64 ? 129U : 65U, names_in(scratch / "out").size());
  }
}

TEST(Replies, HaveNewNamesAndNewBytesEachTime) {
  const help::Scratch scratch;
  const KeyPair one = some_receipt();
  write_replies(scratch.path(), {{one.public_half, "x"}});
  const std::set<std::string> before = names_in(scratch / "out");
  write_replies(scratch.path(), {{one.public_half, "x"}});
  for (const std::string& name : names_in(scratch / "out"))
    EXPECT_TRUE(name == "salt" || !before.contains(name));
  EXPECT_EQ("x", reply_for(scratch.path(), one));
  EXPECT_EQ(std::vector<std::string>{"out"}, base::list_folder(scratch.path()));
}

TEST(Replies, Have12000BytesAtMost) {
  const help::Scratch scratch;
  const KeyPair one = some_receipt();
  const std::string longest(12000, 'x');
  write_replies(scratch.path(), {{one.public_half, longest}});
  EXPECT_EQ(longest, reply_for(scratch.path(), one));
  EXPECT_THROW(write_replies(scratch.path(), {{one.public_half, longest + "x"}}), base::Error);
  EXPECT_EQ(longest, reply_for(scratch.path(), one)) << "those that were there stay";
}

TEST(Replies, AFailingDiskLeavesTheOldOnesOrTheNewOnes) {
  const KeyPair one = some_receipt();
  for (int call = 1; call < 80; call += 9) {
    const help::Scratch scratch;
    write_replies(scratch.path(), {{one.public_half, "old"}});
    base::DiskFaults faults;
    faults.first = call;
    base::set_disk_faults(faults);
    bool has_failed = false;
    try {
      write_replies(scratch.path(), {{one.public_half, "new"}});
    } catch (const base::Error&) {
      has_failed = true;
    }
    base::set_disk_faults({});
    const std::string reply = reply_for(scratch.path(), one);
    EXPECT_TRUE(reply == "new" || (has_failed && reply == "old")) << call << reply;
  }
}

TEST(Replies, WithoutAFolderOrWithADamagedFileThereIsNone) {
  const help::Scratch scratch;
  const KeyPair one = some_receipt();
  EXPECT_EQ("", reply_for(scratch.path(), one));
  write_replies(scratch.path(), {{one.public_half, "x"}});
  for (const std::string& name : names_in(scratch / "out")) {
    if (name != "salt") scratch.write("out/" + name, std::string(16384, '\0'));
  }
  EXPECT_EQ("", reply_for(scratch.path(), one));
}

}  // namespace
}  // namespace sanaq::intake

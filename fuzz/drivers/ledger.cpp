// A ledger of one writer, or of two: chain and bodies of each. Verified, read, its documents
// listed.
#include <filesystem>
#include <string>

#include "help/scratch.h"
#include "input.h"
#include "sanaq/ledger/documents.h"
#include "sanaq/ledger/reader.h"
#include "sanaq/ledger/statements.h"
#include "sanaq/ledger/verify.h"

namespace {

// The writer that the first line names, so that mutated chains keep the name of their file.
std::string writer_of(std::string_view chain, char otherwise) {
  constexpr std::string_view mark = "\"writer\":\"";
  const std::size_t at = chain.find(mark);
  std::string writer = at == chain.npos ? "" : std::string(chain.substr(at + mark.size(), 64));
  const bool is_hex =
      writer.size() == 64 && writer.find_first_not_of("0123456789abcdef") == writer.npos;
  return is_hex ? writer : std::string(64, otherwise);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sanaq;
  const auto parts = fuzz::pieces_of(fuzz::bytes_of(data, size), 4);
  static const help::Scratch scratch;
  std::filesystem::remove_all(scratch / "case");
  std::filesystem::create_directories(scratch / "case/ledger");
  for (std::size_t at = 0; at < 4; at += 2) {
    if (parts[at].empty() && parts[at + 1].empty()) continue;
    const std::string path = "case/ledger/" + writer_of(parts[at], at == 0 ? 'a' : 'b');
    scratch.write(path + ".chain.jsonl", std::string(parts[at]));
    scratch.write(path + ".bodies.jsonl", std::string(parts[at + 1]));
  }
  const std::string folder = scratch / "case";
  fuzz::answered_in_words([&] {
    base::Progress silent;
    (void)ledger::verify(folder, {}, silent);
  });
  fuzz::answered_in_words([&] { (void)ledger::documents(folder); });
  fuzz::answered_in_words([&] { (void)ledger::statements_in_force(folder); });
  return 0;
}

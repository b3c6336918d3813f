// An investigation with a ledger, and a folder of keys of its own, for a test.
#pragma once
#include <stdlib.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "help/scratch.h"
#include "sanaq/base/files.h"
#include "sanaq/ledger/anchor.h"
#include "sanaq/ledger/verify.h"
#include "sanaq/ledger/verify_report.h"
#include "sanaq/ledger/writer.h"

namespace sanaq::ledger {

class ALedger {
 public:
  ALedger() { ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1); }
  [[nodiscard]] std::string folder(const std::string& name = "case") const {
    return scratch_ / name;
  }
  [[nodiscard]] const help::Scratch& scratch() const { return scratch_; }

  static nlohmann::json fact(int number) {
    return {{"subject", "event:1"},
            {"property", "crowd"},
            {"value", std::to_string(number)},
            {"visibility", "public"}};
  }

  // Appends that many statements and gives the writer's id.
  std::string write(int count, const std::string& name = "case", int first = 0) const {
    Writer writer(folder(name));
    for (int at = 0; at < count; ++at) writer.append("statement", fact(first + at));
    return writer.id();
  }

  [[nodiscard]] std::string copy(const std::string& from, const std::string& to) const {
    std::filesystem::remove_all(folder(to));
    std::filesystem::copy(folder(from), folder(to), std::filesystem::copy_options::recursive);
    return folder(to);
  }

  // As if the key store had never seen this folder: for a test that puts an earlier state in place.
  void forget(const std::string& name = "case") const { remove_anchor(folder(name)); }

  [[nodiscard]] static VerifyReport check(const std::string& folder,
                                          std::optional<std::string> against = std::nullopt) {
    base::Progress silent;
    return verify(folder, {.against = std::move(against)}, silent);
  }

  [[nodiscard]] std::string chain_path(const std::string& writer,
                                       const std::string& name = "case") const {
    return folder(name) + "/ledger/" + writer + ".chain.jsonl";
  }
  [[nodiscard]] std::string bodies_path(const std::string& writer,
                                        const std::string& name = "case") const {
    return folder(name) + "/ledger/" + writer + ".bodies.jsonl";
  }

  // Every file below the folder with its bytes, the lock aside.
  [[nodiscard]] static std::map<std::string, std::string> bytes_of(const std::string& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file() && entry.path().filename() != "lock")
        files[std::filesystem::relative(entry.path(), folder).string()] =
            base::read_file(entry.path().string());
    }
    return files;
  }

 private:
  help::Scratch scratch_;
};

}  // namespace sanaq::ledger

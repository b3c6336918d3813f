// The check of one chain and its bodies, line by line; part of verify.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sanaq/base/result.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/chain_scan.h"
#include "sanaq/ledger/checkpoint.h"
#include "sanaq/ledger/key_events.h"
#include "sanaq/ledger/verify_report.h"

namespace sanaq::ledger {

enum class FileKind {
  document,
  list,
  table,
  names,  // no file but a list's map
  input,  // what a run was made from
};

// What the entries of all chains say about each other and about files; settled once all chains are
// read.
struct Claims {
  struct MissingBody {
    std::string writer, kind, file;
    std::int64_t seq = 0, line = 0;
  };
  struct Seen {  // an entry of ours names another's line
    std::string writer, self, file;
    std::int64_t line = 0;
  };
  struct SignedHeads {
    Heads heads;
    std::string self, file;
    std::int64_t line = 0;
  };
  struct FileHash {
    FileKind kind = FileKind::document;
    std::string name;  // of the list or of the document
    std::string path;  // relative to the investigation
    std::string sha256;
    std::string history;  // SHA-256 of a list's map
    std::string file;     // where the ledger says so
    std::int64_t line = 0;
    EntryPlace place;
  };
  struct Retraction {
    EntryPlace place, target;
    std::int64_t clock = 0;
  };
  struct Misfit {  // a body that does not fit its kind
    std::string writer, file;
    std::int64_t seq = 0, line = 0;
    std::optional<base::Problem> problem;
    std::int64_t more = 0;  // of them behind it, not named
  };
  struct Unknown {  // bodies of a kind that fit, and say more than this version knows
    std::string kind, field, file;
    std::int64_t line = 0;
    std::int64_t more = 0;  // of them behind it, not named
  };
  struct Erasure {
    ErasedBody asked;
    bool is_signed = false;
    std::string file;
    std::int64_t line = 0;
  };
  std::vector<Misfit> misfits;
  std::vector<Unknown> unknown;
  std::vector<MissingBody> missing;
  std::vector<Erasure> erasures;
  std::vector<Seen> seen;
  std::vector<SignedHeads> checkpoints;
  std::vector<FileHash> files;
  std::vector<Retraction> retractions;
  // writer -> `self` of each of its authentic lines, forks included, 32 bytes each.
  std::map<std::string, std::string> selfs;
  // The same of lines that a merge was about to bring in when it was interrupted.
  std::map<std::string, std::string> staged_selfs;
};

// Gives the chain as it was scanned on the way.
[[nodiscard]] ScannedChain verify_chain(const std::string& investigation, const ChainFile& file,
                                        VerifyReport& report, Claims& claims);

// 64 hex digits as 32 bytes, to keep millions of them.
[[nodiscard]] std::string packed(std::string_view hex);

}  // namespace sanaq::ledger

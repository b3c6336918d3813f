#include "sanaq/investigation/address_book_file.h"

#include <algorithm>

#include "sanaq/base/files.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/secrets.h"

namespace sanaq::investigation {
namespace {

// Versions before 0.2 published under the ids themselves.
bool published_ids(const std::string& version) {
  return version.starts_with("0.1.") || version.starts_with("0.0.");
}

}  // namespace

persons::AddressBook read_address_book(const std::string& folder) {
  persons::AddressBook book;
  if (!base::folder_exists(ledger::ledger_folder(folder))) return book;
  ledger::AddressHistory history = ledger::address_history(folder);
  if (!history.now) return book;
  book.secret = history.now->bytes;
  book.all.push_back(book.secret);
  for (const ledger::AddressSecret& one : history.older) book.all.push_back(one.bytes);
  for (const ledger::AddressSecret& one : history.leading) book.leading.push_back(one.bytes);
  book.published = std::move(history.published);
  book.leads_from_ids =
      std::any_of(history.publishers.begin(), history.publishers.end(), published_ids);
  return book;
}

}  // namespace sanaq::investigation

#include "sanaq/ledger/retractions.h"

namespace sanaq::ledger {

std::set<EntryPlace> Retractions::retracted() const {
  // From the last to the first: whether one stands is known by then.
  std::set<EntryPlace> places;
  for (auto at = found_.rbegin(); at != found_.rend(); ++at) {
    if (!places.contains(at->first)) places.insert(at->second);
  }
  return places;
}

}  // namespace sanaq::ledger

// Links three small lists, estimates how many are on none of them, and prints the answer as JSON.
// Nobody in them ever lived.
#include <cstdio>
#include <string>

#include "sanaq/base/error.h"
#include "sanaq/estimate/estimate.h"
#include "sanaq/exchange/captured_persons.h"
#include "sanaq/link/link.h"
#include "sanaq/report/result_json.h"
#include "sanaq/tables/ingest.h"

namespace {

sanaq::tables::IngestedList list_of(const std::string& name, int first, int step) {
  std::string csv = "name,birth\n";
  const char* given[] = {"Asan", "Bota", "Daulet", "Erlan", "Gulnar", "Kanat"};
  const char* family[] = {"Beken", "Omar", "Serik", "Taz", "Zhanin", "Uali", "Temir"};
  for (int person = first; person < 42; person += step)
    csv += std::string(given[person % 6]) + " " + family[person % 7] + "," +
           std::to_string(1950 + person) + "\n";
  sanaq::base::Progress silent;
  sanaq::tables::ListSource source;
  source.name = name;
  source.one_per_person = true;
  return sanaq::tables::ingest_bytes(source, csv, silent);
}

}  // namespace

int main() {
  try {
    sanaq::base::Progress silent;
    const auto records = sanaq::tables::combine(
        {list_of("hospital", 0, 2), list_of("morgue", 1, 3), list_of("newspaper", 0, 5)});
    const auto linked = sanaq::link::link(records, {}, silent);
    const auto answer = sanaq::estimate::estimate(
        sanaq::exchange::captured_persons(records, linked.person_of), {}, silent);
    const sanaq::base::Catalog english;
    std::printf("%s\n", sanaq::report::estimate_result(answer, english, {}).dump(1).c_str());
    return 0;
  } catch (const sanaq::base::Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return static_cast<int>(error.kind());
  }
}

// An investigation on disk with a canary in every closed place, and beside each something public.
#pragma once
#include <fmt/format.h>

#include "cli/canary.h"
#include "sanaq/persons/address.h"
#include "sanaq/record/identity.h"

namespace sanaq::cli {

// A workbook whose sheet is called "Zqxshvrk Жщышхщя ظضغشقخذ": name, death, and three rows.
inline constexpr const char* small_workbook =
    "UEsDBBQAAAAIAAAAIVBbma6u5QAAAAsCAAATAAAAW0NvbnRlbnRfVHlwZXNdLnhtbK2RvVLDMBCEX0WjNhOdk4KCsZ0i"
    "0AYKXuCQz7HG+hudEszbIzuBggnQUN1Iu3vfalTvJmfFmRKb4Bu5UZXctfXLeyQWRfHcyCHneA/AeiCHrEIkX5Q+JIe5"
    "HNMRIuoRjwTbqroDHXwmn9d53iHb+oF6PNksHqdyfaEksizF/mKcWY3EGK3RmIsOZ999o6yvBFWSi4cHE3lVDBJuEmbl"
    "Z8A191SenUxH4hlTPqArLpgsvIU0voYwqt+X3GgZ+t5o6oI+uRJRHBNhxwNRdlYtUzk0fvU3fzEzLGPzz0W+9n/2gOW7"
    "2w9QSwMEFAAAAAgAAAAhUEuDozqWAAAABQEAAAsAAABfcmVscy8ucmVsc43PPQ7CMAwF4KtEPkDdMjCgpl1YuiIuEFL3"
    "R23iyAlQbk9GihgY/fz0Wa7bza3qQRJn9hqqooS2qS+0mpSDOM0hqtzwUcOUUjghRjuRM7HgQD5vBhZnUh5lxGDsYkbC"
    "Q1keUT4N2Juq6zVI11egrq9A/9g8DLOlM9u7I59+nPhqZNnISEnDtuKTZbkxL0VGAZsadw82b1BLAwQUAAAACAAAACFQ"
    "c4Mn+tAAAAAZAQAADwAAAHhsL3dvcmtib29rLnhtbI2PPW7DMAyFryLwAJGToYNhO0uWXKGbYtOVYEtySOVnDhAgRYdu"
    "PUbRoSiKnqLe1NtUyM+e6ZF44Mf3ivne9mKLxMa7EqaTDOZVsfPUrbzvRDIdl6BDGHIpudZoFU/8gC45rSerQlrpSfJA"
    "qBrWiMH2cpZlD9Iq4+BCyOkehm9bU+PC1xuLLlwghL0KKRprMzBUxfkDX1U4ZbGEx/We9ZY68fs2Po8v42k8Jn0V8Tt+"
    "xZ/4+XeI7/EDxPlm2aSWICg3aaBlMwVZFfKGlbfm1T9QSwMEFAAAAAgAAAAhUG026XSaAAAABgEAABoAAAB4bC9fcmVs"
    "cy93b3JrYm9vay54bWwucmVsc43POw7CMAwG4KtEPkDdMjCgpl1YWBEXiFK3qdo8FJvX7YkYEJUYmCz/tj7Lbf/wq7pR"
    "5jkGDU1VQ9+1Z1qNlIDdnFiVjcAanEg6ILJ15A1XMVEokzFmb6S0ecJk7GImwl1d7zF/G7A11WnQkE9DA+ryTPSPHcdx"
    "tnSM9uopyI8TeI95YUckBTV5ItHwiRjfpamKCti1uPmwewFQSwMEFAAAAAgAAAAhUIoMBhr1AAAAfQIAABgAAAB4bC93"
    "b3Jrc2hlZXRzL3NoZWV0MS54bWx9kk1uwyAQha+C2CdjnCiVKkzUKrsuunAvMHWmMaoBC7DT5vQlUYVaKXjH/Lz5HqOR"
    "+y8zsJl80M42XKwrvlfy7Pxn6IkiS1UbGt7HOD4ChK4ng2HtRrKp8uG8wZhCf4IwesLjTWQGqKtqBwa15UrecgeMqKR3"
    "Z+YTJWW76+NJcBYbru2gLbXRp7wOSkZl0ZCEqCRcY+h++59L/UfC2P8XQIJlYp2JdWHCAach/ff1QtbN99AlYV0JsRL1"
    "SuwW+JvM3xTGvEw2TMPE3sjqyzvSjPdMlNTZxMOCiW02sS2Macmf6Ju1kcbCFkrK5S3AnxuAfFzqB1BLAQIUAxQAAAAI"
    "AAAAIVBbma6u5QAAAAsCAAATAAAAAAAAAAAAAACAAQAAAABbQ29udGVudF9UeXBlc10ueG1sUEsBAhQDFAAAAAgAAAAh"
    "UEuDozqWAAAABQEAAAsAAAAAAAAAAAAAAIABFgEAAF9yZWxzLy5yZWxzUEsBAhQDFAAAAAgAAAAhUHODJ/rQAAAAGQEA"
    "AA8AAAAAAAAAAAAAAIAB1QEAAHhsL3dvcmtib29rLnhtbFBLAQIUAxQAAAAIAAAAIVBtNul0mgAAAAYBAAAaAAAAAAAA"
    "AAAAAACAAdICAAB4bC9fcmVscy93b3JrYm9vay54bWwucmVsc1BLAQIUAxQAAAAIAAAAIVCKDAYa9QAAAH0CAAAYAAAA"
    "AAAAAAAAAACAAaQDAAB4bC93b3Jrc2hlZXRzL3NoZWV0MS54bWxQSwUGAAAAAAUABQBFAQAAzwQAAAAA";

class CanaryCase {
 public:
  CanaryCase() {
    write_lists();
    write_case_file();
    prepare_work();
    write_settings();
  }

  [[nodiscard]] const help::Scratch& scratch() const { return scratch_; }
  [[nodiscard]] std::string folder() const { return scratch_ / "case"; }
  int run(const std::vector<std::string>& words) const { return run_sanaq(scratch_, words); }
  [[nodiscard]] std::string said() const { return base::read_file(scratch_ / "said"); }
  [[nodiscard]] const std::vector<Canary>& closed() const { return closed_; }
  [[nodiscard]] const std::vector<Canary>& open() const { return open_; }

  struct ClosedRecord {
    std::string list, id, identity;
    std::vector<std::string> cells;
  };
  // Records that do not leave.
  [[nodiscard]] const std::vector<ClosedRecord>& closed_records() const { return records_; }
  // Files that do not leave, by their names.
  [[nodiscard]] const std::map<std::string, std::string>& files() const { return files_; }

  // What people do with the program, in the order in which they do it. Gives what went wrong.
  [[nodiscard]] std::string work() const {
    for (const auto& words : work_) {
      if (run(words) != 0) return words[0] + ": " + said();
    }
    return "";
  }

 private:
  std::string closed(const std::string& place) {
    closed_.push_back(canary(++number_, place));
    return closed_.back().text();
  }
  // One word, for an id or a file's name.
  std::string closed_id(const std::string& place) {
    const Canary one = canary(++number_, place);
    closed_.push_back({place, {one.words[0], one.words[0], one.words[0]}});
    return one.words[0];
  }
  std::string open(const std::string& place) {
    open_.push_back(canary(++number_, place));
    return open_.back().text();
  }
  void file(const std::string& name, const std::string& text) {
    scratch_.write("case/" + name, text);
    files_[name] = text;
  }

  // Two public lists with the same people, so that the site has persons of two records, and a third
  // that publishes nothing.
  void write_lists() {
    static const std::vector<std::pair<const char*, const char*>> people = {
        {"Bolat Sample", "1970-02-03"},       {"Sergey Stepnov", "1981-05-06"},
        {"Galymnur Ozenov", "1990-11-12"},    {"Omirtai Kumdarov", "1965-07-08"},
        {"Alibek Munarov", "1977-01-02"},     {"Zhangali Boranov", "1959-03-04"},
        {"Kunsulu Tenizbaeva", "1988-04-05"}, {"Daulet Ozenov", "1969-09-10"}};
    std::string hospital = "id,name,birth,place," + closed("header of a closed column") + "\n";
    std::string morgue = "id,name,birth,ward\n";
    int number = 0;
    for (const auto& [name, birth] : people) {
      ++number;
      const std::string place = number == 1 ? open("public cell") : "Square";
      hospital += fmt::format("h{},{},{},{},{}\n", number, name, birth, place,
                              closed("cell of a closed column"));
      if (number < 7)
        morgue += fmt::format("m{},{},{},{}\n", number, name, birth,
                              closed("cell of a column that nothing names"));
    }
    add_shown_in_part(hospital, morgue);
    hospital += "h99,Aibar Tanbaev," + closed("cell that could not be read") + ",Square,x\n";
    file("lists/hospital.csv", hospital);
    file("lists/morgue.csv", morgue);
    closed_file_ = closed_id("name of a list's file");
    closed_record_ = closed_id("id of a closed record");
    closed_header_ = closed("header of a closed list");
    std::string rows = "id," + closed_header_ + ",birth\n";
    for (std::size_t at = 0; at < 6; ++at) {
      const std::string id = at == 0 ? closed_record_ : "c" + std::to_string(at);
      const std::string name = at < 2 ? people[at].first : closed("name on a closed list");
      const std::string birth = fmt::format("19{}-01-02", 60 + at);
      rows += id + "," + name + "," + birth + "\n";
      records_.push_back({"closed", id, record::Identities("closed").of_id(id), {id, name, birth}});
    }
    file("lists/" + closed_file_ + ".csv", rows);
    scratch_.write("case/lists/spare.xlsx", from_base64(small_workbook));
    closed_.push_back({"name of a sheet", {"Zqxshvrk", "Жщышхщя", "ظضغشقخذ"}});
    nickname_file_ = closed_id("name of a file with nicknames");
    file(nickname_file_ + ".csv", "name,nickname\n" + closed_id("nickname") + ",Boka\n");
  }

  // Persons of public lists of whom the case file says that nothing, or less than the rest, may
  // leave. They stand on both lists with the same cells, and the case file names them besides.
  void add_shown_in_part(std::string& hospital, std::string& morgue) {
    int number = 0;  // births that nobody takes for one
    const auto add = [&](const std::string& id, const std::string& name, const std::string& place) {
      ++number;
      const std::string birth =
          fmt::format("{}-{:02}-{:02}", 1920 + 9 * number, number, 3 * number);
      hospital += fmt::format("{},{},{},{},x\n", id, name, birth, place);
      morgue += fmt::format("m{},{},{},x\n", id, name, birth);
    };
    const std::string sealed = closed("name of a sealed person");
    add("h21", sealed, closed("place of a sealed person"));
    const std::string initials = closed("name that leaves in initials");
    add("h22", initials, open("place of one in initials"));
    const std::string nameless = closed("name that does not leave");
    add("h23", nameless, open("place of one without a name"));
    add("h24", closed("name of one whose family said no"), closed("place of that one"));
    add("h25", open("name that leaves alone"), closed("place of one whose name leaves alone"));
    const std::string town = closed("town that leaves as its region");
    ++number_;  // with this one the name would sound like the one that does not leave
    add("h26", open("name of one whose region leaves"), town);
    add("h27", open("name of one whose place does not leave"), closed("place that does not leave"));
    people_ =
        "hospital:h21,visibility,sealed,x,sealed\nhospital:h22,name_form,initials,x,restricted\n" +
        nameless +
        ",name_form,none,x,public\nmorgue:mh24,consent,no,x,public\n"
        "hospital:h25,consent,name only,x,restricted\nhospital:h26,place_form,region,x,restricted\n"
        "hospital:h27,place_form,anything,x,restricted\nhospital:h22,note," +
        "brother of " + sealed + ",x,public\nhospital:h1,note,cousin of " + initials +
        ",x,public\n";
    regions_ = "place:" + town + ",region," + open("region of a town") + ",x,,restricted\n";
    acts_ = "open3," + initials + ",01010501,2011-12-16,Square,strike,,,A leaflet,public,\nopen4," +
            nameless +
            ",01010501,2011-12-16,Square,strike,,,A leaflet,public,\n"
            "open5,hospital:h21,01010501,2011-12-16," +
            closed("place of an act against a sealed person") + ",strike,,,A leaflet,public," +
            closed("note on an act against a sealed person") +
            "\nopen6,hospital:h25|hospital:h2,01010501,2011-12-16,Square,strike," + sealed +
            ",0101,A leaflet,public,\nopen7,hospital:h26,01010501,2011-12-16," + town +
            ",strike,,,A leaflet,public,\n";
    custodies_ = "k2," + closed("prisoner who did not consent") + ",2011-12-16,," +
                 closed("charge against him") + ",,jailed,7y," + closed("source on him") +
                 ",public\n";
    const std::string agreed = open("prisoner who consented");
    custodies_ += "k3," + agreed + ",2011-12-16,," + open("charge against one who consented") +
                  ",,jailed,7y,A leaflet,public\n";
    people_ += agreed + ",consent,public,x,sealed\n";
  }

  void table(const std::string& kind, const std::string& rows) {
    const std::string name = closed_id("name of a table's file");
    tables_ += "[[table]]\nkind = \"" + kind + "\"\nfile = \"" + name + ".csv\"\n";
    file(name + ".csv", rows);
  }

  // Of every kind a public, a restricted and a sealed row; public rows name closed things.
  void write_case_file() {
    const std::string unit = closed_id("id of a restricted organisation");
    const std::string unit_name = closed("name of a restricted organisation");
    table("organisation",
          "organisation,name,kind,parent,source,visibility\nstaff," + open("public organisation") +
              ",state_body,,A leaflet,public\n" + unit + "," + unit_name + ",police_unit,staff," +
              closed("source of a restricted row") +
              ",restricted\nopenunit,The Open Unit,police_unit," + unit + ",A leaflet,public\n");
    const std::string day = closed_id("id of a sealed event");
    const std::string day_title = closed("title of a sealed event");
    table("event",
          "event,type,title,start,place,part_of,outcome,source,visibility\n"
          "strike,strike," +
              open("public event") + ",2011-05-26,Square," + day + ",,A leaflet,public\n" + day +
              ",shooting," + day_title + ",2011-12-16," + closed("place of a sealed event") +
              ",strike," + closed("outcome of a sealed event") + "," +
              closed("source of a sealed row") + ",sealed\n");
    table("act",
          "act,victim,type,date,place,event,perpetrator,involvement,source,visibility,note\n"
          "open1,hospital:h1,01010501,2011-12-16,Square,strike," +
              unit + ",0102,A leaflet,public," + open("public note") +
              "\nopen2,closed:" + closed_record_ + ",030101,2011-12-16,," + day_title + "," +
              unit_name + ",0101,A leaflet,public,\n" + ",closed:c3,030101,2011-12-17,," + day +
              ",,,A leaflet,public,a row without an id\n" + closed_id("id of a sealed act") + "," +
              closed("victim of a sealed act") + ",02,2011-12-16," +
              closed("place of a sealed act") + ",strike," + closed("perpetrator of a sealed act") +
              ",0101," + closed("source of a sealed act") + ",sealed," +
              closed("note of a sealed act") + "\n" + acts_);
    table("custody",
          "custody,person,arrested,held_at,charge,court,verdict,sentence,source,visibility\n"
          "k1,Bolat Sample,2011-12-16," +
              unit_name + ",a charge," + day + ",jailed,7y,A leaflet,public\n" +
              closed_id("id of a restricted custody") + "," +
              closed("person in a restricted custody") + ",2011-12-16," + closed("held at") + "," +
              closed("charge") + "," + closed("court") + ",jailed,4y," +
              closed("source of a custody") + ",restricted\n" + custodies_);
    table("custody_change", "custody,date,kind,sentence,source\nk1,2013-03-01,cut,5y,A leaflet\n");
    table("post",
          "person,organisation,title,from,to,basis,superior,source,visibility\nLow Sample," + unit +
              ",chief,2010,2012,law," + unit_name + ",A leaflet,public\n" +
              closed("holder of a sealed post") + ",staff," + closed("title of a sealed post") +
              ",2010,2012,law," + closed("superior of a sealed post") + "," +
              closed("source of a sealed post") + ",sealed\n");
    table("aid",
          "fund,direction,date,amount,currency,from,to,purpose,source,visibility\n"
          "A fund,out,2011-06,5,KZT,,hospital:h2,bread,A leaflet,public\n" +
              closed("restricted fund") + ",in,2011-06,7,KZT," + closed("who gave") + ",," +
              closed("purpose") + "," + closed("source of aid") + ",restricted\n");
    table("person",
          "person,property,value,source,visibility\n"
          "Bolat Sample,occupation,driver,A leaflet,public\nBolat Sample,note," +
              closed("sealed word on a person") + "," + closed("source of a sealed word") +
              ",sealed\n" + closed("person of whom only sealed things are said") +
              ",sex,m,x,sealed\nmorgue:m2,note," + closed("restricted word on a record") +
              ",x,restricted\n" + people_);
    table("statement",
          "subject,property,value,source,locator,visibility\n"
          "event:strike,place,Town," +
              unit + ",page 7,public\nevent:strike,place," + closed("restricted statement") + "," +
              closed("source of a statement") + "," + closed("locator of a statement") +
              ",restricted\n" + regions_);
  }

  void prepare_work() {
    const std::string in = folder(), by = closed("name of an author");
    const std::string document = scratch_ / (closed_id("name of a document") + ".pdf");
    base::write_file_whole(
        document,
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids"
        "[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
        "endobj\n4 0 obj<</Author(" +
            closed_id("author in a document's metadata") +
            ")>>endobj\ntrailer<</Root 1 0 R/Info 4 0 R>>\n% " +
            closed_id("content of a document") + "\n%%EOF\n");
    files_["document"] = base::read_file(document);
    const std::string unconsented = scratch_ / "unconsented.txt";
    base::write_file_whole(unconsented, closed("text of a document without consent") + "\n");
    files_["document without consent"] = base::read_file(unconsented);
    const std::string its_hash = base::sha256_hex(files_["document without consent"]);
    work_ = {{"add", unconsented, "--in", in, "--visibility", "public"},
             {"say", "document:" + its_hash, "consent", "no", "--in", in, "--visibility", "public"},
             {"say", "event:strike", "outcome", "a walk", "--in", in, "--visibility", "public",
              "--source", "A leaflet", "--locator", "document:" + its_hash},
             {"add", document, "--in", in, "--by", by, "--from", closed("from whom a document is"),
              "--how", closed("how a document was obtained"), "--visibility", "restricted"},
             {"say", "event:strike", "outcome", closed("restricted statement by hand"), "--in", in,
              "--source", closed("source of a statement by hand"), "--locator",
              closed("locator of a statement by hand"), "--by", by},
             {"say", "act:open1", "note", closed("sealed statement by hand"), "--in", in,
              "--visibility", "sealed"},
             {"say", "person:Bolat Sample", "note", open("public statement by hand"), "--in", in,
              "--visibility", "public", "--source", "A leaflet", "--locator",
              "document:" + base::sha256_hex(files_["document"]), "--by", by},
             {"say", "event:" + closed_id("id of a thing that the ledger alone knows"), "title",
              closed("title of it"), "--in", in, "--visibility", "sealed"},
             {"decide", in, "different", "hospital:h1", "hospital:h2", "--reason",
              closed("reason of a decision"), "--by", by},
             {"decide", in, "out-of-scope", "closed:c5", "--reason",
              closed("reason of another decision")},
             {"run", "--yes", in}};
  }

  void write_settings() {
    file("investigation.toml",
         "# " + closed("comment in the settings") + "\ntitle = \"" + open("title") +
             "\"\nlanguages = [\"en\", \"ru\"]\n[scope]\nstatus = \"dead\"\n"
             "[[list]]\nname = \"hospital\"\nfile = \"hospital.csv\"\n"
             "columns = { id = \"id\", name = \"name\", birth = \"birth\", place = \"place\" }\n"
             "public = [\"name\", \"place\"]\n"
             "[[list]]\nname = \"morgue\"\nfile = \"morgue.csv\"\npublic = [\"name\"]\n"
             "[[list]]\nname = \"closed\"\nfile = \"" +
             closed_file_ +
             ".csv\"\n"
             "columns = { id = \"id\", name = \"" +
             closed_header_ +
             "\", birth = \"birth\" }\n"
             "[[list]]\nname = \"spare\"\nfile = \"spare.xlsx\"\nsheet = \"Zqxshvrk Жщышхщя "
             "ظضغشقخذ\"\npublic = [\"name\", \"death\"]\n" +
             tables_ + "[link]\nnicknames = \"" + nickname_file_ +
             ".csv\"\ndraws = 2\n[estimate]\n"
             "method = \"chao\"\n[publish]\nheld_on = 2014-12-16\n");
  }

  help::Scratch scratch_;
  std::size_t number_ = 0;
  std::vector<Canary> closed_, open_;
  std::vector<ClosedRecord> records_;
  std::map<std::string, std::string> files_;
  std::string people_, regions_, acts_, custodies_;
  std::string tables_, closed_file_, closed_record_, closed_header_, nickname_file_;
  std::vector<std::vector<std::string>> work_;
};

}  // namespace sanaq::cli

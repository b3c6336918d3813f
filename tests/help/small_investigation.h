// A tiny invented investigation on disk: three lists of invented people, a claim, room for more.
#pragma once
#include <string>

#include "help/scratch.h"

namespace sanaq::help {

inline const char* const hospital_rows =
    "id,name,birth,date,place\n1,Айбар Танбаев,1970-02-03,2011-12-16,Square\n2,Сергей "
    "Степнов,1981-05-06,2011-12-16,Hospital\n"
    "3,Ғалымнұр Озенов,1990-11-12,2011-12-17,Square\n4,Омиртай "
    "Кумдаров,1965-07-08,2011-12-16,Square\n";
inline const char* const morgue_rows =
    "id;name;birth;date\nm1;Aibar Tanbaev;1970-02-03;2011-12-16\nm2;Galymnur "
    "Ozenov;1990-11-12;2011-12-17\nm3;Alibek Munarov;1977-01-02;2011-12-16\n";
inline const char* const union_rows =
    "id\tname\tbirth\tdate\nu1\tТанбаев Айбар\t1970-02-03\t2011-12-16\nu2\tСтепнов "
    "Сергей\t1981-05-06\t2011-12-16\nu3\tМунаров Алибек\t1977-01-02\t2011-12-16\n"
    "u4\tЖанғали Боранов\t1959-03-04\t2011-12-18\n";

// The folder's path.
inline std::string small_investigation(const Scratch& scratch, const std::string& more = "") {
  scratch.write("town/investigation.toml",
                "title = \"An invented town\"\ninvented = true\nlanguages = [\"en\"]\n" + more +
                    "[[list]]\nname = \"hospital\"\nfile = \"hospital.csv\"\nduplicates = "
                    "false\npublic = [\"name\"]\n"
                    "[[list]]\nname = \"morgue\"\nfile = \"morgue.csv\"\n[[list]]\nname = "
                    "\"union\"\nfile = \"union.tsv\"\n"
                    "[[table]]\nkind = \"claim\"\nfile = \"claims.csv\"\n[link]\ndraws = "
                    "2\n[estimate]\nmethod = \"chao\"\n");
  scratch.write("town/lists/hospital.csv", hospital_rows);
  scratch.write("town/lists/morgue.csv", morgue_rows);
  scratch.write("town/lists/union.tsv", union_rows);
  scratch.write(
      "town/claims.csv",
      "claim,what,min,max,asserted_by,source\noffice,dead,3,3,An invented office,a sheet\n");
  return scratch / "town";
}

}  // namespace sanaq::help

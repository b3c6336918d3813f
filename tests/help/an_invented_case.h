// A folder with an invented case file of nine tables, and keys of its own.
#pragma once
#include <stdlib.h>

#include <string>

#include "help/scratch.h"

namespace sanaq::help {

class AnInventedCase {
 public:
  AnInventedCase() {
    ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1);
    std::string settings = "title = \"A test\"\ninvented = true\n[scope]\nwhat = \"deaths\"\n";
    const auto table = [&](const std::string& kind, const std::string& rows) {
      settings += "[[table]]\nkind = \"" + kind + "\"\nfile = \"" + kind + ".csv\"\n";
      scratch_.write("case/" + kind + ".csv", rows);
    };
    table("organisation",
          "organisation,name,kind,parent,source\nunit,The Unit,police_unit,staff,s\n"
          "staff,The Staff,state_body,,s\n");
    table("event",
          "event,type,title,start,end,count_min,count_max,caused_by,outcome,source\n"
          "strike,strike,The strike,2011-05-26,2011-12-16,,,,,s\n"
          "trial,trial,The trial,,2012-06-04,37,37,strike,acquitted 3|suspended 16|jailed 13,s\n");
    table("act",
          "act,victim,type,date,event,perpetrator,source\na1,A. Sample,030101,2011-12-16,,unit,s\n"
          "a2,A. Sample,02011111,2011-12,,unit,s\na3,5 unnamed men,030101,2012-01,,,s\n");
    table("custody",
          "custody,person,arrested,court,verdict,sentence,term_start,released,source\n"
          "c1,A. Sample,2011-12-16,trial,jailed,7y,2012-06-04,,court file\n"
          "c2,B. Other,2011-12-16,trial,jailed,4y,2012-06-04,2013-01-01,court file\n");
    table("custody_change", "custody,date,kind,sentence,source\nc1,2013-03-01,cut,5y,court file\n");
    table("post",
          "person,organisation,title,from,to,basis,superior,source\nL. "
          "Low,unit,chief,2010,2012,law,staff,s\n"
          "M. Mid,staff,head,2009,,law,,s\n");
    table(
        "claim",
        "claim,what,min,max,asserted_by,source\nk,deaths,64,64,A witness,s\nx,arrests,130,,B,s\n");
    table("demand",
          "demand,text,lang,date,status,status_date,source\nd,Release them,en,2014-12-16,,,s\n");
    table("aid",
          "fund,direction,date,amount,currency,source\nf,in,2011-06,1000.50,KZT,s\nf,out,2011-07,"
          "400,KZT,s\n");
    scratch_.write("case/investigation.toml", settings);
  }
  [[nodiscard]] std::string folder() const { return scratch_ / "case"; }
  [[nodiscard]] const Scratch& scratch() const { return scratch_; }

 private:
  Scratch scratch_;
};

}  // namespace sanaq::help

// A bench with an investigation open that has one list, read.
#pragma once
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <thread>

#include "help/scratch.h"
#include "sanaq/base/files.h"
#include "sanaq/settings/read_config.h"
#include "sanaq/workspace/bench.h"

namespace sanaq::workspace {

// Invented people.
inline constexpr const char* hospital_csv =
    "ФИО;Дата рождения;Пол;Дата\nТасов Болат;1970-02-03;м;2011-12-16\n"
    "Кулова Айгуль;когда-то;1;2011-12-16\nСабов Ержан;1986;1;2011-12-17\n;;;\n"
    "Досова Асель;1990;ж;2012-05-01\n";

class AReadHospital : public ::testing::Test {
 protected:
  AReadHospital() : bench_("sanaq"), folder_(scratch_ / "case") {
    ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1);
    scratch_.write(
        "case/investigation.toml",
        "# Ours.\ntitle = \"An invented town\"\nlanguages = [\"en\", \"ru\"]\n\n[scope]\n"
        "to = \"2011-12-31\"\n\n[[list]]\nname = \"больница\"\nfile = \"h.csv\"\n");
    scratch_.write("case/lists/h.csv", hospital_csv);
  }
  void open() {
    bench_.open(folder_);
    wait();
  }
  void wait() {
    for (int tries = 0; tries < 400 && !bench_.held() && !bench_.why_not_read(); ++tries)
      std::this_thread::sleep_for(std::chrono::milliseconds(25));
  }
  [[nodiscard]] std::string toml() const {
    return base::read_file(base::join(folder_, "investigation.toml"));
  }
  [[nodiscard]] settings::Config config() const { return settings::read_config(folder_); }
  [[nodiscard]] std::string path(const std::string& below) const {
    return base::join(folder_, below);
  }

  help::Scratch scratch_;
  Bench bench_;
  std::string folder_;
};

}  // namespace sanaq::workspace

#include "sanaq/text/romanise.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace sanaq::text {

TEST(Romanise, AsAReaderExpects) {
  EXPECT_EQ(romanise("Құрманов Айнұр"), "Qurmanov Aynur");
  EXPECT_EQ(romanise("Щербаков Евгений Юрьевич"), "Shcherbakov Yevgeniy Yuryevich");
  EXPECT_EQ(romanise("ЩЕРБАКОВ"), "SHCHERBAKOV");
  EXPECT_EQ(romanise("Жаңаөзен"), "Zhangaozen");
  EXPECT_EQ(romanise("Гнатюк Їжак"), "Hnatyuk Yizhak");
  EXPECT_EQ(romanise("Lefèvre Müller"), "Lefevre Muller");
  EXPECT_EQ(romanise("Łódź"), "Lodz");
  EXPECT_EQ(romanise("قۇرمانوۆ نۇرلان"), "Qurmanov Nurlan");
  EXPECT_EQ(romanise("16 декабря 2011"), "16 dekabrya 2011");
  EXPECT_EQ(romanise(""), "");
}

RC_GTEST_PROP(Romanise, IsPlainAscii, (const std::string& text)) {
  const std::string plain = romanise(text);
  RC_ASSERT(std::all_of(plain.begin(), plain.end(),
                        [](char letter) { return static_cast<unsigned char>(letter) < 0x80; }));
}

TEST(Romanise, AnyScriptIsPlainAscii) {
  for (const char* name : {"محمد", "דוד", "Παπαδόπουλος", "김철수", "毛泽东", "გიორგი", "Ɓɓ",
                           "Тоқтоғұлов Үсөн", "😀"}) {
    for (const char letter : romanise(name))
      EXPECT_LT(static_cast<unsigned char>(letter), 0x80) << name;
  }
  EXPECT_FALSE(romanise("محمد").empty());
}

}  // namespace sanaq::text

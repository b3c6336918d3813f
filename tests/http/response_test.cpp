#include "sanaq/http/response.h"

#include <gtest/gtest.h>

namespace sanaq::http {
namespace {

TEST(Response, ADownloadKeepsItsNameInAnyScript) {
  const Response response = download("x", "text/csv", "Список \"1\"\r\nX: y.csv");
  ASSERT_EQ(1U, response.headers.size());
  const std::string& value = response.headers[0].second;
  EXPECT_EQ(std::string::npos, value.find('\n'));
  EXPECT_NE(std::string::npos, value.find("filename*=UTF-8''%D0%A1%D0%BF"));
}

TEST(Response, SeeOtherNamesThePlace) {
  const Response response = see_other("/lists");
  EXPECT_EQ(303, response.status);
  EXPECT_EQ("/lists", response.headers[0].second);
}

}  // namespace
}  // namespace sanaq::http

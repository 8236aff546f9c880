// What the text itself shows: templates, punctuation, repetition, private numbers.
#include "checks/private_numbers.h"
#include "sketch.h"

#include <doctest/doctest.h>

using namespace mingzhang;

namespace {

std::size_t count(const char* rule, const char* text) {
  return Sketch().words(text).of(rule).size();
}

}  // namespace

TEST_CASE("template words that were left in") {
  CHECK(count("structure.placeholder", "根据XX局的要求。") == 1);
  CHECK(count("structure.placeholder", "比上年增加（减少）0万元。") == 1);
  CHECK(count("structure.placeholder", "型号MAXX的设备。") == 0);
  CHECK(count("structure.placeholder", "比上年增加3万元。") == 0);
}

TEST_CASE("a reason that was announced and left out") {
  CHECK(outcomes(Sketch().words("减少的主要原因是。").of("missing.reason")).find("fails warning") == 0);
  CHECK(count("missing.reason", "减少的主要原因是压缩开支。") == 0);
}

TEST_CASE("doubled punctuation and unpaired brackets") {
  CHECK(count("structure.punctuation", "工作完成。。下一步") == 1);
  CHECK(count("structure.punctuation", "工作完成。") == 0);
  CHECK(count("structure.punctuation", "因公出国（境费用为零。") == 1);
  CHECK(count("structure.punctuation", "因公出国（境)费用为零。") == 0);
  CHECK(count("structure.punctuation", "“三公经费为零。") == 1);
  CHECK(count("structure.punctuation", "1）负责工作。") == 0);
}

TEST_CASE("a clause twice in a row") {
  CHECK(count("structure.repeated", "日常公用经费日常公用经费支出。") == 1);
  CHECK(count("structure.repeated", "讨论研究研究讨论。") == 0);
  CHECK(count("structure.repeated", "日常公用经费和日常公用经费支出。") == 0);
}

TEST_CASE("a stretch of a megabyte that repeats figures takes no longer than its length") {
  std::string text;
  for (int i = 0; i < 100'000; ++i)
    text += "合计\t1.5\t";
  CHECK(count("structure.repeated", (text + "预算。").c_str()) == 0);
}

TEST_CASE("a mobile, an identity number, a bank card; never an office's landline or an amount") {
  const auto kind = [](std::string_view text) {
    return private_number(text, 0,
                          text.find_first_not_of("0123456789X") == std::string_view::npos
                              ? text.size()
                              : text.find_first_not_of("0123456789X"));
  };
  CHECK(kind("13800000000") == PrivateNumber::mobile);
  CHECK(kind("11010519491231002X") == PrivateNumber::identity);
  CHECK(kind("110105194912310021") == PrivateNumber::none);
  CHECK(kind("6222020000000000004") == PrivateNumber::none);
  CHECK(kind("4600000") == PrivateNumber::none);
  CHECK(kind("03154600000") == PrivateNumber::none);
  CHECK(kind("13800000000元") == PrivateNumber::none);
  CHECK(count("privacy.contact", "联系人电话：13800000000。") == 1);
  CHECK(count("privacy.contact", "联系人电话：0315-4600000。") == 0);
}

// Places in addresses: what is written is read back, and what comes from a stranger's link does no harm.
#include "app/address.h"

#include <doctest/doctest.h>

using mingzhang::Address;

namespace {

std::string value_of(std::string_view line, std::string_view name) {
  const Address address = Address::parse(line);
  return std::string(address[name]);
}

}  // namespace

TEST_CASE("What is written is read back") {
  Address address;
  address.add("view", "checks");
  address.add("name", "临禾县 100% & more=less");
  address.add_number("figure", 3348);
  address.add_path("drill", {0, 12, 3});
  address.add("empty", "");
  const Address back = Address::parse(address.line());
  CHECK(back["view"] == "checks");
  CHECK(back["name"] == "临禾县 100% & more=less");
  CHECK(back.number("figure") == 3348);
  CHECK(back.path("drill") == std::vector<std::uint32_t>{0, 12, 3});
  CHECK(back["empty"].empty());
  CHECK(back.line() == address.line());
  CHECK(address.line().find_first_of(" \"<>#") == std::string::npos);
}

TEST_CASE("Of a name that comes twice the first value counts") {
  CHECK(value_of("view=checks&view=source", "view") == "checks");
}

TEST_CASE("What is no number is none") {
  for (const char* line :
       {"figure=", "figure=-1", "figure=12x", "figure=4294967296", "figure=1.5", "figure=%31%"})
    CHECK_FALSE(Address::parse(line).number("figure").has_value());
  CHECK(Address::parse("figure=%31%32").number("figure") == 12);
  CHECK(Address::parse("drill=1..2").path("drill").empty());
  CHECK(Address::parse("drill=1.x").path("drill").empty());
}

TEST_CASE("A hostile line is passed over") {
  CHECK(Address::parse("").line().empty());
  CHECK(Address::parse("&&&=x&=&a").line().empty());
  CHECK(Address::parse("<script>=1&view=checks").line() == "view=checks");
  CHECK(value_of("view=%zz%4", "view") == "%zz%4");
  CHECK(Address::parse(std::string(Address::most_bytes + 1, 'a')).line().empty());
  std::string many;
  for (int i = 0; i < 200; ++i)
    many += "n" + std::to_string(i) + "=1&";
  CHECK(Address::parse(many).number("n63") == 1);
  CHECK_FALSE(Address::parse(many).number("n64").has_value());
}

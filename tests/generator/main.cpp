// usage: generate_disclosure NUMBER   prints the disclosure of that number.
#include "generator.h"

#include <cstdio>
#include <cstdlib>

int main(int count, char** arguments) {
  const std::uint64_t seed = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 1;
  const std::string text = mingzhang::generator::disclosure_text(seed);
  std::fwrite(text.data(), 1, text.size(), stdout);
  return 0;
}

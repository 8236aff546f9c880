// Plants errors and counts what the checks make of them: in the bundled sample, in generated disclosures, and
// in every text of the corpus where it is there (../shared/corpus, or the folder that MINGZHANG_CORPUS
// names).
//
// usage: mutation SOURCE-FOLDER [--show DOCUMENT KIND]   exit status 1 where a rate falls below its floor.
#include "all_sets.h"
#include "generator.h"
#include "mutants.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

namespace mingzhang::mutation {
namespace {

constexpr int digits_of_document = 100;
constexpr int others_of_document = 20;
constexpr std::uint64_t generated_documents = 12;

struct Rates {
  int planted = 0;
  int noticed = 0;
  int twice = 0;      // noticed by two findings or more
  int located = 0;    // of these, the changed figure is the likely wrong one, with its right value
  int locatable = 0;  // of these, the changed figure is a fact
  int foretold = 0;   // noticed_from was right
  int of_facts = 0;
  int groups = 0;     // of up to 14 figures
  int different = 0;  // of these, the smallest repair is not that of a search through all sets
};

using All = std::array<Rates, static_cast<std::size_t>(Kind::count)>;

/// A failing finding by its rule and places, which a changed digit does not move; by its formula where they
/// do.
using Failures = std::set<std::string>;

std::string key_of(const Finding& finding, bool by_place) {
  std::string key = std::to_string(finding.rule) + ":";
  if (!by_place) return key + finding.formula + finding.message;
  for (const Source& source : finding.sources)
    key += std::to_string(source.span.start) + ",";
  return key;
}

Failures failures_of(const Analysis& analysis, bool by_place) {
  Failures out;
  for (const Finding& finding : analysis.findings.all) {
    if (finding.status == Status::fails) out.insert(key_of(finding, by_place));
  }
  return out;
}

std::optional<Analysis> analysed(const std::string& text, const Knowledge& knowledge) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto analysis = analyse({bytes, text.size()}, "mutant.txt", knowledge);
  if (!analysis.ok()) return std::nullopt;
  return std::move(analysis).value();
}

bool names_true_value(const Analysis& mutant, const Analysis& original, const Mutant& planted) {
  const Fact& truth = original.disclosure.facts[static_cast<std::size_t>(planted.fact)];
  for (const Finding& finding : mutant.findings.all) {
    for (const Repair& repair : finding.repair) {
      const Fact& fact = mutant.disclosure.facts[repair.fact];
      if (repair.likely && fact.source.span.start == planted.place.start &&
          repair.value.abs() == truth.value.abs())
        return true;
    }
  }
  return false;
}

void count_digit(const Analysis& original, const Analysis& mutant, const Mutant& planted, int news,
                 Rates& rates, bool show) {
  if (planted.fact == none) return;
  ++rates.of_facts;
  const Protection& protection = original.findings.protection[static_cast<std::size_t>(planted.fact)];
  const bool foretold = protection.guarded && planted.moved.abs() >= protection.noticed_from;
  const bool right = foretold == (news > 0);
  rates.foretold += right ? 1 : 0;
  bool located = true;
  if (news >= 2) {
    ++rates.locatable;
    located = names_true_value(mutant, original, planted);
    rates.located += located ? 1 : 0;
  }
  if (!show || (right && located && news > 0)) return;
  const std::string& text = mutant.document.text;
  std::printf("  %s%s%s fact %d at %u: %.*s -> %.*s, noticed_from %s\n", news > 0 ? "noticed" : "missed",
              right ? "" : " NOT FORETOLD", located ? "" : " NOT LOCATED", planted.fact, planted.place.start,
              static_cast<int>(planted.place.size()), original.document.text.data() + planted.place.start,
              static_cast<int>(planted.place.size()), text.data() + planted.place.start,
              protection.guarded ? protection.noticed_from.to_string().c_str() : "-");
}

All rates_of(const std::string& text, const Knowledge& knowledge, std::uint64_t seed, bool show) {
  All all{};
  const auto original = analysed(text, knowledge);
  if (!original || original->document.input_text() != text) return all;
  Random random(seed);
  for (std::size_t k = 0; k < all.size(); ++k) {
    const Kind kind = static_cast<Kind>(k);
    const bool by_place = kind == Kind::digit;
    const Failures before = failures_of(*original, by_place);
    const int wanted = by_place ? digits_of_document : others_of_document;
    for (int i = 0; i < wanted; ++i) {
      const auto planted = mutant_of(*original, kind, random);
      if (!planted) continue;
      const auto mutant = analysed(planted->text, knowledge);
      if (!mutant) continue;
      int news = 0;
      for (const std::string& failure : failures_of(*mutant, by_place))
        news += before.count(failure) == 0 ? 1 : 0;
      Rates& rates = all[k];
      ++rates.planted;
      rates.noticed += news > 0 ? 1 : 0;
      rates.twice += news > 1 ? 1 : 0;
      if (news > 0)
        rates.groups += compare_all_groups(mutant->document, mutant->disclosure, knowledge.vocabulary,
                                           knowledge.rules, rates.different);
      if (by_place) count_digit(*original, *mutant, *planted, news, rates, show);
      if (by_place && show && planted->fact == none && news == 0)
        std::printf("  missed cell at %u: %.*s\n", planted->place.start,
                    static_cast<int>(planted->place.size()),
                    original->document.text.data() + planted->place.start);
    }
  }
  return all;
}

void add(All& to, const All& more) {
  for (std::size_t i = 0; i < to.size(); ++i) {
    to[i].planted += more[i].planted;
    to[i].noticed += more[i].noticed;
    to[i].twice += more[i].twice;
    to[i].located += more[i].located;
    to[i].locatable += more[i].locatable;
    to[i].foretold += more[i].foretold;
    to[i].of_facts += more[i].of_facts;
    to[i].groups += more[i].groups;
    to[i].different += more[i].different;
  }
}

double percent(int part, int whole) {
  return whole == 0 ? 100.0 : 100.0 * part / whole;
}

void print(const char* name, const All& all) {
  std::printf("%-52s", name);
  for (std::size_t k = 0; k < all.size(); ++k)
    std::printf(" %s %.0f%%", std::string(name_of(static_cast<Kind>(k))).c_str(),
                percent(all[k].noticed, all[k].planted));
  const Rates& digits = all[0];
  int groups = 0;
  int different = 0;
  for (const Rates& rates : all) {
    groups += rates.groups;
    different += rates.different;
  }
  std::printf("; %d of %d groups differ from all sets", different, groups);
  std::printf("; located %.0f%% of %d, foretold %.1f%% of %d\n", percent(digits.located, digits.locatable),
              digits.locatable, percent(digits.foretold, digits.of_facts), digits.of_facts);
}

std::string content_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// What may not get worse, in percent.
struct Floor {
  double noticed, located, foretold;
};

bool reaches(const char* what, const All& all, const Floor& floor) {
  const Rates& digits = all[0];
  const bool ok = percent(digits.noticed, digits.planted) >= floor.noticed &&
                  percent(digits.located, digits.locatable) >= floor.located &&
                  percent(digits.foretold, digits.of_facts) >= floor.foretold;
  if (!ok)
    std::printf("%s: below its floor of %.0f%% noticed, %.0f%% located, %.1f%% foretold\n", what,
                floor.noticed, floor.located, floor.foretold);
  return ok;
}

int run(int count, char** arguments) {
  const std::filesystem::path source = arguments[1];
  const std::string shown = count > 3 ? arguments[3] : "";
  const auto knowledge = Knowledge::load();
  if (!knowledge.ok()) return 1;
  const auto measure = [&](const std::string& name, const std::string& text, All& sum) {
    if (!shown.empty() && name.find(shown) == std::string::npos) return;
    const All all = rates_of(text, knowledge.value(), 1, !shown.empty());
    print(name.c_str(), all);
    add(sum, all);
  };
  bool ok = true;
  All sample{};
  measure("sample", content_of(source / "assets/samples/linhe-npc-2021-budget.txt"), sample);
  All made{};
  for (std::uint64_t seed = 1; seed <= generated_documents; ++seed)
    measure("generated " + std::to_string(seed), generator::disclosure_text(seed), made);
  print("all generated", made);
  const char* named = std::getenv("MINGZHANG_CORPUS");
  const std::filesystem::path corpus = named ? named : source / "../shared/corpus";
  All real{};
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(corpus, error)) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const auto& path : files)
    measure(path.filename().string(), content_of(path), real);
  if (files.empty())
    std::printf("the corpus (../shared/corpus) is not here: skipped\n");
  else
    print("all of the corpus", real);
  if (!shown.empty()) return 0;
  ok = reaches("generated", made, {90, 90, 98}) && ok;
  if (!files.empty()) ok = reaches("corpus", real, {55, 80, 94}) && ok;
  return ok ? 0 : 1;
}

}  // namespace
}  // namespace mingzhang::mutation

int main(int count, char** arguments) {
  if (count < 2) {
    std::fprintf(stderr, "usage: mutation SOURCE-FOLDER [--show DOCUMENT]\n");
    return 2;
  }
  return mingzhang::mutation::run(count, arguments);
}

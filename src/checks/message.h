// The sentence that a finding says, in Chinese or English, from assets/words/messages.json.
#pragma once

#include "checks/finding.h"
#include "disclosure/vocabulary.h"
#include "text/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace mingzhang {

enum class Language : std::uint8_t { zh, en };

class Messages {
 public:
  /// `vocabulary` names the concepts that values refer to ("@expenditure.total"); it is not kept.
  static Result<Messages> load(std::string_view messages_json, const Vocabulary& vocabulary);
  Messages(Messages&&) noexcept;
  Messages& operator=(Messages&&) noexcept;
  ~Messages();

  /// One sentence: what is printed where, what follows from it, how far apart they are. Values are quoted as
  /// they are.
  std::string sentence(const Finding& finding, Language language) const;

 private:
  struct Data;
  explicit Messages(std::unique_ptr<Data> data);
  std::unique_ptr<Data> data_;
};

}  // namespace mingzhang

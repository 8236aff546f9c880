#include "disclosure/extract.h"

namespace mingzhang {

Disclosure extract(const Document&, const Vocabulary&) {
  return {};
}

}  // namespace mingzhang

// From OFD.xml to the pages' objects: file names within the archive, templates, page sizes. See ofd.h.
#include "document/ofd/ofd.h"

#include "document/limits.h"
#include "document/ofd/page_objects.h"
#include "document/office/package.h"
#include "document/positioned.h"

#include <map>
#include <string>
#include <utility>

namespace mingzhang {
namespace {

constexpr ofd::Box a4{0, 0, 210, 297};

class OfdReader {
 public:
  explicit OfdReader(ZipArchive& archive) : package_(archive) {}

  std::optional<Error> read() {
    const auto root = package_.part("OFD.xml");
    if (!root) return root.error();
    for (XmlNode body = child_of(root.value().root(), "DocBody"); body; body = next_of(body, "DocBody")) {
      const std::string part = path_in_package({}, text_of(child_of(body, "DocRoot")));
      if (auto error = read_document(part)) return error;
    }
    return std::nullopt;
  }
  PositionedText take() { return std::move(out_); }

 private:
  std::optional<Error> read_document(const std::string& part) {
    const auto xml = package_.part(part);
    if (!xml) return xml.error();
    const XmlNode root = xml.value().root();
    const std::string_view folder = folder_of(part);
    area_ = area_of(child_of(root, "CommonData", "PageArea"), a4);
    templates_.clear();
    for (XmlNode each = child_of(root, "CommonData", "TemplatePage"); each;
         each = next_of(each, "TemplatePage"))
      templates_.emplace(attribute_of(each, "ID"), path_in_package(folder, attribute_of(each, "BaseLoc")));
    for (XmlNode page = child_of(root, "Pages", "Page"); page; page = next_of(page, "Page")) {
      if (out_.pages.size() == limits::pages)
        return Error{"document.too_large", {}, Error::no_place, std::to_string(limits::pages)};
      if (auto error = read_page(path_in_package(folder, attribute_of(page, "BaseLoc")))) return error;
    }
    return std::nullopt;
  }

  std::optional<Error> read_page(const std::string& part) {
    const auto xml = package_.part(part);
    if (!xml) return xml.error();
    const XmlNode root = xml.value().root();
    const ofd::Box area = area_of(child_of(root, "Area"), area_);
    PositionedPage page;
    page.width = (area.x1 - area.x0) * ofd::points_per_millimetre;
    page.height = (area.y1 - area.y0) * ofd::points_per_millimetre;
    page.first_run = static_cast<std::uint32_t>(out_.runs.size());
    page.first_ruling = static_cast<std::uint32_t>(out_.rulings.size());
    ofd::PageObjects objects(area, out_, page);
    if (auto error = read_templates(root, false, objects)) return error;
    objects.read(child_of(root, "Content"));
    if (auto error = read_templates(root, true, objects)) return error;
    objects.remove_covered();
    if (out_.runs.size() >= limits::runs || out_.words.size() > limits::text_bytes)
      return Error{"document.too_large", {}, Error::no_place, std::to_string(limits::runs)};
    page.runs = static_cast<std::uint32_t>(out_.runs.size()) - page.first_run;
    page.rulings = static_cast<std::uint32_t>(out_.rulings.size()) - page.first_ruling;
    out_.pages.push_back(page);
    return std::nullopt;
  }

  /// Those below the page's own objects, or those above.
  std::optional<Error> read_templates(XmlNode page, bool above, ofd::PageObjects& objects) {
    for (XmlNode use = child_of(page, "Template"); use; use = next_of(use, "Template")) {
      if ((attribute_of(use, "ZOrder") == "Foreground") != above) continue;
      const auto found = templates_.find(attribute_of(use, "TemplateID"));
      if (found == templates_.end()) continue;
      const auto xml = package_.part(found->second);
      if (!xml) return xml.error();
      objects.read(child_of(xml.value().root(), "Content"));
    }
    return std::nullopt;
  }

  static ofd::Box area_of(XmlNode area, ofd::Box otherwise) {
    const ofd::Box box = ofd::box_in(text_of(child_of(area, "PhysicalBox")), otherwise);
    return box.x1 > box.x0 && box.y1 > box.y0 ? box : otherwise;
  }

  Package package_;
  PositionedText out_;
  ofd::Box area_ = a4;
  std::map<std::string, std::string, std::less<>> templates_;
};

}  // namespace

std::optional<Error> read_ofd(ZipArchive& archive, Document& document) {
  OfdReader reader(archive);
  if (auto error = reader.read()) return error;
  return read_positioned(reader.take(), document);
}

}  // namespace mingzhang

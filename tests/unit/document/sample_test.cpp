// The project's own sample, every table cell by cell: what a reader of the sample sees in it is what must
// come back. The same in GB18030 and UTF-16, made here from the UTF-8 file.
#include "document/encoding.h"
#include "support.h"
#include "text/utf8.h"

#include <algorithm>
#include <map>

using namespace mingzhang;
using namespace mingzhang::test;

namespace {

constexpr std::string_view sample_path = "assets/samples/linhe-npc-2021-budget.txt";

constexpr std::string_view organisation =
    "单位名称|单位性质|单位规格|经费保障形式\n"
    "|||\n"
    "临禾县人大常委会办公室|行政|正科级|财政拨款\n"
    "|||\n"
    "|||\n";

constexpr std::string_view activities =
    "职责活动|年度预算数（万元）|内容描述|绩效目标|绩效指标|评价标准|^|^|^\n"
    "^|^|^|^|^|优|良|中|差\n"
    "代表履职|26.00|为县乡两级代表提供资料、场所和交通补助，定期组织小组活动。|"
    "代表出席活动的人数稳步上升，走访选民的记录完整。|代表活动计划完成率|100%|≥95%|≥90%|＜90%\n"
    "议案建议办理||对代表提出的议案和建议分类交办，重点建议由主任会议成员牵头督办。|"
    "全部建议在法定期限内答复，答复内容公开可查。|建议按期答复率|100%|≥95%|≥90%|＜90%\n"
    "代表学习培训|12.00|举办两期代表学习班，选派骨干代表赴省内院校进修。|代表掌握预算审查的基本方法。|"
    "代表参训率|100%|≥95%|≥90%|＜90%\n"
    "机关综合管理||保障机关正常运转，开展宣传、信访和老干部服务工作。|文电处理及时，机关运转有序。|"
    "文电按时办结率|100%|≥95%|≥90%|＜90%\n"
    "执法检查与调研|18.00|对环境保护和食品安全方面的法规开展检查，形成调研报告|"
    "检查发现的问题全部移交并跟踪整改。|问题整改跟踪率|100%|≥95%|≥90%|＜90%\n"
    "人代会会务经费|42.00|"
    "承办县人代会第五次会议，出席代表236人；住宿、餐饮、材料印刷等开支控制在年度预算42万元以内。|"
    "会议各项议程如期完成，表决结果当日公布。|代表对会务工作的满意度，旁听群众抽样满意度|90%|≥85%|≥80%|＜80%"
    "\n";

constexpr std::string_view assets =
    "项   目|数  量|价值/（金额单位：万元）\n"
    "|131|186.4\n"
    "房屋及构筑物（平方米）|0|0\n"
    "通用设备|58|52.15\n"
    "其中：汽车|6|116.40\n"
    "家具用具|73|17.85\n";

constexpr std::string_view form_1 =
    "项目名称|人大代表履职经费|^|项目负责人及电话|综合科  5550123\n"
    "主管部门|临禾县人大|^|实施单位|人大办公室\n"
    "资金情况（万元）|年度资金总额：|^|26|^\n"
    "^|其中：上级资金|^||^\n"
    "^|县级资金|^|26|^\n"
    "^|其他资金|^||^\n"
    "项目概况和总体目标|年度目标|^|年度总体目标计划完成情况|^\n"
    "^|为驻县三级代表闭会期间的走访、座谈和列席会议提供经费保障|^|以小组活动和专题座谈两种方式开展|^\n"
    "绩效指标|一级指标|二级指标|三级指标|指标值\n"
    "^|产出指标|时效指标|活动补助按期发放率|≧95%\n"
    "^|^|数量指标|组织小组活动|≧12次\n"
    "^|^|^|开展专题调研|≧4次\n"
    "^|效果指标|社会效益指标|选民反映问题答复率|≧90%\n"
    "^|^|^|走访记录完整率|≧85%\n"
    "^|满意度指标|服务对象满意度指标|受访选民满意率|≧80%\n";

constexpr std::string_view form_2 =
    "项目名称|代表学习培训费|^|项目负责人及电话|综合科  5550123\n"
    "主管部门|临禾县人大|^|实施单位|人大办公室\n"
    "资金情况（万元）|年度资金总额：|^|12|^\n"
    "^|其中：上级资金|^||^\n"
    "^|县级资金|^|12|^\n"
    "^|其他资金|^||^\n"
    "项目概况和总体目标|年度目标|^|年度总体目标计划完成情况|^\n"
    "^|举办代表学习班，增强代表审查预算的本领|^|上、下半年各办班一期，全年参训不重复计人|^\n"
    "绩效指标|一级指标|二级指标|三级指标|指标值\n"
    "^|产出指标|质量指标|结业测试合格率|≧90%\n"
    "^|^|数量指标|举办代表学习班|≧2期\n"
    "^|效果指标|社会效益指标|提升代表审查本领|≧1次\n"
    "^|^|^|学员评价满意率|≧80%\n"
    "^|满意度指标|服务对象满意度指标|学员评价满意率|≧80%\n";

constexpr std::string_view form_3 =
    "项目名称|人大执法检查与调研|^|项目负责人及电话|综合科  5550123\n"
    "主管部门|临禾县人大|^|实施单位|人大办公室\n"
    "资金情况（万元）|年度资金总额：|^|18|^\n"
    "^|其中：上级资金|^||^\n"
    "^|县级资金|^|18|^\n"
    "^|其他资金|^||^\n"
    "项目概况和总体目标|年度目标|^|年度总体目标计划完成情况|^\n"
    "^|按照2021年监督计划，对环境保护和食品安全法规的施行情况进行检查。|^|"
    "选取六个乡镇实地查看，检查结束后三十日内提出报告|^\n"
    "绩效指标|一级指标|二级指标|三级指标|指标值\n"
    "^|产出指标|质量指标|检查报告采纳率|≧80%\n"
    "^|^|数量指标|开展专题调研|≧8次\n"
    "^|^|^|开展法规施行检查|≧2次\n"
    "^|效果指标|社会效益指标|推动问题按期整改|整改情况向常委会书面报告\n"
    "^|^|^|推动法规宣传到村|宣传材料发放到各行政村\n"
    "^|满意度指标|服务对象满意度指标|受访群众满意度|≧75%\n"
    "^|^|^|受访群众满意度|≧75%\n";

constexpr std::string_view form_4 =
    "项目名称|人代会会务经费|^|项目负责人及电话|综合科  5550123\n"
    "主管部门|临禾县人大|^|实施单位|人大办公室\n"
    "资金情况（万元）|年度资金总额：|^|42|^\n"
    "^|其中：上级资金|^||^\n"
    "^|县级资金|^|42|^\n"
    "^|其他资金|^||^\n"
    "项目概况和总体目标|年度目标|^|年度总体目标计划完成情况|^\n"
    "^|承办县人代会第五次会议|^|会期三天，审议六项报告，票决年度民生实事|^\n"
    "绩效指标|一级指标|二级指标|三级指标|指标值\n"
    "^|产出指标|质量指标|会议材料差错率|≦1%\n"
    "^|^|数量指标|承办人代会|≧1次\n"
    "^|效果指标|社会效益指标|审议专项报告|≧6项\n"
    "^|^|^|收集代表建议|≧60件\n"
    "^|满意度指标|服务对象满意度指标|参会代表满意率|≧85%\n";

constexpr std::string_view form_5 =
    "项目名称|“数字人大”平台运行费|^|项目负责人及电话|综合科  5550123\n"
    "主管部门|临禾县人大|^|实施单位|人大办公室\n"
    "资金情况（万元）|年度资金总额：|^|12|^\n"
    "^|其中：上级资金|^||^\n"
    "^|县级资金|^|12|^\n"
    "^|其他资金|^||^\n"
    "项目概况和总体目标|年度目标|^|年度总体目标计划完成情况|^\n"
    "^|用于代表履职平台的云主机租用和日常维护|^|全年不间断运行|^\n"
    "绩效指标|一级指标|二级指标|三级指标|指标值\n"
    "^|产出指标|时效指标|故障修复时限|≦1天\n"
    "^|^|数量指标|系统巡检|≧12次\n"
    "^|效果指标|社会效益指标|平台正常登录率|≧100%\n"
    "^|满意度指标|服务对象满意度指标|代表使用满意度|≧100%\n";

Document sample() {
  return read(file_below_source(sample_path));
}

std::string utf16(std::string_view text, bool big_endian) {
  std::string out = big_endian ? "\xFE\xFF" : "\xFF\xFE";
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    const auto high = static_cast<char>(c.value >> 8);
    const auto low = static_cast<char>(c.value & 0xFF);
    out += big_endian ? high : low;
    out += big_endian ? low : high;
    at += c.size;
  }
  return out;
}

/// Every two-byte code of GB18030 by its character, found by decoding them all.
std::map<char32_t, std::string> gb18030_codes() {
  std::string bytes;
  for (int lead = 0x81; lead <= 0xFE; ++lead) {
    for (int trail = 0x40; trail <= 0xFE; ++trail) {
      if (trail != 0x7F) bytes += {static_cast<char>(lead), static_cast<char>(trail), '\n'};
    }
  }
  const Result<std::string> text = decode_text(bytes_of(bytes));
  REQUIRE(text.ok());
  std::map<char32_t, std::string> codes;
  for (std::size_t at = 0, code = 0; at < text.value().size(); code += 3) {
    const CodePoint c = decode_utf8(text.value(), at);
    codes.emplace(c.value, bytes.substr(code, 2));
    at += c.size + 1;
  }
  return codes;
}

std::string gb18030(std::string_view text) {
  const std::map<char32_t, std::string> codes = gb18030_codes();
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    if (c.value < 0x80) {
      out += static_cast<char>(c.value);
    } else {
      REQUIRE_MESSAGE(codes.contains(c.value), "no two-byte code: " << text.substr(at, c.size));
      out += codes.at(c.value);
    }
    at += c.size;
  }
  return out;
}

}  // namespace

TEST_CASE("the sample's tables, cell by cell") {
  const Document document = sample();
  constexpr std::string_view expected[] = {organisation, activities, assets, form_1,
                                           form_2,       form_3,     form_4, form_5};
  REQUIRE(document.tables.size() == std::size(expected));
  for (std::size_t i = 0; i < std::size(expected); ++i) {
    CAPTURE(i);
    CHECK(grid(document, document.tables[i]) == expected[i]);
  }
}

TEST_CASE("the sample's tables have their heads, titles and units") {
  const Document document = sample();
  REQUIRE(document.tables.size() == 8);
  const auto shown = [&](std::size_t i) {
    const Table& t = document.tables[i];
    return std::to_string(t.header_rows) + " of " + std::to_string(t.rows) + "x" + std::to_string(t.columns) +
           "|" + std::string(document.words(t.title)) + "|" + std::string(document.words(t.unit_line)) + "|" +
           std::string(name_of(t.unit));
  };
  CHECK(shown(0) == "1 of 5x4|所属机构基本情况||");
  CHECK(shown(1) == "2 of 8x9|部门职责和工作活动绩效目标指标|单位：万元|万元");
  CHECK(shown(2).starts_with("1 of 6x3|编制部门：临禾县人大常委会办公室"));
  CHECK(shown(2).ends_with("截止时间：2020年12月31日|（金额单位：万元）|万元"));
  for (std::size_t i = 3; i < 8; ++i) {
    CHECK(shown(i).starts_with("0 of 1"));
    CHECK(shown(i).ends_with("x5|项目绩效申报情况|资金情况（万元）|万元"));
  }
  CHECK(document.notes.empty());
}

TEST_CASE("the sample's sections") {
  const Document document = sample();
  CHECK(document.sections.size() == 40);
  const auto is_main = [](const Section& s) { return s.level == 1; };
  CHECK(std::count_if(document.sections.begin(), document.sections.end(), is_main) == 10);
  CHECK(document.words(document.blocks[0].span) == "临禾县人大常委会办公室2021年部门预算公开情况说明");
  CHECK(document.blocks[0].kind == BlockKind::title);
  std::string paths;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::table) paths += section_path(document, block.section) + " ";
  }
  CHECK(paths == "一、（二） 五、（三） 七 九 九 九 九 九 ");
}

TEST_CASE("the sample in GB18030 is the same document") {
  const std::string text = file_below_source(sample_path);
  const Document document = read(gb18030(text));
  CHECK(document.text == text);
  CHECK(document.input_bytes < text.size());
  CHECK(outline(document) == outline(read(text)));
}

TEST_CASE("the sample in UTF-16 and with a byte-order mark gives the same blocks") {
  const std::string text = file_below_source(sample_path);
  const std::string blocks = outline(read(text));
  CHECK(outline(read("\uFEFF" + text)) == blocks);
  CHECK(outline(read(utf16(text, false))) == blocks);
  CHECK(outline(read(utf16(text, true))) == blocks);
}

#!/usr/bin/env python3
"""Recomputes reports of `mingzhang check` and says whether they prove what they claim.

usage: verify.py REPORTS [TEXT ...]

REPORTS: output of `mingzhang check --format json` or `ndjson`. TEXT: for each report in turn the text of its document, as
`mingzhang text` prints it; without any, the files that the reports name, which is right for plain text in UTF-8.

Every quotation must stand at its byte offsets, every fact's value must be what its words say, every formula must be true
arithmetic on the finding's own facts: what fails lies outside the tolerance, what holds within it (src/report/README.md).
Exit status: 0 all is proved, 1 a line says what is not, 2 something could not be read. This file shares no code and no data
with the program; it is short in order to be read. Tested in tests/verify/tamper_test.py.
"""
import ast
import json
import re
import sys
import unicodedata
from fractions import Fraction

YUAN = {"元": 0, "千元": 3, "万元": 4, "百万元": 6, "亿元": 8}  # powers of ten
SPELLINGS = {"人次": ["人(次)", "人/次"], "批次": ["批(次)", "批"], "平方米": ["平米", "㎡", "m²", "m2"], "万元": ["万"],
             "亿元": ["亿"], "个百分点": ["百分点"], "%": ["﹪", "百分之"]}
MEASURED = {None, "%", "个百分点", "平方米", "天", "个月", "年", *YUAN}  # figures in all other units are counts
NUMERALS = "〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖○一两"  # a digit's place modulo ten is its value
POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "拾": 1, "佰": 2, "仟": 3}
BLUR, RISING, FALLING = "约近余多几来左右上下不足超过", "增升长涨", "减降"
NUMBER = re.compile(r"\d+(?:\.\d+)?")
SPOKEN = re.compile(rf"[\d.{NUMERALS}{''.join(POWERS)}]+")
FIGURE = re.compile(r"(\d+(?:\.\d+)?)([^\s\d()÷×+−=≠<>≤≥,]*)")
PYTHON = str.maketrans({"÷": "/", "×": "*", "−": "-", "=": "==", "≠": "!=", "≤": "<=", "≥": ">="})
MEETS = {ast.Eq: True, ast.LtE: True, ast.NotEq: False, ast.Gt: False}
Unproved = type("Unproved", (Exception,), {})

def require(condition, claim):
    if not condition:
        raise Unproved(claim)

def exact(text):
    require(isinstance(text, str) and re.fullmatch(r"-?\d+(\.\d+)?", text), f"{text!r} is no plain decimal number")
    return Fraction(text)

def decimals(text):
    return len(text.partition(".")[2])

def plain(words):
    """Half-width characters, no white space, no separators of thousands."""
    return re.sub(r"(?<=\d),(?=\d{3})", "", re.sub(r"\s", "", unicodedata.normalize("NFKC", words)))

def spoken(words):
    """一百零五, 二〇二〇, 8亿3000万, 2.5千: the number that they name."""
    words = re.sub(f"[{NUMERALS}]", lambda digit: str(NUMERALS.index(digit.group()) % 10), words)
    if NUMBER.fullmatch(words):
        return Fraction(words)
    total = group = Fraction(0)
    digits = None
    for token in re.findall(r"0(?=\d)|\d+(?:\.\d+)?|.", words):
        if token not in POWERS:
            digits = Fraction(token)
        elif POWERS[token] < 4:
            group, digits = group + (1 if digits is None else digits) * 10 ** POWERS[token], None
        else:  # 百万 and 万亿 multiply, 8亿3000万 adds
            group, digits = (group + (digits or 0)) * 10 ** POWERS[token], None
            total, group = total + group if group else total * 10 ** POWERS[token], Fraction(0)
    return total + group + (digits or 0)

def check_value(fact):
    """Digit for digit where the words are digits and the unit; else what they come to, in 元 where it is money."""
    words, value, unit = plain(fact["source"]["text"]), fact["value"].lstrip("-"), fact["unit"]
    simple = re.search(r"(\d+(?:\.\d+)?)([千百]?[万亿]?元?|%?)", words)
    if simple and simple[2] in ("", unit, *SPELLINGS.get(unit, [])) and Fraction(simple[1]) == exact(value):
        return require(simple[1] == value, f"{value} has not the decimals of {words!r}")
    said = spoken(SPOKEN.search(re.sub("[余多几来]", "", words.removeprefix("百分之"))).group())
    for power, coin in ((-1, re.search(r"元(\d)角", words)), (-2, re.search(r"[元角](\d)分", words))):
        said += Fraction(coin[1]) * Fraction(10) ** power if coin else 0
    require(exact(value) * 10 ** YUAN.get(unit, 0) == said, f"{value} {unit} is not what {words!r} says")

def check_unit(fact, text, tables):
    """A unit that the words lack stands in the table's unit line or heads, or near the figure in its sentence."""
    source, unit = fact["source"], fact["unit"]
    yuan = exact(fact["value"]) * 10 ** YUAN[unit] if unit in YUAN else None
    require("yuan" not in fact or (fact["yuan"] and exact(fact["yuan"])) == yuan, f"{fact.get('yuan')} 元 is not {fact['value']} {unit}")
    names = "|".join(map(re.escape, [unit, *SPELLINGS.get(unit, [])])) if unit else ""
    if re.search(rf"(?<![千万亿])(?:{names})" if unit == "元" else names, plain(source["text"])):
        return
    require(unit not in YUAN or not re.search("[元万亿]", plain(source["text"])), f"its words name another unit than {unit}")
    near = text[max(0, source["start"] - 300):source["end"] + 300]
    if source["table"] is not None:
        table = tables[source["table"]]
        near = text[max(0, table["start"] - 400):table["end"]] + (table["unit"] or "").encode()
    near = re.sub(r"(?<!\d)[万亿](?=[\u4e00-\u9fff])(?!元)", "", plain(near.decode(errors="replace")))  # 万 of a name
    require(re.search(rf"(?<![千万亿])(?:{names})", near), f"no {unit} is printed near it")

def check_range(fact, finest, around):
    """A count stands for itself, a rounded figure for half a last place around it, one cut off for a whole one."""
    if fact["range"] is None:
        return
    value, bounds, printed, unit = exact(fact["value"]), [*map(exact, fact["range"])], decimals(fact["value"]), fact["unit"]
    counted = unit != "平方米" and (unit not in MEASURED or fact["measure"] in ("quantity", "target", "threshold"))
    blurred = any(c in around.decode(errors="replace") for c in BLUR)
    blurred = blurred or counted and any(c in fact["source"]["text"] for c in POWERS)  # 3.5万人
    if bounds == [value, value] or counted and not blurred:
        return require(counted and bounds == [value, value], "a figure that is no count is taken to be exact, or a count not")
    for places in range(-12 if blurred else printed, max(finest, printed) + 1):
        step = Fraction(10) ** -places
        cut_off = [value - step if value <= 0 else value, value + step if value >= 0 else value]
        if bounds in ([value - step / 2, value + step / 2], cut_off) or blurred and bounds == [value - step, value + step]:
            return
    raise Unproved(f"{fact['value']} does not stand for {fact['range']}")

def parse(formula):
    """Python's own parser reads it, a name for each figure. (comparison, figures as (digits, unit)) or None."""
    figures = list(dict.fromkeys(FIGURE.findall(formula)))
    code = FIGURE.sub(lambda found: f"f{figures.index(found.groups())}", formula).translate(PYTHON)
    try:
        tree = ast.parse(code, mode="eval").body if re.fullmatch(r"[f\d\s()/*+=!<>-]+", code) else None
    except SyntaxError:
        return None
    return (tree, figures) if isinstance(tree, ast.Compare) else None

class Reading:
    """Sides of a formula as [value, low, high] in 元, in percent or in the counted thing; each figure is one of the
    finding's facts. `shifts`: facts that unit.suspect reads in another unit than printed."""

    def __init__(self, finding, own, shifts):
        self.formula, self.all, self.shifts = finding["formula"], own, shifts
        self.comparison, self.figures = parse(self.formula)
        self.quotient = "÷" in self.formula
        self.unused = [] if self.quotient else list(self.all)
        self.left, self.right = self.of(self.comparison.left), self.of(self.comparison.comparators[-1])

    def computed(self, unit):
        """The figure between = and ≠, which is no fact; None where there is none."""
        shown = re.search(r"= (−?)([\d.]+)(\S*) ≠", self.formula)
        return shown and Fraction(shown[2]) * 10 ** YUAN.get(shown[3] or unit, 0) * (-1 if shown[1] else 1)

    def figure(self, digits, unit):
        def fits(fact):
            is_share = fact["measure"] in ("rate", "share", "completion")
            power = 10 ** YUAN.get(fact["unit"], 0)
            in_unit = unit not in YUAN or 10 ** YUAN[unit] in (power, power * self.shifts.get(fact["id"], 1))
            return fact["value"].lstrip("-") == digits and in_unit and (not self.quotient or is_share == (unit == "%"))
        fact = next(filter(fits, self.unused), None) or next(filter(fits, self.all), None)
        if not fact and digits in ("0", "60", "100"):
            return [Fraction(digits)] * 3
        require(fact, f"{digits}{unit} is none of its facts")
        self.unused = [other for other in self.unused if other is not fact]
        factor = 10 ** YUAN.get(fact["unit"], 0) * self.shifts.get(fact["id"], Fraction(1))
        value, low, high = (exact(text) * factor for text in (fact["value"], *fact["range"]))
        return [value, low, high] if value >= 0 else [-value, -high, -low]

    def of(self, side):
        if isinstance(side, ast.Name):
            return self.figure(*self.figures[int(side.id[1:])])
        sign = type(side.op)
        if sign is ast.USub:
            value, low, high = self.of(side.operand)
            return [-value, -high, -low]
        if sign is ast.Div and re.fullmatch(r"\((f\d+) - (f\d+)\) / \2", ast.unparse(side)):
            return [bound - 100 for bound in self.of(ast.BinOp(side.left.left, side.op, side.right))]
        a, b = self.of(side.left), self.of(side.right)
        if sign is not ast.Div:
            b = [-b[0], -b[2], -b[1]] if sign is ast.Sub else b
            return [x * y if sign is ast.Mult else x + y for x, y in zip(a, b)]
        require(not b[1] <= 0 <= b[2], "it divides by what may be 0")
        corners = [x * 10 ** 8 / y for x in a[1:] for y in b[1:]]  # in percent, outwards to six decimals
        return [a[0] * 100 / b[0], Fraction(min(corners) // 1, 10 ** 6), Fraction(-(-max(corners) // 1), 10 ** 6)]

def rounded(value, places):
    """Halves away from zero."""
    return Fraction((abs(value) * 10 ** places + Fraction(1, 2)) // 1, 10 ** places) * (-1 if value < 0 else 1)

def check_arithmetic(finding, own, shifts, _year):
    """`=` and `≤` where the intervals of both sides allow it, `≠` and `>` where they lie apart; then its four figures."""
    reading = Reading(finding, own, shifts)
    left, right, operator, quotient = reading.left, reading.right, type(reading.comparison.ops[-1]), reading.quotient
    unit, bound = 1 if quotient else Fraction(10) ** YUAN.get(finding["unit"], 0), operator in (ast.LtE, ast.Gt)
    meets = left[1] <= right[2] and (bound or right[1] <= left[2])
    require(meets == MEETS[operator], "the formula is not true of these figures")
    require((finding["status"] == "holds") == meets, f"it is said to be {finding['status']}")
    require(reading.computed(finding["unit"]) in (None, left[0]), f"its left side comes to {left[0] / unit}")
    stated, expected = (left, right) if bound else (right, left)
    places = decimals(finding["stated"]) + 2 if quotient else 30
    point = rounded(expected[0], 6) if quotient else expected[0] / unit
    tolerance = sum(side[2] - side[1] for side in (left, right)) / 2 / unit
    for key, value in (("stated", stated[0] / unit), ("expected", rounded(point, places)),
                       ("difference", rounded(stated[0] / unit - point, places)), ("tolerance", rounded(tolerance, places))):
        require(exact(finding[key]) == value, f"{key} is {value}")

def check_suspect(finding, own, shifts, _year):
    """unit.suspect: false as printed, true once its one figure is read some powers of ten larger or smaller."""
    fact, (repair,) = own[0], finding["repair"]
    require(repair["fact"] == fact["id"] and finding["status"] == "fails", "its repair is not of its first fact")
    require((finding["stated"], finding["unit"]) == (fact["value"], fact["unit"]), "stated is not the figure as printed")
    require("≠" in finding["formula"], "its formula does not say that it is false as printed")
    stated, expected = exact(finding["stated"]), exact(finding["expected"])
    require(expected == exact(repair["value"]) and re.fullmatch("10+|1/10+", str(expected / stated)), "no power of ten")
    require(exact(finding["difference"]) == stated - expected and finding["tolerance"] == "0", "difference is wrong")
    for ratio in (1, expected / stated):
        reading = Reading(finding, own, {**shifts, fact["id"]: ratio})
        (value, low, high), right = reading.left, reading.right
        require((low <= right[2] and right[1] <= high) == (ratio != 1), f"read {ratio} times as large it is not so")
        require(ratio != 1 or reading.computed(None) in (None, value), f"the sum is {value} 元")

def check_quotation(finding, own, _shifts, year):
    """Without a difference: its figures stand at its places, and what a comparison of two says is so."""
    require(finding["tolerance"] == "", "it has a tolerance and no difference")
    quoted = plain(" ".join(source["text"] for source in finding["sources"]))
    values, shown = {abs(exact(fact["value"])) for fact in own}, NUMBER.findall(plain(finding["formula"]))
    named = [n.lstrip("-") for n in (finding["stated"], finding["expected"]) if n]
    if not own and parse(finding["formula"]):  # years, numbers of headings
        return require(shown == named, f"it shows {shown} and names {named}")
    printed = values | {Fraction(n) for n in NUMBER.findall(quoted)}
    for number in shown + named:
        require(exact(number) in printed | {0, 60, 100, year}, f"{number} stands at none of its places")
    stands = not own or not finding["stated"] or abs(exact(finding["stated"])) in printed
    require(stands and (not shown or values <= set(map(exact, shown))), "stated is none of its figures, or one is not shown")
    if len(own) == 2 and parse(finding["formula"]):
        reading = Reading(finding, own, {})
        left, right, sign = reading.left, reading.right, type(reading.comparison.ops[0])
        order = ast.Eq if left[0] == right[0] else ast.Lt if left[0] < right[0] else ast.Gt
        require(sign is order, "the formula is not true of these figures")
        said = [any(c in quoted for c in words) for words in (RISING, FALLING)]
        if finding["rule"].startswith("direction.") and sum(said) == 1:
            against = left[2] < right[1] if said[0] else left[1] > right[2]
            require((finding["status"] == "fails") == against, f"it is said to be {finding['status']}")

def check_source(source, report, text):
    start, end = source["start"], source["end"]
    require(0 <= start <= end <= len(text), f"{start} to {end} lies outside the text")
    words = text[start:end].decode(errors="replace")
    require(words == source["text"], f"at {start} stands {words!r}, not {source['text']!r}")
    table = report["tables"][source["table"]] if source["table"] is not None else None
    inside = not table or table["start"] <= start and end <= table["end"] and (source["column"] or 0) < table["columns"]
    require(inside, f"{words!r} at {start} stands outside its table")
    around = [s for s in report["sections"] if s["start"] <= start < s["end"] and source["section"].endswith(s["number"])]
    require(around or not source["section"], f"{words!r} at {start} does not stand in {source['section']}")

def claims(report, text):
    """What the report claims, in pieces: name, check, arguments of the check."""
    facts, year = {fact["id"]: fact for fact in report["facts"]}, report["disclosure"] and report["disclosure"]["year"]
    suspects = [repair for f in report["findings"] if f["rule"] == "unit.suspect" for repair in f["repair"]]
    shifts = {repair["fact"]: exact(repair["value"]) / exact(facts[repair["fact"]]["value"])
              for repair in suspects if repair["slip"] == "unit"}
    counts, cells = dict.fromkeys(("error", "warning", "notice", "holds", "unknown"), 0), []
    for finding in report["findings"]:  # its figures without a concept are cells
        what = f"{finding['rule']} {finding['formula']}"
        counts[finding["severity"] if finding["status"] == "fails" else finding["status"]] += 1
        own = [facts[i] for i in finding["facts"]]
        own += [{"id": "cell", "concept": "", "measure": "amount", **cell} for cell in finding["cells"]]
        cells += own[len(finding["facts"]):]
        placed = all(figure["source"] in finding["sources"] for figure in own)
        yield what, require, placed, "the place of a figure is not among its places"
        check = check_suspect if finding["rule"] == "unit.suspect" else check_arithmetic
        yield what, check if finding["difference"] else check_quotation, finding, own, shifts, year
        yield from ((what, check_source, source, report, text) for source in finding["sources"])
    yield "verdict", require, report["verdict"] == counts, f"the findings come to {counts}"
    yield "facts", require, len(facts) == len(report["facts"]), "two have one id"
    unplaced, finest = [decimals(n) for s in report["unplaced"] for n in NUMBER.findall(plain(s["text"]))], {}
    for figure in report["facts"] + cells:
        finest[figure["unit"]] = max(finest.get(figure["unit"], 0), decimals(figure["value"]), *unplaced)
    for figure in report["facts"] + cells:
        what, source = f"{figure['id']} {figure['concept']}", figure["source"]
        yield what, check_source, source, report, text
        yield what, check_value, figure
        yield what, check_unit, figure, text, report["tables"]
        yield what, check_range, figure, finest[figure["unit"]], text[max(0, source["start"] - 12):source["end"] + 12]
    yield from (("unplaced", check_source, source, report, text) for source in report["unplaced"])

def problems(report, text):
    """A line for each claim that this text does not prove."""
    what = "report"
    try:
        for what, check, *arguments in claims(report, text):
            try:
                check(*arguments)
            except Unproved as reason:
                yield f"{what}: {reason}"
    except (ArithmeticError, AttributeError, IndexError, KeyError, TypeError, ValueError) as reason:
        yield f"{what}: malformed, {type(reason).__name__} {reason}"

def main(reports, *texts):
    content, failed = open(reports, encoding="utf-8").read(), False
    for i, report in enumerate(json.loads(content) if content.startswith("[") else map(json.loads, content.splitlines())):
        name = report["input"]["name"]
        if "error" in report:
            print(f"{name}: not read, nothing is claimed")
            continue
        with open(texts[i] if texts else name, "rb") as file:
            found = list(problems(report, file.read()))
        failed |= bool(found)
        print(*(f"{name}: {line}" for line in found or [f"proved, {len(report['findings'])} findings"]), sep="\n")
    return failed

if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except (IndexError, OSError, TypeError, ValueError) as reason:
        print(f"verify.py: {reason}\nusage: verify.py REPORTS [TEXT ...]", file=sys.stderr)
        sys.exit(2)

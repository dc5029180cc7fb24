import Testing

@testable import StemmaKit

/// What the numbers of a text come to, in plain digits; times of day as minutes.
private func numbers(_ text: String, _ language: Language? = .english) -> [String] {
  let bytes = Array(text.utf8)
  return FigureReader(bytes, tokens(text), .of(language)).figures.map { figure in
    let readings = figure.readings.map { reading in
      switch reading {
      case .amount(let amount): amount.plain
      case .clock(let minutes): "\(minutes / 60):\(minutes % 60)"
      case .fraction(let many, let parts): "\(many)/\(parts)"
      case .factor(let factor): "x\(factor)"
      case .score(let left, let right): "\(left)-\(right)"
      }
    }.joined(separator: "|")
    let unit =
      figure.isPoints
      ? " points" : figure.isPercent ? "%" : figure.currency.map { " \($0.rawValue)" } ?? ""
    return readings + unit + (figure.isHint ? "?" : "")
  }
}

extension Amount {
  fileprivate var plain: String {
    var digits = String(mantissa)
    if exponent >= 0 { return digits + String(repeating: "0", count: exponent) }
    while digits.count <= -exponent { digits = "0" + digits }
    digits.insert(".", at: digits.index(digits.endIndex, offsetBy: exponent))
    return digits
  }
}

@Suite struct FigureReaderTests {
  @Test(arguments: [
    ("It cost 1.5 million euros.", ["1500000 euro"]), ("1,500,000 people", ["1500000"]),
    ("$5m, £1.2bn and €70,000", ["5000000 dollar", "1200000000 pound", "70000 euro"]),
    ("twenty-nine ships, 30 per cent", ["29", "30%"]), ("0.125 of it", ["0.125"]),
    ("at 8:40 a.m. and 6 p.m.", ["8:40", "18:0"]), ("a 47-year-old, the 21st", ["47", "21"]),
    ("one or two", ["1?", "2"]), ("an F-16 and COVID-19", ["16?", "19?"]),
    ("8.5 crore, 12,34,567", ["85000000", "1234567"]), ("version 1.2.3", []),
    ("a hundred and eighteen for six", ["118", "6"]), ("on 2024-09-19", []),
  ])
  func `English numbers`(_ text: String, _ expected: [String]) {
    #expect(numbers(text) == expected)
  }

  @Test(arguments: [
    (
      Language.german, "1,5 Millionen Euro, 1.500 Leute, 30 Prozent",
      ["1500000 euro", "1500", "30%"]
    ),
    (.german, "um 7.30 Uhr, um 18 Uhr, fünfundzwanzig", ["7:30", "18:0", "25"]),
    (.french, "1 850 habitants à 23 h 42, quatre-vingt-dix ans", ["1850", "23:42", "90"]),
    (.spanish, "780.000 euros, treinta y dos", ["780000|780 euro", "32"]),
    (.italian, "6,5 milioni di euro, ventotto", ["6500000", "28"]),
    (.russian, "15 тысяч рублей, 61,4 млн", ["15000 rouble", "61400000"]),
    (.arabic, "١٢٫٥ مليون ريال، أربعة وعشرون، 60 في المئة", ["12500000 rial", "24", "60%"]),
    (.urdu, "2 ارب 14 کروڑ روپے، ۴۶ کلومیٹر", ["2140000000 rupee", "46"]),
    (.hindi, "30 लाख रुपये, ८,२०० दर्शक, सात", ["3000000 rupee", "8200", "7"]),
    (.chinese, "完成1.86亿元融资，8.8万元，约２６公斤", ["186000000 yuan", "88000 yuan", "26"]),
    (.japanese, "1万1千人、1億2000万円、99%、2割", ["11000", "120000000 yen", "99%", "20%"]),
  ])
  func `Numbers of other languages`(_ language: Language, _ text: String, _ expected: [String]) {
    #expect(numbers(text, language) == expected)
  }

  @Test(arguments: [
    (Language.english, "two hundred and fifty, a hundred, twenty-one", ["250", "100?", "21"]),
    (.english, "between two hundred and three hundred", ["200", "300"]),
    (.english, "half a million, one and a half million", ["500000", "1500000"]),
    (.english, "one hundred and twelve thousand, the first two", ["112000", "1?", "2"]),
    (.english, "nineteen eighty-four, a twenty second delay", ["1984?", "22|20?"]),
    (.english, "half of the five and one of two", ["5", "1?", "2"]),
    (.german, "zweihundertfünfzig, dreihundert, Jahrhundert", ["250", "300"]),
    (.german, "fünfzehntausenddreihundertzwölf, Tausendfüßler", ["15312"]),
    (
      .german, "anderthalb Millionen, zweieinhalb, eine halbe Million",
      ["1500000", "2.5?", "500000"]
    ),
    (.german, "um halb sieben", ["6:30|18:30"]),
    (.french, "deux cent cinquante, vingt et un, deux mille trois", ["250", "21", "2003"]),
    (.french, "soixante-dix-sept, quatre-vingt-un, cent quatre-vingts", ["77", "81", "180"]),
    (.french, "un million et demi, un demi-million", ["1500000", "500000"]),
    (
      .spanish, "doscientas, cien mil, dos mil quinientos millones",
      ["200", "100000", "2500000000"]
    ),
    (.spanish, "1.500 millones, 1,5 mil millones", ["1500000000|1500000", "1500000000"]),
    (.italian, "duecentocinquanta, tremila, due milioni e mezzo", ["250", "3000", "2500000"]),
    (.russian, "триста двадцать пять, тринадцать", ["325", "13"]),
    (.russian, "полтора миллиона, два с половиной миллиона", ["1500000", "2500000"]),
    (.arabic, "اثنا عشر، ثلاثمئة، مئة وخمسة وعشرون، ثلاثة وعشرون", ["12", "300", "125", "23"]),
    (.arabic, "مليون ونصف المليون، ألفان وثلاثمئة", ["1500000", "2300"]),
    (.urdu, "دو سو پچاس، ڈیڑھ لاکھ", ["250", "150000"]),
    (.hindi, "दो सौ पचास, 1.5 मिलियन, डेढ़ लाख", ["250", "1500000", "150000"]),
    (.chinese, "十二艘，三百人，一百五十万元，一万二千", ["12", "300", "1500000 yuan", "12000"]),
    (.chinese, "百分之五，百分之三点五，百分之20，一亿零五百", ["5%", "3.5%", "20%", "100000500"]),
    (.chinese, "三人，第三十，星期三，一心一意，七八人，三分之一，三百五", ["3"]),
    (.japanese, "十二隻の船、三百五十人、二十一", ["12", "350", "21"]),
  ])
  func `Numbers in words`(_ language: Language, _ text: String, _ expected: [String]) {
    #expect(numbers(text, language) == expected)
  }

  @Test func `What stands before or behind a number in words is not taken for a part of it`() {
    #expect(numbers("two three-year terms").isEmpty)
    #expect(numbers("साढ़े तीन लाख", .hindi).isEmpty, "three and a half lakh")
    #expect(numbers("ثلاثة وخمسة", .arabic) == ["3", "5"])
  }

  @Test func `Marks of direction stand between a number and its unit`() {
    #expect(
      numbers("6.8 \u{200F}مليون \u{200F}ريال، 5\u{200F} ٪", .arabic) == ["6800000 rial", "5%"])
  }

  @Test func `A decade is one of a century, and a time may be written in one`() {
    #expect(numbers("the '90s, 1990s, 47s") == ["90|1990|2090", "1990", "47"])
    #expect(numbers("9am, 9 a.m., 12.30pm") == ["9:0", "9:0", "12:30"])
  }

  @Test func `Parts, factors, percentage points and scores`() {
    #expect(
      numbers("two thirds, one third, one of three, doubled") == ["2/3", "1/3", "1?", "3", "x2"])
    #expect(numbers("2 percentage points, 2 percent") == ["2 points", "2%"])
    #expect(numbers("won 3-1 and 20-30") == ["3", "3-1", "1", "20", "20-30", "30"])
    #expect(numbers("zwei Drittel, verdoppelt", .german) == ["2/3", "x2"])
  }

  @Test func `Where the language is not known a point or comma may mean either`() {
    #expect(numbers("1,234 and 1.234", nil) == ["1234|1.234", "1234|1.234"])
    #expect(numbers("1,5 and 2.75", nil) == ["1.5", "2.75"])
  }

  @Test func `A number of a thousand digits is none, and nothing traps on odd text`() {
    #expect(numbers(String(repeating: "9", count: 1000)).isEmpty)
    var random = RandomText(seed: 4)
    for _ in 0..<300 {
      let bytes = random.bytes(count: 200)
      for language in Language.allCases {
        let reader = FigureReader(bytes, tokens(bytes: bytes), .of(language))
        for figure in reader.figures { #expect(figure.bytes.upperBound <= bytes.count) }
        for date in reader.dates { #expect(date.bytes.upperBound <= bytes.count) }
      }
    }
  }
}

@Suite struct AmountTests {
  @Test func `Equal numbers are equal values`() {
    #expect(Amount(15, exponent: 5) == Amount(1_500_000))
    #expect(Amount(0) == Amount(0, exponent: 9))
    #expect(
      Amount(2).times(tenToThe: 9).plus(Amount(14).times(tenToThe: 7)) == Amount(2_140_000_000))
  }

  @Test func `A rounded number is the exact one cut or rounded`() {
    #expect(Amount(312).isRounded(to: Amount(300)))
    #expect(Amount(1_494_100).isRounded(to: Amount(15, exponent: 5)))
    #expect(Amount(352).isRounded(to: Amount(300)), "more than 300")
    #expect(!Amount(452).isRounded(to: Amount(300)))
    #expect(!Amount(312).isRounded(to: Amount(312)))
  }
}

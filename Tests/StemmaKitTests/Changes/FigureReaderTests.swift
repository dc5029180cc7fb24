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
      }
    }.joined(separator: "|")
    let unit = figure.isPercent ? "%" : figure.currency.map { " \($0.rawValue)" } ?? ""
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
    ("a hundred and eighteen for six", ["18?", "6"]), ("on 2024-09-19", []),
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

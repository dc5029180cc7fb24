import Testing

@testable import StemmaKit

/// The dates of a text as year-month-day, 0 for what is not said; days of the week as w1 to w7.
private func dates(_ text: String, _ language: Language?) -> [String] {
  FigureReader(Array(text.utf8), tokens(text), .of(language)).dates.map { date in
    switch date.value {
    case .weekday(let day): "w\(day)"
    case .part(let part): "\(part.number)/\(part.parts)"
    case .date(let year, let month, let day): "\(year)-\(month)-\(day)"
    }
  }
}

@Suite struct CalendarReaderTests {
  @Test(arguments: [
    (Language.english, "On Wednesday, March 19, 2024, in May", ["w3", "2024-3-19", "0-5-0"]),
    (.english, "You may march on 6 September since 2018", ["0-9-6", "2018-0-0"]),
    (.english, "by April 2020 and Sept. 3", ["2020-4-0", "0-9-3"]),
    (
      .german, "am 3. März, am 19.09.2024, Stand: 15.01., Montagabend",
      ["0-3-3", "2024-9-19", "0-1-15", "w1"]
    ),
    (.french, "le 19 mars 2025, jeudi, depuis février", ["2025-3-19", "w4", "0-2-0"]),
    (.spanish, "el 19 de marzo de 2024, el viernes", ["2024-3-19", "w5"]),
    (.italian, "il 30 giugno, martedì", ["0-6-30", "w2"]),
    (.russian, "с 21 марта, в среду, 12 АПРЕЛЯ", ["0-3-21", "w3", "0-4-12"]),
    (
      .arabic, "5 آذار 2021، في كانون الثاني، 3 تشرين الأول",
      ["2021-3-5", "0-1-0", "0-10-3"]
    ),
    (.arabic, "12 نوفمبر 2024، مساء الثلاثاء", ["2024-11-12", "w2"]),
    (.urdu, "18 فروری، اتوار", ["0-2-18", "w7"]),
    (.hindi, "18 फ़रवरी, रविवार", ["0-2-18", "w7"]),
    (
      .english, "the third quarter, a quarter-final, Q1 and 4Q, the second half",
      ["3/4", "1/4", "4/4", "2/2"]
    ),
    (.english, "three quarters, one third, the fourth man, both halves, a third quarter-final", []),
    (.german, "im 3. Quartal, im ersten Halbjahr, am 3. Mai", ["3/4", "1/2", "0-5-3"]),
    (
      .french, "au troisième trimestre, le 2e trimestre, le premier semestre",
      ["3/4", "2/4", "1/2"]
    ),
    (.spanish, "el primer trimestre", ["1/4"]), (.italian, "nel quarto trimestre", ["4/4"]),
    (.russian, "в третьем квартале, за первый квартал", ["3/4", "1/4"]),
    (.arabic, "في الربع الثالث", ["3/4"]), (.hindi, "तीसरी तिमाही", ["3/4"]),
    (.chinese, "第三季度和一季度，下半年", ["3/4", "1/4", "2/2"]), (.japanese, "第3四半期、上半期", ["3/4", "1/2"]),
    (.chinese, "2019年4月9日，周三，10月投产", ["2019-4-9", "w3", "0-10-0"]),
    (.chinese, "二〇二一年三月五日，十二月，三个月，五日游", ["2021-3-5", "0-12-0"]),
    (.japanese, "8月14日、15日夜、水曜日、30日間", ["0-8-14", "0-0-15", "w3"]),
  ])
  func `Days, months and years`(_ language: Language, _ text: String, _ expected: [String]) {
    #expect(dates(text, language) == expected)
  }

  @Test func `Less of a date agrees with more of it, another day does not`() {
    func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
      CalendarDate(bytes: 0..<1, tokens: 0..<1, value: .date(year: year, month: month, day: day))
    }
    #expect(date(2024, 4, 0).agrees(with: date(0, 4, 12)))
    #expect(!date(0, 4, 11).agrees(with: date(0, 4, 12)))
    #expect(!date(2024, 0, 0).agrees(with: date(0, 4, 12)))
  }

  @Test(arguments: [
    ("The minister said that the vote was on the table for now.", Language.english),
    (
      "Le maire a dit que les travaux de la place et des quais se font en une fois pour la ville.",
      .french
    ),
    ("Die Firma hat das Werk und den Vertrag mit der Stadt.", .german),
    ("अदालत ने कहा है कि यह फैसला सही है और इस पर बात होगी।", .hindi),
    ("عدالت نے کہا ہے کہ یہ فیصلہ اس کے حق میں ہے", .urdu),
    ("机器人公司完成融资，计划年内投产。", .chinese), ("祭りは四年ぶりに開かれた。灯籠が流された。", .japanese),
  ])
  func `Languages are told by their commonest words`(_ text: String, _ language: Language) {
    #expect(Language.of(tokens(text), Array(text.utf8).span) == language)
  }
}

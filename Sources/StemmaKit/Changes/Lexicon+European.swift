extension Lexicon {
  static let all: [Language: Lexicon] = [
    .english: english, .german: german, .french: french, .spanish: spanish, .italian: italian,
    .russian: russian, .arabic: arabic, .urdu: urdu, .hindi: hindi, .chinese: dense,
    .japanese: dense,
  ]

  private static let english: Lexicon = {
    var lexicon = Lexicon()
    lexicon.decimalMark = 0x2E
    lexicon.addAll("one once first", .hint(1))
    lexicon.addAll("second twice both pair couple", .hint(2))
    lexicon.addAll("third thrice", .hint(3))
    lexicon.add("fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", from: 4) {
      .hint($0)
    }
    lexicon.add("dozen", .hint(12))
    lexicon.add(
      "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
      from: 2
    ) { .number($0) }
    lexicon.add("twenty thirty forty fifty sixty seventy eighty ninety", from: 2) {
      .number($0 * 10)
    }
    lexicon.addAll("and", .link(.hundreds))
    lexicon.add("half", .tenths(5))
    lexicon.saysYearsInPairs = true
    lexicon.add("thirds quarters fifths sixths", from: 3) { .part($0) }
    lexicon.add("doubled tripled|trebled quadrupled", from: 2) { .factor($0) }
    lexicon.add("hundred", .magnitude(2))
    lexicon.add("thousand", .magnitude(3))
    lexicon.addAll("million mn", .magnitude(6))
    lexicon.addAll("billion bn", .magnitude(9))
    lexicon.addAll("trillion tn", .magnitude(12))
    lexicon.add("lakh", .magnitude(5))
    lexicon.add("crore", .magnitude(7))
    lexicon.addAll("percent pct", .percent)
    lexicon.add("january|jan february|feb", from: 1) { .month($0) }
    lexicon.add("march", .doubtfulMonth(3))
    lexicon.addAll("april apr", .month(4))
    lexicon.add("may", .doubtfulMonth(5))
    lexicon.add(
      "june july august|aug september|sept|sep october|oct november|nov december|dec", from: 6
    ) { .month($0) }
    lexicon.add("monday tuesday wednesday thursday friday saturday sunday", from: 1) {
      .weekday($0)
    }
    lexicon.addAll(
      "about around nearly almost over than some roughly approximately least most under up estimated",
      .approximation)
    lexicon.addAll(
      "in since until by of from last next this before after late early mid", .calendarLead)
    return lexicon
  }()

  private static let german: Lexicon = {
    var lexicon = Lexicon()
    lexicon.decimalMark = 0x2C
    lexicon.groupsBySpace = true
    lexicon.capitalisesNouns = true
    lexicon.addAll(
      "ein eine einen einem einer eines eins erste ersten erster erstes einmal", .hint(1))
    lexicon.addAll("beide beiden zweite zweiten zweiter zweites zweimal", .hint(2))
    lexicon.addAll("dritte dritten dritter drittes dreimal", .hint(3))
    lexicon.add(
      "vierte|vierten fünfte|fünften sechste|sechsten siebte|siebten achte|achten", from: 4
    ) {
      .hint($0)
    }
    lexicon.add("dutzend", .hint(12))
    let units = "zwei drei vier fünf sechs sieben acht neun"
    lexicon.add(units, from: 2) { .number($0) }
    lexicon.add(
      "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn", from: 10
    ) { .number($0) }
    let tens = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
    lexicon.add(tens, from: 2) { .number($0 * 10) }
    for (ten, word) in tens.split(separator: " ").enumerated() {
      for (unit, name) in ("ein " + units).split(separator: " ").enumerated() {
        lexicon.add("\(name)und\(word)", .number((ten + 2) * 10 + unit + 1))
      }
    }
    lexicon.add("anderthalb", .tenths(15))
    lexicon.add(
      ("ein " + units).split(separator: " ").map { $0 + "einhalb" }.joined(separator: " "), from: 1
    ) { .tenths($0 * 10 + 5) }
    lexicon.addAll("halbe halben halbes", .tenths(5))
    lexicon.add("halb", .halfTo)
    lexicon.add("drittel viertel fünftel sechstel", from: 3) { .part($0) }
    lexicon.add("verdoppelt|verdoppelte verdreifacht|verdreifachte vervierfacht", from: 2) {
      .factor($0)
    }
    lexicon.add("hundert", .magnitude(2))
    lexicon.add("tausend", .magnitude(3))
    lexicon.joints = [("tausend", 3), ("hundert", 2)]
    lexicon.addAll("million millionen", .magnitude(6))
    lexicon.addAll("milliarde milliarden", .magnitude(9))
    lexicon.addAll("billion billionen", .magnitude(12))
    lexicon.addAll("prozent prozents", .percent)
    lexicon.add(
      "januar|jänner februar märz april mai juni juli august september oktober november dezember",
      from: 1
    ) { .month($0) }
    let weekdays = "montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag"
    lexicon.add(weekdays, from: 1) { .weekday($0) }
    for part in ["abend", "morgen", "vormittag", "mittag", "nachmittag"] {
      lexicon.add(
        weekdays.split(separator: " ").map { $0.replacing("|", with: part + "|") + part }
          .joined(separator: " "), from: 1
      ) { .weekday($0) }
    }
    lexicon.addAll(
      "rund etwa fast knapp gut über als ungefähr circa ca nahezu bis zu höchstens mindestens beinahe unter",
      .approximation)
    lexicon.addAll("im in seit vom von bis ende anfang mitte jahr jahre", .calendarLead)
    return lexicon
  }()

  private static let russian: Lexicon = {
    var lexicon = Lexicon()
    lexicon.decimalMark = 0x2C
    lexicon.groupsBySpace = true
    // Numbers are declined; of compounds each part is.
    lexicon.saidInWordsBelow = 100
    lexicon.addAll("один одна одно одного одной одному одним одну первый первая первого", .hint(1))
    lexicon.addAll("второй вторая второго оба обе обоих двое двоих", .hint(2))
    lexicon.addAll("третий третья третьего трое троих", .hint(3))
    lexicon.addAll("четверо четверых четвёртый четвёртого", .hint(4))
    lexicon.add("пятеро|пятерых шестеро|шестерых|шестой семеро|семерых", from: 5) { .hint($0) }
    lexicon.add(
      "два|две|двух|двум|двумя три|трёх|трём|тремя четыре|четырёх|четырьмя пять|пяти|пятью шесть|шести|шестью семь|семи|семью восемь|восьми девять|девяти десять|десяти одиннадцать|одиннадцати двенадцать|двенадцати тринадцать|тринадцати четырнадцать|четырнадцати пятнадцать|пятнадцати шестнадцать|шестнадцати семнадцать|семнадцати восемнадцать|восемнадцати девятнадцать|девятнадцати",
      from: 2
    ) { .number($0) }
    lexicon.add(
      "двадцать|двадцати тридцать|тридцати сорок|сорока пятьдесят|пятидесяти шестьдесят|шестидесяти семьдесят|семидесяти восемьдесят|восьмидесяти девяносто|девяноста",
      from: 2
    ) { .number($0 * 10) }
    lexicon.add(
      "сто|ста двести|двухсот триста|трёхсот|трехсот четыреста|четырёхсот|четырехсот пятьсот|пятисот шестьсот|шестисот семьсот|семисот восемьсот|восьмисот девятьсот|девятисот",
      from: 1
    ) { .number($0 * 100) }
    lexicon.addAll("полтора полторы полутора", .tenths(15))
    lexicon.add("половиной", .tenths(5))
    lexicon.add("с", .link(.halves))
    lexicon.add("полмиллиона", .number(500_000))
    lexicon.addAll("тысяча тысячи тысяч тысячу тыс", .magnitude(3))
    lexicon.addAll("миллион миллиона миллионов", .magnitude(6))
    lexicon.addAll("миллиард миллиарда миллиардов", .magnitude(9))
    lexicon.addAll("процент процента процентов", .percent)
    lexicon.add(
      "январь|января|январе февраль|февраля|феврале март|марта|марте апрель|апреля|апреле май|мая|мае июнь|июня|июне июль|июля|июле август|августа|августе сентябрь|сентября|сентябре октябрь|октября|октябре ноябрь|ноября|ноябре декабрь|декабря|декабре",
      from: 1
    ) { .month($0) }
    lexicon.add(
      "понедельник|понедельника вторник|вторника среду четверг|четверга пятница|пятницу|пятницы суббота|субботу|субботы воскресенье|воскресенья",
      from: 1
    ) { .weekday($0) }
    lexicon.addAll(
      "около почти более менее больше меньше примерно порядка до свыше", .approximation)
    lexicon.addAll("в до по году года год", .calendarLead)
    return lexicon
  }()
}

extension Lexicon {
  static let french: Lexicon = {
    var lexicon = Lexicon()
    lexicon.decimalMark = 0x2C
    lexicon.groupsBySpace = true
    lexicon.countsScores = true
    lexicon.addAll("un une premier première", .hint(1))
    lexicon.addAll("second seconde deuxième", .hint(2))
    lexicon.add("troisième quatrième cinquième sixième", from: 3) { .hint($0) }
    lexicon.add("dizaine", .hint(10))
    lexicon.add("douzaine", .hint(12))
    lexicon.add(
      "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
      from: 2
    ) { .number($0) }
    lexicon.add("vingt|vingts trente quarante cinquante soixante", from: 2) { .number($0 * 10) }
    lexicon.addAll("et", .link(.tens))
    lexicon.addAll("demi demie", .tenths(5))
    lexicon.add("tiers quart|quarts", from: 3) { .part($0) }
    lexicon.add("doublé triplé quadruplé", from: 2) { .factor($0) }
    lexicon.addAll("cent cents", .magnitude(2))
    lexicon.add("mille", .magnitude(3))
    lexicon.addAll("million millions", .magnitude(6))
    lexicon.addAll("milliard milliards", .magnitude(9))
    lexicon.add(
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      from: 1
    ) { .month($0) }
    lexicon.add("lundi mardi mercredi jeudi vendredi samedi dimanche", from: 1) { .weekday($0) }
    lexicon.addAll("environ près presque quelque plus moins autour jusqu à de", .approximation)
    lexicon.addAll("en depuis de fin début mi", .calendarLead)
    return lexicon
  }()

  static let spanish: Lexicon = {
    var lexicon = Lexicon()
    lexicon.groupsBySpace = true
    lexicon.addAll("un una uno primer primera primero", .hint(1))
    lexicon.addAll("segundo segunda ambos ambas", .hint(2))
    lexicon.add("tercer|tercera|tercero cuarto|cuarta quinto|quinta sexto|sexta", from: 3) {
      .hint($0)
    }
    lexicon.add("decena", .hint(10))
    lexicon.add("docena", .hint(12))
    lexicon.add(
      "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno|veintiún|veintiuna veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve",
      from: 2
    ) { .number($0) }
    lexicon.add("treinta cuarenta cincuenta sesenta setenta ochenta noventa", from: 3) {
      .number($0 * 10)
    }
    lexicon.add(
      "cien|ciento doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas quinientos|quinientas seiscientos|seiscientas setecientos|setecientas ochocientos|ochocientas novecientos|novecientas",
      from: 1
    ) { .number($0 * 100) }
    lexicon.addAll("medio media", .tenths(5))
    lexicon.add("mil", .magnitude(3))
    lexicon.addAll("millón millones", .magnitude(6))
    lexicon.addAll("y", .link(.tens))
    lexicon.add(
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      from: 1
    ) { .month($0) }
    lexicon.add("lunes martes miércoles jueves viernes sábado domingo", from: 1) { .weekday($0) }
    lexicon.addAll(
      "unos unas cerca casi alrededor más menos aproximadamente hasta de", .approximation)
    lexicon.addAll("en desde de fines principios", .calendarLead)
    return lexicon
  }()

  static let italian: Lexicon = {
    var lexicon = Lexicon()
    lexicon.decimalMark = 0x2C
    lexicon.groupsBySpace = true
    lexicon.addAll("un una uno primo prima", .hint(1))
    lexicon.addAll("secondo seconda entrambi entrambe", .hint(2))
    lexicon.add("terzo|terza quarto|quarta quinto|quinta sesto|sesta", from: 3) { .hint($0) }
    lexicon.add("decina", .hint(10))
    lexicon.add("dozzina", .hint(12))
    let units = "due tre quattro cinque sei sette otto nove"
    lexicon.add(units, from: 2) { .number($0) }
    lexicon.add(
      "dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove",
      from: 10
    ) { .number($0) }
    let tens = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta"
    lexicon.add(tens, from: 2) { .number($0 * 10) }
    for (ten, word) in tens.split(separator: " ").enumerated() {
      for (unit, name) in ("uno " + units).split(separator: " ").enumerated() {
        // The last vowel goes before another: ventuno, ventotto.
        let stem = name.first == "u" || name.first == "o" ? word.dropLast() : word
        lexicon.add("\(stem)\(name == "tre" ? "tré" : name)", .number((ten + 2) * 10 + unit + 1))
      }
    }
    lexicon.addAll("e", .link(.hundreds))
    lexicon.addAll("mezzo mezza", .tenths(5))
    lexicon.addAll("cento", .magnitude(2))
    lexicon.addAll("mille mila", .magnitude(3))
    lexicon.joints = [("mila", 3), ("mille", 3), ("cento", 2)]
    lexicon.addAll("milione milioni", .magnitude(6))
    lexicon.addAll("miliardo miliardi", .magnitude(9))
    lexicon.add(
      "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
      from: 1
    ) { .month($0) }
    lexicon.add("lunedì martedì mercoledì giovedì venerdì sabato domenica", from: 1) {
      .weekday($0)
    }
    lexicon.addAll("circa quasi oltre più meno almeno di", .approximation)
    lexicon.addAll("in da dal dall nel di del fine inizio", .calendarLead)
    return lexicon
  }()
}

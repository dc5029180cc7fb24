extension Lexicon {
  static let arabic: Lexicon = {
    var lexicon = Lexicon()
    lexicon.saidInWordsBelow = 100
    lexicon.addAll("واحد واحدة أول الأول الأولى", .hint(1))
    lexicon.addAll("الثاني الثانية اثنان اثنين اثنتين", .hint(2))
    lexicon.addAll("الثالث الثالثة", .hint(3))
    lexicon.add(
      "ثلاث|ثلاثة أربع|أربعة خمس|خمسة ست|ستة سبع|سبعة ثماني|ثمانية|ثمان تسع|تسعة|تسعا عشر|عشرة",
      from: 3
    ) { .number($0) }
    // Units come before tens, which then carry the word for and.
    lexicon.add(
      "عشرون|عشرين|وعشرون|وعشرين ثلاثون|ثلاثين|وثلاثون|وثلاثين أربعون|أربعين|وأربعون|وأربعين خمسون|خمسين|وخمسون|وخمسين ستون|ستين|وستون|وستين سبعون|سبعين|وسبعون|وسبعين ثمانون|ثمانين|وثمانون|وثمانين تسعون|تسعين|وتسعون|وتسعين",
      from: 2
    ) { .number($0 * 10) }
    lexicon.addAll("ألف ألفا آلاف", .magnitude(3))
    lexicon.addAll("مليون مليونا ملايين", .magnitude(6))
    lexicon.addAll("مليار مليارا مليارات", .magnitude(9))
    lexicon.addAll("بالمئة بالمائة", .percent)
    lexicon.add(
      "يناير فبراير", from: 1
    ) { .month($0) }
    lexicon.add("مارس", .doubtfulMonth(3))
    lexicon.add(
      "أبريل|إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر", from: 4
    ) { .month($0) }
    lexicon.add("الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد", from: 1) { .weekday($0) }
    lexicon.addAll("نحو حوالي قرابة أكثر من زهاء", .approximation)
    lexicon.addAll("في عام سنة منذ حتى شهر ربيع صيف خريف شتاء", .calendarLead)
    return lexicon
  }()

  static let urdu: Lexicon = {
    var lexicon = Lexicon()
    lexicon.decimalMark = 0x2E
    lexicon.saidInWordsBelow = 100
    lexicon.addAll("ایک پہلا پہلی پہلے", .hint(1))
    lexicon.addAll("دوسرا دوسری دونوں", .hint(2))
    lexicon.addAll("تیسرا تیسری", .hint(3))
    lexicon.add("دو تین چار پانچ چھ سات آٹھ نو دس گیارہ بارہ", from: 2) { .number($0) }
    lexicon.add("بیس تیس چالیس پچاس ساٹھ ستر اسی نوے", from: 2) { .number($0 * 10) }
    lexicon.add("سو", .magnitude(2))
    lexicon.addAll("ہزار", .magnitude(3))
    lexicon.addAll("لاکھ", .magnitude(5))
    lexicon.addAll("کروڑ", .magnitude(7))
    lexicon.addAll("ارب", .magnitude(9))
    lexicon.addAll("فیصد", .percent)
    lexicon.add("جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر", from: 1) {
      .month($0)
    }
    lexicon.add("پیر منگل بدھ جمعرات جمعہ", from: 1) { .weekday($0) }
    lexicon.add("اتوار", .weekday(7))
    lexicon.addAll("تقریبا تقریباً کوئی قریب زائد زیادہ", .approximation)
    return lexicon
  }()

  static let hindi: Lexicon = {
    var lexicon = Lexicon()
    lexicon.decimalMark = 0x2E
    lexicon.saidInWordsBelow = 100
    lexicon.addAll("एक पहला पहली पहले", .hint(1))
    lexicon.addAll("दूसरा दूसरी दूसरे दोनों", .hint(2))
    lexicon.addAll("तीसरा तीसरी", .hint(3))
    lexicon.add("दो तीन चार पाँच|पांच छह|छः सात आठ नौ दस ग्यारह बारह", from: 2) { .number($0) }
    lexicon.add("बीस तीस चालीस पचास साठ सत्तर अस्सी नब्बे", from: 2) { .number($0 * 10) }
    lexicon.add("सौ", .magnitude(2))
    lexicon.addAll("हज़ार हजार", .magnitude(3))
    lexicon.addAll("लाख", .magnitude(5))
    lexicon.addAll("करोड़", .magnitude(7))
    lexicon.addAll("अरब", .magnitude(9))
    lexicon.addAll("प्रतिशत फ़ीसदी फीसदी", .percent)
    lexicon.add(
      "जनवरी फ़रवरी|फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर",
      from: 1
    ) { .month($0) }
    lexicon.add("सोमवार मंगलवार बुधवार गुरुवार|बृहस्पतिवार शुक्रवार शनिवार रविवार", from: 1) {
      .weekday($0)
    }
    lexicon.addAll("करीब क़रीब लगभग तकरीबन ज़्यादा अधिक", .approximation)
    return lexicon
  }()

  /// Chinese and Japanese have no words to look up: see ``DenseMarks``.
  static let dense: Lexicon = {
    var lexicon = Lexicon()
    lexicon.decimalMark = 0x2E
    lexicon.saidInWordsBelow = 100
    return lexicon
  }()
}

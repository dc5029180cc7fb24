/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

/// Made-up texts.
enum Articles {
  private static let syllables = [
    "ba", "do", "fe", "gi", "ko", "lu", "me", "na", "pi", "ro", "su", "ta", "ve", "wi", "zo", "shu",
    "kra", "ble", "tri", "mon", "der", "lin",
  ]

  /// One of the words of a made-up language, by its number.
  static func word(_ number: Int) -> String {
    var rest = number
    var word = ""
    repeat {
      word += syllables[rest % syllables.count]
      rest /= syllables.count
    } while rest > 0
    return word
  }

  /// Records of short texts, one a line; every tenth repeats the text before it.
  static func records(_ count: Int, seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    let words = (0..<4000).map { Array((word($0) + " ").utf8) }
    var bytes: [UInt8] = []
    var text: [UInt8] = []
    for number in 0..<count {
      if number % 10 != 9 {
        text.removeAll(keepingCapacity: true)
        for _ in 0..<60 { text += words[Int(random.next() % 4000)] }
      }
      bytes += Array(#"{"id": "n\#(number)", "text": ""#.utf8)
      bytes += text
      bytes += Array("\"}\n".utf8)
    }
    return bytes
  }
}

internal import CKernels

/// The line with which agencies begin a report: `HELSINKI (Reuters) - The two leaders met ...`.
///
/// Who names the agency says where the text is from. Two outlets that name the same one have it from
/// there, not from each other, whichever printed it first.
enum Dateline {
  /// The line stands near the top, below a headline and a by-line.
  private static let mostLines = 6
  private static let mostBytes = 800
  /// Of a place and a date before the name, and of the name.
  private static let mostPlace = 60
  private static let mostName = 32
  /// Of the dash and the blanks before it.
  private static let mostDash = 32
  /// What follows is a sentence.
  private static let leastRest = 20

  /// The agency as it is named, or `nil` where the text begins otherwise.
  ///
  /// - Parameter start: where the text begins.
  static func agency(_ text: Span<UInt8>, from start: Int = 0) -> String? {
    var position = start
    let end = min(text.count, start + mostBytes)
    // A line that begins before the end is looked at as far as this.
    let last = min(text.count, end + mostPlace + mostName + mostDash + leastRest)
    for _ in 0..<mostLines {
      while position < end, text[position] <= 0x20 { position += 1 }
      guard position < end else { return nil }
      let lineEnd = text.withUnsafeBufferPointer { text in
        position
          + stemma_place_of_byte(0x0A, text.baseAddress.map { $0 + position }, last - position)
      }
      if let agency = agency(text, in: position..<lineEnd) { return agency }
      position = lineEnd
    }
    return nil
  }

  private static func agency(_ text: Span<UInt8>, in line: Range<Int>) -> String? {
    guard let open = index(of: UInt8(ascii: "("), text, line.prefix(mostPlace)),
      isPlace(text, line.lowerBound..<open),
      let close = index(
        of: UInt8(ascii: ")"), text, (open + 1..<line.upperBound).prefix(mostName + 1)),
      endsInDash(text, close + 1..<line.upperBound)
    else { return nil }
    let name = (open + 1..<close).map { text[$0] }
    let letters = name.count { isLetter($0) }
    guard letters >= 2, name.allSatisfy({ !isFigure($0) }), let first = name.first, isLetter(first)
    else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  private static func index(of byte: UInt8, _ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var place = range.lowerBound
    while place < range.upperBound, text[place] != byte { place += 1 }
    return place < range.upperBound ? place : nil
  }

  /// Nothing, or a place and a date: it begins with a capital, and is no sentence.
  private static func isPlace(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let first = range.first else { return true }
    let isCapital = (0x41...0x5A).contains(text[first]) || text[first] >= 0x80
    var words = 1
    for index in range.dropLast() where text[index] == 0x20 { words += 1 }
    return isCapital && words <= 6
  }

  /// Whether a dash follows, and a sentence behind it.
  private static func endsInDash(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var place = range.lowerBound
    func skipBlanks() { while place < range.upperBound, text[place] == 0x20 { place += 1 } }
    skipBlanks()
    let dash = place
    if place + 2 < range.upperBound, text[place] == 0xE2, text[place + 1] == 0x80,
      text[place + 2] == 0x93 || text[place + 2] == 0x94
    {
      place += 3
    } else {
      while place < range.upperBound, text[place] == UInt8(ascii: "-") { place += 1 }
    }
    return place > dash && range.upperBound - place >= leastRest
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
  }

  private static func isFigure(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Names of the same agency: what stands before a second one, in small letters.
  static func key(_ agency: String) -> String {
    String(agency.lowercased().prefix { $0 != "/" && $0 != "," }.filter { $0.isLetter })
  }
}

extension DocumentHead {
  /// The agency that both texts name as theirs, where neither outlet is the agency itself.
  static func commonAgency(_ a: DocumentHead, _ b: DocumentHead) -> String? {
    guard let first = a.agency, let second = b.agency else { return nil }
    let key = Dateline.key(first)
    guard !key.isEmpty, key == Dateline.key(second) else { return nil }
    let outlets = [a.source, b.source].compactMap { $0 }.map { Dateline.key($0) }
    let isOwn = outlets.contains { !$0.isEmpty && ($0.contains(key) || key.contains($0)) }
    return isOwn ? nil : first
  }
}

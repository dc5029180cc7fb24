import CKernels
import Testing

@testable import StemmaKit

/// The fast ways against their naive twins, with each set of instructions that this processor has.
@Suite struct KernelTests {
  static let instructions: [stemma_instructions] = [
    stemma_instructions_portable, stemma_instructions_avx2, stemma_instructions_avx512,
    stemma_instructions_avx512_bytes,
  ].filter { $0.rawValue <= stemma_best_instructions().rawValue }

  static let seeds: Range<UInt64> = 0..<40

  /// The tokens without marks of layout, which the naive twin does not set.
  private func cut(_ bytes: [UInt8], _ instructions: stemma_instructions) -> Tokens {
    var tokenizer = Tokenizer(instructions: instructions)
    var tokens = tokenizer.tokenize(bytes.span)
    let layout: TokenMarks = [.sentenceStart, .clauseStart, .quoted]
    tokens.marks = tokens.marks.map { $0.subtracting(layout) }
    tokens.bytesPerCharacter = 1
    return tokens
  }

  private func check(_ bytes: [UInt8], _ remark: String) {
    let expected = naiveTokens(bytes)
    for instructions in Self.instructions {
      let found = cut(bytes, instructions)
      #expect(found == expected, "\(instructions), \(remark): \(bytes)")
      var hashes: [UInt64] = [1, 2, 3]
      var tokenizer = Tokenizer(instructions: instructions)
      tokenizer.hash(bytes.span, into: &hashes)
      #expect(hashes == expected.hashes, "\(instructions), \(remark): \(bytes)")
    }
  }

  @Test(arguments: seeds)
  func `Tokens of mixed scripts are those of the naive twin`(seed: UInt64) {
    var random = RandomText(seed: seed)
    check(random.bytes(count: random.number(0...700)), "seed \(seed)")
  }

  @Test(arguments: RandomText.Alphabet.allCases)
  func `Tokens of one script are those of the naive twin`(alphabet: RandomText.Alphabet) {
    var random = RandomText(seed: 7)
    for count in [1, 2, 15, 63, 64, 65, 200, 1000] {
      check(random.bytes(count: count, from: [alphabet, .separators]), "\(alphabet) \(count)")
    }
  }

  @Test(arguments: seeds)
  func `Tokens that lie across two pieces are whole`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let piece = Int(STEMMA_PIECE)
    // Words of one letter, so that a fault shows where it is; then something over the border.
    var bytes = [UInt8](repeating: 0x20, count: piece - random.number(0...12))
    for index in stride(from: 0, to: bytes.count, by: 2) { bytes[index] = 0x61 }
    bytes += random.bytes(count: random.number(1...40))
    if seed % 4 == 0 { bytes += [UInt8](repeating: 0x62, count: 2 * piece) }
    if seed % 4 == 1 { bytes += "é".utf8 + [UInt8](repeating: 0x63, count: piece + 3) }
    bytes += random.bytes(count: 30)
    check(bytes, "seed \(seed)")
  }

  /// What the kernels read by themselves beside what they leave to the reader, without blanks.
  static let parts =
    [
      "a", "Z9", "ä", "Ё", "ж", "İ", "ß", "東", "京タ", "ワー", "が", "か\u{3099}", "\u{3099}", "１２",
      "क", "कि", "한", "ế", "กขค", "ก\u{E31}", "ກຂ", "、", "「", "”", "–", "»", "\u{A0}", "،",
      "\u{200B}", "\u{200C}", "\u{AD}", "\u{64E}", "é\u{301}", "e\u{301}", "😀", "❤\u{FE0F}",
      "𠀀", "𝐀", "豈", " ", "\n", ".", "x",
    ].map { Array($0.utf8) } + [[0x80], [0xC3], [0xE3, 0x81], [0xF0, 0x9F], [0xED, 0xA0, 0x80]]

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `Runs of all classes are those of the naive twin`(seed: UInt64) {
    var random = RandomText(seed: seed)
    var bytes: [UInt8] = []
    for _ in 0..<random.number(1...120) {
      bytes += Self.parts[random.number(0...Self.parts.count - 1)]
    }
    check(bytes, "seed \(seed)")
  }

  @Test func `Each two and three parts beside each other are those of the naive twin`() {
    var all: [UInt8] = []
    for first in Self.parts {
      for second in Self.parts {
        let third = Self.parts[(all.count * 7) % Self.parts.count]
        all += first + second + third + first + [0x20]
        check(Array("か".utf8) + first + second + third, "")
      }
    }
    check(all, "all")
  }

  @Test(
    arguments: 0..<Effort.of(12) as Range<Int>,
    ["東京タワー、", "жЁ", "a、", "中\u{200C}", "か\u{3099}", "é"])
  func `Runs longer than a piece and over its border are whole`(shift: Int, part: String) {
    let part = Array(part.utf8)
    var bytes = [UInt8](repeating: 0x61, count: shift)
    while bytes.count < 2 * Int(STEMMA_PIECE) + 50 { bytes += part }
    check(bytes + Array(" end".utf8), "shift \(shift)")
    bytes[shift] = 0x20
    bytes.insert(0x20, at: Int(STEMMA_PIECE) + shift)
    check(bytes, "shift \(shift), cut")
  }

  @Test func `Words of each length are hashed as the library does`() {
    for length in 1...600 {
      let word = (0..<length).map { UInt8(ascii: "A") + UInt8($0 % 26) }
      let form = String(decoding: word, as: UTF8.self).lowercased()
      for instructions in Self.instructions {
        // At the end of the text, and with something behind.
        for text in [word, word + Array(" and so on and on".utf8)] {
          let found = cut(text, instructions).hashes.first
          #expect(found == tokenHash(ofNormalised: form), "\(instructions), \(length)")
        }
      }
    }
  }

  @Test func `A text of nothing but edges fits`() {
    let dotted = (0..<3 * Int(STEMMA_PIECE)).map { UInt8($0 % 2 == 0 ? 0x61 : 0x2E) }
    check(dotted, "a.a.a.")
    check([0x20] + dotted, " a.a.a.")
  }

  @Test(arguments: instructions)
  func `Signatures are the same with all instructions`(instructions: stemma_instructions) {
    var random = RandomText(seed: 3)
    for slots in [2, 4, 32, 64, 128, 256, 512, 100] {
      var sketcher = Sketcher(slotCount: slots, instructions: instructions)
      var portable = Sketcher(slotCount: slots, instructions: stemma_instructions_portable)
      for count in [1, 2, 7, 8, 9, 63, 300, 511, 512, 513, 2000, 9000] {
        let shingles = random.hashes(count: count, different: count)
        let found = sketcher.signature(of: shingles)
        #expect(found == portable.signature(of: shingles), "\(slots) slots, \(count) shingles")
      }
    }
  }

  @Test(arguments: instructions)
  func `Shingles are the same with all instructions`(instructions: stemma_instructions) {
    var random = RandomText(seed: 5)
    for length in [1, 2, 4, 5, 7, 30] {
      for count in [30, 31, 37, 38, 39, 100] {
        let tokens = random.hashes(count: count, different: count)
        var found = [UInt64](repeating: 0, count: count - length + 1)
        stemma_hash_shingles(
          instructions, tokens, count, length, Shingles.multiplier, &found)
        let naive = (0...count - length).map { first in
          tokens[first..<first + length].reduce(0) { $0 &* Shingles.multiplier &+ $1 }
        }
        #expect(found == naive, "\(length) of \(count)")
      }
    }
  }

  @Test(arguments: seeds)
  func `Votes beside a partner are those of the formula, bit by bit`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let count = random.number(0...70)
    func chance() -> Float { Float(random.number(1...1_000_000)) / 2_000_000 }
    let partners = (0..<count).map { _ in random.number(0...3) == 0 ? .infinity : chance() }
    let own = (0..<count).map { _ in chance() }
    let settings = stemma_vote_settings(
      kept: Float(random.number(35...97)) / 100, ordered: Float(random.number(60...97)) / 100,
      neighbours: 4, burst: 200, floor: 0.03)
    let known = (0..<count).map { Float($0) }
    var expected = (votes: known, odds: known)
    for index in 0..<count where partners[index] < .infinity {
      let together = max(
        settings.floor,
        own[index] * saturated(partners[index] * settings.neighbours * settings.burst))
      let beside = settings.kept * settings.ordered / together
      expected.votes[index] = naturalLogarithm(1 - settings.kept + beside)
      expected.odds[index] = -beside
    }
    for instructions in Self.instructions {
      var (votes, odds) = (known, known)
      stemma_vote_anchored(instructions, partners, own, count, settings, &votes, &odds)
      #expect(votes == expected.votes, "\(instructions), seed \(seed)")
      #expect(odds == expected.odds, "\(instructions), seed \(seed)")
    }
  }

  /// The whole matrix of Smith and Waterman.
  private func alignment(
    _ a: [UInt16], _ b: [UInt16], _ scores: [Int], mismatch: Int, gap: Int
  ) -> Int {
    var best = 0
    var above = [Int](repeating: 0, count: b.count + 1)
    for (i, id) in a.enumerated() {
      var row = [0]
      for (j, other) in b.enumerated() {
        let aligned = above[j] + (id == other ? scores[i] : -mismatch)
        row.append(max(0, aligned, above[j + 1] - gap, row[j] - gap))
      }
      best = max(best, row.max() ?? 0)
      above = row
    }
    return best
  }

  @Test(arguments: seeds)
  func `Alignments are those of the whole matrix, at most what is enough`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let room = Int(STEMMA_ALIGNMENT_ROOM)
    for size in [1, 4, 90] {
      let a = random.ids(count: random.number(0...130), below: size).map { UInt16($0) }
      let b =
        a.filter { _ in random.number(0...5) > 0 }
        + random.ids(count: random.number(0...70), below: size).map { UInt16($0) }
      let worth = (0..<size).map { _ in random.number(1...15) }
      let scores = a.map { worth[Int($0)] }
      let (mismatch, gap) = (random.number(1...9), random.number(1...9))
      let expected = alignment(a, b, scores, mismatch: mismatch, gap: gap)
      let margin = [UInt16](repeating: UInt16(STEMMA_ALIGNED_TO_NONE), count: room)
      // What stands in the row from before does not matter.
      var row = [UInt16](repeating: 9, count: b.count + 3 * room)
      var coarse = [UInt8](repeating: 9, count: b.count + 3 * room)
      for instructions in Self.instructions {
        for enough in [60, 255, 2000] {
          let exact = stemma_align_locally(
            instructions, a, a.count, scores.map { UInt16($0) }, margin + b + margin, b.count,
            UInt16(mismatch), UInt16(gap), Int32(enough), &row)
          #expect(Int(exact) == min(expected, enough), "\(instructions), seed \(seed)")
        }
        let found = stemma_align_coarsely(
          instructions, a, a.count, scores.map { UInt8($0) }, margin + b + margin, b.count,
          UInt8(mismatch), UInt8(gap), 255, &coarse)
        #expect(Int(found) == min(expected, 255), "\(instructions), seed \(seed)")
      }
    }
  }

  @Test(arguments: seeds)
  func `Order weighs what the whole table says`(seed: UInt64) {
    var random = RandomText(seed: seed)
    for size in [1, 4, 90] {
      let a = random.ids(count: random.number(0...200), below: size).map { UInt16($0) }
      let b =
        a.filter { _ in random.number(0...5) > 0 }
        + random.ids(count: random.number(0...70), below: size).map { UInt16($0) }
      let c = [UInt16](b.reversed())
      let worth = (0..<size).map { _ in UInt8(random.number(0...255)) }
      let weights = a.map { worth[Int($0)] }
      let room = Int(STEMMA_ALIGNMENT_ROOM)
      let margin = [UInt16](repeating: UInt16(STEMMA_ALIGNED_TO_NONE), count: room)
      // What stands in the rows from before does not matter.
      var rowB = [UInt8](repeating: 9, count: b.count + 3 * room)
      var rowC = rowB
      for instructions in Self.instructions {
        let found = stemma_weigh_order(
          instructions, a, weights, a.count, margin + b + margin, margin + c + margin, b.count,
          &rowB, &rowC)
        #expect(found.b == Self.heaviest(a, b, weights), "\(instructions), seed \(seed)")
        #expect(found.c == Self.heaviest(a, c, weights), "\(instructions), seed \(seed)")
      }
    }
  }

  /// The whole table of the heaviest common subsequence.
  private static func heaviest(_ a: [UInt16], _ b: [UInt16], _ weights: [UInt8]) -> UInt64 {
    var above = [UInt64](repeating: 0, count: b.count + 1)
    for (i, id) in a.enumerated() {
      var row = [0 as UInt64]
      for (j, other) in b.enumerated() {
        row.append(
          max(row[j], above[j + 1], id == other ? above[j] + UInt64(weights[i]) : 0))
      }
      above = row
    }
    return above[b.count]
  }

  @Test(arguments: seeds)
  func `Equal places are counted`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let count = random.number(0...400)
    let a = (0..<count).map { _ in UInt32(random.number(0...3)) << 20 }
    let b = (0..<count).map { _ in UInt32(random.number(0...3)) << 20 }
    let expected = zip(a, b).count { $0 == $1 }
    #expect(stemma_equal_keys(a, b, count) == expected)
    let (shortA, shortB) = (a.map { UInt16($0 >> 20) }, b.map { UInt16($0 >> 20) })
    #expect(stemma_equal_short_keys(shortA, shortB, count) == expected)
  }
}

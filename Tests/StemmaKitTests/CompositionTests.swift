import Foundation
import Testing

@testable import StemmaKit

/// Scalars that Unicode 14 knows and that compose, decompose or combine, with some that do not.
private let pool: [Unicode.Scalar] = {
  let ranges: [ClosedRange<UInt32>] = [
    0x41...0x5A, 0xA0...0x17F, 0x1A0...0x233, 0x300...0x36F, 0x374...0x3CE, 0x400...0x4F9,
    0x591...0x5EA, 0x620...0x6D5, 0x900...0x9DF, 0xA33...0xA5E, 0xB47...0xBCC, 0xC46...0xD4C,
    0xDCA...0xDDE, 0xF40...0xFB9, 0x1025...0x102E, 0x1100...0x1112, 0x1161...0x1175,
    0x11A8...0x11C2, 0x1B05...0x1B43, 0x1DC0...0x1DFF, 0x1E00...0x1FFF, 0x2000...0x212B,
    0x2190...0x22ED, 0x304B...0x30FE, 0xAC00...0xAC3F, 0xD790...0xD7A3, 0xF900...0xFA20,
    0xFB1D...0xFB4E, 0x11099...0x110BA, 0x1D15E...0x1D1C0, 0x2F800...0x2F820,
  ]
  // Swift's library leaves the two marks of which these consist where it finds them.
  let wrongInSwift: Set<UInt32> = [0xF73, 0xF75, 0xF81]
  return ranges.joined().compactMap { Unicode.Scalar($0) }.filter {
    ($0.properties.age?.major ?? 99) <= 14 && !wrongInSwift.contains($0.value)
  }
}()

private let marks = pool.filter { $0.properties.canonicalCombiningClass != .notReordered }

/// Foundation's NFC, then the last step of the rule for forms.
private func naiveComposition(_ text: String) -> [UInt8] {
  let scalars = text.precomposedStringWithCanonicalMapping.unicodeScalars
  return Array(scalars.flatMap { String($0 == "\u{451}" ? "\u{435}" : $0).utf8 })
}

private func composition(_ text: String) -> [UInt8] {
  var form = Array(text.utf8)
  Composition.compose(&form)
  return form
}

private func codes(_ text: String) -> String {
  text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
}

@Suite struct CompositionTests {
  @Test func `Every scalar alone is composed as Foundation composes it`() {
    for scalar in pool {
      let text = String(scalar)
      if composition(text) != naiveComposition(text) { Issue.record("U+\(codes(text))") }
    }
  }

  @Test func `Combining classes are those of Unicode`() {
    for scalar in pool {
      let expected = Int(scalar.properties.canonicalCombiningClass.rawValue)
      let found = Composition.combiningClass(scalar.value)
      if found != expected { Issue.record("U+\(codes(String(scalar))): \(found), \(expected)") }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `Random runs of scalars are composed as Foundation composes them`(seed: UInt64) {
    var random = RandomText(seed: seed)
    for _ in 0..<300 {
      var text = String.UnicodeScalarView()
      for _ in 0..<random.number(1...7) {
        // More marks than letters, so that they meet and must be put in order.
        let from = random.number(1...5) <= 3 ? marks : pool
        text.append(from[random.number(0...from.count - 1)])
      }
      let string = String(text)
      if composition(string) != naiveComposition(string) {
        Issue.record("seed \(seed): U+\(codes(string))")
      }
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `What is composed once stays as it is`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let text = random.text(count: 200, from: [.composed, .decomposed, .kana, .hindi])
    let once = composition(text)
    var twice = once
    Composition.compose(&twice)
    #expect(once == twice, "seed \(seed): \(text)")
  }

  @Test func `Marks are put in order before they are composed`() {
    #expect(composition("\u{59D}\u{F81}") == Array("\u{F71}\u{F80}\u{59D}".utf8))
    #expect(composition("q\u{307}\u{323}") == Array("q\u{323}\u{307}".utf8))
    #expect(composition("a\u{302}\u{323}") == Array("\u{1EAD}".utf8))
  }

  @Test func `A letter ё is a letter е, composed or not`() {
    #expect(composition("ёж") == Array("еж".utf8))
    #expect(composition("е\u{308}ж") == Array("еж".utf8))
    // Capital letters are folded before they come here.
    #expect(composition("Ё") == Array("Ё".utf8))
  }

  @Test func `Hangul syllables are composed from two and from three letters`() {
    #expect(composition("\u{1112}\u{1161}\u{11AB}") == Array("\u{D55C}".utf8))
    #expect(composition("\u{AC00}\u{11A8}") == Array("\u{AC01}".utf8))
    #expect(composition("\u{AC01}\u{11A8}") == Array("\u{AC01}\u{11A8}".utf8))
    #expect(composition("") == [])
  }
}

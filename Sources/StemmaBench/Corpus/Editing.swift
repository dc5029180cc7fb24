internal import StemmaKit

/// Makes derived drafts: as a copy editor does, and as somebody does who rewords.
struct Editing {
  let ranks: ZipfRanks

  /// Edits each word with the probability of `rate`: of five edits three put another word, one
  /// takes the word out, one puts a word after it.
  func copy(
    _ base: [Item], rate: Double, _ generator: inout SplitMix64, into items: inout [Item]
  ) {
    for item in base {
      guard item.isWord, generator.chance(rate) else {
        items.append(item)
        continue
      }
      switch generator.below(5) {
      case 0: break
      case 1: items += [item, any(&generator)]
      default: items.append(any(&generator))
      }
    }
  }

  /// Rewords sentence by sentence, in order.
  ///
  /// Words are kept in runs, since who rewords changes phrases: a word behind a kept one is kept a
  /// little more often. Else it gives way to a synonym, or goes. Names and numbers mostly stay.
  ///
  /// - Parameter kept: the share of words that are kept.
  func rewrite(
    _ base: [Item], kept: Double, _ generator: inout SplitMix64, into items: inout [Item]
  ) {
    var start = 0
    for index in base.indices {
      switch base[index].kind {
      case .paragraphEnd:
        items.append(base[index])
        start = index + 1
      case .stop:
        if start == 0 || !generator.chance(0.08) {
          reword(sentence(base, start..<index, &generator), kept, &generator, into: &items)
          items.append(base[index])
        }
        start = index + 1
      default: break
      }
    }
  }

  /// The items of a sentence, now and then with its clauses swapped or a quotation made indirect.
  private func sentence(
    _ base: [Item], _ range: Range<Int>, _ generator: inout SplitMix64
  ) -> [Item] {
    let sentence = base[range]
    if sentence.first?.kind == .quotationStart {
      guard generator.below(4) == 0 else { return Array(sentence) }
      return sentence.filter { $0.kind != .quotationStart && $0.kind != .quotationEnd }
    }
    let commas = sentence.indices.filter { sentence[$0].kind == .comma }
    guard !commas.isEmpty, generator.below(5) == 0 else { return Array(sentence) }
    let comma = commas[commas.count / 2]
    return sentence[(comma + 1)...] + [Item(.comma)] + sentence[..<comma]
  }

  private func reword(
    _ sentence: [Item], _ kept: Double, _ generator: inout SplitMix64, into items: inout [Item]
  ) {
    // A Markov chain of which the share of kept words is `kept`.
    let afterKept = kept + 0.1
    let afterChanged = kept * (1 - afterKept) / (1 - kept)
    var wasKept = generator.chance(kept)
    for item in sentence {
      guard item.isWord else {
        items.append(item)
        continue
      }
      wasKept = generator.chance(wasKept ? afterKept : afterChanged)
      if wasKept || item.kind != .word && generator.chance(0.7) {
        items.append(item)
        continue
      }
      let roll = generator.below(20)
      if roll < 16 { items.append(replacement(of: item, &generator)) }
      if roll >= 13, roll < 16 { items.append(any(&generator)) }
    }
  }

  private func replacement(of item: Item, _ generator: inout SplitMix64) -> Item {
    guard item.kind == .word, item.value >= Vocabulary.commonest else {
      return Item(.word, generator.below(Vocabulary.commonest))
    }
    return Item(.word, Vocabulary.synonym(of: item.value))
  }

  private func any(_ generator: inout SplitMix64) -> Item {
    Item(.word, ranks.rank(generator.next()))
  }
}

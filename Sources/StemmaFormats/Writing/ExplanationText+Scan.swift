internal import StemmaKit

extension ExplanationText {
  /// How the pair came to be compared or not, and what became of it, a sentence each.
  func of(_ scan: ScanTrace) -> [String] {
    let sentences = comparison(scan.candidacy) + phrases(scan.candidacy) + words(scan.candidacy)
    return (sentences + outcome(scan)).flatMap { sentence in
      Wrap(first: "  - ", next: "    ", style: style).lines(Wrap.words(sentence))
    }
  }

  private func comparison(_ candidacy: Candidacy) -> [String] {
    let first: String
    switch candidacy.way {
    case .everyPair: first = "Compared: in a collection this small every pair is."
    case .sameText:
      return ["Not compared: the texts are the same, and each is a duplicate of the first of them."]
    case .phrases: first = "Compared, because of phrases in common."
    case .words: first = "Compared, because of rare words in common."
    case .none: first = "Not compared: too little in common was found."
    }
    let stands = [(a, candidacy.firsts.a), (b, candidacy.firsts.b)].compactMap { name, first in
      id(first) == name
        ? nil : "\(name) has the same text as \(id(first)), which was compared in its place."
    }
    return stands + [first]
  }

  private func phrases(_ candidacy: Candidacy) -> [String] {
    guard let phrases = candidacy.phrases else { return [] }
    let all =
      "Phrases: \(phrases.slots) of \(phrases.sampled) sampled phrases are the same; \(phrases.plain) that few texts have, \(phrases.stars) that many have"
    let common = phrases.common > 0 ? ", \(phrases.common) that are common matter" : ""
    let asked =
      " (\(phrases.least) or more make a pair\(phrases.common > 0 ? ", with common matter \(phrases.leastWithCommon)" : ""))"
    let elsewhere =
      phrases.isPairedElsewhere
      ? "; enough, but only phrases that many texts have, by which \(b) was paired with another."
      : phrases.isEnough ? ": enough." : ": not enough."
    return [all + common + asked + elsewhere]
  }

  private func words(_ candidacy: Candidacy) -> [String] {
    let spokenFor = [(a, candidacy.isSpokenFor.a), (b, candidacy.isSpokenFor.b)].filter(\.1).map {
      "\($0.0) has so many near-copies that the first of them was searched by words in its place."
    }
    guard let words = candidacy.words else { return spokenFor }
    var sentences = [
      "Words: \(words.slots) of \(words.sampled) sampled words are the same; \(words.counted) of them rare enough to count, with a rarity of \(decimal(words.weight)) together (\(Int(words.leastWeight)) or more make a pair): \(words.isEnough ? "enough" : "not enough")."
    ]
    guard words.isEnough, words.isDerivationAsked else { return sentences }
    if words.sharesPhrase {
      sentences.append("They share a phrase, so they may be derived.")
    } else if words.tokens < words.leastTokens {
      sentences.append(
        "They share no phrase, and the shorter text has \(words.tokens) words: below \(words.leastTokens) it is no rewrite."
      )
    } else {
      sentences.append(
        "They share no phrase; \(percent(words.containment)) of the words of the smaller text stand in the other, as far as the samples tell (a rewrite: \(percent(words.leastContainment)) or more): \(words.isPlausible ? "enough" : "not enough")."
      )
    }
    return sentences
  }

  private func outcome(_ scan: ScanTrace) -> [String] {
    var sentences: [String] = []
    if let stage = scan.stage, stage != .passages {
      sentences.append(
        "The scan looked at \(Self.name(stage)); what was left could not make the two \(Self.atLeast(scan.leastRelation))."
      )
    }
    if let taken = scan.takenBack {
      sentences.append(
        "Taken back: by itself the pair is \(Self.one(taken.whole.relation)), but what it rests on is common matter."
      )
    }
    if scan.isReported {
      let witness = explanation.finding.witness.map { ", by way of \(id($0))" } ?? ""
      let apart =
        scan.isAside
        ? ", but joins no story: but for the passage the two tell different things, or one recalls in it what the other told days before"
        : explanation.finding.relation.isDerivation && !scan.isOfOneStory
          ? ", but the two are of different stories, which a passage or a round-up does not join"
          : ""
      sentences.append("Reported\(witness)\(apart).")
    } else if scan.takenBack != nil {
      sentences.append("Not reported.")
    } else if explanation.finding.relation == .none {
      sentences.append("Not reported: no line of the rule holds.")
    } else if explanation.finding.relation >= scan.leastRelation {
      sentences.append(
        "Not reported. What follows is what a comparison would have come to.")
    } else {
      sentences.append(
        "Not reported: asked for was \(Self.atLeast(scan.leastRelation)); --min-relation changes that."
      )
    }
    return sentences
  }

  private static func atLeast(_ relation: Relation) -> String {
    switch relation {
    case .none: "any pair"
    case .sameStory: "the same story or closer"
    case .excerpt: "an excerpt or closer"
    case .rewrite: "a rewrite or closer"
    case .copy: "a copy or closer"
    case .duplicate: "a duplicate"
    }
  }

  private static func one(_ relation: Relation) -> String {
    relation == .excerpt ? "an excerpt" : "a \(relation.rawValue)"
  }

  private static func name(_ stage: EvidenceStage) -> String {
    switch stage {
    case .words: "the words of both and no further"
    case .names: "the words, names and numbers of both and no further"
    case .phrases: "words, names and runs of three words and no further"
    case .order: "all but runs of five words and passages"
    case .resemblance: "all but the passages"
    case .passages: "everything"
    }
  }
}

internal import ArgumentParser

/// A text for people about what the reports say: `stemma relations` and `stemma help relations`.
protocol Topic: ParsableCommand {
  static var abstract: String { get }
  static var text: String { get }
}

extension Topic {
  static var configuration: CommandConfiguration {
    CommandConfiguration(abstract: abstract, discussion: text)
  }

  func run() throws {
    let sink = try OutputSink(nil)
    try sink.write(Array("\(Self.abstract)\n\n\(Self.text)\n".utf8))
    try sink.finish()
  }
}

struct Relations: Topic {
  static let abstract = "What duplicate, copy, rewrite, excerpt and same-story mean."

  static let text = """
    duplicate    The same text, but for spelling, punctuation and case.

    copy         The same text, edited: whole runs of words are kept.

    rewrite      Reworded, sentence by sentence, but told in the same order.
                 Two reporters who work on their own do not tell it in the
                 same order. Texts under 100 words are never rewrites.

    excerpt      A passage of one stands in the other; the rest is different.

    same-story   Rare names, numbers and facts in common, but neither order nor
                 wording: independent reports of one event, or a paraphrase
                 too deep to prove.

    The first four are derivations: one text was made from the other, or both
    from a third one. The first that fits names the pair.

    Confidence   How far the evidence lies beyond the line that makes it a
                 rewrite, an excerpt and so on: .5 where it just reaches it,
                 near 1 where it is twice as strong. It is no probability.

    Direction    Who took from whom. It is known from dates, from quotations
                 that became indirect speech, from the other texts of the
                 story, or from you (--known-source); never from which text is
                 longer. Where none of these decides it is left open.

    Story        Texts made from one another, with their likely origin and a
                 tree of who took from whom.

    A finding is evidence, not a verdict: two reports that follow one press
    release closely can look like a rewrite. Read the passages.
    """
}

struct ScoresTopic: Topic {
  static let configuration = CommandConfiguration(
    commandName: "scores", abstract: abstract, discussion: text)

  static let abstract = "What the figures of a comparison mean."

  static let text = """
    Every score is from 0 to 1, but for local_alignment. Rare words weigh more
    than common ones; words that every text has weigh nothing.

    coverage           How much of the lighter text comes in the same order in
                       the other, beyond what chance would give. .32 makes a
                       rewrite.
    coverage_a, _b     The same for each text as a whole.
    coverage_unquoted  The same outside quotation marks, since two reporters
                       may quote the same speech. .29 for a rewrite or a copy.

    resemblance        Runs of five words that both have, of all that either
                       has (Jaccard). .25 makes a copy. Tools that look for
                       near-duplicates measure this.
    containment_a, _b  The share of one text's runs of three words that the
                       other has: near 1 if all of it stands there.

    local_alignment    The best passage that both have, outside quotation
                       marks: a word counts 1 to 4, a difference less than
                       nothing. 40 makes an excerpt, at most 100.

    word_overlap       How much of the lighter text's words the other has, in
                       any order.
    names_shared       Names and numbers of both, of the fewer that one has.
    rare_words         How alike the rare words of both are. .12 makes the
                       same story.

    In words: high coverage and low resemblance is a rewrite; low coverage and
    high rare_words is the same story told independently. docs/relations.md has
    the formulas and what was measured.
    """
}

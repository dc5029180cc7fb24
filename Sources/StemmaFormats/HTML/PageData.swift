internal import StemmaKit

/// What a page knows before a story is opened: everything but texts and alignments.
struct PageData: Encodable {
  struct Run: Encodable {
    struct Parameter: Encodable {
      var name: String
      var value: String
    }
    struct LeftOut: Encodable {
      var path: String
      var reason: String
    }
    var version: String
    var date: String
    var digest: String
    var parameters: [Parameter]
    var leftOut: [LeftOut]
  }

  struct Counts: Encodable {
    var documents: Int
    var outlets: Int
    var stories: Int
    /// Texts in stories.
    var texts: Int
    /// Pairs of which one text was made from the other, or both from a third.
    var derivations: Int
    /// Such pairs by what their relation is called.
    var kinds: [String: Int]
    var compared: Int
  }

  struct Document: Encodable {
    var id: String
    var title: String
    var source: String?
    var date: String?
    var url: String?
    /// Set where only the beginning of the text is in the page.
    var cut: Bool?
    /// Set where the page has no more room for the text.
    var missing: Bool?
  }

  struct Pair: Encodable {
    /// Numbers of documents: on the left the source, where it is known.
    var left: Int
    var right: Int
    /// What the relation is called: see ``PairFinding/manner``.
    var relation: String
    /// Whether the left text was first.
    var decided: Bool
    var confidence: Double
    var coverage: Double
    /// Seconds by which the right text is later.
    var delay: Int?
    /// The text that both were made from, where neither was made from the other.
    var common: Int?
    var story: Int?
  }

  /// Words that many texts share and that were not counted as reuse.
  struct CommonMatter: Encodable {
    var texts: Int
    var words: String
  }

  struct Story: Encodable {
    struct Edge: Encodable {
      var derivative: Int
      var source: Int
      /// Set where another text may have been the source.
      var likely: Bool?
    }
    var members: [Int]
    var origin: Int?
    var edges: [Edge]
    var pairs: [Int]
    var lead: Int
    /// Texts that are one side of a rewording by another outlet.
    var reworded: Int
    var membersLeftOut: Int
    var pairsLeftOut: Int
  }

  /// `scan` or `compare`.
  var kind: String
  var run: Run
  var counts: Counts
  var remarks: [String]
  var account: OutletAccount
  var documents: [Document]
  var stories: [Story]
  var pairs: [Pair]
  var commonMatter: [CommonMatter]
}

/// What a page knows of one pair: read when it is opened.
struct PageAlignment: Encodable {
  /// What the texts are called where both are spoken of.
  var leftName: String
  var rightName: String
  var sentence: String
  var reasons: [String]
  var scores: [String: Double]
  var rows: [RowMarks]
  /// What changed in meaning, of the pair's first text `a` and its second.
  var changes: [ChangeReport] = []
  /// Passages that stand in what was cut off.
  var passagesBeyond: Int
  /// Set where the pair's first text stands on the right.
  var turned: Bool?
}

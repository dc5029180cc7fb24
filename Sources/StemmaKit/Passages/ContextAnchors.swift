/// Places where two texts have the same two different words close together.
///
/// A shared word proves little, a shared word beside the same shared neighbour much more. For each
/// token the anchors name the place in the other text, and the neighbour.
struct ContextAnchors {
  struct Link {
    /// The token itself.
    var token: Int32
    /// A token of the other text.
    var place: Int32
    /// The id of the neighbour that both places share.
    var partner: Int32
  }

  /// The links of token *i* are `links[starts[i] ..< starts[i + 1]]`.
  let starts: [Int32]
  let links: [Link]

  /// The anchors of both texts of a pair.
  ///
  /// - Complexity: O(*d* (*n* + *m*)) and the number of anchors, with *d* the anchor distance.
  static func between(_ a: PassageSequence, _ b: PassageSequence, _ settings: PassageSettings) -> (
    a: ContextAnchors, b: ContextAnchors
  ) {
    let matches = NeighbourIndex(b, comparedWith: a, settings).matches(in: a)
    return (
      ContextAnchors(matches, isMirrored: false, in: a),
      ContextAnchors(matches, isMirrored: true, in: b)
    )
  }

  /// Both words of a match are linked, each with the other as its partner.
  ///
  /// - Parameter isMirrored: whether `text` is the indexed text of the matches.
  private init(
    _ matches: [NeighbourIndex.Match], isMirrored: Bool, in text: PassageSequence
  ) {
    var allStarts = [Int32](repeating: 0, count: text.count + 1)
    var allLinks = [Link](repeating: Link(token: 0, place: 0, partner: 0), count: 2 * matches.count)
    let (matches, words) = (matches.span, text.words.span)
    var starts = allStarts.mutableSpan
    var links = allLinks.mutableSpan
    var index = 0
    while index < matches.count {
      let here = isMirrored ? matches[index].indexed : matches[index].asked
      starts[Int(here.low)] &+= 1
      starts[Int(here.high)] &+= 1
      index += 1
    }
    var end: Int32 = 0
    index = 0
    while index < starts.count {
      end &+= starts[index]
      starts[index] = end
      index += 1
    }
    // From behind: then the ends become the starts.
    index = matches.count
    while index > 0 {
      index -= 1
      let match = matches[index]
      let (here, there) = isMirrored ? (match.indexed, match.asked) : (match.asked, match.indexed)
      let (low, high) = (Int(here.low), Int(here.high))
      starts[low] &-= 1
      links[Int(starts[low])] = Link(
        token: here.low, place: there.low, partner: words[high])
      starts[high] &-= 1
      links[Int(starts[high])] = Link(
        token: here.high, place: there.high, partner: words[low])
    }
    self.starts = allStarts
    self.links = allLinks
  }
}

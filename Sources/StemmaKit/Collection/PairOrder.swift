/// The order in which the pairs of a collection are judged.
///
/// A text stands in several pairs, most of them within one story, and has to be read, cut and weighed
/// for each unless it is still at hand. So pairs follow each other as one text leads to the next:
/// documents are numbered breadth first along their pairs (Cuthill and McKee, ACM 1969), which keeps
/// those close together that have to do with each other.
enum PairOrder {
  /// The places of the pairs, in the order in which these are best judged.
  ///
  /// - Parameter documents: how many there are.
  /// - Complexity: O(*n* + *p* log *p*) for *p* pairs of *n* documents.
  static func places(_ pairs: [Candidate], documents: Int) -> [Int] {
    let numbers = numbers(Neighbours(pairs, documents: documents), documents: documents)
    let keyed = pairs.enumerated().map { place, pair in
      let (x, y) = (numbers[pair.a], numbers[pair.b])
      return (first: min(x, y), second: max(x, y), place: place)
    }
    return keyed.sorted { $0 < $1 }.map(\.place)
  }

  private static func numbers(_ neighbours: Neighbours, documents: Int) -> [Int32] {
    var numbers = [Int32](repeating: -1, count: documents)
    var queue: [Int] = []
    queue.reserveCapacity(documents)
    for document in 0..<documents where numbers[document] < 0 {
      var next = queue.count
      numbers[document] = Int32(next)
      queue.append(document)
      while next < queue.count {
        for other in neighbours[queue[next]] where numbers[Int(other)] < 0 {
          numbers[Int(other)] = Int32(queue.count)
          queue.append(Int(other))
        }
        next += 1
      }
    }
    return numbers
  }

  /// The documents that each stands in a pair with.
  private struct Neighbours {
    private var starts: [Int]
    private var list: [Int32]

    init(_ pairs: [Candidate], documents: Int) {
      starts = [Int](repeating: 0, count: documents + 1)
      for pair in pairs {
        starts[pair.a + 1] += 1
        starts[pair.b + 1] += 1
      }
      for document in 0..<documents { starts[document + 1] += starts[document] }
      var next = starts
      list = [Int32](repeating: 0, count: 2 * pairs.count)
      for pair in pairs {
        list[next[pair.a]] = Int32(pair.b)
        list[next[pair.b]] = Int32(pair.a)
        next[pair.a] += 1
        next[pair.b] += 1
      }
    }

    subscript(document: Int) -> ArraySlice<Int32> { list[starts[document]..<starts[document + 1]] }
  }
}

import Testing

@testable import StemmaKit

/// A random forest: every item may hang from one before it, under shuffled names.
private func randomForest(_ count: Int, _ random: inout RandomText, isTree: Bool = false) -> Forest
{
  var names = Array(0..<count)
  for place in names.indices.reversed().dropLast() {
    names.swapAt(place, random.number(0...place))
  }
  var parents = [Int](repeating: -1, count: count)
  for place in names.indices.dropFirst() where isTree || random.number(0...5) > 0 {
    parents[names[place]] = names[random.number(0...place - 1)]
  }
  return Forest(parents: parents)
}

private func line(_ forest: Forest, _ item: Int) -> [Int] {
  var line = [item]
  while forest.parents[line[line.count - 1]] >= 0 {
    line.append(forest.parents[line[line.count - 1]])
  }
  return line
}

private func ways(_ forest: Forest) -> Set<Set<Int>> {
  Set(forest.order.filter { forest.parents[$0] >= 0 }.map { [$0, forest.parents[$0]] })
}

@Suite struct ForestTests {
  @Test(arguments: 0..<50 as Range<UInt64>)
  func `Places, lines and meetings are what climbing finds`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let forest = randomForest(random.number(1...20), &random)
    #expect(forest.order.sorted() == Array(forest.parents.indices))
    #expect(Set(forest.roots) == Set(forest.order.filter { forest.parents[$0] < 0 }))
    for x in forest.order {
      #expect(forest.subtree(x).count == forest.order.filter { line(forest, $0).contains(x) }.count)
      for y in forest.order {
        #expect(forest.isWithin(x, y) == line(forest, x).contains(y))
        #expect(forest.meeting(x, y) == line(forest, x).first { line(forest, y).contains($0) })
        if x != y, forest.isWithin(x, y) {
          let child = forest.child(of: y, towards: x)
          #expect(forest.parents[child] == y && forest.isWithin(x, child))
        }
      }
    }
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `Hung from another root it has the same ways`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let forest = randomForest(random.number(1...15), &random)
    for root in forest.order {
      let turned = forest.rerooted(at: root)
      #expect(turned.parents[root] == -1)
      #expect(ways(turned) == ways(forest))
    }
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `The spanning tree has the heaviest lightest way between any two`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let count = random.number(2...12)
    var weights = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    var links: [Forest.Link] = []
    for y in 1..<count {
      for x in 0..<y where random.number(0...2) > 0 {
        weights[x][y] = Double(random.number(1...1000))
        weights[y][x] = weights[x][y]
        links.append(.init(x: x, y: y, weight: weights[x][y]))
      }
    }
    let forest = Forest.spanning(count, heaviestFirst: links.sorted { $0.weight > $1.weight })
    // The widest way of all, by trying every item between (Floyd 1962).
    var widest = weights
    for middle in 0..<count {
      for x in 0..<count {
        for y in 0..<count where x != y {
          widest[x][y] = max(widest[x][y], min(widest[x][middle], widest[middle][y]))
        }
      }
    }
    for x in 0..<count {
      for y in 0..<count where x != y {
        guard let meeting = forest.meeting(x, y) else {
          #expect(widest[x][y] == 0)
          continue
        }
        var narrowest = Double.infinity
        for start in [x, y] {
          var item = start
          while item != meeting {
            narrowest = min(narrowest, weights[item][forest.parents[item]])
            item = forest.parents[item]
          }
        }
        #expect(narrowest == widest[x][y], "seed \(seed)")
      }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `The charge of a root is what it turns round`(seed: UInt64) {
    var random = RandomText(seed: seed)
    let forest = randomForest(random.number(2...10), &random, isTree: true)
    let count = forest.order.count
    let votes = (0..<random.number(0...6)).compactMap { _ -> RootEvidence.Vote? in
      let (x, y) = (random.number(0...count - 1), random.number(0...count - 1))
      return x == y ? nil : .init(derivative: x, source: y, words: random.number(1...8))
    }
    let charges = (0..<count).map { root in
      let turned = forest.rerooted(at: root)
      return votes.filter { turned.isWithin($0.source, $0.derivative) }.reduce(0) { $0 + $1.words }
    }
    let found = RootEvidence(forest, votes: votes)
    let least = charges.min() ?? 0
    #expect(found.isPossible == charges.map { $0 < least + RootEvidence.margin }, "seed \(seed)")
    if let likeliest = found.likeliest {
      #expect(charges[likeliest] == least)
      let distance = { (root: Int) in
        forest.order.reduce(0) { $0 + line(forest.rerooted(at: root), $1).count }
      }
      for root in 0..<count where charges[root] == least && root != likeliest {
        #expect(distance(root) > distance(likeliest))
      }
    }
    if charges.allSatisfy({ $0 < least + RootEvidence.margin }) { #expect(found.likeliest == nil) }
  }
}

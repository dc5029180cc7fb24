internal import StemmaKit

/// The texts that a page shows, as far as it has room for them.
struct PageShelf: Sendable {
  private let shelf: any TextShelf
  private let numbers: [Int32]
  private let limit: Int
  /// Documents of the scan, by their number in the page.
  let shown: [Int]
  /// By number in the page: the title, whether the text is held, and whether it is cut.
  private(set) var titles: [String] = []
  private var held: [Bool] = []
  private var cut: [Bool] = []

  init(
    _ shelf: any TextShelf, _ result: ScanResult, _ shown: [Int], _ limits: PageLimits
  ) throws {
    self.shelf = shelf
    self.shown = shown
    numbers = result.textNumbers
    limit = limits.text
    var room = limits.texts
    for document in shown {
      let text = try shelf.text(Int(numbers[document]))
      titles.append(result.documents[document].title ?? result.openingLines.title(text))
      let count = min(text.count, limit)
      held.append(count <= room)
      cut.append(text.count > limit)
      if count <= room { room -= count }
    }
  }

  func isHeld(_ number: Int) -> Bool { held[number] }
  func isCut(_ number: Int) -> Bool { cut[number] }

  /// The number in the page of a document of the scan.
  func number(_ document: Int) -> Int? {
    var (low, high) = (0, shown.count)
    while low < high {
      let middle = (low + high) / 2
      if shown[middle] < document { low = middle + 1 } else { high = middle }
    }
    return low < shown.count && shown[low] == document ? low : nil
  }

  /// The text of a document of the scan.
  func text(_ document: Int) throws -> PageText {
    PageText(try shelf.text(Int(numbers[document])), limit: limit)
  }
}

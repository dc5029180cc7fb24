/// A benchmark for people: two tables within 80 columns.
public struct BenchText {
  private let report: BenchReport

  public init(_ report: BenchReport) { self.report = report }

  public var text: String {
    var lines = heading + [""]
    lines.append(
      row("stage", ["seconds", "least to most", "MB/s", "docs/s", "ns/shingle"], Self.stageWidths))
    for stage in report.stages {
      lines.append(
        row(
          stage.name,
          seconds(stage.seconds) + [
            fixed(stage.megabytesPerSecond, 1), fixed(stage.documentsPerSecond, 0),
            fixed(stage.nanosecondsPerShingle, 2),
          ], Self.stageWidths))
    }
    if !report.searches.isEmpty { lines += [""] + searches }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let nameWidth = 20
  private static let stageWidths = [9, 18, 9, 10, 12]
  private static let searchWidths = [9, 18, 8, 7, 10, 8]

  private var heading: [String] {
    let corpus = report.corpus
    var lines = [
      "stemma \(report.version) on \(report.cpu)",
      "\(count(report.threads, "thread")), median of \(count(report.runs, "run"))",
      "\(count(corpus.documents, "document")), \(fixed(Double(corpus.bytes) / 1e6, 1)) MB of text, \(count(corpus.shingles, "shingle"))",
    ]
    if let copies = corpus.nearDuplicates, let rewrites = corpus.rewrites, let seed = corpus.seed {
      lines.append(
        "\(count(copies, "near-duplicate")) and \(count(rewrites, "rewrite")) among them, seed \(seed)"
      )
    }
    return lines
  }

  private var searches: [String] {
    var lines = [
      row(
        "search", ["seconds", "least to most", "MB/s", "recall", "precision", "peak MB"],
        Self.searchWidths)
    ]
    for search in report.searches {
      lines.append(
        row(
          search.name,
          seconds(search.seconds) + [
            fixed(search.megabytesPerSecond, 1), share(search.recall), share(search.precision),
            fixed(search.peakMegabytes, 0),
          ], Self.searchWidths))
      for stage in search.stages {
        lines.append(row("  " + stage.name, seconds(stage.seconds), Self.searchWidths))
      }
      if let recall = search.recallOfRewrites {
        lines.append(
          row("  rewrites alone", ["", "", "", share(recall), "", ""], Self.searchWidths))
      }
    }
    return lines
  }

  private func seconds(_ seconds: BenchReport.Seconds) -> [String] {
    let places = seconds.median < 100 ? 3 : 0
    return [
      fixed(seconds.median, places),
      "\(fixed(seconds.least, places)) to \(fixed(seconds.most, places))",
    ]
  }

  private func share(_ share: Double?) -> String { share.map { fixed($0, 3) } ?? "-" }

  private func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private func row(_ name: String, _ cells: [String], _ widths: [Int]) -> String {
    var line = name + String(repeating: " ", count: max(0, Self.nameWidth - name.count))
    for (cell, width) in zip(cells, widths) {
      line += String(repeating: " ", count: max(1, width - cell.count)) + cell
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}

internal import ArgumentParser
internal import StemmaFormats
internal import StemmaKit

/// Reads a collection, lays its texts aside and scans it.
struct CollectionRun {
  var scan: CollectionScan
  var memory: MemorySize?
  var ignoresDates = false

  /// What the scan found, and the texts.
  ///
  /// - Throws: an exit code, having told why, where texts cannot be laid aside.
  func result(
    _ reader: DocumentReader, _ log: inout ProblemLog, _ progress: Progress
  ) throws -> (ScanResult, any TextShelf) {
    var scan = scan
    let spool = TextSpool(
      memory: min(192 << 20, (memory?.bytes ?? .max) / 16), records: reader.recordFiles)
    if let memory { scan.memory = MemoryBudget(bytes: memory.bytes, threads: scan.threads) }
    var collection = SketchedCollection(
      rows: SketchRows(memory: scan.memory.sketches) { try ScratchFile() })
    do {
      try Ingest<DocumentPreparer>(threads: scan.threads, spool: spool)
        .run(reader, &log, progress) { document in
          var document = document
          if ignoresDates { document.head.date = nil }
          try collection.add(document)
        }
      let texts: any TextShelf = try spool.finish()
      let result = try scan.scan(consume collection, texts: texts) { progress.advance($0) }
      return (result, texts)
    } catch let error as ScratchError {
      throw Self.told(error, progress)
    }
  }

  /// Tells that scratch space failed; the exit code to end with.
  static func told(_ error: ScratchError, _ progress: Progress) -> ExitCode {
    progress.endStage()
    Terminal.complain(error.description)
    return ExitCode(74)
  }
}

internal import StemmaBench

#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// A folder for the files of a benchmark, which goes with the run, also where it is stopped.
final class ScratchFolder {
  private let path: String

  init() throws(FileFailure) {
    let parent = Terminal.environment("TMPDIR") ?? "/tmp"
    var template = Array("\(parent)/stemma-bench-XXXXXX".utf8CString)
    guard
      let made = template.withUnsafeMutableBufferPointer({ buffer in
        mkdtemp(buffer.baseAddress!).map { String(cString: $0) }
      })
    else { throw FileFailure(path: parent, code: errno) }
    path = made
    Unfinished.scratch = files + [path]
  }

  deinit { remove() }

  var corpus: String { path + "/corpus.jsonl" }
  var times: String { path + "/times.tsv" }

  func found(_ search: Search) -> String {
    switch search {
    case .nearDuplicates: path + "/near-duplicates.json"
    case .derivations: path + "/derivations.json"
    }
  }

  func remove() {
    for file in files { unlink(file) }
    rmdir(path)
    Unfinished.scratch = []
  }

  private var files: [String] { [corpus, times, found(.nearDuplicates(0)), found(.derivations)] }
}

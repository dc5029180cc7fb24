internal import StemmaBench

/// What several runs of one search took, and where the last wrote what it found.
struct SearchRun {
  let search: Search
  let measurement: Measurement
  let peakMemory: Int
  let stages: SearchStages
  let output: String

  /// - Returns: `nil`, having told, where the search does not end well.
  init?(
    _ search: Search, _ path: String, threads: Int, runs: Int, scratch: ScratchFolder
  ) throws {
    self.search = search
    output = scratch.found(search)
    guard let program = Host.program else {
      Terminal.complain("cannot tell where this program lies, which runs the searches")
      return nil
    }
    var seconds: [Double] = []
    var peak = 0
    var stages = SearchStages()
    for _ in 0..<runs {
      let child = try ChildProcess.run(
        program, search.arguments(path, threads: threads, to: output, times: scratch.times)
      ) { Unfinished.child = $0 }
      // Where something was left out the code is 2, and the rest was done.
      guard child.status == 0 || child.status == 2 else {
        Terminal.complain(
          "the search \"\(search.name)\" ended with \(child.status) and is left out")
        return nil
      }
      seconds.append(child.seconds)
      peak = max(peak, child.peakMemory)
      try stages.add(timesIn: scratch.times)
    }
    measurement = Measurement(seconds)
    peakMemory = peak
    self.stages = stages
  }
}

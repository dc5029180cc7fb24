import Foundation

/// What a run of the program came to.
struct Outcome: Sendable {
  /// The exit code, or the number of the signal that ended it.
  var status: Int32
  var isSignal: Bool
  var output: [UInt8]
  var errors: String

  var text: String { String(decoding: output, as: UTF8.self) }
  /// The lines on standard error.
  var sentences: [String] { errors.split(separator: "\n").map(String.init) }

  func scan() throws -> ScanOutput { try JSONDecoder().decode(ScanOutput.self, from: Data(output)) }
  func pair() throws -> PairOutput { try JSONDecoder().decode(PairOutput.self, from: Data(output)) }
}

/// The program under test, run as a user runs it.
enum Program {
  struct NotFound: Error {}

  /// A run that takes longer than this is ended, and its test then fails.
  private static let patience: TimeInterval = 300

  /// The program lies beside the bundle of the tests.
  static let location: URL? = {
    let places = CommandLine.arguments + Bundle.allBundles.map(\.bundlePath)
    for place in places {
      var url = URL(filePath: place).standardizedFileURL
      while url.path.count > 1 {
        let program = url.deletingLastPathComponent().appending(path: "stemma")
        if url.pathExtension == "xctest",
          FileManager.default.isExecutableFile(atPath: program.path)
        {
          return program
        }
        url.deleteLastPathComponent()
      }
    }
    return nil
  }()

  /// Runs the program to its end.
  static func run(
    _ arguments: [String], input: some Sequence<UInt8> = [], environment: [String: String] = [:],
    in folder: String? = nil
  ) async throws -> Outcome {
    await gate.enter()
    do {
      let run = try Run(arguments, input: Data(input), environment: environment, folder: folder)
      let outcome = try await run.finish()
      await gate.leave()
      return outcome
    } catch {
      await gate.leave()
      throw error
    }
  }

  /// Lets a few runs go at a time: hundreds at once would only be in each other's way.
  private static let gate = Gate(max(2, ProcessInfo.processInfo.activeProcessorCount))

  private actor Gate {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) { free = count }

    func enter() async {
      if free > 0 { free -= 1 } else { await withCheckedContinuation { waiting.append($0) } }
    }

    func leave() {
      if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
  }

  /// A run that has begun. Its streams are files, so that nothing waits for a full pipe.
  final class Run: Sendable {
    private let process = Process()
    private let folder: TemporaryFolder
    private let ended: AsyncStream<Void>

    init(
      _ arguments: [String], input: Data = Data(), environment: [String: String] = [:],
      folder: String? = nil, output: FileHandle? = nil, errors: FileHandle? = nil
    ) throws {
      guard let program = Program.location else { throw NotFound() }
      let streams = try TemporaryFolder()
      self.folder = streams
      process.executableURL = program
      process.arguments = arguments
      if let folder { process.currentDirectoryURL = URL(filePath: folder) }
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
      let files = try ["in", "out", "err"].map { URL(filePath: try streams.write($0, [])) }
      try input.write(to: files[0])
      process.standardInput = try FileHandle(forReadingFrom: files[0])
      process.standardOutput = try output ?? FileHandle(forWritingTo: files[1])
      process.standardError = try errors ?? FileHandle(forWritingTo: files[2])
      let (ended, end) = AsyncStream.makeStream(of: Void.self)
      self.ended = ended
      process.terminationHandler = { _ in end.finish() }
      try process.run()
      DispatchQueue.global().asyncAfter(deadline: .now() + Program.patience) { [process] in
        if process.isRunning { process.terminate() }
      }
    }

    var isRunning: Bool { process.isRunning }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    func finish() async throws -> Outcome {
      for await _ in ended {}
      return Outcome(
        status: process.terminationStatus, isSignal: process.terminationReason == .uncaughtSignal,
        output: try folder.bytes("out"),
        errors: String(decoding: try folder.bytes("err"), as: UTF8.self))
    }
  }
}

/// A file to be read, and the id of its document.
struct SourceFile {
  /// `nil` for standard input.
  var path: RawPath?
  var id: String
  var kind: FileKind
}

/// Finds the documents below the paths that a user gives.
struct FolderWalk {
  private(set) var files: [SourceFile] = []
  private(set) var problems: [InputProblem] = []
  /// Files of kinds that are not read from folders.
  private(set) var passedOver = 0
  private var visited: Set<FileStatus.FileIdentity> = []
  private var foldersVisited: Set<FileStatus.FileIdentity> = []

  /// - Parameter isOnly: the user gave one path; ids in its folder then need no prefix.
  mutating func add(_ path: String, isOnly: Bool) {
    if path == "-" {
      files.append(
        SourceFile(
          path: nil, id: "-", kind: FileKind(name: "-")))
      return
    }
    let raw = RawPath(path)
    do throws(SystemError) {
      let status = try FileStatus(raw)
      switch status.kind {
      case .folder:
        guard foldersVisited.insert(status.identity).inserted else {
          problems.append(
            InputProblem(path: path, reason: "the folder is read already", isLeftOut: false))
          return
        }
        let before = (files.count, passedOver, problems.count)
        walk(raw, prefix: isOnly ? [] : prefix(of: raw))
        if (files.count, passedOver, problems.count) == before {
          problems.append(InputProblem(path: path, reason: "the folder is empty"))
        } else if files.count == before.0, problems.count == before.2 {
          problems.append(
            InputProblem(
              path: path, reason: "the folder has no .txt, .md or .html file to read"))
        }
      case .file, .other:
        files.append(SourceFile(path: raw, id: path, kind: FileKind(name: path)))
      }
    } catch {
      problems.append(InputProblem(path: path, reason: error.sentence))
    }
  }

  private func prefix(of path: RawPath) -> [UInt8] {
    var bytes = path.bytes
    while bytes.last == 0x2F { bytes.removeLast() }
    return bytes + [0x2F]
  }

  /// Visits a folder and all below it, without recursion: nesting may be deep.
  private mutating func walk(_ top: RawPath, prefix: [UInt8]) {
    struct Entry {
      var path: RawPath
      var id: [UInt8]
    }
    var stack: [Entry] = [Entry(path: top, id: prefix)]
    while let entry = stack.popLast() {
      let id = String(decoding: entry.id, as: UTF8.self)
      do throws(SystemError) {
        let status = try FileStatus(entry.path)
        switch status.kind {
        case .folder:
          if entry.path != top, !foldersVisited.insert(status.identity).inserted {
            problems.append(
              InputProblem(path: id, reason: "the link leads to a folder that is read already"))
            continue
          }
          let names = try System.names(in: entry.path)
          let base = entry.path == top ? entry.id : entry.id + [0x2F]
          // The last on the stack is taken first.
          for name in names.reversed() {
            stack.append(Entry(path: entry.path.appending(name), id: base + name))
          }
        case .file:
          let kind = FileKind(name: id)
          guard kind.isDocument else {
            passedOver += 1
            continue
          }
          guard visited.insert(status.identity).inserted else {
            problems.append(
              InputProblem(path: id, reason: "the link leads to a file that is read already"))
            continue
          }
          files.append(SourceFile(path: entry.path, id: id, kind: kind))
        case .other:
          passedOver += 1
        }
      } catch {
        problems.append(InputProblem(path: id.isEmpty ? top.string : id, reason: error.sentence))
      }
    }
  }
}

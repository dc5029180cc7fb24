/// A file to be read, and the id of its document.
struct SourceFile {
  /// `nil` for standard input.
  var path: RawPath?
  var id: String
  var kind: FileKind
}

/// Finds the documents below the paths that a user gives.
///
/// What lies in a folder by its own name is found before what a link there leads to, so that a
/// document is known by the name of its file.
struct FolderWalk {
  private(set) var files: [SourceFile] = []
  private(set) var problems: [InputProblem] = []
  /// Files of kinds that are not read from folders.
  private(set) var passedOver = 0
  private var visited: Set<FileStatus.FileIdentity> = []
  private var foldersVisited: Set<FileStatus.FileIdentity> = []
  /// Links that have been met and not yet followed.
  private var links: [Entry] = []

  private struct Entry {
    var path: RawPath
    var id: [UInt8]
    /// The user named it, or it has been met as a link: it is to be followed.
    var isFollowed = false
  }

  init(_ paths: [String]) {
    // The user gave one path: ids in its folder then need no prefix.
    for path in paths { add(path, isOnly: paths.count == 1) }
    var next = 0
    while next < links.count {
      walk(links[next])
      next += 1
    }
  }

  private mutating func add(_ path: String, isOnly: Bool) {
    if path == "-" {
      files.append(SourceFile(path: nil, id: "-", kind: FileKind(name: "-")))
      return
    }
    let raw = RawPath(path)
    do throws(SystemError) {
      guard try FileStatus(raw).kind == .folder else {
        files.append(SourceFile(path: raw, id: path, kind: FileKind(name: path)))
        return
      }
      let before = (files.count, problems.count, links.count)
      let passedOverBefore = passedOver
      walk(Entry(path: raw, id: isOnly ? [] : prefix(of: raw), isFollowed: true), isTop: true)
      guard (files.count, problems.count, links.count) == before else { return }
      problems.append(
        InputProblem(
          path: path,
          reason: passedOver == passedOverBefore
            ? "the folder is empty"
            : "the folder has no .txt, .md or .html file to read; name files of records themselves"
        ))
    } catch {
      problems.append(InputProblem(path: path, reason: error.sentence))
    }
  }

  private func prefix(of path: RawPath) -> [UInt8] {
    var bytes = path.bytes
    while bytes.last == 0x2F { bytes.removeLast() }
    return bytes
  }

  /// Visits a folder and all below it, without recursion: nesting may be deep. Links wait.
  private mutating func walk(_ top: Entry, isTop: Bool = false) {
    var stack = [top]
    while let entry = stack.popLast() {
      let id = String(decoding: entry.id, as: UTF8.self)
      do throws(SystemError) {
        if !entry.isFollowed, try FileStatus.isLink(entry.path) {
          links.append(Entry(path: entry.path, id: entry.id, isFollowed: true))
          continue
        }
        let status = try FileStatus(entry.path)
        switch status.kind {
        case .folder:
          guard foldersVisited.insert(status.identity).inserted else {
            problems.append(
              isTop && entry.path == top.path
                ? InputProblem(
                  path: top.path.string, reason: "the folder is read already", isLeftOut: false)
                : InputProblem(
                  path: id, reason: "the link leads to a folder that is read already"))
            continue
          }
          let names = try System.names(in: entry.path)
          let base = entry.id.isEmpty ? [] : entry.id + [0x2F]
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
        problems.append(
          InputProblem(path: id.isEmpty ? top.path.string : id, reason: error.sentence))
      }
    }
  }
}

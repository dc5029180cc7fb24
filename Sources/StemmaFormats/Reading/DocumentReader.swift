public import StemmaKit

/// How documents are read.
public struct ReadingOptions: Sendable {
  public var fields = FieldNames()
  /// The largest document that is read, in bytes.
  public var limit = 64 << 20

  public init() {}
}

/// Reads documents from folders, files and standard input, one after the other.
///
/// Nothing ends a reading early: what cannot be read comes out as a problem, in its place. The
/// order is that of the paths given, and of the names within each folder.
public final class DocumentReader {
  private let options: ReadingOptions
  private var files: [SourceFile]
  private var pending: [InputItem]
  private var records: RecordReader?
  private var position = 0
  /// Those from which texts can be read again.
  public let recordFiles = RecordFiles()
  /// The file that is being read.
  private var current: FileStream?
  private var ids: Set<DocumentID> = []

  /// Dates that could not be read, of the documents ``problem(with:at:hasWords:)`` so far.
  private var unreadDates = UnreadDates()
  private var unusedFields: UnusedFields

  /// What there is to say of all documents ``problem(with:at:hasWords:)`` so far.
  public var remarks: [InputProblem] {
    [unreadDates.problem].compactMap { $0 } + unusedFields.problems
  }

  /// Files of other kinds that lie in the folders and were passed over.
  public let passedOver: Int

  /// - Parameter paths: folders, files, or `-` for standard input.
  public init(_ paths: [String], options: ReadingOptions = ReadingOptions()) {
    self.options = options
    unusedFields = UnusedFields(options.fields)
    let walk = FolderWalk(paths)
    files = walk.files
    pending = walk.problems.map { .problem($0) }.reversed()
    passedOver = walk.passedOver
  }

  /// How many files are to be read; a file may hold many documents.
  public var fileCount: Int { files.count }
  /// How many files have been begun.
  public var filesBegun: Int { position }

  /// The share of the input that has been read, every file taken for as long as the others; `nil`
  /// where a file does not tell its size, as a pipe.
  public var shareRead: Double? {
    guard position > 0 else { return 0 }
    guard let share = current?.shareRead else { return nil }
    return (Double(position - 1) + share) / Double(files.count)
  }

  /// Part of the input, of which what it holds may be found out on another thread.
  public enum Portion: Sendable {
    case item(InputItem)
    case records(RecordBlock)

    /// Hands on what it holds, in order, not yet ``problem(with:at:hasWords:)``.
    public func forEachItem(_ body: (InputItem) -> Void) {
      switch self {
      case .item(let item): body(item)
      case .records(let block): block.forEachItem(body)
      }
    }
  }

  /// The next part of the input, of some `bytes` where it is of records; `nil` at the end. Not to be
  /// mixed with ``next()``.
  public func nextPortion(bytes: Int) -> Portion? {
    while true {
      if let item = pending.popLast() { return .item(item) }
      if let block = records?.nextBlock(bytes: bytes) { return .records(block) }
      guard openNext() else { return nil }
    }
  }

  public func next() -> InputItem? {
    while true {
      if let item = pending.popLast() { return checked(item) }
      if let item = records?.next() { return checked(item) }
      guard openNext() else { return nil }
    }
  }

  private func openNext() -> Bool {
    records = nil
    guard position < files.count else { return false }
    let file = files[position]
    position += 1
    open(file)
    return true
  }

  /// Turns away a document whose id is taken or that has no text; for all items in order.
  private func checked(_ item: InputItem) -> InputItem {
    guard case .document(let document, let place, _) = item else { return item }
    return problem(with: document, at: place).map { .problem($0) } ?? item
  }

  /// Why a document is left out, whose id is taken or that has no text; for all documents in order.
  ///
  /// It shares nothing with ``nextPortion(bytes:)``, so that one thread may check while another reads.
  ///
  /// - Parameter hasWords: where it is known, the text itself need no longer be there.
  public func problem(
    with document: Document, at place: String, hasWords: Bool = false
  ) -> InputProblem? {
    if !hasWords, document.text.allSatisfy({ $0 <= 0x20 }) {
      return InputProblem(path: place, reason: "it is empty")
    }
    guard ids.insert(DocumentID(text: document.id)).inserted else {
      let reason =
        "an earlier document has the same id, and only the first is read: \"\(document.id)\""
      return InputProblem(path: place, reason: reason)
    }
    unreadDates.count(document, place: place)
    unusedFields.count(document)
    return nil
  }

  private func open(_ file: SourceFile) {
    do throws(ReadError) {
      let kind = file.kind
      let opened = try file.path.map { path throws(ReadError) in try OpenFile(path) } ?? OpenFile()
      let raw = FileStream(opened)
      current = raw
      var stream = try kind.unpacked(raw)
      var content = kind.content
      if content != .text, content != .html {
        let peeked = try PeekedStream(stream, count: 4096)
        content = content ?? kind.content(of: peeked.head, fields: options.fields)
        stream = peeked
        if content != .text, content != .html { try Self.checkHead(peeked.head, content) }
      }
      let fields = options.fields
      let limit = options.limit
      func read(_ cutter: any RecordCutter) throws(ReadError) {
        // Of a pipe and of what is packed nothing can be read again.
        let isPlain = file.path != nil && kind.packing == .none && opened.size != nil
        records = try RecordReader(
          path: file.id, cutter, fields: fields, file: isPlain ? opened : nil, among: recordFiles)
      }
      switch content {
      case .records: try read(LineCutter(stream, limit: limit))
      case .objects: try read(JSONCutter(stream, isArray: false, limit: limit))
      case .array: try read(JSONCutter(stream, isArray: true, limit: limit))
      case .table(let dialect):
        try read(TableCutter(stream, dialect, fields: fields, limit: limit))
      case .html: try readPage(file, stream.readAll(limit: options.limit))
      case .text, nil: try readText(file, stream.readAll(limit: options.limit))
      }
    } catch {
      pending.append(.problem(InputProblem(path: file.id, reason: error.reason)))
    }
  }

  /// Records are cut at certain bytes, which in other encodings stand for something else.
  private static func checkHead(_ head: [UInt8], _ content: FileKind.Content?) throws(ReadError) {
    if TextDecoding.isUTF16(head) {
      throw ReadError("it is UTF-16; convert it to UTF-8, as with iconv -f UTF-16 -t UTF-8")
    }
    if case .table = content, head.prefix(while: { $0 != 0x0A }).contains(0) { throw .binary }
  }

  private func readText(_ file: SourceFile, _ bytes: [UInt8]) throws(ReadError) {
    let decoded = try TextDecoding.decode(bytes)
    pending.append(.document(Document(id: file.id, text: decoded.text), place: file.id))
    if let remark = decoded.remark {
      pending.append(.problem(InputProblem(path: file.id, reason: remark, isLeftOut: false)))
    }
  }

  private func readPage(_ file: SourceFile, _ bytes: [UInt8]) throws(ReadError) {
    // A page in another encoding than Unicode may declare it: the parser reads that.
    let isUnicode16 = TextDecoding.isUTF16(bytes)
    if !isUnicode16, TextDecoding.isBinary(bytes) { throw .binary }
    let article = HTMLArticle(isUnicode16 ? try TextDecoding.decode(bytes).text : bytes)
    guard !article.text.isEmpty else { throw ReadError("the page has no text") }
    var document = Document(id: file.id, text: Array(article.text.utf8))
    document.title = article.title
    document.source = article.source
    document.date(written: article.date)
    pending.append(.document(document, place: file.id))
  }
}

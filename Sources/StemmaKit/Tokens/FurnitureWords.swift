/// The few words by which furniture of a page is known, in the languages Stemma reads.
///
/// None is furniture by itself; ``Furniture`` asks for the form, too: a colon, a stroke, brackets, the
/// end of the line.
struct FurnitureWords: Sendable {
  struct Kind: OptionSet, Sendable {
    let rawValue: UInt8
    /// A picture, or its credit.
    static let picture = Kind(rawValue: 1)
    /// An agency that gives pictures to many.
    static let agency = Kind(rawValue: 2)
    /// What stands between a picture and a name.
    static let by = Kind(rawValue: 4)
    /// The first word of an invitation to read on.
    static let invitation = Kind(rawValue: 8)
    /// The object that scripts of a page begin with.
    static let script = Kind(rawValue: 16)
    /// The first word of the address of a picture in a post.
    static let link = Kind(rawValue: 32)
    /// Kinds that are looked for; the others stand beside them.
    static let sought: Kind = [.picture, .agency, .invitation, .script, .link]
  }

  private static let pictures = """
    photo photos photograph picture image images credit foto fotos bild getty crédit photographie
    fotografía imagen crédito immagine imagem beeld zdjęcie fot фото fotoğraf kuva φωτογραφία
    """
  private static let agencies = """
    ap afp reuters epa efe ansa dpa apa tass xinhua kyodo pti anp lusa pap ritzau getty shutterstock
    imago alamy bloomberg
    """
  private static let bys = "by von par por di de credit courtesy copyright crédit"
  private static let invited = [
    "read also", "also read", "read more", "see also", "related", "lesen sie auch",
    "lesen sie mehr",
    "lesen sie dazu", "mehr zum thema", "auch interessant", "siehe auch", "lire aussi",
    "à lire aussi",
    "lee también", "lea también", "leer más", "leggi anche", "leia também", "leia mais", "lees ook",
    "läs också", "czytaj też", "czytaj także", "читайте также", "ayrıca okuyun",
  ]

  /// The kinds of a word, by its token hash.
  private(set) var kinds: [UInt64: Kind] = [:]
  /// The words of each invitation.
  private(set) var invitations: [[UInt64]] = []
  /// `twitter`, which follows ``Kind/link``.
  let twitter: UInt64
  /// A bit for the low bits of each sought word: most words are told apart by it alone.
  private(set) var sieve = [UInt64](repeating: 0, count: sieveBits / 64)

  private static let sieveBits = 4096

  static let shared = FurnitureWords()

  private init() {
    var tokenizer = Tokenizer()
    func hashes(_ text: String) -> [UInt64] {
      var hashes: [UInt64] = []
      tokenizer.hash(Array(text.utf8).span, into: &hashes)
      return hashes
    }
    twitter = hashes("twitter")[0]
    let lists: [(String, Kind)] = [
      (Self.pictures, .picture), (Self.agencies, .agency), (Self.bys, .by), ("window", .script),
      ("pic", .link),
    ]
    for (words, kind) in lists {
      for hash in hashes(words) { kinds[hash, default: []].insert(kind) }
    }
    for phrase in Self.invited {
      let words = hashes(phrase)
      invitations.append(words)
      kinds[words[0], default: []].insert(.invitation)
    }
    for (hash, kind) in kinds where !kind.isDisjoint(with: .sought) {
      sieve[Int(hash % UInt64(Self.sieveBits)) / 64] |= 1 << (hash % 64)
    }
  }

  /// Whether a word may be one that is looked for; the sieve lets some others through.
  @inline(__always)
  static func mayBeSought(_ hash: UInt64, _ sieve: Span<UInt64>) -> Bool {
    sieve[Int(truncatingIfNeeded: hash % UInt64(sieveBits)) / 64] >> (hash % 64) & 1 == 1
  }
}

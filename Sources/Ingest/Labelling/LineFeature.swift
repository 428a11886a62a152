/// Something that can be said of a line, of a run of lines read as one element, or of what stands before it.
///
/// Each has a weight for each label in `labels.weights`; a missing weight is 0.
enum LineFeature: Int, Hashable, Sendable, CaseIterable {
    /// True of every line.
    case bias

    // What a line is by its shape.
    case numberAlone, numberNamesKind, orderNumberAlone, letterheadShape, dateAlone, bracketedHistory, annotationShape
    case ccShape, printingShape, attachmentLabelShape, tableRow, plain

    // How it is set and what it ends in.
    /// Short, no sentence, no label: it could be a part of a title.
    case titleLike
    /// Long, or with commas: it could be a line of a paragraph.
    case runningText
    case endsSentence, endsInStop, endsInColon, holdsComma, opensWithLabel
    /// At most 24, 50, 60 columns wide.
    case narrow, short, middling
    /// A heading of the format: `<h1>`, a heading style.
    case heading
    /// A heading of a lower level.
    case subheading
    case centred, rightSet

    // Its words.
    case endsLikeAgency, postAndName, shortOfficial
    /// Three words or more that stand apart, as in a menu.
    case rowOfWords
    /// Latin words or codes among Han characters, as icons of pages leave them.
    case mixesScripts
    case siteField, siteOnlyField, link, siteName, timeOfDay, footWords, footMark
    /// 「全文如下：」, 「以下为方案全文：」
    case leadIn
    /// 「附件：…」
    case opensNote
    /// A numbered or indented line that may go on a note on attachments.
    case continuesNote
    /// 「2021年11月4日印发」
    case printingDate
    /// It goes on a list that the line before left open.
    case continuesList

    // Its place.
    /// No sentence stands above it in the file.
    case beforeSentences
    case pageStart
    /// What stands before it has come to its end.
    case opening
    /// The line before closes a text: a date, 抄送, a label of an attachment.
    case behindClosing
    case behindLeadIn
    /// The next line is the text: a sentence, a label, addressees.
    case beforeText
    /// A date, a post and a name, or another signature follow.
    case beforeNumber

    /// One of four narrow lines or more, none of which is a sentence: a menu.
    case inStack
    /// A line below it leads over to the text: 「全文如下：」
    case beforeLeadIn
    /// Fields or links of the page stand between it and the line before.
    case behindFurniture

    // Repetition.
    case repeatedBelow, repeatedAbove, partOfTextBelow, oftenRepeated

    // A run of lines read as a title.
    case officialTitle, gazetteTitle, orderTitle, ruleTitle, numberedTitle, instrumentTitle, kindlessTitle
    case listedInContents
    /// A number, a history, an annotation or addressees follow.
    case headGoesOn
    /// As wide as the print, so that it may be a line of a paragraph.
    case fullLine
    /// Its first line is complete by itself, and the rest a title too.
    case firstLineIsWhole
    /// Each line behind the first.
    case longerByOne, longerByTwo, longerByMore
    /// More than one line, with nothing but the place to say that they are a title.
    case bareRun

    // What was read before on the same path.
    /// Nothing but furniture stands above.
    case behindPage
    /// The document before names this title: it issues it or has it attached.
    case attachedAbove
    /// A document with this title stands above.
    case knownTitle
    /// The document before has no text.
    case behindBareHead
    /// A document begins here.
    case beginsDocument
    /// The document begins without a title.
    case untitled
    /// The line before ends a sentence or closes the text.
    case behindSentence

    // A run read as addressees.
    case sentenceLike, severalAddressees, namesAddressee

    // A run read as the title of what is attached.
    case instrumentEnding, namedInTitle, quotedInCover, behindAttachmentLabel
    case behindElement, pageStartBehindSentence

    /// 「某某公报简介」
    case opensImprint
    /// 「签发人：某某」
    case opensSigner
    /// 「某某部公告」: the head of an order or a notice, without its number.
    case orderEnding
    /// A day and what was done on it: the history of a law.
    case historyEntry
    /// It may go on an entry of a history.
    case continuesHistory
    /// 「命令」, 「沿革内容」 below the title of a law in collections.
    case caption
    /// A text that stands above is what this order adopts.
    case announcesAbove
    /// The document has this number already.
    case sameNumber
    /// The page names the title of its document.
    case declaredTitle
    /// The line stands before the first document of its file.
    case onPage
    /// A line that opens an entry of a chronicle.
    case entryOpening
    /// It begins as the first sentence of a text does, or names a document.
    case opensSentence

    var name: String { "\(self)" }

    static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}

/// A set of features.
struct FeatureSet: Hashable, Sendable {
    private(set) var bits: UInt128 = 0

    init(_ features: LineFeature...) { for feature in features { insert(feature) } }

    mutating func insert(_ feature: LineFeature) { bits |= 1 << UInt128(feature.rawValue) }

    mutating func insert(_ feature: LineFeature, if condition: Bool) { if condition { insert(feature) } }

    mutating func remove(_ feature: LineFeature) { bits &= ~(1 << UInt128(feature.rawValue)) }

    func contains(_ feature: LineFeature) -> Bool { bits & 1 << UInt128(feature.rawValue) != 0 }

    func union(_ other: FeatureSet) -> FeatureSet {
        var result = self
        result.bits |= other.bits
        return result
    }

    /// The features, in their order.
    var features: [LineFeature] { LineFeature.allCases.filter(contains) }
}

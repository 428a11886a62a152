import Ingest

/// A pointer from one provision to another of the same instrument: 本办法第十二条第二款, 前款, 第三条至第五条.
public struct InternalReference: Equatable, Sendable {
    /// From where the pointer counts.
    public enum Base: Sendable {
        /// 本办法, or an article number alone
        case instrument
        /// 本条
        case article
        /// 本款
        case paragraph
        /// 前条
        case previousArticle
        /// 前款
        case previousParagraph
        /// 前项
        case previousItem
        /// 上述第（三）项, 第（三）项 alone: an item of the list in which the pointer stands
        case list
        /// 附件2
        case attachment
        /// 第二部分
        case part
    }

    public var range: Range<Int>
    public var base: Base
    public var article: Int?
    /// The last article of 第三条至第五条.
    public var lastArticle: Int?
    /// How many 前两款 and its like look back on.
    public var count = 1
    /// Whether 本办法 and its like name the instrument.
    public var isNamed = false
    /// The number of an attachment or part; nil for the only attachment.
    public var number: Int?
    /// The number of a 款.
    public var paragraph: Int?
    /// The number of a 项.
    public var item: Int?
    /// The last item of 第一项至第三项.
    public var lastItem: Int?

    init(_ base: Base, start: Int) {
        self.base = base
        range = start..<start
    }
}

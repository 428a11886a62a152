/// That a person gets a post or loses it (任免).
public struct AppointmentRecord: Codable, Equatable, Sendable {
    public enum Act: String, Codable, Sendable, CaseIterable {
        /// 任命, 聘任, 任
        case appoint
        /// 免去, 罢免, 不再担任
        case remove
        /// 委派, 选派
        case delegate
        /// 推荐, 提名
        case recommend
        /// 接受辞去
        case resign
    }
    public var person: String
    /// The post, with the body that it is of where the text names it: 县图书馆馆长.
    public var post: String
    public var act: Act
    /// The day from which it holds, where the text says it; else that of the document (成文日期).
    public var date: String?
    /// The time on trial as printed: 试用期一年.
    public var trial: String?
    /// The words that gave the act: 任命, 任, 免去.
    public var rule: String?
    public var quote: String
    public var provision: String?
    public var span: SpanRecord

    public init(
        person: String, post: String, act: Act, date: String? = nil, trial: String? = nil, rule: String? = nil,
        quote: String, provision: String? = nil, span: SpanRecord
    ) {
        self.person = person
        self.post = post
        self.act = act
        self.date = date
        self.trial = trial
        self.rule = rule
        self.quote = quote
        self.provision = provision
        self.span = span
    }
}

/// What an official is in charge of, as a division of work (工作分工) sets it out.
public struct DutyMatch: Equatable, Sendable {
    /// What the official has to do with a field or unit.
    public enum Relation: String, Sendable, CaseIterable {
        /// 负责, 主持, 领导
        case charge
        /// 分管
        case oversees
        /// 联系
        case liaises
    }

    /// In whose place or at whose side the official does it.
    public enum Capacity: String, Sendable {
        case own
        /// 协助
        case assisting
        /// 代
        case acting
        /// 代管: overseeing, for another
        case caretaking
    }

    public struct Item: Equatable, Sendable {
        public var relation: Relation
        public var capacity: Capacity
        public var name: String
    }

    public var person: String
    public var posts: [String]
    public var items: [Item] = []
    /// How posts and name were told apart.
    public var rule = ""
    /// The positions of its paragraphs.
    public var paragraphs: ClosedRange<Int>
    /// Where it begins in the first of them.
    public var start = 0
    /// Where it ends in the last of them; nil where it goes on to the end.
    public var end: Int?
    /// Other persons who seem to be named in its text with duties of their own.
    public var others: [String] = []

    public init(person: String, posts: [String], paragraphs: ClosedRange<Int>) {
        self.person = person
        self.posts = posts
        self.paragraphs = paragraphs
    }

    /// The names under one relation, in one capacity, each once.
    public func names(_ relation: Relation, _ capacity: Capacity = .own) -> [String] {
        var seen: Set<String> = []
        return items.filter { $0.relation == relation && $0.capacity == capacity }.map(\.name).filter {
            seen.insert($0).inserted
        }
    }
}

/// What a law or rule obliges, forbids or allows somebody to do.
public struct ObligationRecord: Codable, Equatable, Sendable {
    /// What the modal verb does: 应当 and 必须 oblige, 不得 and 禁止 forbid, 可以 permits, 有权 entitles.
    public enum Force: String, Codable, Sendable, CaseIterable { case obligation, prohibition, permission, right }

    /// Whom it binds, as printed; nil where the sentence names nobody (禁止倾倒垃圾).
    public var subject: String?
    public var force: Force
    /// The modal verb as printed: 应当, 不得.
    public var modal: String
    /// What is to be done, as printed, to the end of the sentence or to the next modal verb.
    public var act: String
    /// When it holds: 有下列情形之一的, 收到申请后.
    public var condition: String?
    /// What follows where it is not kept, where the same provision says so.
    public var consequence: String?
    /// How it came about, where the clause alone does not give it: `subject of the clause before`, `item of the list`.
    public var rule: String?
    /// The provision in which it stands.
    public var provision: String
    public var span: SpanRecord

    public init(
        subject: String?, force: Force, modal: String, act: String, condition: String? = nil,
        consequence: String? = nil, rule: String? = nil, provision: String, span: SpanRecord
    ) {
        self.subject = subject
        self.force = force
        self.modal = modal
        self.act = act
        self.condition = condition
        self.consequence = consequence
        self.rule = rule
        self.provision = provision
        self.span = span
    }
}

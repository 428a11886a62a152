/// What kind of body a name names.
package enum UnitClass: String, Sendable, CaseIterable {
    /// 局, 厅, 部, 办 of a government.
    case office
    /// 科, 处室: a section of an office.
    case section
    /// 委, 委员会.
    case committee
    /// 党委, 组织部.
    case party
    /// 人大, 政协.
    case assembly
    /// 法院, 检察院.
    case court
    /// 海关, 证监局: answers to its own ministry, not to the government of the place.
    case vertical
    case company
    /// 大学, 医院, 馆.
    case institution
    /// 协会, 联合会.
    case association
    /// 指挥部, 专班.
    case team
    /// 政府, 管委会.
    case government
    /// 开发区, 州.
    case place
    /// 各部门, 街道: stands for many.
    case group
    /// 科研院所, 企业: a kind of bodies, and no unit.
    case category

    /// Whether a list of such bodies says by itself who sees to what stands before it.
    package var isPublicOffice: Bool {
        switch self {
        case .office, .committee, .party, .assembly, .court, .vertical, .association, .team, .government: true
        case .section, .company, .institution, .place, .group, .category: false
        }
    }
}

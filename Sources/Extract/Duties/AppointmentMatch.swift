import Ingest

/// One person and one post of an appointment or removal, in the offsets of its paragraph.
struct AppointmentMatch: Equatable {
    var person: Range<Int>
    /// The pieces of the post: the body, where it stands apart from the post (某办公室由张某任主任), and the post.
    var post: [Range<Int>]
    var act: AppointmentRecord.Act
    /// The verb that gave the act.
    var verb: Range<Int>
    /// 试用期一年.
    var trial: Range<Int>?
    /// 自2016年6月1日起.
    var date: CalendarDate?
    /// The clause.
    var range: Range<Int>
}

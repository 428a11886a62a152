/// The page of a request that is not answered.
enum ProblemPage {
    static func page(_ problem: Problem, _ scene: Scene) -> Page {
        let say = scene.say
        return Page(
            title: title(problem, say),
            body: Tag.div(.class("problem")) {
                Tag.h1(text: title(problem, say))
                if let parameter = problem.parameter,
                    let value = scene.inquiry.address.query.first(where: { $0.name == parameter })?.value
                {
                    pointed(value, problem.offset)
                }
                if let detail = problem.detail {
                    Tag.p(.lang("en")) {
                        if let parameter = problem.parameter { Tag.code(text: parameter) }
                        " "
                        detail
                    }
                }
                Tag.p { scene.link(say("回到首页", "To the first page"), Address()) }
            })
    }

    private static func title(_ problem: Problem, _ say: Language) -> String {
        switch problem.status {
        case 404: say("没有这一页", "There is nothing at this address")
        case 400: say("没有读懂这个请求", "The request can't be read")
        case 503: say("正忙，请稍候再试", "Busy; ask again in a moment")
        default: say("不能回答", problem.title)
        }
    }

    /// The value with a mark at the character at fault.
    private static func pointed(_ value: String, _ offset: Int?) -> Markup {
        let scalars = Array(value.unicodeScalars.prefix(1_000))
        let place = min(offset ?? 0, scalars.count)
        func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
        return Tag.pre(.class("pointed")) {
            text(0..<place)
            Tag.mark(text: place < scalars.count ? text(place..<(place + 1)) : "␠")
            if place + 1 < scalars.count { text((place + 1)..<scalars.count) }
        }
    }
}

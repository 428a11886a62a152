import Extract

/// The words of questions, in Chinese and English.
///
/// A domain expert edits these files: a word, and what it can mean. The longest word that fits is taken.
enum QuestionWords {
    /// All words; English ones in lower case, with single spaces.
    static let all: [String: QuestionToken.Kind] = {
        var table: [String: QuestionToken.Kind] = [:]
        func add(_ words: String, _ kind: QuestionToken.Kind) {
            for word in words.split(separator: "、") {
                precondition(table.updateValue(kind, forKey: String(word)) == nil, "\(word) stands twice in the words")
            }
        }
        for (words, kind) in asking { add(words, kind) }
        for (words, asked) in nouns { add(words, .noun(asked)) }
        for (words, predicates) in Self.predicates { add(words, .predicate(predicates)) }
        add(by, .by)
        add(particles, .particle)
        return table
    }()

    private static let asking: [(String, QuestionToken.Kind)] = [
        ("谁、哪家、哪一家、哪个局、哪些局、哪个委、哪些委、哪个厅、哪个处、who、whom、whose", .asks(.unit)),
        (
            "什么、哪、哪些、哪个、哪几个、哪几项、哪项、哪一项、哪一个、哪种、啥、几项、几个、怎么、怎样、如何、what、which、how",
            .asks(.thing)
        ),
        ("哪份、哪几份、哪部、哪几部、哪一份", .asks(.document)),
        ("何时、何日、几时、几号、哪天、哪一天、哪年、哪一年、哪月、何年、多久、when、by when、until when、since when、how long", .asks(.time)),
        ("多少、how much、how many、how high、how large", .asks(.amount)),
        ("吗、么、是否、是不是、有没有、有无、能否、whether", .asks(.whether)),
    ]

    private static let nouns: [(String, Asked)] = [
        (
            "单位、部门、机构、机关、委办局、office、offices、unit、units、department、departments、agency、agencies、bureau、bureaus、body、bodies、organisation、organization、organisations、organizations、authority、authorities、ministry、ministries、commission",
            .unit
        ),
        ("人、领导、领导同志、负责人、官员、市长、副市长、official、officials、person、leader、leaders、mayor、vice mayor", .person),
        (
            "任务、工作、工作任务、重点任务、重点工作、事项、措施、事、事情、项任务、项工作、task、tasks、work、job、jobs、item、items、measure、measures、thing、things、duties",
            .task
        ),
        (
            "文件、公文、政策文件、规范性文件、法规、规章、通知、instrument、instruments、document、documents、notice、notices、regulation、regulations、rules、policy、policies",
            .document
        ),
        ("时候、时间、日期、日子、date、day、dates、year", .time),
        ("数值、value、values、figure、figures、number of", .amount),
    ]

    private static let predicates: [(String, [Predicate])] = [
        (
            "牵头、牵头负责、负责牵头、总牵头、主办、主责、牵头单位、牵头部门、主办单位、主责单位、牵头责任单位、牵头抓总、领衔、lead、leads、led、leading、leader of、heads、headed、lead unit、lead units、lead agency、leading unit、lead department",
            [.role(.lead)]
        ),
        (
            "负责、管、承担、承办、责任单位、责任部门、负责单位、负责部门、承办单位、主抓、responsible、responsible for、responsibility、accountable",
            [.role(.responsible)]
        ),
        ("in charge of、in charge、主管", [.role(.responsible), .duty]),
        (
            "配合、协助、协办、协同、参与、参加、支持、配合单位、配合部门、协办单位、参与单位、参加单位、支持单位、support、supports、supported、supporting、assist、assists、assisted、cooperate、cooperates、help、helps、participate、participates、take part、takes part",
            [.role(.support)]
        ),
        ("落实、贯彻落实、落实单位、实施单位、carry out、carries out、implemented by", [.role(.implement)]),
        ("实施、执行、implement、implements、implemented", [.role(.implement), .effect]),
        ("涉及、相关单位、有关单位、涉及单位、involved、involve、involves、involved in", [.role(nil)]),
        (
            "完成、办结、截止、截至、做、干、做完、办完、办成、到位、完成时限、完成时间、完成期限、时限、期限、截止时间、截止日期、最后期限、due、finish、finished、finishes、complete、completed、done、do、deadline、deadlines、time limit、time limits、accomplish、accomplished、achieve、achieved、be ready",
            [.due]
        ),
        ("到期、expire、expires、expired、expiry、lapse、lapses", [.expiry, .due]),
        ("依据、根据、按照、遵照、依照、制定依据、上位法、上位文件、based on、basis、basis of、basis for、pursuant to、under", [.cites(.basis)]),
        (
            "引用、提到、提及、援引、引述、cite、cites、cited、citing、mention、mentions、mentioned、refer to、refers to、reference、references",
            [.cites(nil)]
        ),
        (
            "废止、取代、替代、停止执行、repeal、repeals、repealed、revoke、revokes、revoked、replace、replaces、replaced、annul、annulled、abolish、abolished、supersede、supersedes、superseded",
            [.cites(.repeals)]
        ),
        ("修改、修订、修正、amend、amends、amended、revise、revises、revised", [.cites(.amends)]),
        ("转发、forward、forwards、forwarded", [.cites(.forwards)]),
        ("有效、现行有效、现行、效力、管用、in force、valid、still apply、applicable", [.force]),
        (
            "施行、生效、起效、开始施行、开始实施、开始执行、施行日期、生效日期、实施日期、take effect、takes effect、took effect、come into force、comes into force、came into force、enter into force、enters into force、entered into force、effective、effective date、effective from、in effect",
            [.effect, .force]
        ),
        ("失效、作废、有效期、有效期限、valid until、validity、period of validity", [.expiry, .force]),
        ("目标、目标值、指标、预期目标、规划目标、达到、要求达到、提高到、降到、控制在、target、targets、goal、goals、aim、reach", [.target]),
        (
            "发布、印发、制发、发的、发出、制定的、发文、下发、公布、出台、签发、制定、颁布、发文机关、发文单位、制定机关、发布机关、发布单位、印发日期、发布日期、成文日期、发文日期、成文、issue、issues、issued、issuer、publish、publishes、published、promulgated、enacted、adopted、signed、dated",
            [.issue]
        ),
        ("解释、解释权、解释机关、interpret、interprets、interpreted、interpretation、interpreter", [.interpret]),
        ("规定、内容、说、写、讲、规定了、say、says、state、states、provide、provides、provision、text、contain、contains、content", [.says]),
        ("是指、指的是、指、含义、定义、意思、解释为、所称、mean、means、meaning、meant、definition、definition of、define、defined", [.defines]),
        ("标题、题目、名称、全称、title、full title", [.title]),
        ("文号、发文字号、字号、编号、document number、reference number、file number", [.number]),
        ("主送、主送机关、发给、发给谁、addressed to、recipient、recipients、sent to", [.recipients]),
        ("分管、联系、分工、分管领导、oversee、oversees、oversaw、overseen", [.duty]),
        ("发生、发生了、大事、大事记、happen、happens、happened、took place、take place、event、events", [.event]),
    ]

    /// How predicates end that ask for a unit, or for a time, by themselves.
    static let unitEndings = ["单位", "部门", "机关", " unit", " units", " agency", " department", "issuer"]
    static let timeEndings = ["时限", "期限", "时间", "日期", "deadline", "deadlines", "time limit", "time limits", " date"]

    private static let by = "由、被、by"

    private static let particles = """
        的、了、是、为、要求、提出、具体、主要、直接、一共、总共、共有、共、总计、所有、全部、列出、列举、给出、这项、这个、该项、全市、全省、全县、全区、本市、我市、本省、我省、在、要、应、应当、应该、须、需、需要、必须、得、来、去、和、与、以及、对、对于、关于、有关、把、将、给、就、还、都、也、又、呢、啊、请问、请、问、告诉我、我想知道、\
        想问、查、查询、一下、属于、其中、中、里、里面、上、下、内、各、每、有、过、项、个、条、份、件、所、按、于、于是、至今、现在、目前、如今、仍、仍然、依然、已、已经、被谁、方面、之、此、该、\
        the、a、an、of、in、on、at、to、for、from、with、and、or、is、are、was、were、be、been、being、does、did、has、have、had、must、should、shall、will、\
        would、can、could、may、need、needs、needed、still、now、today、currently、there、that、this、these、those、it、its、their、they、as、so、far、about、\
        please、tell、me、give、list、show、find、all、any、each、every、s、no、not later than、within、during、into、were to、was to、had to、has to、have to、supposed
        """.split(whereSeparator: \.isNewline).joined()
}

import Extract
import Index

/// The names by which pages call the values of records, in both languages.
enum Terms {
    static func role(_ role: AssignmentRecord.Role, _ say: Language) -> String { name(role.rawValue, of: roles, say) }

    static func name(_ value: String, of terms: [String: (String, String)], _ say: Language) -> String {
        terms[value].map { say($0.0, $0.1) } ?? value
    }

    static let roles = [
        "lead": ("牵头", "lead"), "responsible": ("责任", "responsible"), "support": ("配合", "support"),
        "implement": ("落实", "implement"),
    ]
    static let relations = [
        "basis": ("依据", "basis"), "repeals": ("废止", "repeals"), "amends": ("修改", "amends"),
        "forwards": ("转发", "forwards"), "mention": ("提及", "mention"),
    ]
    static let statuses = [
        "effective": ("未见失效", "not known to have ended"), "pending": ("尚未施行", "not yet in force"),
        "expired": ("已失效", "expired"), "repealed": ("已废止", "repealed"),
    ]
    static let types = [
        "task": ("任务", "task"), "target": ("目标", "target"), "deadline": ("时限", "time limit"),
        "citation": ("引用", "citation"), "part": ("编", "part"), "chapter": ("章", "chapter"),
        "section": ("节", "section"), "article": ("条", "article"), "heading": ("标题层", "heading"),
        "paragraph": ("段", "paragraph"), "item": ("项", "item"), "subitem": ("目", "subitem"),
        "table": ("表", "table"), "title": ("标题", "title"), "number": ("发文字号", "number"),
        "byline": ("署名", "byline"), "recipients": ("主送机关", "addressees"), "signature": ("署名", "signature"),
        "date": ("成文日期", "date"), "adoption": ("题注", "adoption"), "annotation": ("附注", "annotation"),
        "cc": ("抄送", "copies"), "printing": ("印发", "printing"),
    ]
    static let facets = [
        "unit": ("单位", "Unit"), "role": ("角色", "Role"), "year": ("年份", "Year"), "kind": ("文种", "Kind"),
        "issuer": ("发文机关", "Issuer"), "type": ("所在", "Passage"),
    ]
    static let severities = [
        "error": ("错误", "error"), "warning": ("疑问", "query"), "info": ("提示", "note"),
    ]
    static let certainties = [
        "stated": ("写明", "stated"), "computed": ("推算", "computed"), "needs-event": ("待事件", "needs an event"),
    ]
    static let intents = [
        "units": ("任务的单位", "units of a task"), "tasks": ("单位的任务", "tasks of a unit"),
        "confirmation": ("是否承担", "whether a unit has a role"), "deadlines": ("到期事项", "what is due"),
        "due-date": ("任务时限", "time limit of a task"), "targets": ("目标值", "target value"),
        "citing": ("引用它的文件", "documents that cite it"), "cited": ("它引用的文件", "documents that it cites"),
        "status": ("是否有效", "whether in force"), "effective": ("施行日期", "date of effect"),
        "expiry": ("有效期", "expiry"), "signed": ("成文日期", "date"), "issuer": ("发文机关", "issuer"),
        "title": ("标题", "title"), "number": ("发文字号", "number"), "recipients": ("主送机关", "addressees"),
        "interpreter": ("解释机关", "who interprets it"), "provision": ("条文", "what it says"),
        "definition": ("定义", "definition"), "documents": ("文件", "documents"), "duties": ("分工", "duties"),
        "oversees": ("分管单位", "units in charge"), "ranking": ("排序", "ranking"), "task-count": ("任务数", "how many tasks"),
        "in-effect": ("现行有效的", "what is in force"), "lapsing": ("将失效的", "what lapses"),
        "obligations": ("义务", "obligations"), "comparison": ("比较", "comparison"), "passages": ("原文", "passages"),
        "officials": ("分管领导", "official in charge"), "events": ("大事记", "events"),
    ]
    static let tiers = [
        "answer": ("有答案", "answered"), "likely": ("最接近的", "nearest"),
        "none": ("档案中没有写明", "the archive does not tell"),
        "not-understood": (
            "没有听懂要问什么。可以问：谁牵头、有哪些任务、什么时候完成、目标是多少、依据什么、是否有效、第几条说什么。",
            "What is asked for was not understood. Ask who leads, which tasks, when it is due, what the target is, what it is based on, whether it is in force, what an article says."
        ),
    ]
    static let outcomes = [
        "answered": ("有答案", "answered"), "several": ("多处符合，逐一列出", "several places fit; each is given"),
        "nearest": ("没有这一名称，以下相近", "nothing has this name; these are near it"),
        "nothing": ("档案中没有写明", "the archive does not tell"),
    ]
    static let notes = [
        "nothing-asked": ("没有问题", "nothing is asked"),
        "not-understood": ("没有听懂", "not understood"),
        "no-area": ("档案中没有这一地区的文件", "no documents of this area"), "near-tasks": ("相近的任务", "tasks like it"),
        "version": ("所取版本", "the version given"), "cut": ("未全部列出", "not all are listed"),
        "near-units": ("名称相近的单位", "units with a name near it"),
        "no-document": ("档案中没有这一文件", "there is no such document"), "no-unit": ("档案中没有这一单位", "there is no such unit"),
        "no-person": ("档案中没有此人的分工", "no duties of this person"), "no-task": ("没有这样的任务", "there is no such task"),
        "no-article": ("没有这一条", "there is no such article"), "no-indicator": ("没有这一指标", "there is no such indicator"),
        "not-said": ("档案中没有写明", "the archive does not say"), "other-years": ("有目标的其他年份", "other years with targets"),
        "area": ("只计这一地区的文件", "only documents of this area"),
        "only-archive": ("只就档案中的文件而言", "as far as this archive tells"),
        "cited-only": ("文件本身不在档案中，只有提到它的文件", "not held itself; others speak of it"),
    ]
    static let draftStates = [
        "found": ("已找到", "found"), "differs": ("有出入", "differs"), "not-in-force": ("当日无效", "not in force on the day"),
        "not-held": ("档案未收", "not in the archive"), "not-checked": ("未核对", "not checked"),
    ]
}

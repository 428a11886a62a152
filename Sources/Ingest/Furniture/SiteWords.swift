/// Words of the pages on which government sites print documents.
///
/// Grown from sites of the State Council, ministries, provinces and counties; a domain expert edits this file.
enum SiteWords {
    /// Names of fields, and what they declare of the document.
    static let fields: [(name: String, field: DeclaredField?)] = [
        ("发文字号", .number), ("发布文号", .number), ("发布部门", .issuer), ("发布机关", .issuer), ("公报年份", nil), ("总号", nil),
        ("期号", nil), ("签发时间", nil), ("签发日期", nil), ("时间", nil),
        ("发文文号", .number), ("文件编号", .number), ("文号", .number), ("字号", .number),
        ("发文机关", .issuer), ("发文单位", .issuer), ("制定机关", .issuer), ("颁布单位", .issuer), ("发文机构", .issuer),
        ("颁布部门", .issuer), ("公文来源", .issuer),
        ("成文日期", .date), ("发文日期", .date), ("颁布日期", .date), ("颁布时间", .date), ("印发日期", .date), ("成文时间", .date),
        ("发文时间", .date),
        ("文件标题", .title), ("信息名称", .title), ("法规标题", .title), ("标题", .title), ("名称", .title),
        ("索引号", nil), ("发布机构", nil), ("发布单位", nil), ("索取号", nil), ("信息索引号", nil), ("主题分类", nil), ("主题词", nil),
        ("信息类别", nil), ("信息分类", nil), ("公开方式", nil),
        ("公开日期", nil), ("公开时间", nil), ("公开范围", nil), ("公开形式", nil), ("公开主体", nil), ("公开时限", nil), ("公开属性", nil),
        ("公开类别", nil),
        ("发布日期", nil), ("发布时间", nil), ("生成日期", nil), ("组配分类", nil), ("所属分类", nil), ("体裁分类", nil), ("有效性", .status),
        ("时效性", .status),
        ("时效", .status), ("效力状态", .status), ("效力级别", nil), ("有效期", nil), ("废止日期", .ended), ("废止时间", .ended),
        ("失效日期", .ended),
        ("失效时间", .ended),
        ("生效日期", .effective), ("生效时间", .effective), ("实施日期", .effective), ("施行日期", .effective), ("公布日期", nil),
        ("效力等级", nil), ("信息来源", nil),
        ("来源", nil), ("浏览量", nil), ("浏览次数", nil),
        ("点击数", nil),
        ("点击量", nil), ("点击率", nil), ("点击次数", nil), ("访问量", nil), ("访问次数", nil), ("阅读次数", nil), ("阅读量", nil),
        ("阅读", nil), ("作者", nil),
        ("编辑", nil), ("责任编辑", nil), ("审核", nil), ("关键词", nil), ("内容概述", nil), ("政策咨询机关", nil), ("政策咨询电话", nil),
        ("服务对象", nil),
        ("文件类型", nil), ("文种", nil), ("载体类型", nil), ("统一编号", nil), ("统一登记号", nil), ("规范性文件登记号", nil), ("登记号", nil),
        ("录入时间", nil),
        ("更新时间", nil), ("更新日期", nil), ("发布人", nil), ("信息形式", nil), ("备注", nil), ("所在位置", nil), ("当前位置", nil),
        ("您的位置", nil),
        ("您现在的位置", nil), ("您当前的位置", nil), ("法规来源", nil), ("识别码", nil), ("下载地址", nil), ("字体", nil), ("字体大小", nil),
        ("文章来源", nil), ("发文标题", .title), ("发文部门", .issuer), ("实施时间", .effective), ("法规类型", nil), ("所属行业", nil),
        ("所属区域", nil), ("阅读人次", nil), ("评论人次", nil), ("页面功能", nil), ("发文内容", nil), ("序号", nil), ("网站发布", nil),
        ("分类", nil), ("公报编号", nil), ("刊登日期", nil), ("法规", nil), ("信息索取号", nil), ("发稿编辑", nil), ("稿件来源", nil),
        ("正文下载", nil),
        ("所属机构", nil), ("所属主题", nil), ("文件有效性", .status), ("是否有效", .status), ("发布字号", .number), ("公布日期", nil),
        ("点击", nil), ("浏览", nil), ("阅读数", nil), ("浏览数", nil), ("访问数", nil), ("字体显示", nil), ("责编", nil), ("来源网站", nil),
        ("信息发布机构", nil), ("法规分类", nil), ("时间效力", .status), ("颁布机关", .issuer), ("发布主体", .issuer), ("施行时间", .effective),
        ("印发时间", .date), ("文件名称", .title), ("政策标题", .title), ("政策名称", .title), ("公文标题", .title), ("公文名称", .title),
    ]

    /// What documents print themselves with a name before it.
    private static let ownFields: Set = [
        "发文字号", "发文文号", "文件编号", "文号", "字号", "发文机关", "发文单位", "发文机构", "成文日期", "发文日期", "印发日期", "成文时间", "发文时间",
    ]

    /// Fields that only a site prints: with one of them among its neighbours, 「发文字号：…」 is a site's too.
    static let siteOnly: WordList = WordList(fields.map(\.name).filter { !ownFields.contains($0) })

    /// How names of sites end, which issue nothing.
    static let sites = WordList(["网站", "网", "门户", "平台", "微信公众号", "客户端", "编辑部"])

    /// What nothing but the foot of a page says, in whatever format it comes.
    static let marks = ["版权所有", "ICP备", "ICP证", "公网安备", "网站标识码", "Copyright", "All Rights"]

    /// What the foot of a page says.
    static let footWords =
        marks + [
            "主办单位：", "承办单位：", "技术支持", "网站地图", "联系我们", "建议使用", "未经授权", "上一篇", "下一篇",
            "相关阅读", "相关新闻", "相关解读", "扫一扫", "分享到", "打印本页", "关闭窗口", "您访问的链接", "站点地图", "网站声明",
            "隐私声明",
            "免责声明", "本站热线", "站内搜索",
        ]

    /// Whether a line is the name of a site, its address behind it or not.
    static func isSiteName(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count >= 3, text.count <= 60 else { return false }
        let name = text.prefix { $0.isHan || "·-—（）()".unicodeScalars.contains($0) }
        return name.count >= 3 && siteNames.ends(name)
    }

    private static let siteNames = WordList(["网站", "信息网", "门户网", "政府网", "资料网", "门户", "公众号", "客户端", "新闻网", "政务网", "在线"])

    /// Whether a line says what only pages say behind a text: who owns it, how to share it, what else there is to read.
    static func closes(_ text: [Unicode.Scalar]) -> Bool {
        text.count <= 400 && behindText.occurs(in: text)
    }

    private static let behindText = WordList(
        marks + [
            "公有领域", "中华人民共和国著作权法", "手机打开当前页", "点击此处下载", "责任编辑：", "责任编辑:", "我要打印", "打印此页", "关闭此页", "打印本页",
            "Public domain", "本站内容", "上一篇：", "下一篇：", "上一篇:", "下一篇:", "相关阅读", "相关新闻", "关闭窗口", "扫一扫在",
        ])

    /// Whether a line of the head of a page says what feet of pages say too.
    static func isOfFoot(_ text: [Unicode.Scalar]) -> Bool { text.count <= 400 && headOrFoot.occurs(in: text) }

    private static let headOrFoot = WordList(footWords + ["手机打开当前页", "点击此处下载", "我要打印", "阅读全文", "原标题"])

    /// What a line of links and buttons is made of.
    static let links: [String] = [
        "返回首页", "网站首页", "返回顶部", "返回", "首页", "打印本页", "打印整页", "打印内容", "打印", "关闭窗口", "关闭本页", "关闭", "分享到", "分享", "收藏",
        "无障碍阅读",
        "无障碍浏览", "长者模式", "关怀版", "字号", "繁体", "简体", "大", "中", "小", "下载", "复制链接", "朗读", "正文", "政府信息公开", "政务公开", "扫一扫",
        "在手机打开当前页",
        "纠错", "我要纠错", "相关链接", "附件下载", "EN", "English", "RSS", "微信", "微博", "放大", "缩小", "默认", "字体", "保存", "葡文版本", "相关文档",
        "文章属性", "全文", "加入收藏", "收藏本页", "关于我们", "联系我们", "投稿邮箱", "阅读", "网站导航", "设为首页", "我要打印", "注册", "登录",
        "检索", "搜索", "跳到主要内容", "法规分类", "热点专题", "另存", "友善列印", "政务微信", "政务微博",
    ]
}

/// What a field of a site's page declares of its document.
public enum DeclaredField: String, Sendable, CaseIterable {
    case number, issuer, date, title, effective, ended, status
}

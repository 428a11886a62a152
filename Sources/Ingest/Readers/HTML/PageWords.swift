/// Words of the buttons and headings that sites put around a document, each alone on its line or beside others of them.
///
/// A domain expert edits this file.
enum PageWords {
    private static let buttons = WordList([
        "无障碍", "无障碍阅读", "无障碍浏览", "长者助手", "长者模式", "长者版", "老年版", "关怀版", "适老版", "手机版", "移动版", "电脑版", "关注", "搜索", "搜索一下",
        "检索", "高级搜索", "站内搜索", "登录", "注册", "听全文", "朗读", "语音朗读", "播放", "暂停", "相关附件", "附件下载", "下载附件", "扫码进入", "扫码阅读",
        "扫一扫", "扫一扫分享", "扫一扫在手机打开当前页", "扫码分享", "微信扫一扫", "分享", "分享到", "微信", "微博", "打印", "打印本页", "关闭", "关闭窗口", "返回",
        "返回顶部",
        "返回首页", "首页", "网站首页", "收藏", "点赞", "评论", "纠错", "我要纠错", "字号", "字体", "大", "中", "小", "默认", "超大", "放大", "缩小", "简体",
        "繁体",
        "简", "繁", "相关链接", "相关阅读", "相关新闻", "相关解读", "相关文档", "相关政策", "相关文件", "相关信息", "推荐阅读", "延伸阅读", "政策解读", "图解", "上一篇",
        "下一篇", "上一条", "下一条", "网站地图", "政务新媒体", "智能问答", "智能客服", "在线客服", "下载", "下载文字版", "下载图片版", "复制链接", "点击查看", "更多",
        "官方微信", "官方微博", "移动客户端", "客户端", "公众号", "一键打印", "正文", "文章正文",
    ])

    /// What opens a line that only leads to another page.
    private static let openings = WordList([
        "点击查看", "点击下载", "点击进入", "相关链接", "相关解读", "解读链接", "政策解读链接", "原文链接", "扫码进入", "长按识别", "扫描二维码",
    ])

    /// Whether a line is made of buttons and the marks between them, and of nothing else.
    static func isButtons(_ text: [Unicode.Scalar]) -> Bool {
        guard text.count <= 60 else { return false }
        let words = text.split { $0.isBlank || "|｜·•/>＞<【】[]（）():：-—▲▼×".unicodeScalars.contains($0) }
        return words.allSatisfy { buttons.has($0) }
    }

    /// Whether a short line leads to another page: 「点击查看政策解读：…」.
    static func isPointer(_ text: [Unicode.Scalar]) -> Bool {
        let text = text.filter { !$0.isBlank }
        return text.count <= 80 && openings.begins(text) && !text.contains("。")
    }

    /// Words of the foot of a page that a sentence of a document can hold too.
    static func isSentence(_ text: [Unicode.Scalar]) -> Bool {
        guard let last = text.last(where: { !$0.isBlank }) else { return false }
        return "。；".unicodeScalars.contains(last) && text.contains { "，,、".unicodeScalars.contains($0) }
    }
}

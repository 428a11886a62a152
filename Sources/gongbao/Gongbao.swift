@main struct Gongbao { static func main() {} }

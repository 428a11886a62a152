import ArgumentParser
import Foundation
import Index

struct UpgradeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upgrade", abstract: "Takes up an archive that an earlier version wrote.",
        discussion: "The records stay as they are; what is looked up by is made anew from them.")

    @Flag(help: "Make it anew even where this version wrote the archive.") var anew = false
    @OptionGroup var source: ArchiveOptions

    func run() throws {
        let archive = try source.open(.readWrite)
        if anew { try archive.remake() }
        Terminal.complain("\(archive.directory.path(percentEncoded: false)) is up to date")
    }
}

/// The version of the program, by the rules of semantic versioning; CHANGELOG.md tells what each brought.
let programVersion = "0.5.0"

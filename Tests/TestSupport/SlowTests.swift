import Foundation
public import Testing

extension Trait where Self == ConditionTrait {
    /// Marks a test or suite that takes more than a second or two: `make quick` leaves it out.
    public static var slow: Self {
        .enabled(if: ProcessInfo.processInfo.environment["QUICK_TESTS"] != "1", "slow tests are left out")
    }
}

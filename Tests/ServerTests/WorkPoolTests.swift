import Foundation
import Testing

@testable import Server

@Suite("Work pool") struct WorkPoolTests {
    @Test("what has no place is told to come again; what waits is done")
    func busy() async throws {
        let pool = WorkPool(threads: 1, queue: 1, limit: .seconds(60))
        let gate = DispatchSemaphore(value: 0)
        let first = Task { try await pool.run { gate.wait() } }
        while pool.current < 1 { await Task.yield() }
        let second = Task { try await pool.run { 2 } }
        while pool.current < 2 { await Task.yield() }
        let error = await #expect(throws: Problem.self) { try await pool.run { 3 } }
        #expect(error?.status == 503)
        gate.signal()
        try await first.value
        #expect(try await second.value == 2)
        try await pool.stop()
    }

    @Test("work that takes too long is answered without waiting for it")
    func limit() async throws {
        let pool = WorkPool(threads: 1, queue: 1, limit: .milliseconds(20))
        let gate = DispatchSemaphore(value: 0)
        let error = await #expect(throws: Problem.self) { try await pool.run { gate.wait() } }
        #expect(error?.type == Problem.tooSlow.type)
        gate.signal()
        try await pool.stop()
    }

    @Test("what the work throws comes out")
    func failure() async throws {
        let pool = WorkPool(threads: 1, queue: 0, limit: .seconds(60))
        await #expect(throws: Problem.self) { try await pool.run { throw Problem.notFound } }
        try await pool.stop()
    }
}

/// Sets of ids as ascending arrays.
enum SortedIDs {
    static func intersection(_ left: [Int64], _ right: [Int64]) -> [Int64] {
        var result: [Int64] = []
        var (i, j) = (0, 0)
        while i < left.count, j < right.count {
            if left[i] == right[j] {
                result.append(left[i])
                (i, j) = (i + 1, j + 1)
            } else if left[i] < right[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return result
    }

    static func union(_ left: [Int64], _ right: [Int64]) -> [Int64] {
        var result: [Int64] = []
        result.reserveCapacity(max(left.count, right.count))
        var (i, j) = (0, 0)
        while i < left.count || j < right.count {
            let next = i == left.count ? right[j] : j == right.count ? left[i] : min(left[i], right[j])
            if i < left.count, left[i] == next { i += 1 }
            if j < right.count, right[j] == next { j += 1 }
            result.append(next)
        }
        return result
    }

    static func difference(_ left: [Int64], _ right: [Int64]) -> [Int64] {
        var j = 0
        return left.filter { id in
            while j < right.count, right[j] < id { j += 1 }
            return j == right.count || right[j] != id
        }
    }
}

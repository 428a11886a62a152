extension [Unicode.Scalar] {
    /// Without blanks at the ends.
    var trimmed: [Unicode.Scalar] {
        guard let first = firstIndex(where: { !$0.isBlank }), let last = lastIndex(where: { !$0.isBlank }) else {
            return []
        }
        return Array(self[first...last])
    }
}

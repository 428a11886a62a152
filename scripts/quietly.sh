# To be sourced. Runs a command and shows its output only when it fails.
quietly() {
    local log status=0
    log=$(mktemp)
    "$@" >"$log" 2>&1 || status=$?
    if ((status)); then
        cat "$log" >&2
        echo "Failed with status $status: $*" >&2
    fi
    rm -f "$log"
    return "$status"
}

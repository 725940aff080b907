package dev.switchboard.postgres;

/** A password that cannot slip into a text: only {@link #reveal} gives it. */
record Secret(String reveal) {
    @Override
    public String toString() {
        return "•••";
    }
}

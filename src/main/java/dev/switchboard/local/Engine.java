package dev.switchboard.local;

/** The engines that run as separate processes. */
enum Engine {
    DYNAMODB("dynamodb", "TERM"),
    /** SIGINT requests a fast shutdown; with SIGTERM, it would wait until every client disconnects. */
    POSTGRES("postgres", "INT");

    private final String id;
    private final String signal;

    Engine(String id, String signal) {
        this.id = id;
        this.signal = signal;
    }

    /** The name in file names; {@code guardian.sh} also uses it. */
    String id() {
        return id;
    }

    /** The signal that requests a graceful shutdown. */
    String signal() {
        return signal;
    }
}

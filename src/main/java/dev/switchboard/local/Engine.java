package dev.switchboard.local;

/** The engines that run as processes of their own. */
enum Engine {
    DYNAMODB("dynamodb", "TERM"),
    /** SIGINT is its fast shutdown; on SIGTERM it would wait until every client has left. */
    POSTGRES("postgres", "INT");

    private final String id;
    private final String signal;

    Engine(String id, String signal) {
        this.id = id;
        this.signal = signal;
    }

    /** Its name in file names; the guardian's script knows it. */
    String id() {
        return id;
    }

    /** The signal that makes it end in good order. */
    String signal() {
        return signal;
    }
}

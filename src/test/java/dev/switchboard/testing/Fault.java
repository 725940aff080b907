package dev.switchboard.testing;

/** What can go wrong between a client and an engine. */
public enum Fault {
    DELAY("answers late"),
    CUT_BEFORE("cut before it arrives"),
    CUT_AFTER("cut after it was done"),
    THROTTLE("throttled"),
    UNPROCESSED("left unprocessed"),
    ERROR_500("answers 500"),
    ERROR_503("answers 503"),
    TRUNCATE("answer cut short"),
    PORTAL("a captive portal answers"),
    STALL("answers nothing");

    private final String title;

    Fault(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }
}

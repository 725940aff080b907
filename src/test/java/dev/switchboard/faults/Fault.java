package dev.switchboard.faults;

/** What can go wrong between a client and a server of AWS's. */
enum Fault {
    DELAY("slow"),
    CUT_BEFORE("cut before"),
    CUT_AFTER("answer lost"),
    THROTTLED("throttled"),
    UNPROCESSED("unprocessed"),
    ERROR_500("500"),
    ERROR_503("503"),
    TRUNCATED("truncated"),
    PORTAL("portal"),
    SILENT("silent");

    private final String title;

    Fault(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }
}

package dev.switchboard.doctor.data;

import dev.switchboard.text.Messages;

/** Receives what the checks find. */
public interface FindingSink {
    /** The sentences of findings; found once, because there can be many findings. */
    Messages TEXT = Messages.of(FindingSink.class);

    void add(Finding finding);

    /** Takes a finding whose detail is the usual one of its check. */
    default void add(DataCheck check, Subject subject, Object... arguments) {
        add(new Finding(check, subject.values(), TEXT.get("finding." + check.id(), arguments)));
    }

    /**
     * Takes a finding of a kind that its check tells apart.
     *
     * @param kind the end of the key of the detail
     */
    default void addAs(String kind, DataCheck check, Subject subject, Object... arguments) {
        add(new Finding(check, subject.values(), TEXT.get("finding." + check.id() + "." + kind, arguments)));
    }
}

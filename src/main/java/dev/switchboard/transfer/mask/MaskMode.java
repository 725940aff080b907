package dev.switchboard.transfer.mask;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.util.Arrays;

/** What is replaced in items. */
public enum MaskMode {
    /** Nothing. */
    NONE("none"),
    /** Texts and binary values that are neither keys nor people, by others of the same length and script. */
    TEXTS("texts"),
    /** Users, names, handles, email addresses and the like, by pseudonyms. */
    PEOPLE("people"),
    /** Texts and people. */
    ALL("all");

    private final String code;

    MaskMode(String code) {
        this.code = code;
    }

    /** The name of the mode on the command line. */
    public String code() {
        return code;
    }

    /**
     * Returns the mode with this name.
     *
     * @throws InvalidInputException if there is none
     */
    public static MaskMode of(String code) {
        return Arrays.stream(values()).filter(mode -> mode.code.equals(code)).findFirst().orElseThrow(() -> {
            Messages text = Messages.of(MaskMode.class);
            return new InvalidInputException("mask_unknown", text.get("mask.unknown", code), text.get("mask.unknown.remedy"));
        });
    }

    boolean masksTexts() {
        return this == TEXTS || this == ALL;
    }

    boolean masksPeople() {
        return this == PEOPLE || this == ALL;
    }
}

package dev.switchboard.settings;

import java.util.Locale;

/** Recognizes the names and addresses of this computer's loopback interface. */
public final class Loopback {
    private Loopback() {}

    /**
     * Returns whether a host is written as the loopback interface. Names that resolve to it are not considered.
     *
     * @param host a name or an address, as in a URL; an IPv6 address with or without brackets
     */
    public static boolean isLoopback(String host) {
        String plain = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$|\\.$", "");
        return plain.equals("localhost")
                || plain.endsWith(".localhost")
                || plain.matches("127(\\.[0-9]{1,3}){3}")
                || plain.matches("(0{0,4}:){2,7}0{0,3}1")
                || plain.matches("::ffff:127(\\.[0-9]{1,3}){3}");
    }
}

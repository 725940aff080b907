package dev.switchboard.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The hosts that are reached without a proxy: names, suffixes such as {@code .example.com}, addresses, blocks such as
 * {@code 10.0.0.0/8}, each also with a port, or {@code *} for all.
 */
final class NoProxyList {
    private final List<String> entries;

    private NoProxyList(List<String> entries) {
        this.entries = entries;
    }

    /**
     * Reads both forms.
     *
     * @param variable the value of {@code NO_PROXY}, separated by commas
     * @param property the value of {@code http.nonProxyHosts}, separated by vertical bars
     */
    static NoProxyList of(String variable, String property) {
        return new NoProxyList(Arrays.stream((variable + "," + property).split("[,|\\s]+"))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> entry.toLowerCase(Locale.ROOT))
                .toList());
    }

    boolean contains(String host, int port) {
        String plain = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$|\\.$", "");
        return entries.stream().anyMatch(entry -> matches(entry, plain, port));
    }

    private static boolean matches(String entry, String host, int port) {
        if (entry.equals("*") || isInBlock(entry, host)) {
            return true;
        }
        String name = entry;
        if (entry.matches("\\[.*]:\\d+|[^:]*:\\d+")) {
            int colon = entry.lastIndexOf(':');
            if (!entry.substring(colon + 1).equals(Integer.toString(port))) {
                return false;
            }
            name = entry.substring(0, colon);
        }
        name = name.replaceAll("^\\[|]$", "");
        if (name.endsWith("*")) { // as in http.nonProxyHosts: 10.*
            return host.startsWith(name.substring(0, name.length() - 1));
        }
        String suffix = name.replaceFirst("^\\*?\\.", "");
        return host.equals(suffix) || host.endsWith("." + suffix);
    }

    private static boolean isInBlock(String entry, String host) {
        int slash = entry.indexOf('/');
        if (slash < 0 || !host.matches("[0-9.]+|[0-9a-f:.]*:[0-9a-f:.]*") || !entry.substring(slash + 1).matches("\\d{1,3}")) {
            return false;
        }
        try {
            byte[] block = InetAddress.ofLiteral(entry.substring(0, slash)).getAddress();
            byte[] address = InetAddress.getByName(host).getAddress();
            int bits = Integer.parseInt(entry.substring(slash + 1));
            if (block.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < Math.min(bits, block.length * 8); bit++) {
                int mask = 1 << (7 - bit % 8);
                if (((block[bit / 8] ^ address[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        } catch (IllegalArgumentException | UnknownHostException e) {
            return false; // neither an address nor a block
        }
    }
}

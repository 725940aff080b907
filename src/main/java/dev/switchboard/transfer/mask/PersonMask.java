package dev.switchboard.transfer.mask;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces what identifies people by pseudonyms: a UUID by a UUID, an email address by one of example.com, a name by another name. */
final class PersonMask {
    private static final Pattern UUIDS = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern EMAILS = Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");
    private static final Pattern PHONES = Pattern.compile("\\+?[\\d ()/.-]{7,20}");
    private static final Pattern PEOPLE = Pattern.compile(
            "(^|.*[_.-])(user|person|people|customer|member|owner|author|sender|recipient|participant|handle|name|names|firstname|lastname"
                    + "|fullname|surname|nickname|username|displayname|email|mail|phone|mobile|address|street|city|login|sub|cognito)([_.-].*|$)");
    /** Prefixes of keys whose rest identifies a person. */
    private static final Set<String> PREFIXES =
            Set.of("USER", "PERSON", "CUSTOMER", "MEMBER", "OWNER", "PROFILE", "EMAIL", "HANDLE", "ACCOUNT");
    private static final int NAME_DIGITS = 5;
    private final MaskKey key;

    PersonMask(MaskKey key) {
        this.key = key;
    }

    /** Whether an attribute of this name identifies a person, such as {@code user_uuid}, {@code displayName} or {@code E_MAIL}. */
    static boolean isPerson(String attribute) {
        String name = attribute.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return PEOPLE.matcher(name).matches() || name.equals("e_mail");
    }

    /** Returns the pseudonym of an identifier or a name. */
    String mask(String text) {
        if (text.isEmpty()) {
            return text;
        }
        if (UUIDS.matcher(text).matches()) {
            return uuid(text);
        }
        if (EMAILS.matcher(text).matches()) {
            return email(text);
        }
        if (PHONES.matcher(text).matches()) {
            return new TextMask(key).mask(text);
        }
        String digits = digits(text);
        return text.matches("[a-z0-9._-]+") ? "person_" + digits : "Person " + digits;
    }

    /** Replaces the part of a key that identifies a person. */
    String maskKey(String text) {
        int hash = text.indexOf('#');
        if (hash > 0 && PREFIXES.contains(text.substring(0, hash).toUpperCase(Locale.ROOT))) {
            int end = text.indexOf('#', hash + 1);
            String id = end < 0 ? text.substring(hash + 1) : text.substring(hash + 1, end);
            return text.substring(0, hash + 1) + mask(id) + (end < 0 ? "" : maskEmails(text.substring(end)));
        }
        return maskEmails(text);
    }

    /** Replaces the email addresses within a text. */
    String maskEmails(String text) {
        return text.indexOf('@') < 0 ? text : EMAILS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(email(found.group())));
    }

    String uuid(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(key.derive("uuid", text.toLowerCase(Locale.ROOT)));
        long most = (bytes.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long least = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least).toString();
    }

    private String email(String text) {
        return "person_" + digits(text.toLowerCase(Locale.ROOT)) + "@example.com";
    }

    private String digits(String text) {
        return HexFormat.of().formatHex(key.derive("person", text), 0, NAME_DIGITS);
    }
}

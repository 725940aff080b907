package dev.switchboard.session;

import dev.switchboard.journal.JournalLimits;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the limits of the journal from the settings. A value that is not valid limits nothing, so that it deletes nothing. */
final class JournalLimitsReader {
    private static final Logger LOG = LoggerFactory.getLogger(JournalLimitsReader.class);
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");

    private JournalLimitsReader() {}

    static JournalLimits read(Settings settings) {
        return new JournalLimits(number(settings, Setting.JOURNAL_DAYS), number(settings, Setting.JOURNAL_MEGABYTES));
    }

    private static @Nullable Integer number(Settings settings, Setting setting) {
        @Nullable String value = settings.get(setting);
        if (value == null) {
            return null;
        }
        if (!NUMBER.matcher(value).matches()) {
            LOG.warn("the setting {} is not a number from 1 to 999999; the journal is kept", setting.key());
            return null;
        }
        return Integer.valueOf(value);
    }
}

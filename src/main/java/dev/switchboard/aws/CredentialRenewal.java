package dev.switchboard.aws;

import dev.switchboard.text.Messages;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/** Describes how to renew the credentials of a profile, with the exact command for the profile's source of credentials. */
final class CredentialRenewal {
    private static final Messages TEXT = Messages.of(CredentialRenewal.class);

    private CredentialRenewal() {}

    /**
     * Returns the instruction.
     *
     * @param profile null for the default profile of the process
     */
    static String of(@Nullable String profile) {
        String chosen = profile == null ? ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow() : profile;
        try {
            return of(chosen, ProfileFile.defaultProfileFile());
        } catch (SdkException e) {
            // The request that needs the configuration reports that it cannot be read.
            return TEXT.get("renew.sso", option(chosen));
        }
    }

    private static String of(String chosen, ProfileFile file) {
        Set<String> seen = new HashSet<>();
        String name = chosen;
        while (seen.add(name)) {
            Optional<Profile> profile = file.profile(name);
            if (has(profile, "credential_process")) {
                return TEXT.get("renew.process", name);
            }
            if (has(profile, "login_session")) {
                return TEXT.get("renew.login", option(name));
            }
            if (has(profile, "aws_access_key_id")) {
                return TEXT.get("renew.keys", option(name));
            }
            if (has(profile, "credential_source")) {
                return TEXT.get("renew.host", name);
            }
            name = profile.flatMap(p -> p.property("source_profile")).orElse(name);
        }
        return TEXT.get("renew.sso", option(name));
    }

    private static boolean has(Optional<Profile> profile, String property) {
        return profile.flatMap(p -> p.property(property)).isPresent();
    }

    /** The {@code --profile} option; empty for the default profile. */
    private static String option(String name) {
        if (name.equals("default")) {
            return "";
        }
        boolean plain = name.matches("[A-Za-z0-9._@/+-]+");
        return " --profile " + (plain ? name : "'" + name.replace("'", "'\\''") + "'");
    }
}

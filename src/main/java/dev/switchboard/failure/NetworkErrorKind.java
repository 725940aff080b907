package dev.switchboard.failure;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** The kind of a network error, determined from the causes of an exception. */
public enum NetworkErrorKind {
    NAME,
    ROUTE,
    REFUSED,
    RESET,
    TIME_OUT,
    /** The server closed the connection before its response was complete. */
    CUT,
    UNTRUSTED,
    OTHER_HOST,
    EXPIRED,
    /** The server does not use TLS. */
    PLAIN,
    /** TLS failed for another reason. */
    TLS;

    /** The part of the message key for this kind, such as {@code time-out}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Determines the kind from an exception and its causes. A certificate error takes precedence over a general TLS error. Null if
     * none matches.
     */
    public static @Nullable NetworkErrorKind of(Throwable thrown) {
        NetworkErrorKind found = null;
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            NetworkErrorKind here = ofOne(t);
            if (here != null && (found == null || found == TLS || (found == UNTRUSTED && here == EXPIRED))) {
                found = here;
            }
        }
        return found;
    }

    private static @Nullable NetworkErrorKind ofOne(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
        return switch (thrown) {
            case UnknownHostException name -> NAME;
            case NoRouteToHostException route -> ROUTE;
            case SocketTimeoutException timeOut -> TIME_OUT;
            case CertificateExpiredException expired -> EXPIRED;
            case CertificateNotYetValidException early -> EXPIRED;
            case CertPathBuilderException untrusted -> UNTRUSTED;
            case CertPathValidatorException untrusted -> UNTRUSTED;
            case SSLPeerUnverifiedException host -> OTHER_HOST;
            case SSLException tls -> ofTls(message);
            case ConnectException connect -> ofConnect(message);
            case SocketException socket -> ofSocket(message);
            case EOFException end -> CUT;
            default -> ofMessage(message);
        };
    }

    private static NetworkErrorKind ofTls(String message) {
        if (message.contains("unrecognized ssl message") || message.contains("plaintext connection")) {
            return PLAIN;
        }
        if (message.contains("no subject alternative") || message.contains("no name matching")) {
            return OTHER_HOST;
        }
        if (message.contains("certificate_expired")) {
            return EXPIRED;
        }
        return message.contains("pkix") || message.contains("unknown_ca") ? UNTRUSTED : TLS;
    }

    /** The messages depend on the platform; these are from Linux, macOS and Windows. */
    private static NetworkErrorKind ofConnect(String message) {
        if (message.contains("timed out")) {
            return TIME_OUT;
        }
        return message.contains("unreachable") || message.contains("no route") ? ROUTE : REFUSED;
    }

    private static @Nullable NetworkErrorKind ofSocket(String message) {
        if (message.contains("unreachable")) {
            return ROUTE;
        }
        return message.contains("reset") || message.contains("broken pipe") || message.contains("abort") ? RESET : null;
    }

    /** Matches exception types of the HTTP client and the database driver. */
    private static @Nullable NetworkErrorKind ofMessage(String message) {
        if (message.contains("failed to respond") || message.contains("premature end") || message.contains("connection closed by peer")) {
            return CUT;
        }
        if (message.contains("could not be verified by hostnameverifier") || message.contains("doesn't match any of the subject")) {
            return OTHER_HOST;
        }
        return message.contains("attempt timed out") || message.contains("did not complete before the specified timeout") ? TIME_OUT : null;
    }
}

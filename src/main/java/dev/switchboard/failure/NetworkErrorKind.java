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

/** What went wrong on the way to a backend, told by the causes of an exception, because each wants another remedy. */
public enum NetworkErrorKind {
    NAME,
    ROUTE,
    REFUSED,
    RESET,
    TIME_OUT,
    /** The server closed the connection before its answer was complete. */
    CUT,
    UNTRUSTED,
    OTHER_HOST,
    EXPIRED,
    /** Something answered that does not speak TLS. */
    PLAIN,
    /** Encryption failed for another reason than those above. */
    TLS;

    /** Its part of a message key, such as {@code time-out}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the exception or one of its causes tells, the innermost certificate's fault before the handshake's; null where none does. */
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

    /** The system's words differ by platform; these are Linux's, macOS's and Windows'. */
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

    /** For what the HTTP client and the database's driver throw as types of their own. */
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

package dev.switchboard;

import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/**
 * Lets as many virtual threads as there are processors wait for a monitor while each initializes a class, which keeps their carriers, and
 * ends with status 0 if another virtual thread still runs then.
 */
final class PinnedThreadsProgram {
    static final Object MONITOR = new Object();
    static final CountDownLatch WAITING = new CountDownLatch(Runtime.getRuntime().availableProcessors());

    private PinnedThreadsProgram() {}

    /** Its copies are initialized each on its own. */
    static final class Waiting {
        static {
            WAITING.countDown();
            synchronized (MONITOR) {
                MONITOR.notifyAll();
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        int status = Switchboard.run("--version");
        byte[] code;
        try (InputStream file = PinnedThreadsProgram.class.getResourceAsStream("PinnedThreadsProgram$Waiting.class")) {
            code = Objects.requireNonNull(file).readAllBytes();
        }
        synchronized (MONITOR) {
            for (long i = WAITING.getCount(); i > 0; i--) {
                Thread.ofVirtual().start(() -> initialize(code));
            }
            WAITING.await();
            boolean ran = Thread.ofVirtual().start(() -> {}).join(Duration.ofSeconds(20));
            Runtime.getRuntime().halt(ran ? status : 99);
        }
    }

    private static void initialize(byte[] code) {
        try {
            MethodHandles.lookup().defineHiddenClass(code, true);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}

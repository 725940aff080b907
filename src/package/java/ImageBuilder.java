import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes the application image: launcher, runtime, jars. */
final class ImageBuilder {
    /**
     * The same for the training run and for every later start: a cache is refused where the collector or the headers differ. The
     * first compiler alone is the quicker for commands and even for bulk work of this size. Seconds of processor time on two busy
     * cores: tables list 1.2 with both compilers and 0.7 with the first alone (2.1 without a cache), a scan of 40,000 items 2.5
     * and 1.4.
     */
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC", // the least memory and threads of all collectors; the program's heap is small
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "-Xmx1g",
            "-XX:AOTCache=$APPDIR/" + AotCache.MAIN,
            "-Xlog:disable", // a cache that does not fit is left aside without a word
            "-Dsun.net.httpserver.nodelay=true",
            // FXML, Jackson and picocli call many methods once: their handles would be compiled at run time, 60 ms of the first picture.
            "-Djdk.reflect.useNativeAccessorOnly=true",
            "--enable-native-access=javafx.graphics");

    private ImageBuilder() {}

    static void make(PackageLayout layout) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "--type", "app-image",
                "--name", layout.name(),
                "--app-version", layout.version(),
                "--vendor", "Switchboard",
                "--description", "An operations console for a chat application on DynamoDB, PostgreSQL and Cognito",
                "--icon", icon(layout).toString(),
                "--input", layout.input().toString(),
                "--main-jar", "switchboard.jar",
                "--main-class", "dev.switchboard.Switchboard",
                "--runtime-image", layout.runtime().toString(),
                "--dest", layout.out().resolve("image").toString()));
        OPTIONS.forEach(option -> arguments.addAll(List.of("--java-options", option)));
        if (PackageLayout.windows()) {
            arguments.add("--win-console"); // one program for the window and for the command line
        }
        PackageBuilder.tool("jpackage", arguments);
    }

    /** The window's icon in the form that the platform wants; both other forms are a PNG with a short head. */
    private static Path icon(PackageLayout layout) throws IOException {
        Path png = layout.project().resolve("src/main/resources/dev/switchboard/ui/shell/icon-256.png");
        byte[] picture = Files.readAllBytes(png);
        if (PackageLayout.windows()) {
            ByteBuffer head = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
            head.putShort((short) 0).putShort((short) 1).putShort((short) 1); // an icon with one picture
            head.putInt(0).putShort((short) 1).putShort((short) 32).putInt(picture.length).putInt(22); // 0: 256 by 256
            return write(layout.out().resolve("switchboard.ico"), head.array(), picture);
        }
        if (PackageLayout.mac()) {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(head);
            out.write("icns".getBytes(StandardCharsets.US_ASCII));
            out.writeInt(16 + picture.length);
            out.write("ic08".getBytes(StandardCharsets.US_ASCII));
            out.writeInt(8 + picture.length);
            return write(layout.out().resolve("switchboard.icns"), head.toByteArray(), picture);
        }
        return png;
    }

    private static Path write(Path file, byte[] head, byte[] picture) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(head);
        all.write(picture);
        return Files.write(file, all.toByteArray());
    }
}

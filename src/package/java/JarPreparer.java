import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Makes a library's jar fit for the start-up cache. What its classes do stays as it is. */
final class JarPreparer {
    /** Older classes have no stack maps, and the cache takes none of them (picocli's are of 2004's format). */
    private static final int OLDEST = ClassFile.JAVA_6_VERSION;

    private JarPreparer() {}

    static void prepare(Path jar) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            unseal(zip);
            renew(zip);
        }
    }

    /**
     * Takes the seal off a library's packages (XZ for Java has one): a cache brings their classes back as from the place of the training,
     * and with a seal on them the program would not start anywhere else.
     */
    private static void unseal(FileSystem zip) throws IOException {
        Path manifest = zip.getPath("META-INF/MANIFEST.MF");
        if (Files.exists(manifest)) {
            String text = Files.readString(manifest);
            String open = text.replaceAll("(?mi)^Sealed: *true\\r?\\n", "");
            if (!open.equals(text)) {
                Files.writeString(manifest, open);
            }
        }
    }

    /** Writes classes of an old format anew, with the stack maps that Java 8 and later verify by. */
    private static void renew(FileSystem zip) throws IOException {
        ClassFile writer = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(
                        type -> open(zip, type.packageName(), type.displayName()))
                        .orElse(ClassHierarchyResolver.defaultResolver())));
        ClassTransform newer = (builder, element) -> {
            if (element instanceof ClassFileVersion) {
                builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
            } else {
                builder.with(element);
            }
        };
        // Each instruction is written again: a method that is copied as a block gets no stack map.
        ClassTransform whole = newer.andThen(ClassTransform.transformingMethodBodies((builder, element) -> builder.with(element)));
        for (Path file : classes(zip)) {
            byte[] old = Files.readAllBytes(file);
            if (ByteBuffer.wrap(old).getShort(6) < OLDEST) {
                Files.write(file, writer.transformClass(writer.parse(old), whole));
            }
        }
    }

    private static List<Path> classes(FileSystem zip) throws IOException {
        try (Stream<Path> files = Files.walk(zip.getPath("/"))) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    private static InputStream open(FileSystem zip, String packageName, String name) {
        Path file = zip.getPath("/" + packageName.replace('.', '/'), name + ".class");
        try {
            return Files.exists(file) ? Files.newInputStream(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

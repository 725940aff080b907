package dev.switchboard.explorer.copyas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a copied class without warnings, and runs it in this process. */
final class CopiedJava {
    private static final Pattern CLASS = Pattern.compile("public class (\\w+)");

    private CopiedJava() {}

    /** Runs the main method and returns the lines that it prints. */
    static List<String> run(Path folder, String code) throws Exception {
        String name = compile(folder, code);
        synchronized (CopiedJava.class) {
            PrintStream out = System.out;
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, CopiedJava.class.getClassLoader());
                    PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
                System.setOut(stream);
                loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
            } finally {
                System.setOut(out);
            }
            return printed.toString(StandardCharsets.UTF_8).lines().toList();
        }
    }

    /** Compiles a class and returns its name. */
    static String compile(Path folder, String code) {
        Matcher matcher = CLASS.matcher(code);
        assertThat(matcher.find()).isTrue();
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///" + matcher.group(1) + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return code;
                    }
                };
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        boolean compiled = compiler.getTask(errors, null, null,
                List.of("-d", folder.toString(), "-classpath", System.getProperty("java.class.path"), "-Xlint:all", "-proc:none"), null,
                List.of(source)).call();
        assertThat(compiled).as(errors + code).isTrue();
        return matcher.group(1);
    }
}

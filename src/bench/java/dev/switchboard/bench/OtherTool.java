package dev.switchboard.bench;

import dev.switchboard.bench.world.ProcessUsage;
import dev.switchboard.bench.world.Programs;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What an operator would list the tables with otherwise, where it is installed: the AWS CLI, boto3, dynamodb-admin. */
final class OtherTool extends MeasuredProgram {
    private static final String BOTO3 =
            "import boto3, sys; print(boto3.client('dynamodb', endpoint_url=sys.argv[1]).list_tables()['TableNames'])";
    private final List<String> command;
    private final boolean serves;

    private OtherTool(String name, List<String> command, boolean serves) {
        super(name);
        this.command = command;
        this.serves = serves;
    }

    /** Those that are on the PATH; of each other one it is said. */
    static List<MeasuredProgram> all(URI endpoint) throws IOException, InterruptedException {
        List<MeasuredProgram> found = new ArrayList<>();
        Programs.onPath("aws").ifPresentOrElse(
                aws -> found.add(new OtherTool(
                        "aws dynamodb list-tables",
                        List.of(aws.toString(), "dynamodb", "list-tables", "--endpoint-url", endpoint.toString()), false)),
                () -> System.out.println("left out, not on the PATH: aws (Debian: awscli)"));
        Optional<Path> python = Programs.onPath("python3").filter(path -> Programs.hasBoto3());
        python.ifPresentOrElse(
                path -> found.add(new OtherTool("boto3 list_tables", List.of(path.toString(), "-c", BOTO3, endpoint.toString()), false)),
                () -> System.out.println("left out, not installed: boto3 (Debian: python3-boto3)"));
        Programs.onPath("dynamodb-admin").ifPresentOrElse(
                admin -> found.add(new OtherTool("dynamodb-admin, first page",
                        List.of(admin.toString(), "--dynamo-endpoint", endpoint.toString()), true)),
                () -> System.out.println("left out, not on the PATH: dynamodb-admin (npm)"));
        return found;
    }

    @Override
    Map<Metric, Double> measure() throws IOException, InterruptedException {
        return serves ? firstPage() : Map.of(Metric.LIST, toTheEnd(builder(command)));
    }

    private static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .putAll(Map.of("AWS_ACCESS_KEY_ID", "local", "AWS_SECRET_ACCESS_KEY", "local", "AWS_DEFAULT_REGION", "us-east-1"));
        return builder;
    }

    private Map<Metric, Double> firstPage() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of("--port", Integer.toString(port)));
        HttpRequest page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/")).build();
        long started = System.nanoTime();
        Process process =
                builder(whole).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!shows(client, page)) {
                if (process.waitFor(5, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("dynamodb-admin ended with " + process.exitValue());
                }
            }
            double took = (System.nanoTime() - started) / 1e6;
            ProcessUsage memory = ProcessUsage.of(process.pid());
            return Map.of(Metric.DATA, took, Metric.RESIDENT, memory.residentMegabytes(), Metric.THREADS, memory.threads());
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static boolean shows(HttpClient client, HttpRequest page) throws IOException, InterruptedException {
        try {
            HttpResponse<String> answer = client.send(page, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains("cruddur-messages");
        } catch (ConnectException e) {
            return false;
        }
    }
}

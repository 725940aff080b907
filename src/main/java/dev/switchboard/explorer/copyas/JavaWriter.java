package dev.switchboard.explorer.copyas;

import java.util.Set;
import java.util.TreeSet;

/** Writes requests as Java classes for the AWS SDK for Java 2. */
final class JavaWriter {
    private static final String DYNAMODB = "software.amazon.awssdk.services.dynamodb.";
    private static final String CREDENTIALS = "software.amazon.awssdk.auth.credentials.";
    private final ClientSettings settings;
    private final Set<String> imports = new TreeSet<>();
    private final JavaLiterals literals = new JavaLiterals(imports);

    JavaWriter(ClientSettings settings) {
        this.settings = settings;
    }

    String write(ServiceRequest request) {
        String operation = request.operation();
        String type = operation + "Request";
        imports.add(DYNAMODB + "DynamoDbClient");
        imports.add(DYNAMODB + "model." + type);
        StringBuilder body = new StringBuilder();
        body.append("        try (DynamoDbClient client = ").append(client()).append(") {\n");
        body.append("            ").append(type).append(" request = ").append(type).append(".builder()\n");
        request.parameters().forEach((name, parameter) -> body.append("                    .")
                .append(camelCase(name)).append('(').append(literals.write(parameter)).append(")\n"));
        body.append("                    .build();\n").append(run(request)).append("        }\n");
        StringBuilder out = new StringBuilder();
        imports.forEach(name -> out.append("import ").append(name).append(";\n"));
        return out.append("\npublic class Copied").append(operation).append(" {\n    public static void main(String[] args) {\n")
                .append(body).append("    }\n}\n").toString();
    }

    private String client() {
        StringBuilder out = new StringBuilder("DynamoDbClient.builder()\n");
        if (settings.region() != null) {
            imports.add("software.amazon.awssdk.regions.Region");
            out.append("                .region(Region.of(").append(CodeStrings.java(settings.region())).append("))\n");
        }
        if (settings.profile() != null) {
            imports.add(CREDENTIALS + "DefaultCredentialsProvider");
            out.append("                .credentialsProvider(DefaultCredentialsProvider.builder().profileName(")
                    .append(CodeStrings.java(settings.profile())).append(").build())\n");
        }
        if (settings.localEndpoint() != null) {
            imports.add("java.net.URI");
            imports.add(CREDENTIALS + "AwsBasicCredentials");
            imports.add(CREDENTIALS + "StaticCredentialsProvider");
            out.append("                .endpointOverride(URI.create(").append(CodeStrings.java(settings.localEndpoint())).append("))\n")
                    .append("                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(\"")
                    .append(ClientSettings.LOCAL_KEY).append("\", \"").append(ClientSettings.LOCAL_KEY).append("\")))\n");
        }
        return out.append("                .build()").toString();
    }

    private String run(ServiceRequest request) {
        String method = camelCase(request.operation());
        return switch (request.reading()) {
            case ServiceRequest.Reading.Nothing() -> "            System.out.println(client." + method + "(request));\n";
            case ServiceRequest.Reading.Pages(long limit, int segments) when segments == 1 -> "            client." + method
                    + "Paginator(request).items()" + (limit == 0 ? "" : ".stream().limit(" + limit + "L)")
                    + ".forEach(System.out::println);\n";
            case ServiceRequest.Reading.Pages(long _, int segments) -> {
                imports.add("java.util.stream.IntStream");
                yield """
                                    IntStream.range(0, %d).parallel().forEach(segment -> client
                                            .%sPaginator(request.toBuilder().totalSegments(%d).segment(segment).build())
                                            .items()
                                            .forEach(System.out::println));
                        """.formatted(segments, method, segments);
            }
            case ServiceRequest.Reading.Tokens() -> {
                String response = request.operation() + "Response";
                imports.add(DYNAMODB + "model." + response);
                yield """
                                    %s page;
                                    do {
                                        page = client.%s(request);
                                        page.items().forEach(System.out::println);
                                        request = request.toBuilder().nextToken(page.nextToken()).build();
                                    } while (page.nextToken() != null);
                        """.formatted(response, method);
            }
        };
    }

    static String camelCase(String name) {
        return name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
    }
}

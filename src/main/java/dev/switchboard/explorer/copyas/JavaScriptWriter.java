package dev.switchboard.explorer.copyas;

import java.util.ArrayList;
import java.util.List;

/** Writes requests as ECMAScript modules for the low-level client of the AWS SDK for JavaScript 3, which keeps numbers as the digits stored. */
final class JavaScriptWriter {
    private static final ObjectLiterals LITERALS = new ObjectLiterals(
            CodeStrings::javaScript, name -> name, bytes -> "Buffer.from('" + bytes.base64() + "', 'base64')", "true", "false");

    private final ClientSettings settings;

    JavaScriptWriter(ClientSettings settings) {
        this.settings = settings;
    }

    String write(ServiceRequest request) {
        String operation = request.operation();
        boolean paginated = request.reading() instanceof ServiceRequest.Reading.Pages;
        String run = switch (request.reading()) {
            case ServiceRequest.Reading.Nothing() ->
                "console.dir(await client.send(new " + operation + "Command(request)), { depth: null });\n";
            case ServiceRequest.Reading.Pages(long limit, int segments) ->
                segments == 1 ? limit == 0 ? pages(operation) : limited(operation, limit) : segments(operation, segments);
            case ServiceRequest.Reading.Tokens() -> tokens(operation);
        };
        return "import { DynamoDBClient, " + (paginated ? "paginate" + operation : operation + "Command")
                + " } from '@aws-sdk/client-dynamodb';\n\n" + client() + "const request = {\n"
                + LITERALS.lines(request.parameters(), "  ") + "};\n" + run;
    }

    private String client() {
        List<String> members = new ArrayList<>();
        if (settings.region() != null) {
            members.add("region: " + CodeStrings.javaScript(settings.region()));
        }
        if (settings.profile() != null) {
            members.add("profile: " + CodeStrings.javaScript(settings.profile()));
        }
        if (settings.localEndpoint() != null) {
            members.add("endpoint: " + CodeStrings.javaScript(settings.localEndpoint()));
            members.add("credentials: { accessKeyId: '" + ClientSettings.LOCAL_KEY + "', secretAccessKey: '" + ClientSettings.LOCAL_KEY
                    + "' }");
        }
        return "const client = new DynamoDBClient({ " + String.join(", ", members) + " });\n";
    }

    private static String pages(String operation) {
        return """
                for await (const page of paginate%s({ client }, request)) {
                  for (const item of page.Items ?? []) {
                    console.dir(item, { depth: null });
                  }
                }
                """.formatted(operation);
    }

    private static String limited(String operation, long limit) {
        return """
                let left = %d;
                pages: for await (const page of paginate%s({ client }, request)) {
                  for (const item of page.Items ?? []) {
                    console.dir(item, { depth: null });
                    if (--left === 0) break pages;
                  }
                }
                """.formatted(limit, operation);
    }

    private static String segments(String operation, int segments) {
        return """
                async function read(Segment) {
                  for await (const page of paginate%s({ client }, { ...request, TotalSegments: %d, Segment })) {
                    for (const item of page.Items ?? []) {
                      console.dir(item, { depth: null });
                    }
                  }
                }
                await Promise.all(Array.from({ length: %d }, (_, segment) => read(segment)));
                """.formatted(operation, segments, segments);
    }

    private static String tokens(String operation) {
        return """
                let NextToken;
                do {
                  const page = await client.send(new %sCommand({ ...request, NextToken }));
                  for (const item of page.Items ?? []) {
                    console.dir(item, { depth: null });
                  }
                  NextToken = page.NextToken;
                } while (NextToken);
                """.formatted(operation);
    }
}

package dev.switchboard.explorer.copyas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes requests as Python scripts for boto3, whose client keeps numbers as the digits stored. */
final class PythonWriter {
    private static final ObjectLiterals LITERALS = new ObjectLiterals(
            CodeStrings::python,
            CodeStrings::python,
            bytes -> "base64.b64decode('" + bytes.base64() + "')",
            "True",
            "False");

    private final ClientSettings settings;

    PythonWriter(ClientSettings settings) {
        this.settings = settings;
    }

    String write(ServiceRequest request) {
        String parameters = LITERALS.lines(request.parameters(), "    ");
        String method = request.operation().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        String run = switch (request.reading()) {
            case ServiceRequest.Reading.Nothing() -> "print(client." + method + "(**request))\n";
            case ServiceRequest.Reading.Pages(long limit, int segments) ->
                segments == 1 ? pages(method, limit) : segments(method, segments);
            case ServiceRequest.Reading.Tokens() -> tokens(method);
        };
        String imports = (parameters.contains("base64.b64decode(") ? "import base64\n" : "")
                + (run.contains("ThreadPoolExecutor") ? "from concurrent.futures import ThreadPoolExecutor\n" : "");
        return imports + (imports.isEmpty() ? "" : "\n") + "import boto3\n\n" + client() + "request = {\n" + parameters + "}\n" + run;
    }

    private String client() {
        List<String> arguments = new ArrayList<>(List.of("'dynamodb'"));
        if (settings.region() != null) {
            arguments.add("region_name=" + CodeStrings.python(settings.region()));
        }
        if (settings.localEndpoint() != null) {
            arguments.add("endpoint_url=" + CodeStrings.python(settings.localEndpoint()));
            arguments.add("aws_access_key_id='" + ClientSettings.LOCAL_KEY + "'");
            arguments.add("aws_secret_access_key='" + ClientSettings.LOCAL_KEY + "'");
        }
        String from = settings.profile() == null
                ? "boto3"
                : "boto3.Session(profile_name=" + CodeStrings.python(settings.profile()) + ")";
        return "client = " + from + ".client(" + String.join(", ", arguments) + ")\n";
    }

    private static String pages(String method, long limit) {
        String pagination = limit == 0 ? "" : ", PaginationConfig={'MaxItems': " + limit + "}";
        return """
                for page in client.get_paginator('%s').paginate(**request%s):
                    for item in page['Items']:
                        print(item)
                """.formatted(method, pagination);
    }

    private static String segments(String method, int segments) {
        return """


                def read(segment):
                    pages = client.get_paginator('%s').paginate(**request, TotalSegments=%d, Segment=segment)
                    return [item for page in pages for item in page['Items']]


                with ThreadPoolExecutor() as threads:
                    for items in threads.map(read, range(%d)):
                        for item in items:
                            print(item)
                """.formatted(method, segments, segments);
    }

    private static String tokens(String method) {
        return """
                while True:
                    page = client.%s(**request)
                    for item in page['Items']:
                        print(item)
                    if 'NextToken' not in page:
                        break
                    request['NextToken'] = page['NextToken']
                """.formatted(method);
    }
}

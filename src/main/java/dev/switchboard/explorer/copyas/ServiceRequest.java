package dev.switchboard.explorer.copyas;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request in the terms of the service model, which each language then writes in its own way.
 *
 * @param operation for example {@code Query}
 * @param parameters by name of the service model, such as {@code TableName}
 * @param reading how the items of all its pages are read
 */
record ServiceRequest(String operation, Map<String, Parameter> parameters, Reading reading) {
    ServiceRequest {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** How the response is read. */
    sealed interface Reading {
        /** A write, which has no pages. */
        record Nothing() implements Reading {}

        /**
         * All pages, by the paginator of the SDK.
         *
         * @param limit the number of items; 0 for all
         * @param segments segments of a scan that are read in parallel; 1 for a query
         */
        record Pages(long limit, int segments) implements Reading {}

        /** All pages, by the next token, because the SDKs have no paginator for statements. */
        record Tokens() implements Reading {}
    }

    static ServiceRequest write(String operation, Map<String, Parameter> parameters) {
        return new ServiceRequest(operation, parameters, new Reading.Nothing());
    }
}

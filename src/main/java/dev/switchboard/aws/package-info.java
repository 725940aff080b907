/** The AWS clients of a session: credentials, endpoints, request interceptors and failure explanations. */
@NullMarked
package dev.switchboard.aws;

import org.jspecify.annotations.NullMarked;

/** The AWS clients of a session: credentials, endpoints, the interceptors that guard and record each call, and failures in words. */
@NullMarked
package dev.switchboard.aws;

import org.jspecify.annotations.NullMarked;

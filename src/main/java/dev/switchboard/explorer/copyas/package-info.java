/** Queries, scans, statements and writes as text for the AWS CLI, for SDKs and in PartiQL. */
@NullMarked
package dev.switchboard.explorer.copyas;

import org.jspecify.annotations.NullMarked;

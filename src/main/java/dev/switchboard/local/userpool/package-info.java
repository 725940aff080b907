/** A local user pool for dev that implements the Cognito API. */
@NullMarked
package dev.switchboard.local.userpool;

import org.jspecify.annotations.NullMarked;

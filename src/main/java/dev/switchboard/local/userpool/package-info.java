/** A user pool on loopback that answers as Cognito does, for dev. */
@NullMarked
package dev.switchboard.local.userpool;

import org.jspecify.annotations.NullMarked;

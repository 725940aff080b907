/**
 * The engines of dev: DynamoDB, PostgreSQL and a user pool on this machine, started on demand, shared by the consoles of one
 * home, and gone with the last of them.
 */
@NullMarked
package dev.switchboard.local;

import org.jspecify.annotations.NullMarked;

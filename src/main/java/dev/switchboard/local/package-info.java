/**
 * The local engines of dev: DynamoDB, PostgreSQL and a user pool, started on demand, shared by all consoles of one home, and
 * stopped with the last of them.
 */
@NullMarked
package dev.switchboard.local;

import org.jspecify.annotations.NullMarked;

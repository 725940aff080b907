/** Conversations in DynamoDB: message groups, messages, queries and sending. The only package that knows the keys GRP# and MSG#. */
@NullMarked
package dev.switchboard.conversations;

import org.jspecify.annotations.NullMarked;

/** Conversations in DynamoDB: message groups, messages, the query service, sending. The only place that knows GRP# and MSG#. */
@NullMarked
package dev.switchboard.conversations;

import org.jspecify.annotations.NullMarked;

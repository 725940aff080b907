/** Attribute values without types of the AWS SDK: what editors, filters and files work with. */
@NullMarked
package dev.switchboard.dynamodb.value;

import org.jspecify.annotations.NullMarked;

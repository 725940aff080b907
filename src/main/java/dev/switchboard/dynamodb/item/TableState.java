package dev.switchboard.dynamodb.item;

import dev.switchboard.journal.ChangeTarget;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * What a write has to know about a table, from one description of it.
 *
 * @param description the description itself
 * @param target identifies the table in the journal
 * @param hasStream whether a stream is enabled, whose consumer may react to writes
 */
public record TableState(TableDescription description, ChangeTarget target, KeySchema keys, boolean hasStream) {}

package dev.switchboard.doctor.inspection;

import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.read.PlanReader;
import dev.switchboard.users.UserDirectory;
import dev.switchboard.users.UserPool;
import java.time.InstantSource;

/** The services of a session that the checks of the data use. */
public record DataServices(
        PlanReader plans, ItemStore items, String messagesTable, UserDirectory users, UserPool pool, InstantSource clock) {}

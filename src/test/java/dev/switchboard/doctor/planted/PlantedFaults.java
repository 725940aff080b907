package dev.switchboard.doctor.planted;

import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.local.userpool.LocalPoolUser;
import dev.switchboard.testing.TestPoolUsers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Conversations of which most are healthy, in all the forms that the web application writes, and some have a fault that is known. Each fault is in
 * a conversation of its own, and so are the users with a fault.
 */
final class PlantedFaults {
    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    private static final int PEOPLE = 200;
    private final int each;
    private final Map<DataCheck, Set<String>> truth = new EnumMap<>(DataCheck.class);
    final List<Item> items = new ArrayList<>();
    final List<String> sql = new ArrayList<>();
    final List<LocalPoolUser> pool = new ArrayList<>();
    /** Two of the healthy conversations. */
    PlantedGroup first;

    PlantedGroup last;
    private final int messages;
    private int groups;
    private int people;

    /**
     * @param healthy the number of healthy conversations
     * @param messages the number of messages of each
     * @param each how often each fault is planted, and for some a few more
     */
    PlantedFaults(int healthy, int messages, int each) {
        this.each = each;
        this.messages = messages;
        for (DataCheck check : DataCheck.values()) {
            truth.put(check, new TreeSet<>());
        }
        List<PlantedPerson> all = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            all.add(person());
        }
        for (int i = 0; i < healthy; i++) {
            PlantedPerson one = all.get(i % PEOPLE);
            PlantedGroup group = group(one, new PlantedPerson(100_000 + i), messages);
            another(group.other);
            healthyForm(group, i);
            first = first == null ? group : first;
            last = group;
            add(group);
        }
        conversations();
        times();
        people();
        stray();
    }

    /** What is to be found, by check: the key of an item, or the group, handle or sub. */
    Map<DataCheck, Set<String>> truth() {
        return truth;
    }

    private void plant(DataCheck check, String what) {
        if (!truth.get(check).add(what)) {
            throw new IllegalStateException("planted twice: " + what);
        }
    }

    /** A user whom the pool has too. */
    private PlantedPerson person() {
        PlantedPerson person = new PlantedPerson(people++);
        another(person);
        return person;
    }

    private void another(PlantedPerson person) {
        user(person, person.handle(), person.sub());
        pool.add(TestPoolUsers.of(person.sub(), person.handle()));
    }

    private void user(PlantedPerson person, String handle, String sub) {
        sql.add("('" + person.uuid() + "', '" + person.name() + "', '" + handle + "', '" + handle + "@example.org', '" + sub + "')");
    }

    private PlantedGroup group(PlantedPerson one, PlantedPerson other, int count) {
        int number = groups++;
        return new PlantedGroup(number, one, other, BEGIN.plusSeconds(number * 400L), count);
    }

    private PlantedGroup group() {
        return group(person(), person(), messages);
    }

    private void add(PlantedGroup group) {
        items.addAll(group.rows);
        items.addAll(group.messages);
    }

    /** Forms of times that are in order, and thus no fault. */
    private static void healthyForm(PlantedGroup group, int i) {
        int last = group.messages.size() - 1;
        switch (i % 10) {
            case 1 -> group.messages.set(last, group.messages.get(last).with("sk", PlantedGroup.time(group.at(last), 2)));
            case 2 -> group.messages.set(0, group.messages.get(0).with("sk", PlantedGroup.time(group.at(0), -3)));
            case 3 -> group.messages.replaceAll(message -> message.with("sk", message.string("sk").replace("+00:00", "Z")));
            case 4 -> group.messages.set(2, group.messages.get(2).with("sk", group.time(2).replace(".123456", "")));
            default -> {}
        }
    }

    private void conversations() {
        for (int i = 0; i < each; i++) {
            PlantedGroup sided = group();
            sided.rows.removeLast();
            plant(DataCheck.GROUP_ONE_SIDED, sided.uuid);
            add(sided);

            PlantedGroup empty = group();
            empty.messages.clear();
            plant(DataCheck.GROUP_WITHOUT_MESSAGES, empty.uuid);
            add(empty);

            PlantedGroup orphans = group();
            orphans.rows.clear();
            plant(DataCheck.MESSAGES_WITHOUT_GROUP, orphans.uuid);
            add(orphans);

            PlantedGroup text = group();
            text.rows.set(0, text.rows.get(0).with("message", "an older text"));
            plant(DataCheck.GROUP_ROW_STALE, PlantedGroup.key(text.rows.get(0)));
            add(text);

            PlantedGroup behind = group();
            behind.rows.set(1, behind.rows.get(1).with("sk", behind.time(3)).with("message", behind.text(3)));
            plant(DataCheck.GROUP_ROW_STALE, PlantedGroup.key(behind.rows.get(1)));
            add(behind);

            PlantedGroup first = group();
            PlantedGroup second = group(first.one, first.other, messages);
            plant(DataCheck.GROUP_DUPLICATE, second.uuid);
            add(first);
            add(second);

            PlantedGroup foreign = group();
            foreign.messages.set(4, foreign.message(person(), "not mine", foreign.time(4), 4));
            plant(DataCheck.MESSAGE_SENDER_FOREIGN, PlantedGroup.key(foreign.messages.get(4)));
            add(foreign);

            PlantedGroup twice = group();
            twice.messages.add(twice.messages.get(2).with("sk", PlantedGroup.time(twice.at(2).plusSeconds(7), 0)));
            plant(DataCheck.MESSAGE_DUPLICATE, PlantedGroup.key(twice.messages.getLast()));
            add(twice);

            PlantedGroup same = group();
            same.messages.add(same.messages.get(3).with("sk", same.time(3).replace("+00:00", "Z")).with("message_uuid", "another-" + i));
            plant(DataCheck.MESSAGE_DUPLICATE, PlantedGroup.key(same.messages.getLast()));
            add(same);
        }
    }

    private void times() {
        for (int i = 0; i < each; i++) {
            PlantedGroup unreadable = group();
            unreadable.messages.add(unreadable.message(unreadable.one, "when?", "yesterday " + i, 99));
            plant(DataCheck.TIME_UNREADABLE, PlantedGroup.key(unreadable.messages.getLast()));
            add(unreadable);

            PlantedGroup row = group();
            row.rows.set(0, row.rows.get(0).with("sk", "2025-13-01T00:00:00.000000+00:00"));
            plant(DataCheck.TIME_UNREADABLE, PlantedGroup.key(row.rows.get(0)));
            add(row);

            PlantedGroup ahead = group();
            ahead.messages.set(5, ahead.messages.get(5).with("sk", PlantedGroup.time(ahead.at(5), 5)));
            plant(DataCheck.TIME_ORDER, PlantedGroup.key(ahead.messages.get(5)));
            add(ahead);

            PlantedGroup back = group();
            back.messages.set(6, back.messages.get(6).with("sk", PlantedGroup.time(back.at(6), -4)));
            plant(DataCheck.TIME_ORDER, PlantedGroup.key(back.messages.get(6)));
            add(back);

            // The list of one user with two conversations, of which the earlier one sorts after the later one.
            PlantedPerson owner = person();
            PlantedGroup earlier = group(owner, person(), messages);
            PlantedGroup later = group(owner, person(), messages);
            earlier.rows.set(0, earlier.rows.get(0).with("sk", PlantedGroup.time(earlier.at(messages - 1), 9)));
            plant(DataCheck.TIME_ORDER, PlantedGroup.key(earlier.rows.get(0)));
            add(earlier);
            add(later);
        }
    }

    private void people() {
        for (int i = 0; i < each; i++) {
            // A user who was created again, with another UUID.
            PlantedPerson known = person();
            PlantedPerson former = new PlantedPerson(people++);
            PlantedPerson again = new PlantedPerson(900_000 + i);
            user(again, former.handle(), again.sub());
            pool.add(TestPoolUsers.of(again.sub(), former.handle()));
            PlantedGroup unknown = group(known, former, messages);
            unknown.rows.set(0, unknown.rows.get(0).with("user_display_name", again.name()));
            unknown.messages.replaceAll(message -> message.string("user_uuid").equals(former.uuid())
                    ? message.with("user_display_name", again.name())
                    : message);
            unknown.rows.forEach(row -> plant(DataCheck.USER_UNKNOWN, PlantedGroup.key(row)));
            unknown.messages.stream().filter(message -> message.string("user_uuid").equals(former.uuid()))
                    .forEach(message -> plant(DataCheck.USER_UNKNOWN, PlantedGroup.key(message)));
            add(unknown);

            PlantedGroup renamed = group();
            renamed.messages.set(1, renamed.messages.get(1).with("user_handle", "formerly" + i));
            renamed.rows.set(1, renamed.rows.get(1).with("user_display_name", "Formerly " + i));
            plant(DataCheck.USER_RENAMED, PlantedGroup.key(renamed.messages.get(1)));
            plant(DataCheck.USER_RENAMED, PlantedGroup.key(renamed.rows.get(1)));
            add(renamed);

            PlantedPerson missing = new PlantedPerson(people++);
            user(missing, missing.handle(), i % 2 == 0 ? "MOCK" : " ");
            pool.add(TestPoolUsers.of(missing.sub(), missing.handle()));
            plant(DataCheck.COGNITO_ID_MISSING, missing.handle());

            PlantedPerson stale = new PlantedPerson(people++);
            user(stale, stale.handle(), "gone-" + i);
            pool.add(TestPoolUsers.of(stale.sub(), stale.handle()));
            plant(DataCheck.COGNITO_ID_STALE, stale.handle());

            PlantedPerson rightful = person();
            PlantedPerson sharing = new PlantedPerson(people++);
            user(sharing, sharing.handle(), rightful.sub());
            pool.add(TestPoolUsers.of(sharing.sub(), sharing.handle()));
            plant(DataCheck.COGNITO_ID_SHARED, sharing.handle());

            pool.add(TestPoolUsers.of("nameless-" + i, null));
            plant(DataCheck.POOL_USER_UNMATCHED, "nameless-" + i);
            pool.add(TestPoolUsers.of("stranger-" + i, "stranger" + i));
            plant(DataCheck.POOL_USER_UNMATCHED, "stranger-" + i);

            PlantedPerson lower = person();
            PlantedPerson upper = new PlantedPerson(people++);
            user(upper, lower.handle().toUpperCase(java.util.Locale.ROOT), upper.sub());
            pool.add(TestPoolUsers.of(upper.sub(), upper.handle() + "-pool"));
            plant(DataCheck.POOL_USER_UNMATCHED, upper.sub());
            plant(DataCheck.HANDLE_DUPLICATE, lower.handle());
        }
    }

    private void stray() {
        for (int i = 0; i < each; i++) {
            Item other = Item.builder().string("pk", "USER#" + i).string("sk", "profile").string("note", "from an experiment").build();
            Item incomplete =
                    Item.builder().string("pk", "GRP#" + new PlantedPerson(0).uuid()).string("sk", "2020-01-01T00:00:0" + i % 10).build();
            items.add(other);
            plant(DataCheck.ITEM_UNKNOWN, PlantedGroup.key(other));
            if (i < 10) {
                items.add(incomplete);
                plant(DataCheck.ITEM_UNKNOWN, PlantedGroup.key(incomplete));
            }
        }
    }
}

package dev.switchboard.ui.shell;

import dev.switchboard.text.Messages;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** The menu for the display time zone: UTC, the zone of the system, and a few others. Stored times are always UTC. */
final class ZoneMenu {
    private static final List<String> OTHERS =
            List.of("America/Los_Angeles", "America/New_York", "Europe/London", "Europe/Berlin", "Asia/Kolkata", "Asia/Tokyo",
                    "Australia/Sydney");

    private ZoneMenu() {}

    static void fill(MenuButton menu, ObjectProperty<ZoneId> zone) {
        Set<ZoneId> zones = new LinkedHashSet<>();
        zones.add(ZoneOffset.UTC);
        zones.add(ZoneId.systemDefault());
        zones.add(zone.get());
        OTHERS.forEach(id -> zones.add(ZoneId.of(id)));
        ToggleGroup group = new ToggleGroup();
        for (ZoneId each : zones) {
            RadioMenuItem item = new RadioMenuItem(name(each));
            item.setToggleGroup(group);
            item.setSelected(each.equals(zone.get()));
            item.setOnAction(event -> zone.set(each));
            menu.getItems().add(item);
        }
        menu.textProperty().bind(zone.map(ZoneMenu::name));
        menu.setAccessibleText(Messages.of(ZoneMenu.class).get("zone.choose"));
    }

    private static String name(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId().replace('_', ' ');
    }
}

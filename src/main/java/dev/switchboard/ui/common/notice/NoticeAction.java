package dev.switchboard.ui.common.notice;

import dev.switchboard.session.DataChange;
import java.util.function.Predicate;

/**
 * A follow-up action of a notification, such as Undo.
 *
 * @param name the label of its button
 * @param run called on the JavaFX thread
 * @param withdrawnBy whether a later change makes the notification untrue, so that the action is no longer possible
 */
public record NoticeAction(String name, Runnable run, Predicate<DataChange> withdrawnBy) {}

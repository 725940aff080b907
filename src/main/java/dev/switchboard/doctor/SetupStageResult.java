package dev.switchboard.doctor;

import org.jspecify.annotations.Nullable;

/**
 * The result of a setup stage.
 *
 * @param did a sentence that describes the result, also if there was nothing to do
 * @param changed whether anything was written
 * @param conversation a conversation to open; null in stages other than the last one
 */
public record SetupStageResult(SetupStage stage, String did, boolean changed, @Nullable SampleConversation conversation) {
    SetupStageResult(SetupStage stage, String did, boolean changed) {
        this(stage, did, changed, null);
    }
}

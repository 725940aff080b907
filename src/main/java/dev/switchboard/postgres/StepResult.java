package dev.switchboard.postgres;

/**
 * What one step of a set-up did.
 *
 * @param did one sentence that says it, also where there was nothing to do
 * @param changed whether anything is different now
 */
public record StepResult(SetupStep step, String did, boolean changed) {}

package dev.switchboard.local;

import java.nio.file.Path;

/**
 * How a local engine ended.
 *
 * @param title the name and version
 * @param requested whether another process of this home stopped it, as {@code local stop} does
 * @param log its output
 */
public record EngineEnd(String title, boolean requested, Path log) {}

package dev.switchboard.bench;

/** What is measured of a contestant: milliseconds from the process's start, megabytes, a number of threads. */
enum Metric {
    PICTURE,
    DATA,
    LIST,
    RESIDENT,
    THREADS
}

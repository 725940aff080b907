package dev.switchboard.doctor.planted;

/** A user in PostgreSQL, as the planted items name them. */
record PlantedPerson(int number) {
    String uuid() {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }

    String handle() {
        return "person" + number;
    }

    String name() {
        return "Person " + number;
    }

    String sub() {
        return "5b000000-0000-4000-8000-%012d".formatted(number);
    }
}

package dev.switchboard.ui.shell.palette;

/** A match with its rank, see {@link PaletteRank}. */
record RankedEntry(PaletteEntry entry, int rank) {}

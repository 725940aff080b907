package dev.switchboard.ui.common.grid;

/** Distributes the width of a table among its columns. */
final class ColumnFit {
    private ColumnFit() {}

    /**
     * Returns the widths. Columns shrink in proportion to what they have above their minimum, and never below it, even if the table has to scroll
     * then. What is left over is given to one column.
     *
     * @param wanted the widths that show the contents
     * @param least the minimum widths
     * @param grows the index of the column that takes what is left over
     * @param available the width of the table without its scroll bar
     */
    static double[] of(double[] wanted, double[] least, int grows, double available) {
        double[] widths = new double[wanted.length];
        double sum = 0;
        double slack = 0;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(wanted[i], least[i]);
            sum += widths[i];
            slack += widths[i] - least[i];
        }
        if (widths.length == 0 || available <= 0) {
            return widths;
        }
        if (sum > available && slack > 0) {
            double share = Math.min(1, (sum - available) / slack);
            sum = 0;
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(least[i], Math.floor(widths[i] - (widths[i] - least[i]) * share));
                sum += widths[i];
            }
        }
        if (sum < available) {
            widths[grows] += available - sum;
        }
        return widths;
    }
}

package org.tucai.proofreading;

import java.util.Comparator;

/**
 * 学号 as people sort them: digits that stand together count as a number, so 99 comes before 100 and 20220109 before 20220110; the rest
 * by character. None comes last.
 */
final class StudentNoOrder implements Comparator<String> {
    static final StudentNoOrder INSTANCE = new StudentNoOrder();

    private StudentNoOrder() {}

    @Override
    public int compare(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isEmpty(), b.isEmpty());
        }
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int endA = end(a, i);
            int endB = end(b, j);
            int difference = isDigit(a.charAt(i)) && isDigit(b.charAt(j))
                    ? byValue(a.substring(i, endA), b.substring(j, endB))
                    : Character.compare(a.charAt(i), b.charAt(j));
            if (difference != 0) {
                return difference;
            }
            i = endA;
            j = endB;
        }
        int rest = Integer.compare(a.length() - i, b.length() - j);
        return rest != 0 ? rest : a.compareTo(b); // 007 and 7 are not the same
    }

    /** The end of the digits that begin there; of anything else the next character. */
    private static int end(String text, int from) {
        int to = from + 1;
        while (isDigit(text.charAt(from)) && to < text.length() && isDigit(text.charAt(to))) {
            to++;
        }
        return to;
    }

    private static int byValue(String a, String b) {
        String x = withoutZeros(a);
        String y = withoutZeros(b);
        return x.length() != y.length() ? Integer.compare(x.length(), y.length()) : x.compareTo(y);
    }

    private static String withoutZeros(String digits) {
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        return digits.substring(from);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

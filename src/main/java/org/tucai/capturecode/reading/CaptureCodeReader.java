package org.tucai.capturecode.reading;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.tucai.picture.UnreadablePicture;

/**
 * Reads the capture code (图像采集码) in a picture. Attempts of rising cost look for finder patterns; for each likely set of three the grid is
 * fitted to finder and alignment patterns, sampled, freed from blur and corrected with erasures. The first attempt that yields a capture code
 * ends the search. Holds no state: one instance serves any number of threads.
 */
public final class CaptureCodeReader {
    /** Time after which no further attempt begins on a picture; decoding the file is not counted. */
    private static final Duration LIMIT = Duration.ofMillis(1300);

    /** Sets of three finder patterns that are tried per attempt. */
    private static final int MAX_TRIPLES = 12;
    /** Sets that are compared with ideal finder patterns to choose those. */
    private static final int MAX_COMPARED = 600;

    private final Predicate<String> isCaptureCode;
    private final LongSupplier nanoClock;

    /**
     * The limit counts processor time of the thread that reads, so that other work on the machine takes nothing from a picture's time;
     * a virtual thread has none.
     *
     * @param isCaptureCode tells capture codes from other QR codes in the same picture
     */
    public CaptureCodeReader(Predicate<String> isCaptureCode) {
        this(isCaptureCode, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
    }

    /**
     * @param isCaptureCode tells capture codes from other QR codes in the same picture
     * @param nanoClock what the limit is measured with, in nanoseconds since any moment
     */
    CaptureCodeReader(Predicate<String> isCaptureCode, LongSupplier nanoClock) {
        this.isCaptureCode = isCaptureCode;
        this.nanoClock = nanoClock;
    }

    /** Whether a text has the shape of a compact JWE (RFC 7516, 3.1): five parts in base64url, the key part possibly empty. */
    public static boolean looksSealed(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 5) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if ((parts[i].isEmpty() && i != 1) || !parts[i].chars().allMatch(CaptureCodeReader::base64Url)) {
                return false;
            }
        }
        return true;
    }

    static boolean base64Url(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    /** Reads a picture file: JPEG, PNG, WebP, GIF or BMP, of animations the first frame. */
    public Reading read(byte[] file) throws UnreadablePicture {
        return read(new CodePicture(file));
    }

    /** Reads a picture that has been decoded. */
    public Reading read(CodePicture picture) throws UnreadablePicture {
        Deadline deadline = new Deadline(nanoClock, LIMIT);
        boolean foreign = false;
        for (Attempt attempt : Attempt.values()) {
            if (deadline.passed()) {
                break;
            }
            List<FoundSymbol> found = attempt(attempt, picture, deadline);
            List<FoundSymbol> codes =
                    found.stream().filter(s -> isCaptureCode.test(s.text())).toList();
            long different = codes.stream().map(FoundSymbol::text).distinct().count();
            if (different > 1) {
                return new Reading.Several((int) different);
            }
            if (different == 1) {
                return new Reading.Read(
                        codes.getFirst().text(), codes.getFirst().version(), attempt.label());
            }
            foreign |= !found.isEmpty();
        }
        return foreign ? new Reading.Foreign() : new Reading.Nothing();
    }

    private List<FoundSymbol> attempt(Attempt attempt, CodePicture picture, Deadline deadline)
            throws UnreadablePicture {
        int halvings = picture.halvings(attempt);
        Grey full = attempt == Attempt.COLOUR ? picture.colour() : picture.grey;
        if (full == null) {
            return List.of();
        }
        Grey small = full;
        if (attempt != Attempt.COLOUR) {
            small = picture.reduced(halvings);
        } else if (halvings == 1) {
            small = full.half();
        }
        byte[] difference = attempt.smooth
                ? LocalMean.fineDifference(small, 1, attempt.radius)
                : LocalMean.difference(small, attempt.radius);
        if (deadline.passed()) {
            return List.of();
        }
        List<Finder> finders = new FinderSearch(difference, small.width, small.height, attempt.noise, deadline)
                .search(attempt.rowStep);
        int factor = 1 << halvings;
        List<Finder> inFull =
                finders.stream().map(finder -> finder.scaled(factor)).toList();
        List<Triple> triples = switch (attempt) {
            case THIRD_FINDER -> new ThirdFinder(full).complete(inFull, deadline);
            case TWO_FINDERS -> new HiddenFinder(full).suppose(inFull, deadline);
            default -> Triple.among(inFull, MAX_COMPARED);
        };
        return symbols(full, triples, deadline);
    }

    /** Reads all symbols that the finder patterns make up, never two from the same patterns. */
    private static List<FoundSymbol> symbols(Grey grey, List<Triple> triples, Deadline deadline) {
        SymbolReader reader = new SymbolReader(grey, deadline);
        List<FoundSymbol> found = new ArrayList<>();
        for (Triple triple : likeliest(grey, triples)) {
            if (deadline.passed()) {
                break;
            }
            if (found.stream().noneMatch(triple::touches)) {
                FoundSymbol symbol = reader.read(triple);
                if (symbol != null) {
                    found.add(symbol);
                }
            }
        }
        return found;
    }

    private static List<Triple> likeliest(Grey grey, List<Triple> triples) {
        record Costed(Triple triple, double cost) {}
        return triples.stream()
                .map(triple -> new Costed(triple, triple.costIn(grey)))
                .filter(costed -> costed.cost() < Double.POSITIVE_INFINITY)
                .sorted(Comparator.comparingDouble(Costed::cost))
                .limit(MAX_TRIPLES)
                .map(Costed::triple)
                .toList();
    }
}

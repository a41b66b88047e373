package org.tucai.platform.privacy;

import java.util.List;
import org.tucai.platform.web.Language;

/**
 * Port: what a feature holds about a student, for the copy that the student may take (PIPL 45). Never what is about somebody else, who of
 * the staff did something, or what only this program needs: keys, keyed hashes, tickets.
 *
 * <p>Not called in a transaction. Each list is short; what may be long is in the files, which are read when they are written.
 */
public interface PersonalData {
    /**
     * A kind of file that the feature contributes, explained to the student.
     *
     * @param name within the folder of a capture, or of the account; {@code *} stands for a number
     */
    record Kind(boolean ofCapture, String name, String zh, String en) {}

    /** Every kind of file that the feature may contribute, whether or not this student has one. */
    List<Kind> kinds();

    /** Files about the account. */
    default List<PersonalFile> ofAccount(String accountNo, Language language) {
        return List.of();
    }

    /** Files about one capture; the caller has checked whose it is. */
    default List<PersonalFile> ofCapture(String captureNo, Language language) {
        return List.of();
    }
}

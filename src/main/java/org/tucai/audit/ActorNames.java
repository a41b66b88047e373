package org.tucai.audit;

import java.util.Collection;
import java.util.Map;

/** The names behind numbers, so that a manager need not look up each. */
public interface ActorNames {
    /**
     * The names of the staff members and schools' clients among these numbers, disabled ones included, by number. Nobody else is named:
     * students' names are personal data.
     */
    Map<String, String> of(Collection<String> nos);
}

package org.tucai.workday;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.tucai.platform.start.StartCheck;

/**
 * Has open deadlines counted anew when the program comes with a calendar year that the one before it had not, or had otherwise; nobody
 * loads that year. A year loaded by a manager stays in force, and nothing follows from the shipped one.
 */
@Singleton
public class ShippedYears implements StartCheck {
    private final BuiltInYears builtIn;
    private final ShippedYearRepository known;
    private final CalendarYearRepository loaded;
    private final Collection<CalendarFollower> followers;

    ShippedYears(
            BuiltInYears builtIn,
            ShippedYearRepository known,
            CalendarYearRepository loaded,
            Collection<CalendarFollower> followers) {
        this.builtIn = builtIn;
        this.known = known;
        this.loaded = loaded;
        this.followers = followers;
    }

    @Override
    @Transactional
    public void check() {
        List<ShippedYear> before = known.findAll();
        builtIn.all().forEach((year, body) -> {
            ShippedYear now = ShippedYear.of(body.checked(year));
            if (!before.contains(now)) {
                known.put(year, now.offDays(), now.workedDays());
                if (loaded.findByYear(year).isEmpty()) {
                    followers.forEach(f -> f.onYearLoaded(year));
                }
            }
        });
    }
}
